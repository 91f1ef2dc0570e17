import type { Instant } from '../calendar/date.ts';
import type { Task } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Carrying, carryingsOf } from '../workspace/year-view.ts';

const until = <Record extends { at: Instant }>(records: Record[], moment: Instant): Record[] =>
  records.every(({ at }) => at <= moment) ? records : records.filter(({ at }) => at <= moment);

/** The plan year it belonged to then: what was carried on since was of the year it was left in. */
const yearAt = (
  { number, year, carriedFrom }: Task,
  since: readonly Carrying[],
): Pick<Task, 'year' | 'carriedFrom'> => {
  const then = since.find((carrying) => carrying.number === number)?.from ?? year;
  return then === year ? { year, carriedFrom } : { year: then, carriedFrom: carriedFrom.filter((each) => each < then) };
};

/** The task itself where nothing happened to it since. */
const taskAt = (task: Task, moment: Instant, since: readonly Carrying[]): Task => {
  const { year, carriedFrom } = yearAt(task, since);
  const reports = until(task.reports, moment);
  const progress = until(task.progress, moment);
  const closings = until(task.closings, moment);
  const extensions = until(task.extensions, moment);
  const cancelled = task.cancelled && task.cancelled.at <= moment ? task.cancelled : null;
  const isSame =
    year === task.year &&
    reports === task.reports &&
    progress === task.progress &&
    closings === task.closings &&
    extensions === task.extensions &&
    cancelled === task.cancelled;
  if (isSame) return task;
  return Object.freeze({ ...task, year, carriedFrom, reports, progress, closings, extensions, cancelled });
};

/**
 * The workspace as its tasks stood at a moment, so that April looks like April in whatever month it is printed. What was
 * taken back since (重开, 撤销) leaves no record on the task and counts as never done.
 */
export const workspaceAt = (workspace: Workspace, moment: Instant): Workspace => {
  const since = carryingsOf(workspace).filter(({ at }) => at > moment);
  return { ...workspace, tasks: workspace.tasks.map((task) => taskAt(task, moment, since)) };
};
