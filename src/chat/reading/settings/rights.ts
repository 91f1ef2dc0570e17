import type { Right, Rights } from '../../../workspace/settings.ts';
import type { SettingsPatch } from '../../../workspace/settings-change.ts';
import { skipSeparators } from '../scan.ts';
import { type SettingSaid, saidUpTo, skipSetWords } from './setting.ts';

type Topic = keyof Rights;

const TOPICS: Record<string, Topic> = {
  办结: 'close',
  完成: 'close',
  导入: 'import',
  导入计划: 'import',
  汇入: 'import',
  设置: 'settings',
  设定: 'settings',
};
const FRONT =
  /^(?:(?:以后|今后|从现在起|把|将) ?)*((?:设置|设定|调整|修改|更改)[ :,]?)?(?:本群)?的?(办结|完成|导入计划|导入|汇入|设置|设定)(?:任务)?的?(权限|资格)?(?:以后|之后|后|时)?(?:都|一律)?/;

const EVERYONE = '所有人|任何人|全体成员|全体人员|全体|全员|大家|每个人|谁都行|不限';
const OWNERS = '责任人|负责人|责任领导|承办人|经办人';
const ADMINISTRATORS = '群管理员|管理员|管理人员';
const RIGHT = `${EVERYONE}|${OWNERS}|${ADMINISTRATORS}`;
const RIGHT_VALUE = new RegExp(
  `^(?:只有|只限|仅限|只能由|只能|仅|限|由|给|归|是)? ?@?(${RIGHT})(?:才能|才可以|才可|都可以|都能|都行|可以|能|可)?(?:办结|完成|导入|修改|改|办|做)?`,
);
/** 需核实, 要管理员核实, 不用核实, 无需销号; the last word alone tells no more than the name. */
const CHECK_VALUE =
  /^(?<lead>(?:要求|一律|全部|都)?(?<no>不再|不|无|免)?(?:需要|必须|应当|需|用|要|须|得|应|必|再)?(?:经过|经|由)?(?:管理员)?)(?:核实|销号|审核|复核)/;

const rightOf = (word: string): Right => {
  if (new RegExp(`^(?:${OWNERS})$`).test(word)) return 'owners';
  return new RegExp(`^(?:${ADMINISTRATORS})$`).test(word) ? 'administrators' : 'everyone';
};

const readCheck = (text: string): { isOn: boolean; length: number } | undefined => {
  const found = CHECK_VALUE.exec(text);
  const { lead = '', no } = found?.groups ?? {};
  return found && lead !== '' ? { isOn: no === undefined, length: found[0].length } : undefined;
};

/** `管理员`, `需核实`, `责任人,不需核实`; null when it is none of it. */
const readValue = (text: string, topic: Topic): SettingsPatch | null => {
  const patch: SettingsPatch = {};
  for (let at = 0; at < text.length; at = skipSeparators(text, at)) {
    const rest = text.slice(at);
    const right = RIGHT_VALUE.exec(rest);
    const check = topic === 'close' ? readCheck(rest) : undefined;
    if (check && patch.checksClosings === undefined) {
      patch.checksClosings = check.isOn;
      at += check.length;
    } else if (right && patch.rights === undefined) {
      patch.rights = { [topic]: rightOf(right[1] ?? '') };
      at += right[0].length;
    } else return null;
  }
  return Object.keys(patch).length === 0 ? null : patch;
};

const SENTENCE = new RegExp(
  `^(只有|只能由|只许|仅限|允许|仅|限|由)? ?(${RIGHT}) ?(才能|才可以|才可|都可以|都能|可以|能|可)? ?(办结|完成|导入|改设置|修改设置)(?:任务|计划)?$`,
);

/** 只有管理员能办结, 所有人都可以导入: sounds like a rule, and is asked about. */
const readSentence = (text: string): SettingSaid | undefined => {
  const [, before, who, may, what = ''] = SENTENCE.exec(text) ?? [];
  if (who === undefined || (before === undefined && may === undefined)) return undefined;
  const topic = TOPICS[what] ?? 'settings';
  return { topic, patch: { rights: { [topic]: rightOf(who) } }, doubtful: true, frame: '', value: '' };
};

const SWITCHED = /^(关闭|关掉|停用|停止|打开|开启|启用|恢复)办?结?(?:的|后)?(?:核实|销号核实|两步办结)$/;

const readSwitch = (text: string): SettingSaid | undefined => {
  const word = SWITCHED.exec(text)?.[1];
  if (word === undefined) return undefined;
  const checksClosings = /打开|开启|启用|恢复/.test(word);
  return { topic: 'close', patch: { checksClosings }, doubtful: false, frame: '', value: '' };
};

/** 设置 办结 责任人 · 办结权限改成管理员 · 设置 导入 所有人 · 办结要核实. undefined when the message sets no right. */
export const readRights = (text: string): SettingSaid | undefined => {
  const found = FRONT.exec(text);
  if (!found) return readSwitch(text) ?? readSentence(text);
  const [front, verb, name = '', ofRight] = found;
  const topic = TOPICS[name] ?? 'close';
  const { at, isSet } = skipSetWords(text, front.length);
  const patch = readValue(text.slice(at), topic);
  const said = { topic, patch, doubtful: false, ...saidUpTo(text, at) };
  if (patch === null) return verb !== undefined && /设置|设定/.test(verb) ? said : undefined;
  if (verb !== undefined || isSet || ofRight !== undefined) return said;
  // 办结要核实 is a rule; 完成 管理员 may be a title.
  return name === '办结' && patch.rights === undefined ? said : undefined;
};
