import type { DigestKind, DigestTime, ReminderSettings, Right, Settings } from '../workspace/settings.ts';
import type { SettingsPatch } from '../workspace/settings-change.ts';
import { DIGEST_NAMES, NAMED_DIGESTS } from './digest-names.ts';

/** What a person may speak of setting. */
export type SettingTopic = DigestKind | 'close' | 'import' | 'settings' | 'lights' | 'reminders';

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

const EVERY: Record<DigestKind, string> = {
  weekly: '每周',
  monthly: '每月',
  quarterly: '每季度',
  halfyearly: '每半年',
  yearly: '每年',
};
/** The month a day is of: the first of the quarter, half or year that follows. */
const MONTH_OF_DAY: Record<DigestKind, string> = {
  weekly: '',
  monthly: '',
  quarterly: '首月',
  halfyearly: '首月',
  yearly: '1月',
};

const sayDay = (kind: DigestKind, day: DigestTime['day']): string => {
  if (day === 'first-working-day') return `${EVERY[kind]}首个工作日`;
  return kind === 'weekly' ? `每周${WEEKDAYS[day - 1] ?? ''}` : `${EVERY[kind]}${MONTH_OF_DAY[kind]}${day}日`;
};

/** When a digest goes out: `每周首个工作日 09:00`, `每月1日 09:00`, `每季度首月5日 09:00`, `关`. */
export const sayDigestTime = (kind: DigestKind, { on, day, time }: DigestTime): string =>
  on ? `${sayDay(kind, day)} ${time}` : '关';

export const RIGHT_NAMES: Record<Right, string> = { everyone: '所有人', owners: '责任人', administrators: '管理员' };

interface Saying {
  name: string;
  of(patch: SettingsPatch): boolean;
  say(settings: Settings): string;
}

const sayingOf = (kind: DigestKind): Saying => ({
  name: DIGEST_NAMES[kind],
  of: (patch) => patch[kind] !== undefined,
  say: (settings) => sayDigestTime(kind, settings[kind]),
});

const sayReminders = ({ on, aheadDays, onTheDay, weekly, time }: ReminderSettings): string => {
  if (!on) return '关';
  const when = [aheadDays > 0 ? `提前${aheadDays}天` : '', onTheDay ? '当天' : '', weekly ? '逾期每周' : ''];
  return `工作日 ${time},${when.filter((each) => each !== '').join('、') || '只升级'}`;
};

const REMINDER_SAYINGS: readonly Saying[] = [
  {
    name: '提醒',
    of: ({ reminders: patch }) =>
      [patch?.on, patch?.aheadDays, patch?.onTheDay, patch?.weekly, patch?.time].some((value) => value !== undefined),
    say: ({ reminders }) => sayReminders(reminders),
  },
  {
    name: '提醒私聊',
    of: ({ reminders }) => reminders?.inPrivate !== undefined,
    say: ({ reminders }) => (reminders.inPrivate ? '开(平台能私聊时,各人只看自己的任务)' : '关'),
  },
  {
    name: '提醒点名',
    of: ({ reminders }) => reminders?.byName !== undefined,
    say: ({ reminders }) => (reminders.byName ? '开(在群里@责任人)' : '关'),
  },
  {
    name: '提醒升级',
    of: ({ reminders }) => reminders?.escalateAfter !== undefined,
    say: ({ reminders: { escalateAfter } }) =>
      escalateAfter === null ? '关' : `逾期满${escalateAfter}个工作日,请责任领导关注`,
  },
];

/** Every setting by itself, in the order of the card. */
const SAYINGS: readonly Saying[] = [
  ...NAMED_DIGESTS.map(sayingOf),
  ...REMINDER_SAYINGS,
  {
    name: '办结权限',
    of: ({ rights }) => rights?.close !== undefined,
    say: ({ rights }) => RIGHT_NAMES[rights.close],
  },
  {
    name: '办结',
    of: ({ checksClosings }) => checksClosings !== undefined,
    say: ({ checksClosings }) => (checksClosings ? '需核实(由管理员销号)' : '不需核实'),
  },
  {
    name: '导入权限',
    of: ({ rights }) => rights?.import !== undefined,
    say: ({ rights }) => RIGHT_NAMES[rights.import],
  },
  {
    name: '设置权限',
    of: ({ rights }) => rights?.settings !== undefined,
    say: ({ rights }) => RIGHT_NAMES[rights.settings],
  },
  {
    name: '临期',
    of: ({ lights }) => lights?.soonDays !== undefined,
    say: ({ lights }) => `到期前${lights.soonDays}天内`,
  },
  {
    name: '落后',
    of: ({ lights }) => lights?.behindPoints !== undefined,
    say: ({ lights }) => `比序时慢${lights.behindPoints}个百分点以上`,
  },
];

/** A group's own holidays stand among its settings once it has some. */
const HOLIDAYS: Saying = {
  name: '放假安排',
  of: ({ holidays }) => holidays !== undefined,
  say: ({ holidays }) => (holidays.length === 0 ? '' : `本群录入${holidays.map(({ year }) => `${year}年`).join('、')}`),
};

/** The settings a patch is about, with their values: `[['办结权限', '管理员']]`. */
export const saidSettings = (patch: SettingsPatch, settings: Settings): [name: string, value: string][] =>
  SAYINGS.filter(({ of }) => of(patch)).map(({ name, say }) => [name, say(settings)]);

/** Every setting with its value; empty for what the group does not have. */
export const allSettings = (settings: Settings): [name: string, value: string][] =>
  [...SAYINGS, HOLIDAYS].map(({ name, say }) => [name, say(settings)]);

/** What is different, a line each: `办结权限:所有人 → 管理员`. */
export const settingLines = (before: Settings, after: Settings): string[] =>
  [...SAYINGS, HOLIDAYS]
    .filter(({ say }) => say(before) !== say(after))
    .map(({ name, say }) => `${name}:${say(before) || '无'} → ${say(after) || '无'}`);

/** How each is changed, as commands to copy. */
export const HOW_TO_SET: Record<SettingTopic, string[]> = {
  weekly: ['设置 周报 周五 17:00', '设置 周报 关'],
  monthly: ['设置 月报 1日 9:00'],
  quarterly: ['设置 季报 5日 9:00'],
  halfyearly: ['设置 半年总结 10日 9:00'],
  yearly: ['设置 年终总结 10日 9:00'],
  reminders: [
    '设置 提醒 提前3天 9:00',
    '设置 提醒 关',
    '设置 提醒 点名 开(当天、逾期每周、私聊也这样开关)',
    '设置 提醒 升级 5个工作日(或 开、关)',
  ],
  close: ['设置 办结 责任人(或 所有人、管理员)', '设置 办结 需核实(或 不需核实)'],
  import: ['设置 导入 管理员(或 所有人、责任人)'],
  settings: ['设置 设置 管理员(或 所有人、责任人)'],
  lights: ['设置 临期 5天', '设置 落后 15个百分点'],
};

/** Where the bounds are what was not kept. */
const BOUNDS: Partial<Record<SettingTopic, string>> = {
  reminders: '提前0到30天,时间8:30到18:00,升级1到60个工作日。',
  lights: '临期在0到60天之间,落后在0到100个百分点之间。',
};

/** The way out when what was said is no value of a setting. */
export const sayHowToSet = (setting: string): string => {
  const topic = setting as SettingTopic;
  const how = HOW_TO_SET[topic] ?? Object.values(HOW_TO_SET).flatMap(([first]) => first ?? []);
  return `这个设置没看懂,没有改动。${BOUNDS[topic] ?? ''}可以这样说:${how.join(';')}`;
};
