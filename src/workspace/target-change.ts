import { type Instant, instantAt } from '../calendar/date.ts';
import { windowOfTask } from './deadline.ts';
import { cumulative } from './figures.ts';
import type { Target, Task } from './task.ts';

/** A stretch of time: after `from`, up to and with `until`. */
export interface Stretch {
  from: Instant;
  until: Instant;
}

/**
 * True when the target's first figure came in the stretch as a total: how much of it was there before, nobody told. What
 * is added up from the start of the task (新增) began with nothing if the stretch reaches back that far; a level never did.
 */
const isFirstTotal = (task: Task, target: Target, { from, until }: Stretch): boolean => {
  const first = task.reports.find((report) => report.target === target.id);
  if (first === undefined || first.mode !== 'total' || first.at <= from || first.at > until) return false;
  return target.kind === 'level' || from >= instantAt(windowOfTask(task).start, '00:00');
};

/** What a stretch of time added to a target; null where nobody can know. */
export const changeIn = (task: Task, target: Target, stretch: Stretch): number | null =>
  isFirstTotal(task, target, stretch)
    ? null
    : Math.round((cumulative(task, target.id, stretch.until) - cumulative(task, target.id, stretch.from)) * 1e6) / 1e6;
