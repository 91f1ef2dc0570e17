import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { closingOf, deadlineOf, periodsOf, runningPeriod, windowOfPeriod } from './deadline.ts';
import type { Task } from './task.ts';

/** 已完成: a one-off task is closed; a recurring one when all its periods are (PRODUCT.md "Finer points"). */
export type TaskState = 'open' | 'closed' | 'cancelled';

const ONE_TURN: readonly null[] = [null];

/** The turns of a task: itself (null) when it is one-off, else each period that counts. Statistics count these. */
export const turnsOf = (task: Task): readonly (PeriodKey | null)[] =>
  task.schedule.freq === null ? ONE_TURN : periodsOf(task);

export const isClosed = (task: Task, turn: PeriodKey | null): boolean => closingOf(task, turn) !== undefined;

/** Past its end and not closed. */
export const isOverdue = (task: Task, turn: PeriodKey | null, today: IsoDate): boolean =>
  today > deadlineOf(task, turn) && !isClosed(task, turn);

export const taskState = (task: Task): TaskState => {
  if (task.cancelled) return 'cancelled';
  const turns = turnsOf(task);
  return turns.length > 0 && turns.every((turn) => isClosed(task, turn)) ? 'closed' : 'open';
};

/**
 * The period a recurring task is about today, of `among` (default: all that count); null for a one-off task.
 * The running one when it is closed; else the oldest that is overdue; else the running one; else the next to begin; else
 * the last. So a line shows what is to be done, and a done period is not hidden behind an old omission.
 */
export const periodInQuestion = (
  task: Task,
  today: IsoDate,
  among: readonly PeriodKey[] = periodsOf(task),
): PeriodKey | null => {
  const running = runningPeriod(task, today);
  const runs = running !== undefined && among.includes(running);
  if (runs && isClosed(task, running)) return running;
  const overdue = among.find((period) => isOverdue(task, period, today));
  if (overdue !== undefined) return overdue;
  if (runs) return running;
  return among.find((period) => windowOfPeriod(task, period).start > today) ?? among.at(-1) ?? null;
};
