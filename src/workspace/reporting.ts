import { appendTo } from './editing.ts';
import { afterReport, cumulative, shareOf, wasReported } from './figures.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { chooseTarget, type TargetWords } from './target-choice.ts';
import { goalOf } from './target-goal.ts';
import type { Target } from './task.ts';
import { workableTask } from './task-lookup.ts';

export { cumulative } from './figures.ts';

/**
 * 上报: a figure as said. `value` is in `unit`s (`1.2`, `万人`) or, without a unit, in the target's.
 * `mode` is null when neither 新增 nor 累计 was said; the plan's own kind then tells.
 */
export interface Figure extends TargetWords {
  mode: 'add' | 'total' | null;
  /** The speaker was asked about a fall or a tenfold jump and said yes, or it is a 更正. */
  confirmed: boolean;
}

/** Cumulative figure before and after, in the target's unit; `share` of the target, 1 is 100 %. */
export interface Reported {
  number: number;
  title: string;
  target: Target;
  mode: 'add' | 'total';
  value: number;
  before: number;
  after: number;
  share: number;
  /** What the target comes to in the year, in its unit. */
  goal: number;
}

/** A jump is questioned from here on, against the cumulative figure so far (PRODUCT.md "Finer points"). */
const JUMP = 10;

const modeOf = (target: Target, said: Figure['mode']): 'add' | 'total' | null => {
  if (said !== null) return said;
  if (target.kind === null) return null;
  return target.kind === 'increase' ? 'add' : 'total';
};

/** 上报: adds a figure to a target. Asks, by refusing, when the target, 新增 or 累计, or the figure itself is in doubt. */
export const reportFigure = (open: OpenChange, number: number, figure: Figure): Outcome<Reported> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { title } = task;
  if (!Number.isFinite(figure.value) || figure.value < 0) return refuse({ reason: 'bad-value', value: figure.value });
  const chosen = chooseTarget(task, figure);
  if (!chosen.ok) return chosen;
  const { target, value } = chosen;
  const mode = modeOf(target, figure.mode);
  if (mode === null) return refuse({ reason: 'kind-unknown', number, title, target, value });
  const before = cumulative(task, target.id);
  const after = afterReport(before, { value, mode });
  // The first report has nothing to be measured against.
  if (!figure.confirmed && wasReported(task, target.id)) {
    const doubt = { number, title, target, from: before, to: after, mode };
    if (after < before) return refuse({ reason: 'fall', ...doubt });
    if (before > 0 && after >= before * JUMP) return refuse({ reason: 'tenfold', ...doubt });
  }
  const { by, at } = open.acting;
  appendTo(open, task, 'reports', { target: target.id, value, mode, by, at });
  const { value: goal } = goalOf(task, target);
  return { ok: true, number, title, target, mode, value, before, after, share: shareOf(after, goal), goal };
};
