import type { IsoDate } from '../../calendar/date.ts';
import { blocksOf, bulleted, button, buttons, heading, plain, quiet, strong } from '../../cards/blocks.ts';
import type { Block, Card } from '../../cards/card.ts';
import { shorten } from '../../cards/shorten.ts';
import type { GroupReminder } from './group-reminder.ts';
import type { DayReminders, OwnRow, PersonReminder } from './reminder.ts';
import { sayCounts, sayNotes, sayOwn } from './say-reminder.ts';

const PLAN_LIMIT = 40;
const TITLE = '任务提醒';

const mentions = ({ named }: GroupReminder): Block | null =>
  named.length === 0 ? null : { kind: 'mentions', lines: named };

const listButtons = ({ dueToday, overdue, soonLists }: GroupReminder): Block =>
  buttons([
    ...(dueToday > 0 ? [button('看今天的', '今天 未完成')] : []),
    ...soonLists.map((list) => button(`看${list.slice(0, 2)}的`, list)),
    ...(overdue > 0 ? [button('看逾期的', '逾期')] : []),
  ]);

/** The reminders as the last part of a digest. */
export const reminderBlocks = (group: GroupReminder): Block[] =>
  blocksOf(
    heading('提醒'),
    plain(sayCounts(group)),
    mentions(group),
    quiet(sayNotes(group).join('。')),
    listButtons(group),
  );

/** The same in a digest's text. */
export const reminderLines = (group: GroupReminder): string[] => [
  `【提醒】${sayCounts(group)}`,
  ...group.named.map(({ people, text }) => `· ${people.map(({ name }) => `@${name}`).join(' ')} ${text}`),
  ...sayNotes(group).map((note) => `· ${note}`),
];

/** What the group sees on a day without a digest: counts, and buttons to the lists. */
export const groupReminderCard = (group: GroupReminder, plan: string): Card => ({
  title: TITLE,
  subtitle: shorten(plan, PLAN_LIMIT),
  tone: group.overdue > 0 ? 'warning' : 'neutral',
  view: '',
  blocks: blocksOf(strong(sayCounts(group)), mentions(group), quiet(sayNotes(group).join('。')), listButtons(group)),
});

type Part = [name: string, rows: OwnRow[]];

const partsOf = (rows: readonly OwnRow[], today: IsoDate): Part[] => {
  const own = rows.filter(({ asLeader }) => !asLeader);
  const endOf = ({ turns }: OwnRow): IsoDate => turns[0]?.deadline ?? today;
  return [
    ['今天到期', own.filter((row) => endOf(row) === today)],
    ['快到期', own.filter((row) => endOf(row) > today)],
    ['逾期', own.filter((row) => endOf(row) < today)],
    ['逾期较久,请关注', rows.filter(({ asLeader }) => asLeader)],
  ];
};

/**
 * What one person hears in private. It has no buttons: a press in the private chat would be said there, not in the group
 * whose tasks these are.
 */
export const personReminderCard = ({ rows }: PersonReminder, { day, plan }: DayReminders): Card => ({
  title: TITLE,
  subtitle: shorten(plan, PLAN_LIMIT),
  tone: rows.some(({ turns: [first] }) => first !== undefined && first.deadline < day) ? 'warning' : 'neutral',
  view: '',
  blocks: blocksOf(
    ...partsOf(rows, day).flatMap(([name, part]) =>
      part.length === 0 ? [] : [heading(`${name} · ${part.length}项`), bulleted(part.map((row) => sayOwn(row, day)))],
    ),
    quiet('办好了请在工作群里发“完成 编号”,有进展发“进展 编号 情况”,要延期发“延期 编号 日期 原因”'),
  ),
});
