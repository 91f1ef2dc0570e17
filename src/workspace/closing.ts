import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { allPeriodsOf, closingOf, counts, deadlineOf, runningPeriod, windowOfPeriod } from './deadline.ts';
import { appendTo, takeFrom } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { addProgress } from './progress.ts';
import type { Task } from './task.ts';
import { workableTask } from './task-lookup.ts';

/** What a closing or reopening came to. `deadline` is the end that counted; `late` when it was closed after it. */
export interface Closed {
  number: number;
  title: string;
  period: PeriodKey | null;
  deadline: IsoDate;
  late: boolean;
}

type Turn = Outcome<{ period: PeriodKey | null }>;

/** That a named period is one of the task's own and has begun. */
const namedPeriod = (task: Task, period: PeriodKey, today: IsoDate): Turn => {
  const { number, title } = task;
  if (task.schedule.freq === null) return refuse({ reason: 'not-recurring', number, title });
  const periods = [...allPeriodsOf(task)];
  if (!periods.includes(period)) {
    return refuse({ reason: 'not-its-period', number, title, period, periods });
  }
  const begins = windowOfPeriod(task, period).start;
  return today < begins ? refuse({ reason: 'period-not-begun', number, title, period, begins }) : { ok: true, period };
};

/** The turn a change is about: the named period, else the running one; null for a one-off task. */
export const turnMeant = (task: Task, period: PeriodKey | undefined, today: IsoDate): Turn => {
  const { number, title } = task;
  if (period !== undefined) return namedPeriod(task, period, today);
  if (task.schedule.freq === null) return { ok: true, period: null };
  const running = runningPeriod(task, today);
  if (running !== undefined) return { ok: true, period: running };
  const periods = allPeriodsOf(task);
  const [first] = periods;
  const begins = first === undefined ? undefined : windowOfPeriod(task, first).start;
  if (first !== undefined && begins !== undefined && today < begins) {
    return refuse({ reason: 'period-not-begun', number, title, period: first, begins });
  }
  const choice = periods.filter((key) => counts(task, key) && !closingOf(task, key));
  return refuse({ reason: 'which-period', number, title, periods: choice });
};

/**
 * 完成. A one-off task may be closed before its window; a recurring one closes the running period unless `period` names
 * another that has begun. A `remark` becomes a progress line.
 */
export const closeTask = (
  open: OpenChange,
  number: number,
  options: { period?: PeriodKey | undefined; remark?: string | undefined } = {},
): Outcome<Closed> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { by, at, today } = open.acting;
  const turn = turnMeant(task, options.period, today);
  if (!turn.ok) return turn;
  const { period } = turn;
  const { title } = task;
  const closed = closingOf(task, period);
  if (closed) return refuse({ reason: 'already-closed', number, title, period, by: closed.by, at: closed.at });
  const deadline = deadlineOf(task, period);
  const late = today > deadline && (period === null || counts(task, period));
  appendTo(open, task, 'closings', { period, late, by, at });
  if (options.remark?.trim()) addProgress(open, number, options.remark);
  return { ok: true, number, title, period, deadline, late };
};

/** The closed turn a reopening is about: the named period, else the running one if closed, else the only one closed. */
const turnToReopen = (task: Task, named: PeriodKey | undefined, today: IsoDate): Turn => {
  const { number, title, schedule } = task;
  if (named !== undefined || schedule.freq === null) return turnMeant(task, named, today);
  const running = runningPeriod(task, today);
  if (running !== undefined && closingOf(task, running)) return { ok: true, period: running };
  const periods = task.closings.map(({ period }) => period ?? '');
  const [only] = periods;
  if (only === undefined) return refuse({ reason: 'not-closed', number, title, period: running ?? null });
  return periods.length === 1
    ? { ok: true, period: only }
    : refuse({ reason: 'which-period', number, title, periods: periods.toSorted() });
};

/** 重开: takes a closing away; the history keeps it. Without `period` the running period, else the only one closed. */
export const reopenTask = (
  open: OpenChange,
  number: number,
  options: { period?: PeriodKey | undefined } = {},
): Outcome<Closed> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const turn = turnToReopen(task, options.period, open.acting.today);
  if (!turn.ok) return turn;
  const { period } = turn;
  const { title } = task;
  const index = task.closings.findIndex((closing) => closing.period === period);
  const closing = task.closings[index];
  if (!closing) return refuse({ reason: 'not-closed', number, title, period });
  const { late } = closing;
  takeFrom(open, task, 'closings', index);
  return { ok: true, number, title, period, deadline: deadlineOf(task, period), late };
};
