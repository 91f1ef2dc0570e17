import { dateOf, type IsoDate, sayDay } from '../calendar/date.ts';
import { type PeriodKey, sayPeriod } from '../calendar/period.ts';
import { saySchedule } from '../cards/say-schedule.ts';
import { closingOf, deadlineOf, extensionsOf, isUnscheduled, originalEndOf, periodsOf } from '../workspace/deadline.ts';
import type { Task } from '../workspace/task.ts';
import { waits } from '../workspace/waiting.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LedgerCell } from './cell.ts';

const day = (date: IsoDate | null): LedgerCell => (date === null ? null : { day: date });

/** The end that counts, where somebody ever gave one. */
const endOf = (task: Task): IsoDate | null =>
  task.schedule.end === null && task.extensions.length === 0 ? null : deadlineOf(task);

/** 完成时限: a day; of a recurring task and of one without an end the time in words. */
export const deadlineCell = (task: Task): LedgerCell => {
  if (isUnscheduled(task)) return null;
  if (task.schedule.freq !== null) return saySchedule(task.schedule, `${task.year}-01-01`);
  const end = endOf(task);
  return end === null ? saySchedule(task.schedule, `${task.year}-01-01`) : day(end);
};

/** 原定时限: the end as first stated, of what was extended since. */
export const originalCell = (task: Task, period: PeriodKey | null): LedgerCell =>
  extensionsOf(task, period).length === 0 ? null : day(originalEndOf(task, period));

/** 延期次数, nothing where there is none. */
export const extensionsCell = (task: Task, period: PeriodKey | null): LedgerCell =>
  extensionsOf(task, period).length || null;

/** 办结日期 of the task or of the period it is about. */
export const closedCell = (task: Task, period: PeriodKey | null): LedgerCell => {
  const closing = closingOf(task, period);
  return closing ? day(dateOf(closing.at)) : null;
};

/** 销号日期: the day it was checked; where that is still to come, in words. Nothing waits in a group that asks for no check. */
export const verifiedCell = (workspace: Workspace, task: Task, period: PeriodKey | null): LedgerCell => {
  const closing = closingOf(task, period);
  const check = closing?.check ?? null;
  if (check !== null && check !== 'waiting') return day(dateOf(check.at));
  return waits(workspace, closing) ? '待销号' : null;
};

/** `3/9期`: closed of all periods that count. */
export const periodsShare = (task: Task): string => {
  const periods = periodsOf(task);
  return `${periods.filter((period) => closingOf(task, period)).length}/${periods.length}期`;
};

/** `本期4月,5月31日到期;已办结3/9期`: which turn of a recurring task the row is about. */
export const sayTurnOf = (task: Task, period: PeriodKey | null): string[] => {
  if (task.schedule.freq === null) return [];
  const turn =
    period === null
      ? []
      : [`本期${sayPeriod(period, task.year)},${sayDay(deadlineOf(task, period), `${task.year}-01-01`)}到期`];
  return [...turn, `已办结${periodsShare(task)}`];
};

/** `结转自2025年` of what came from an earlier year, `已结转至2026年` of what went on into a later one. */
export const sayCarried = ({ carriedFrom }: Task, carriedTo: number | null): string[] => [
  ...(carriedFrom.length === 0 ? [] : [`结转自${carriedFrom.join('、')}年`]),
  ...(carriedTo === null ? [] : [`已结转至${carriedTo}年`]),
];

/** `逾期办结`. */
export const sayLate = (task: Task, period: PeriodKey | null): string[] =>
  closingOf(task, period)?.late ? ['逾期办结'] : [];
