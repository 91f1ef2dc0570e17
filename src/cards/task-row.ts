import { daysBetween, type IsoDate, sayDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { closingOf, deadlineOf, isUnscheduled, windowOfPeriod } from '../workspace/deadline.ts';
import { deputiesOf } from '../workspace/deputies.ts';
import { lightOf, periodInQuestion } from '../workspace/light.ts';
import type { Row } from '../workspace/selection.ts';
import type { Task } from '../workspace/task.ts';
import { waits } from '../workspace/waiting.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { button } from './blocks.ts';
import type { Button, TaskRow } from './card.ts';
import { sayOwners } from './say-owners.ts';
import { FREQ_NAMES, sayPeriodShort } from './say-schedule.ts';
import { shorten } from './shorten.ts';

/** A task by itself as a line of a list, outside any time: a recurring one with the period it is about today. */
export const rowOf = (workspace: Workspace, task: Task, today: IsoDate): Row => {
  const period = periodInQuestion(task, today);
  return {
    task,
    period,
    deadline: deadlineOf(task, period),
    light: lightOf(workspace, task, today, period),
    periods: null,
    deputies: deputiesOf(workspace, task, today),
    carriedTo: null,
    waiting: waits(workspace, closingOf(task, period)),
  };
};

const sayTurnOf = (number: number, period: PeriodKey | null): string =>
  period === null ? `${number}` : `${number} ${period}`;

/** What closes a task, or one period of it: `完成 12`, `完成 3 2026-04`. Saying it twice closes once. */
export const sayClosing = (number: number, period: PeriodKey | null): string => `完成 ${sayTurnOf(number, period)}`;

/** Whether closing is still to be done and may be: not closed, not cancelled, its period begun. */
export const isClosable = (task: Task, period: PeriodKey | null, today: IsoDate): boolean =>
  task.cancelled === null &&
  (task.schedule.freq === null || period !== null) &&
  closingOf(task, period) === undefined &&
  (period === null || windowOfPeriod(task, period).start <= today);

/** The 办结 button, where closing may be done. */
export const closingButtons = (task: Task, period: PeriodKey | null, today: IsoDate): Button[] =>
  isClosable(task, period, today) ? [button('办结', sayClosing(task.number, period), 'primary')] : [];

/** 销号, and with `sendsBack` 退回, of a closing that waits. Whether the presser may is asked on the click. */
export const checkingButtons = (number: number, period: PeriodKey | null, name = '', sendsBack = true): Button[] => [
  button(`销号${name}`, `销号 ${sayTurnOf(number, period)}`, 'primary'),
  ...(sendsBack ? [button(`退回${name}`, `退回 ${sayTurnOf(number, period)}`)] : []),
];

/** `6月30日 周二 · 逾期3天`; 未排期 when the plan states no time. */
const sayDeadline = ({ task, deadline, light }: Row, today: IsoDate): string => {
  if (isUnscheduled(task)) return '未排期';
  const over = light.name === '逾期' ? daysBetween(deadline, today) : 0;
  return over > 0 ? `${sayDate(deadline, today)} · 逾期${over}天` : sayDate(deadline, today);
};

/** `每周 第18周`, of a list that touches several periods `每周 第18周 · 3/12期已办结`; the deadline beside it tells the days. */
const sayTurn = ({ task, period, periods }: Row, today: IsoDate): string => {
  if (task.schedule.freq === null) return '';
  // 每年 2026年 would say the year twice.
  const turn = period === null || period === today.slice(0, 4) ? '' : ` ${sayPeriodShort(period, today)}`;
  const done = periods !== null && periods.total > 1 ? ` · ${periods.closed}/${periods.total}期已办结` : '';
  return `${FREQ_NAMES[task.schedule.freq]}${turn}${done}`;
};

/** `2025年结转` of what came from an earlier year, `已结转至2026年` of what went on into a later one; empty for any other task. */
export const sayCarried = ({ carriedFrom }: Pick<Task, 'carriedFrom'>, carriedTo: number | null = null): string =>
  [
    carriedFrom.length === 0 ? '' : `${carriedFrom.join('、')}年结转`,
    carriedTo === null ? '' : `已结转至${carriedTo}年`,
  ]
    .filter((part) => part !== '')
    .join(' · ');

/** What may be pressed beside a row: the check where it waits for one, else 办结; nothing on one that was carried on. */
const rowButtons = (row: Row, today: IsoDate): Button[] => {
  if (row.carriedTo !== null) return [];
  return row.waiting
    ? checkingButtons(row.task.number, row.period, '', false)
    : closingButtons(row.task, row.period, today);
};

/** A line of a list: light, number, title; below it who and until when. What a year left to the next is closed there. */
export const taskRow = (row: Row, today: IsoDate): TaskRow => ({
  light: row.task.cancelled === null ? row.light.light : '',
  number: row.task.number,
  title: shorten(row.task.title),
  detail: [
    sayOwners(row.task, row.deputies),
    sayTurn(row, today),
    sayDeadline(row, today),
    row.waiting ? '待销号' : '',
    sayCarried(row.task, row.carriedTo),
  ]
    .filter((part) => part !== '')
    .join(' · '),
  struck: row.task.cancelled !== null,
  buttons: rowButtons(row, today),
});
