import { NAMED_DIGESTS } from '../../../cards/digest-names.ts';
import type { SettingsPatch } from '../../../workspace/settings-change.ts';
import type { Said } from '../../command.ts';
import { readDigestTime, sayDigestSetting } from './digest-time.ts';
import { readLights } from './lights.ts';
import { readReminders, sayReminderSetting } from './reminders.ts';
import { readRights } from './rights.ts';
import type { SettingSaid } from './setting.ts';

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
  const { reminders, lights, rights, checksClosings } = patch;
  const right = (['close', 'import', 'settings'] as const).flatMap((key) => {
    const value = rights?.[key];
    return value === undefined ? [] : [`${TOPICS[key]} ${RIGHTS[value]}`];
  });
  return [
    ...NAMED_DIGESTS.flatMap((kind) => (patch[kind] ? [sayDigestSetting(kind, patch[kind])] : [])),
    ...(reminders === undefined ? [] : [sayReminderSetting(reminders)]),
    ...(right.length === 0 && checksClosings !== undefined ? ['办结'] : right),
    ...(checksClosings === undefined ? [] : [checksClosings ? '需核实' : '不需核实']),
    ...(lights === undefined ? [] : ['灯']),
    ...(lights?.soonDays === undefined ? [] : [`临期${lights.soonDays}天`]),
    ...(lights?.behindPoints === undefined ? [] : [`落后${lights.behindPoints}个百分点`]),
  ];
};

/** The setting as a command that means the same whenever it is said. */
export const saySetting = (patch: SettingsPatch): string => ['设置', ...wordsOf(patch)].join(' ');
