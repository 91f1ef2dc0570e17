import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { allPeriodsOf, closingOf, counts, runningPeriod, windowOfPeriod } from './deadline.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Task } from './task.ts';

/** The turn of a task a change is about: a period, or null for a one-off task. */
export type Turn = Outcome<{ period: PeriodKey | null }>;

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
