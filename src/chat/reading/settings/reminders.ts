import { ESCALATION_DAYS, type ReminderSettings } from '../../../workspace/settings.ts';
import { readWhole } from '../numerals.ts';
import { skipSeparators } from '../scan.ts';
import { readTime } from './digest-time.ts';
import { type SettingSaid, saidUpTo, skipSetWords } from './setting.ts';

type Patch = Partial<ReminderSettings>;

const ON_WORDS = '打开|开启|启用|恢复|开';
const OFF_WORDS = '关闭|关掉|关了|停用|停止|停掉|取消|不要|关|停';
const NAME = '的?(?:任务|催办|自动)?提醒';
const FRONT = new RegExp(
  `^(?:(?:以后|今后|从现在起|把|将) ?)*(?<verb>(?:设置|设定|调整|修改|更改)[ :,]?)?(?<kind>到期|逾期)?${NAME}`,
);
/** 取消提醒 may mean one reminder of one task: it switches nothing off. */
const SWITCHED = new RegExp(
  `^(?:设置[ :,]?)?(?<word>${ON_WORDS}|关闭|关掉|停用|关)(?:到期|逾期)?${NAME}的?(?<part>私聊|点名|升级|当天|逾期每周)?$`,
);
const ON = new RegExp(`^(?:${ON_WORDS})`);
const OFF = new RegExp(`^(?:${OFF_WORDS})`);
/** In front of a switch or a number: 私聊也要开. */
const LINK = /^(?:提醒|功能|也|都|要|设为|改为|改成|为|[ :,])*/;

/** 开 or 关 behind a name. */
const switchAt = (text: string): { isOn: boolean; length: number } | undefined => {
  const link = LINK.exec(text)?.[0].length ?? 0;
  const rest = text.slice(link);
  const on = ON.exec(rest)?.[0];
  const off = OFF.exec(rest)?.[0];
  const word = on ?? off;
  return word === undefined ? undefined : { isOn: on !== undefined, length: link + word.length };
};

/** A number of days: 3天, 两天, 5个工作日, 一周. */
const daysAt = (text: string): { days: number; length: number } | undefined => {
  const link = LINK.exec(text)?.[0].length ?? 0;
  const number = readWhole(text.slice(link));
  if (number === undefined) return undefined;
  const at = link + number.length;
  const unit = /^ ?(?:个?工作日|天|日|个?星期|周)/.exec(text.slice(at))?.[0] ?? '';
  if (unit === '') return undefined;
  const days = /周|星期/.test(unit) ? number.value * 7 : number.value;
  return { days, length: at + unit.length };
};

interface Read {
  patch: Patch;
  length: number;
}

/** A part that is on or off. */
const switched =
  (name: RegExp, key: 'onTheDay' | 'weekly' | 'inPrivate' | 'byName') =>
  (text: string): Read | undefined => {
    const found = name.exec(text)?.[0];
    const value = found === undefined ? undefined : switchAt(text.slice(found.length));
    return found !== undefined && value
      ? { patch: { [key]: value.isOn }, length: found.length + value.length }
      : undefined;
  };

const readAhead = (text: string): Read | undefined => {
  if (text.startsWith('不提前')) return { patch: { aheadDays: 0 }, length: 3 };
  const found = /^(?:到期前|提前)/.exec(text)?.[0];
  if (found === undefined) return undefined;
  const rest = text.slice(found.length);
  const days = daysAt(rest);
  if (days) return { patch: { on: true, aheadDays: days.days }, length: found.length + days.length };
  const value = switchAt(rest);
  return value && !value.isOn ? { patch: { aheadDays: 0 }, length: found.length + value.length } : undefined;
};

const readEscalation = (text: string): Read | undefined => {
  if (!text.startsWith('升级')) return undefined;
  const rest = text.slice(2);
  const value = switchAt(rest);
  if (value && !value.isOn) return { patch: { escalateAfter: null }, length: 2 + value.length };
  const at = value?.length ?? 0;
  const lead = /^(?:逾期|满|超过|[ :,])*/.exec(rest.slice(at))?.[0].length ?? 0;
  const days = daysAt(rest.slice(at + lead));
  if (days) return { patch: { escalateAfter: days.days }, length: 2 + at + lead + days.length };
  return value && { patch: { escalateAfter: ESCALATION_DAYS }, length: 2 + at };
};

