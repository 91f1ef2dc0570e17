import { daysBetween, type IsoDate, sayDay } from '../../calendar/date.ts';
import { shorten } from '../../cards/shorten.ts';
import { joined, sayDeadline, sayTurns } from '../turns.ts';
import type { GroupReminder } from './group-reminder.ts';
import type { OwnRow } from './reminder.ts';

const TITLE_LIMIT = 40;
const SHORT_TITLE = 20;
const TASKS_NAMED = 3;

/** `今天到期2项、3天内到期4项、逾期5项`; what is none is left out. */
export const sayCounts = ({ dueToday, soon, soonDays, overdue }: GroupReminder): string =>
  [
    dueToday > 0 ? `今天到期${dueToday}项` : '',
    soon > 0 ? `${soonDays}天内到期${soon}项` : '',
    overdue > 0 ? `逾期${overdue}项` : '',
  ]
    .filter((piece) => piece !== '')
    .join('、');

/** What else the group hears: how many were told, whom nobody could tell, what went up to 责任领导. */
export const sayNotes = ({ escalated, escalateAfter, told, unbound, unnamed }: GroupReminder): string[] => [
  ...(told > 0 ? [`已私聊提醒${told}人,各看各的任务`] : []),
  ...(escalated > 0 ? [`逾期满${escalateAfter}个工作日的${escalated}项,已请责任领导关注`] : []),
  ...(unbound > 0 ? [`${unbound}项的责任人还没绑定,提醒不到人;请本人在群里发“我是 姓名”`] : []),
  ...(unnamed > 0 ? [`另有${unnamed}人没有点名`] : []),
];

/** `#12 签订集体合同 · 每月 4月 · 4月30日 周四 · 逾期2天`; `代李芳`, `您是责任领导` where it is so. */
export const sayOwn = ({ turns, insteadOf, asLeader }: OwnRow, today: IsoDate): string => {
  const task = turns[0]?.task;
  if (!task) return '';
  const deadline = sayDeadline(turns, today);
  return joined(
    `#${task.number} ${shorten(task.title, TITLE_LIMIT)}`,
    sayTurns(turns, today),
    turns[0]?.deadline === today ? `今天到期` : deadline,
    insteadOf === null ? '' : `代${insteadOf}`,
    asLeader ? '您是责任领导' : '',
  );
};

const sayWhen = (deadline: IsoDate, today: IsoDate): string => {
  const over = daysBetween(deadline, today);
  if (over === 0) return '今天到期';
  return over > 0 ? `逾期${over}天` : `${sayDay(deadline, today)}到期`;
};

/** `#12 签订集体合同 逾期2天;#15 … 今天到期`: a person's tasks where the group sees them named. */
export const sayOwnShort = (rows: readonly OwnRow[], today: IsoDate): string => {
  const named = rows.slice(0, TASKS_NAMED).flatMap(({ turns: [first], insteadOf }) => {
    if (!first) return [];
    const deputy = insteadOf === null ? '' : `(代${insteadOf})`;
    return [
      `#${first.task.number} ${shorten(first.task.title, SHORT_TITLE)}${deputy} ${sayWhen(first.deadline, today)}`,
    ];
  });
  return `${named.join(';')}${rows.length > named.length ? `等${rows.length}项` : ''}`;
};
