import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { plainCopy } from './plain-data.ts';
import { mayClose } from './rights.ts';
import { taskOf } from './task-lookup.ts';
import { taskState } from './task-state.ts';

/** What a cancelling or restoring came to; `why` is the reason given for the cancelling, empty without one. */
export interface Cancelled {
  number: number;
  title: string;
  why: string;
}

/**
 * 取消: the task is kept, struck out and not counted any more. What is closed is not cancelled: it was done. Ending a task
 * takes the right to close it.
 */
export const cancelTask = (open: OpenChange, number: number, reason: string): Outcome<Cancelled> => {
  const task = taskOf(open.workspace, number);
  if (!task) return refuse({ reason: 'no-such-task', number });
  const { title, cancelled } = task;
  if (cancelled) {
    const { by, at } = cancelled;
    return refuse({ reason: 'already-cancelled', number, title, why: cancelled.reason, by, at });
  }
  const may = mayClose(open.workspace, task, open.acting);
  if (!may.ok) return may;
  const last = task.closings.at(-1);
  if (last && taskState(task) === 'closed') {
    return refuse({ reason: 'closed-not-cancelled', number, title, by: last.by, at: last.at });
  }
  const { by, at } = open.acting;
  const why = reason.trim();
  makeEdit(open, { on: { kind: 'task', number }, field: 'cancelled', before: null, after: { reason: why, by, at } });
  return { ok: true, number, title, why };
};

/** 恢复: a cancelled task counts again, with everything it had. */
export const restoreTask = (open: OpenChange, number: number): Outcome<Cancelled> => {
  const task = taskOf(open.workspace, number);
  if (!task) return refuse({ reason: 'no-such-task', number });
  const { title } = task;
  if (!task.cancelled) {
    return refuse({ reason: 'not-cancelled', number, title, closed: taskState(task) === 'closed' });
  }
  const may = mayClose(open.workspace, task, open.acting);
  if (!may.ok) return may;
  const before = plainCopy(task.cancelled);
  makeEdit(open, { on: { kind: 'task', number }, field: 'cancelled', before, after: null });
  return { ok: true, number, title, why: before.reason };
};