const readClock = (text: string): Read | undefined => {
  const lead = /^(?:时间|每天|每个工作日|工作日|在|改到|[ :,])*/.exec(text)?.[0].length ?? 0;
  const time = readTime(text.slice(lead));
  return time && { patch: { on: true, time: time.time }, length: lead + time.length };
};

const readAll = (text: string): Read | undefined => {
  const value = switchAt(text);
  return value && { patch: { on: value.isOn }, length: value.length };
};

const PARTS: ((text: string) => Read | undefined)[] = [
  readAhead,
  switched(/^(?:到期)?(?:当天|当日)/, 'onTheDay'),
  switched(/^(?:逾期(?:后)?(?:每周)?|每周)/, 'weekly'),
  switched(/^(?:私聊|私信|单聊)/, 'inPrivate'),
  switched(/^(?:点名|@人|艾特)/, 'byName'),
  readEscalation,
  readAll,
  readClock,
];

/** `关`, `提前3天`, `提前3天 当天开 逾期每周关 9:00`; null when it is none of it. */
const readValue = (text: string): Patch | null => {
  let patch: Patch = {};
  for (let at = skipSeparators(text, 0); at < text.length; at = skipSeparators(text, at)) {
    let found: Read | undefined;
    for (const read of PARTS) found ??= read(text.slice(at));
    if (!found || found.length === 0) return null;
    patch = { ...patch, ...found.patch };
    at += found.length;
  }
  return Object.keys(patch).length === 0 ? null : patch;
};

const said = (patch: Patch | null): Pick<SettingSaid, 'topic' | 'patch' | 'doubtful'> => ({
  topic: 'reminders',
  patch: patch && { reminders: patch },
  doubtful: false,
});

/** 关闭提醒, 打开提醒点名. */
const readSwitch = (text: string): SettingSaid | undefined => {
  const { word = '', part } = SWITCHED.exec(text)?.groups ?? {};
  if (word === '') return undefined;
  return { ...said(readValue(`${part ?? ''}${ON.test(word) ? '开' : '关'}`)), frame: '', value: '' };
};

/** 设置 提醒 提前3天 · 设置 提醒 关 · 提醒改为提前5天 · 设置 提醒 升级 5个工作日. undefined when the message sets no such thing. */
export const readReminders = (text: string): SettingSaid | undefined => {
  const bySwitch = readSwitch(text);
  if (bySwitch) return bySwitch;
  const front = FRONT.exec(text);
  if (!front) return undefined;
  const { verb, kind } = front.groups ?? {};
  const { at, isSet } = skipSetWords(text, front[0].length);
  const rest = text.slice(at);
  if (rest === '') return undefined;
  const patch = readValue(kind === '逾期' && switchAt(rest) ? `逾期每周${rest}` : rest);
  // 提醒他完成12 is for a person; 提醒关 and 提醒提前3天 say what to do.
  if (verb === undefined && patch === null && !isSet) return undefined;
  const { frame, value } = saidUpTo(text, at);
  // The setting's own name is no wish: 提醒他完成12 is one.
  return { ...said(patch), frame: frame.replace('提醒', ''), value };
};

const onOff = (isOn: boolean): string => (isOn ? '开' : '关');

/** `提醒 提前3天 当天开`: the patch as words that mean the same whenever they are said. */
export const sayReminderSetting = (patch: Patch): string => {
  const { on, aheadDays, onTheDay, weekly, time, inPrivate, byName, escalateAfter } = patch;
  const words = [
    on === false ? '关' : on === true && aheadDays === undefined && time === undefined ? '开' : '',
    aheadDays === undefined ? '' : aheadDays === 0 ? '不提前' : `提前${aheadDays}天`,
    onTheDay === undefined ? '' : `当天${onOff(onTheDay)}`,
    weekly === undefined ? '' : `逾期每周${onOff(weekly)}`,
    inPrivate === undefined ? '' : `私聊${onOff(inPrivate)}`,
    byName === undefined ? '' : `点名${onOff(byName)}`,
    escalateAfter === undefined ? '' : escalateAfter === null ? '升级关' : `升级${escalateAfter}个工作日`,
    time ?? '',
  ];
  return ['提醒', ...words.filter((word) => word !== '')].join(' ');
};
