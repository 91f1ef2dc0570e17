import type { Instant } from '../calendar/date.ts';
import type { Task } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';

const until = <Record extends { at: Instant }>(records: Record[], moment: Instant): Record[] =>
  records.every(({ at }) => at <= moment) ? records : records.filter(({ at }) => at <= moment);

const taskAt = (task: Task, moment: Instant): Task => ({
  ...task,
  reports: until(task.reports, moment),
  progress: until(task.progress, moment),
  closings: until(task.closings, moment),
  extensions: until(task.extensions, moment),
  cancelled: task.cancelled && task.cancelled.at <= moment ? task.cancelled : null,
});

/**
 * The workspace as its tasks stood at a moment, so that April looks like April in whatever month it is printed. What was
 * taken back since (重开, 撤销) leaves no record on the task and counts as never done.
 */
export const workspaceAt = (workspace: Workspace, moment: Instant): Workspace => ({
  ...workspace,
  tasks: workspace.tasks.map((task) => taskAt(task, moment)),
});
