import { dateOf, type IsoDate, yearOf } from '../calendar/date.ts';
import { type PeriodKey, periodOf, periodsIn, periodWindow } from '../calendar/period.ts';
import { contains, type Window, yearWindow } from '../calendar/window.ts';
import type { Closing, Extension, Task } from './task.ts';

/** No start, no end, no cadence, and no date given since: 未排期. */
export const isUnscheduled = (task: Task): boolean => {
  const { start, end, freq } = task.schedule;
  return start === null && end === null && freq === null && task.extensions.length === 0;
};

/** Extensions of the task, or of one period of it, oldest first. */
export const extensionsOf = (task: Task, period: PeriodKey | null = null): Extension[] =>
  task.extensions.filter((extension) => extension.period === period);

const extendedTo = (task: Task, period: PeriodKey | null): IsoDate | undefined =>
  task.extensions.findLast((extension) => extension.period === period)?.to;

/**
 * First and last day a task runs, extensions counted; what is not stated is filled from the plan year (PRODUCT.md "Time":
 * a task without a window runs to the end of the plan year).
 */
export const windowOfTask = (task: Task): Window => {
  const { start, end } = task.schedule;
  const year = yearWindow(task.year);
  return { start: start ?? year.start, end: extendedTo(task, null) ?? end ?? year.end };
};

/** One period of a recurring task, cut to the stated window. */
const statedWindowOfPeriod = (task: Task, period: PeriodKey): Window => {
  const { start, end } = task.schedule;
  const whole = periodWindow(period);
  return {
    start: start !== null && start > whole.start ? start : whole.start,
    end: end !== null && end < whole.end ? end : whole.end,
  };
};

/** First and last day of one period of a recurring task, cut to the stated window, extensions counted. */
export const windowOfPeriod = (task: Task, period: PeriodKey): Window => {
  const stated = statedWindowOfPeriod(task, period);
  return { start: stated.start, end: extendedTo(task, period) ?? stated.end };
};

/** The days of a task (`period` null) or of one of its periods. */
export const windowOf = (task: Task, period: PeriodKey | null = null): Window =>
  period === null ? windowOfTask(task) : windowOfPeriod(task, period);

/** The last day of a task, or of one period of it, extensions counted. Unscheduled: the last day of the plan year. */
export const deadlineOf = (task: Task, period: PeriodKey | null = null): IsoDate => windowOf(task, period).end;

/** The end as first stated (or the period's own end), before any extension; null when the plan states none. */
export const originalEndOf = (task: Task, period: PeriodKey | null = null): IsoDate | null =>
  period === null ? task.schedule.end : statedWindowOfPeriod(task, period).end;

/** The closing of a one-off task (`period` null) or of a period. */
export const closingOf = (task: Task, period: PeriodKey | null = null): Closing | undefined =>
  task.closings.find((closing) => closing.period === period);

const allPeriodsKnown = new WeakMap<Task, readonly PeriodKey[]>();

/** Every period in the task's window, counted or not. Empty for a one-off task. */
export const allPeriodsOf = (task: Task): readonly PeriodKey[] => {
  const known = allPeriodsKnown.get(task) ?? periodsInWindow(task);
  // A frozen task stays what it is.
  if (Object.isFrozen(task)) allPeriodsKnown.set(task, known);
  return known;
};

const periodsInWindow = (task: Task): readonly PeriodKey[] => {
  const { freq, start, end } = task.schedule;
  if (freq === null) return [];
  const year = yearWindow(task.year);
  const window = { start: start ?? year.start, end: end ?? year.end };
  const [first, last] = [yearOf(window.start), yearOf(window.end)];
  return periodsIn(freq, window).filter((period) => {
    // The week that holds New Year's Day belongs to the year of its Thursday: to one plan, not to two.
    const periodYear = Number(period.slice(0, 4));
    return first <= periodYear && periodYear <= last;
  });
};

/** True unless the period ended before the task came into the ledger (PRODUCT.md "Finer points"). */
export const counts = (task: Task, period: PeriodKey): boolean =>
  windowOfPeriod(task, period).end >= dateOf(task.addedAt);

const periodsKnown = new WeakMap<Task, readonly PeriodKey[]>();

/**
 * The periods that count, in order: in the task's window, and not ended before the task was imported, unless somebody
 * closed them all the same. Empty for a one-off task.
 */
export const periodsOf = (task: Task): readonly PeriodKey[] => {
  const known = periodsKnown.get(task);
  if (known) return known;
  const periods = allPeriodsOf(task).filter((period) => counts(task, period) || closingOf(task, period) !== undefined);
  // A list and a digest ask for each task's again and again; a frozen task stays what it is.
  if (Object.isFrozen(task)) periodsKnown.set(task, periods);
  return periods;
};

/** The period of the task that contains `today`, if any. */
export const runningPeriod = (task: Task, today: IsoDate): PeriodKey | undefined => {
  const { freq } = task.schedule;
  if (freq === null) return undefined;
  const period = periodOf(freq, today);
  return allPeriodsOf(task).includes(period) && contains(statedWindowOfPeriod(task, period), today)
    ? period
    : undefined;
};
