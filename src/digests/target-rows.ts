import { dateOf, type Instant } from '../calendar/date.ts';
import { sayQuantity } from '../cards/say-quantity.ts';
import { oneLine } from '../cards/shorten.ts';
import { cumulative, shareOf, wasReported } from '../workspace/figures.ts';
import { changeIn } from '../workspace/target-change.ts';
import { goalOf } from '../workspace/target-goal.ts';
import { timeGone } from '../workspace/target-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestTarget } from './digest.ts';
import { belongingOf } from './turns.ts';

/** A stretch of time whose change is told: after `from`, up to and with `until`. */
export interface Span {
  label: string;
  from: Instant;
  until: Instant;
}

/** True when a span changed the figure. */
export const hasMoved = ({ changes }: DigestTarget): boolean => changes.some(({ value }) => value !== 0);

/** What moved first, then what was ever reported: a digest that has no room for all is about these. */
const byNews = (a: DigestTarget, b: DigestTarget): number =>
  Number(hasMoved(b)) - Number(hasMoved(a)) || Number(b.reported) - Number(a.reported);

/**
 * Every target of a plan year's tasks that are not cancelled: what each span added, and where it stands at the end of the
 * last one. What moved stands first, else in the plan's order.
 */
export const targetRows = (workspace: Workspace, year: number, spans: readonly Span[]): DigestTarget[] => {
  const until = spans.at(-1)?.until ?? Number.POSITIVE_INFINITY;
  return workspace.tasks
    .filter((task) => task.year === year && task.cancelled === null)
    .flatMap((task) =>
      task.targets.map((target): DigestTarget => {
        const figure = cumulative(task, target.id, until);
        const { value } = goalOf(task, target);
        return {
          number: task.number,
          title: oneLine(task.title),
          name: oneLine(target.name),
          unit: target.unit,
          value,
          goal: sayQuantity({ ...target, value, kind: null }),
          changes: spans.map((span) => ({ label: span.label, value: changeIn(task, target, span) })),
          cumulative: figure,
          share: shareOf(figure, value),
          reported: wasReported(task, target.id, until),
          ...(Number.isFinite(until) && { expected: timeGone(task, dateOf(until)) }),
          of: belongingOf(task),
        };
      }),
    )
    .sort(byNews);
};
