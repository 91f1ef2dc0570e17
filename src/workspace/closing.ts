import { type Instant, type IsoDate, instantAt } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { closingOf, counts, deadlineOf, runningPeriod } from './deadline.ts';
import { appendTo, takeFrom } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { isAdministrator } from './people.ts';
import { plainCopy } from './plain-data.ts';
import { addProgress } from './progress.ts';
import { mayAdminister, mayClose } from './rights.ts';
import type { Closing, Task } from './task.ts';
import { workableTask } from './task-lookup.ts';
import { type Turn, turnMeant } from './turn-choice.ts';
import { waitingTurns, waits } from './waiting.ts';
import type { Workspace } from './workspace.ts';

/** What a closing or reopening came to. `deadline` is the end that counted; `late` when it was closed after it. */
export interface Closed {
  number: number;
  title: string;
  period: PeriodKey | null;
  deadline: IsoDate;
  late: boolean;
  check: Closing['check'];
}

/** Where closings are checked, one waits for 销号; an administrator's own is checked with it (PRODUCT.md "Finer points"). */
const checkOf = ({ workspace, acting: { by, at } }: OpenChange): Closing['check'] => {
  if (!workspace.settings.checksClosings) return null;
  return isAdministrator(workspace, by) ? { by, at } : 'waiting';
};

/** A day that is gone stands for its evening: the hour was not told. */
const EVENING = '18:00';

/** When it was closed: now, or on an earlier day that was named. */
const whenClosed = ({ acting: { at, today } }: OpenChange, on: IsoDate | undefined): { at: Instant; day: IsoDate } =>
  on !== undefined && on < today ? { at: instantAt(on, EVENING), day: on } : { at, day: today };

/**
 * 完成. A one-off task may be closed before its window; a recurring one closes the running period unless `period` names
 * another that has begun. A `remark` becomes a progress line. `on`: the day it was done, where a ledger tells that.
 */
export const closeTask = (
  open: OpenChange,
  number: number,
  options: { period?: PeriodKey | undefined; remark?: string | undefined; on?: IsoDate | undefined } = {},
): Outcome<Closed> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const may = mayClose(open.workspace, task, open.acting);
  if (!may.ok) return may;
  const { by, today } = open.acting;
  const turn = turnMeant(task, options.period, today);
  if (!turn.ok) return turn;
  const { period } = turn;
  const { title } = task;
  const closed = closingOf(task, period);
  if (closed) return refuse({ reason: 'already-closed', number, title, period, by: closed.by, at: closed.at });
  const deadline = deadlineOf(task, period);
  const { at, day } = whenClosed(open, options.on);
  const late = day > deadline && (period === null || counts(task, period));
  const check = checkOf(open);
  appendTo(open, task, 'closings', { period, late, check, by, at });
  if (options.remark?.trim()) addProgress(open, number, options.remark);
  return { ok: true, number, title, period, deadline, late, check };
};

/**
 * The closed turn a reopening is about: the named period, else the running one if closed (unless another waits to be
 * checked, which may be the one to send back), else the only one closed.
 */
const turnToReopen = (workspace: Workspace, task: Task, named: PeriodKey | undefined, today: IsoDate): Turn => {
  const { number, title, schedule } = task;
  if (named !== undefined || schedule.freq === null) return turnMeant(task, named, today);
  const running = runningPeriod(task, today);
  const waiting = waitingTurns(workspace, task);
  const isPlain = waiting.length === 0 || waiting.includes(running ?? null);
  if (running !== undefined && closingOf(task, running) && isPlain) return { ok: true, period: running };
  const periods = task.closings.map(({ period }) => period ?? '');
  const [only] = periods;
  if (only === undefined) return refuse({ reason: 'not-closed', number, title, period: running ?? null });
  return periods.length === 1
    ? { ok: true, period: only }
    : refuse({ reason: 'which-period', number, title, periods: periods.toSorted() });
};

/**
 * 重开, 退回: takes a closing away; the history keeps it. Without `period` the running period, else the only one closed. One
 * that waits to be checked is sent back by an administrator.
 */
export const reopenTask = (
  open: OpenChange,
  number: number,
  options: { period?: PeriodKey | undefined } = {},
): Outcome<Closed> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { workspace, acting } = open;
  const turn = turnToReopen(workspace, task, options.period, acting.today);
  if (!turn.ok) return turn;
  const { period } = turn;
  const { title } = task;
  const index = task.closings.findIndex((closing) => closing.period === period);
  const closing = task.closings[index];
  if (!closing) return refuse({ reason: 'not-closed', number, title, period });
  const may = waits(workspace, closing) ? mayAdminister(workspace, acting) : mayClose(workspace, task, acting);
  if (!may.ok) return may;
  const { late, check } = plainCopy(closing);
  takeFrom(open, task, 'closings', index);
  return { ok: true, number, title, period, deadline: deadlineOf(task, period), late, check };
};
