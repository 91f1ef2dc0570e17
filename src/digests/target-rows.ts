import type { Instant } from '../calendar/date.ts';
import { sayQuantity } from '../cards/say-quantity.ts';
import { oneLine } from '../cards/shorten.ts';
import { cumulative, shareOf, wasReported } from '../workspace/figures.ts';
import type { Task } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestTarget } from './digest.ts';

/** A stretch of time whose change is told: after `from`, up to and with `until`. */
export interface Span {
  label: string;
  from: Instant;
  until: Instant;
}

const changeIn = (task: Task, id: string, { from, until }: Span): number =>
  Math.round((cumulative(task, id, until) - cumulative(task, id, from)) * 1e6) / 1e6;

/** Every target of the tasks that are not cancelled: what each span added, and where it stands at the end of the last one. */
export const targetRows = (workspace: Workspace, spans: readonly Span[]): DigestTarget[] => {
  const until = spans.at(-1)?.until ?? Number.POSITIVE_INFINITY;
  return workspace.tasks
    .filter(({ cancelled }) => cancelled === null)
    .flatMap((task) =>
      task.targets.map((target) => {
        const figure = cumulative(task, target.id, until);
        return {
          number: task.number,
          title: oneLine(task.title),
          name: oneLine(target.name),
          unit: target.unit,
          goal: sayQuantity({ ...target, kind: null }),
          changes: spans.map((span) => ({ label: span.label, value: changeIn(task, target.id, span) })),
          cumulative: figure,
          share: shareOf(figure, target.value),
          reported: wasReported(task, target.id, until),
        };
      }),
    );
};

/** True when a span changed the figure. */
export const hasMoved = ({ changes }: DigestTarget): boolean => changes.some(({ value }) => value !== 0);
