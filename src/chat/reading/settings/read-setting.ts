import { NAMED_DIGESTS } from '../../../cards/digest-names.ts';
import type { SettingsPatch } from '../../../workspace/settings-change.ts';
import type { Said } from '../../command.ts';
import { readDigestTime, sayDigestSetting } from './digest-time.ts';
import { readLights } from './lights.ts';
import { readRights } from './rights.ts';
import type { SettingSaid } from './setting.ts';

const REMINDERS =
  /^(?:(?:设置|设定|修改|调整|关闭|关掉|停用|打开|开启|启用) ?)+的?(?:到期|逾期|催办|任务)?提醒(?: ?(?:关闭?|停用?|打开|开启?|恢复|提前.{1,9}|.{1,4}天|每.{1,8}))?$|^(?:到期|逾期)?提醒 ?(?:关闭?|打开|开启|(?:改为|改成|设为|设成|提前).{1,9})$/;

/** 设置 提醒 is understood, and is no setting yet. */
const readReminders = (text: string): SettingSaid | undefined =>
  REMINDERS.test(text) ? { topic: 'reminders', patch: null, doubtful: false, frame: '', value: '' } : undefined;

const READERS = [readReminders, readDigestTime, readLights, readRights];

/** A setting of the group with its new value; undefined when the message sets none. */
export const readSetting = ({ text }: Said): SettingSaid | undefined => {
  for (const read of READERS) {
    const found = read(text);
    if (found) return found;
  }
  return undefined;
};

const RIGHTS = { everyone: '所有人', owners: '责任人', administrators: '管理员' };
const TOPICS = { close: '办结', import: '导入', settings: '设置' };

const wordsOf = (patch: SettingsPatch): string[] => {
  const { lights, rights, checksClosings } = patch;
  const right = (['close', 'import', 'settings'] as const).flatMap((key) => {
    const value = rights?.[key];
    return value === undefined ? [] : [`${TOPICS[key]} ${RIGHTS[value]}`];
  });
  return [
    ...NAMED_DIGESTS.flatMap((kind) => (patch[kind] ? [sayDigestSetting(kind, patch[kind])] : [])),
    ...(right.length === 0 && checksClosings !== undefined ? ['办结'] : right),
    ...(checksClosings === undefined ? [] : [checksClosings ? '需核实' : '不需核实']),
    ...(lights === undefined ? [] : ['灯']),
    ...(lights?.soonDays === undefined ? [] : [`临期${lights.soonDays}天`]),
    ...(lights?.behindPoints === undefined ? [] : [`落后${lights.behindPoints}个百分点`]),
  ];
};

/** The setting as a command that means the same whenever it is said. */
export const saySetting = (patch: SettingsPatch): string => ['设置', ...wordsOf(patch)].join(' ');
