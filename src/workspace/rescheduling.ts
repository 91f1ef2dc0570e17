import type { IsoDate } from '../calendar/date.ts';
import type { Schedule } from '../plan/plan-draft.ts';
import { allPeriodsOf, closingOf, deadlineOf, originalEndOf, runningPeriod } from './deadline.ts';
import { makeEdit, takeFrom } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { plainCopy } from './plain-data.ts';
import type { Extension, Task } from './task.ts';
import { workableTask } from './task-lookup.ts';

/**
 * What a new 时限 came to. `dropped`: extensions that no longer count, for they would win over what was asked for.
 * `deadline`: the last day from now on, of a recurring task that of the running period.
 */
export interface Rescheduled {
  number: number;
  title: string;
  before: Schedule;
  after: Schedule;
  dropped: Extension[];
  deadline: IsoDate;
}

const isSame = (a: Schedule, b: Schedule): boolean => a.start === b.start && a.end === b.end && a.freq === b.freq;

/** An extension of the whole task gives way to its new 时限; one of a period stays while the period is what it was. */
const givesWay = ({ period }: Extension, task: Task, next: Task): boolean =>
  period === null ||
  !allPeriodsOf(next).includes(period) ||
  originalEndOf(next, period) !== originalEndOf(task, period);

/**
 * 修改 时限: the stated schedule is replaced, and extensions that contradict it are taken out in the same record, so that
 * the deadline is the one asked for and 撤销 restores them. Refused on a closed task, and where closed periods would be lost.
 */
export const rescheduleTask = (open: OpenChange, number: number, after: Schedule): Outcome<Rescheduled> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { title } = task;
  const before = plainCopy(task.schedule);
  const closed = before.freq === null ? closingOf(task) : undefined;
  if (closed) return refuse({ reason: 'already-closed', number, title, period: null, by: closed.by, at: closed.at });
  const was = plainCopy(task);
  const next: Task = { ...was, schedule: after };
  const kept = new Set<string | null>(before.freq === after.freq ? allPeriodsOf(next) : []);
  if (was.closings.some(({ period }) => !kept.has(period))) {
    const periods = was.closings.flatMap(({ period }) => period ?? []).toSorted();
    return refuse({ reason: 'turns-closed', number, title, periods });
  }
  const same = isSame(before, after);
  const going = [...was.extensions.keys()].filter((index) => {
    const extension = was.extensions[index];
    return extension !== undefined && givesWay(extension, was, next);
  });
  if (same && going.length === 0) return refuse({ reason: 'as-it-is', number, title, field: 'schedule', value: after });
  if (!same) makeEdit(open, { on: { kind: 'task', number }, field: 'schedule', before, after });
  for (const index of going.toReversed()) takeFrom(open, task, 'extensions', index);
  const dropped = going.flatMap((index) => was.extensions[index] ?? []);
  const deadline = deadlineOf(task, runningPeriod(task, open.acting.today) ?? null);
  return { ok: true, number, title, before, after, dropped, deadline };
};
