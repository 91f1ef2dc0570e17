import { type Outcome, refuse } from './outcome.ts';
import type { Task } from './task.ts';
import type { Workspace } from './workspace.ts';

/**
 * Where the task with this number stands or, when there is none, would stand. Binary search: tasks are in the order of
 * their numbers, and reading each of them through a draft is what it saves.
 */
export const taskPosition = (workspace: Workspace, number: number): number => {
  const { tasks } = workspace;
  let [low, high] = [0, tasks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tasks[middle]?.number ?? Number.POSITIVE_INFINITY) < number) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** The task with this number. */
export const taskOf = (workspace: Workspace, number: number): Task | undefined => {
  const task = workspace.tasks[taskPosition(workspace, number)];
  return task?.number === number ? task : undefined;
};

/** The task with this number, if it can still be worked on: there, and not cancelled. */
export const workableTask = (workspace: Workspace, number: number): Outcome<{ task: Task }> => {
  const task = taskOf(workspace, number);
  if (!task) return refuse({ reason: 'no-such-task', number });
  const { title, cancelled } = task;
  if (!cancelled) return { ok: true, task };
  return refuse({ reason: 'task-cancelled', number, title, why: cancelled.reason, by: cancelled.by, at: cancelled.at });
};
