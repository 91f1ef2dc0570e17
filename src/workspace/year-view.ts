import type { Instant } from '../calendar/date.ts';
import { stands } from './history.ts';
import { readable } from './plain-data.ts';
import type { MemberId, Task } from './task.ts';
import type { Workspace } from './workspace.ts';

/** 结转 of one task: it stood unfinished in `from` until `at`, and belongs to `to` since. */
export interface Carrying {
  number: number;
  from: number;
  to: number;
  by: MemberId;
  at: Instant;
}

/** A task as a plan year has it; `carriedTo` the year it was carried into from there, null where it was not. */
export interface YearView {
  task: Task;
  carriedTo: number | null;
}

/** Every carrying that stands, oldest first, by the history: the tasks themselves keep only the years. */
export const carryingsOf = (workspace: Workspace): Carrying[] => {
  if (readable(workspace.tasks).every(({ carriedFrom }) => carriedFrom.length === 0)) return [];
  return readable(workspace.history)
    .filter((change) => change.verb === 'carry' && stands(change))
    .flatMap(({ edits, by, at }) =>
      edits.flatMap(({ on, field, before, after }) =>
        on.kind === 'task' && field === 'year'
          ? [{ number: on.number, from: before as number, to: after as number, by, at }]
          : [],
      ),
    );
};

const until = <Record extends { at: Instant }>(records: Record[], moment: Instant): Record[] =>
  records.filter(({ at }) => at <= moment);

/** The task as it was left behind: what came later belongs to the years after, its closing above all. */
const asLeft = (task: Task, { from, at }: Carrying): Task => ({
  ...task,
  year: from,
  carriedFrom: task.carriedFrom.filter((year) => year < from),
  reports: until(task.reports, at),
  progress: until(task.progress, at),
  extensions: until(task.extensions, at),
  closings: [],
  cancelled: null,
});

/** True when the task is or was one of this year's plan. */
export const belongsTo = ({ year, carriedFrom }: Task, asked: number): boolean =>
  year === asked || carriedFrom.includes(asked);

/**
 * How a plan year has a task: one that was carried on stands there unfinished for good, as it was left, whatever became
 * of it since. undefined when the task never was of that year.
 */
export const taskInYear = (task: Task, year: number, carryings: readonly Carrying[]): YearView | undefined => {
  if (task.year === year) return { task, carriedTo: null };
  const carrying = carryings.findLast(({ number, from }) => number === task.number && from === year);
  return carrying && { task: asLeft(task, carrying), carriedTo: carrying.to };
};

/** All tasks of a plan year, those carried on as they were left. */
export const tasksOfYear = (workspace: Workspace, year: number): YearView[] => {
  const carryings = carryingsOf(workspace);
  return readable(workspace.tasks).flatMap((task) => taskInYear(task, year, carryings) ?? []);
};
