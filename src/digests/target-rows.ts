import { dateOf, type Instant } from '../calendar/date.ts';
import { sayQuantity } from '../cards/say-quantity.ts';
import { oneLine } from '../cards/shorten.ts';
import { cumulative, shareOf, wasReported } from '../workspace/figures.ts';
import { changeIn } from '../workspace/target-change.ts';
import { goalOf } from '../workspace/target-goal.ts';
import { timeGone } from '../workspace/target-state.ts';
import type { Target, Task } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestTarget } from './digest.ts';
import { belongingOf } from './turns.ts';

/** A stretch of time whose change is told: after `from`, up to and with `until`. */
export interface Span {
  label: string;
  from: Instant;
  until: Instant;
}

/** What became of a target: all that decides whether it is told. */
export interface TargetNews extends Pick<DigestTarget, 'changes' | 'reported'> {
  task: Task;
  target: Target;
}

/** True when a span changed the figure. */
export const hasMoved = ({ changes }: TargetNews): boolean => changes.some(({ value }) => value !== 0);

/** What moved first, then what was ever reported: a digest that has no room for all is about these. */
const byNews = (a: TargetNews, b: TargetNews): number =>
  Number(hasMoved(b)) - Number(hasMoved(a)) || Number(b.reported) - Number(a.reported);

const lastOf = (spans: readonly Span[]): Instant => spans.at(-1)?.until ?? Number.POSITIVE_INFINITY;

/**
 * Every target of a plan year's tasks that are not cancelled, and what each span added. What moved stands first, else in
 * the plan's order.
 */
export const targetNews = (workspace: Workspace, year: number, spans: readonly Span[]): TargetNews[] => {
  const until = lastOf(spans);
  return workspace.tasks
    .filter((task) => task.year === year && task.cancelled === null)
    .flatMap((task) =>
      task.targets.map((target) => ({
        task,
        target,
        changes: spans.map((span) => ({ label: span.label, value: changeIn(task, target, span) })),
        reported: wasReported(task, target.id, until),
      })),
    )
    .sort(byNews);
};

/** A row of a digest about a target, which stands as it did at the end of the last span. */
const rowOf = ({ task, target, changes, reported }: TargetNews, until: Instant): DigestTarget => {
  const figure = cumulative(task, target.id, until);
  const { value } = goalOf(task, target);
  return {
    number: task.number,
    title: oneLine(task.title),
    name: oneLine(target.name),
    unit: target.unit,
    value,
    goal: sayQuantity({ ...target, value, kind: null }),
    changes,
    cumulative: figure,
    share: shareOf(figure, value),
    reported,
    ...(Number.isFinite(until) && { expected: timeGone(task, dateOf(until)) }),
    of: belongingOf(task),
  };
};

/** The rows of targets, of those that are told. */
export const targetRows = (news: readonly TargetNews[], spans: readonly Span[]): DigestTarget[] =>
  news.map((each) => rowOf(each, lastOf(spans)));
