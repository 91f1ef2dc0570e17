import { appendTo } from './editing.ts';
import { afterReport, cumulative, shareOf, wasReported } from './figures.ts';
import type { OpenChange } from './history.ts';
import { type BadValue, type Outcome, refuse } from './outcome.ts';
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
  /** The speaker was asked about a fall or a tenfold jump and said yes. */
  confirmed: boolean;
  /** 更正: the cumulative figure is `value`, and meant. */
  corrects?: boolean;
}

/** Cumulative figure before and after, in the target's unit; `share` of the target, 1 is 100 %. */
export interface Reported {
  number: number;
  title: string;
  target: Target;
  mode: 'add' | 'total';
  value: number;
  /** False when nothing was reported for the target before. */
  known: boolean;
  before: number;
  after: number;
  share: number;
  /** What the target comes to in the year, in its unit. */
  goal: number;
}

/** A jump is questioned from here on, against the cumulative figure so far (PRODUCT.md "Finer points"). */
const JUMP = 10;

/** More than this is a slip of the finger, whatever is counted. */
const HUGE = 1e12;
/** What is counted in whole ones. */
const WHOLE = new Set(
  '人 名 位 场 次 期 场次 人次 家次 户次 家 个 所 件 项 份 篇 条 户 册 站 起 例 支 届 台 套 间'.split(' '),
);
/** A share of all there is; growth and what was done of a plan may pass 100 %. */
const MAY_PASS_HUNDRED = /增|完成|达成|同比|环比/u;

/** What is wrong with a figure in the target's unit, if anything. */
const faultOf = ({ unit, value: goal, kind, name }: Target, value: number): BadValue | null => {
  if (value > HUGE) return 'huge';
  if (WHOLE.has(unit) && !Number.isInteger(value) && Number.isInteger(goal)) return 'fraction';
  const isShare = unit === '%' && kind === 'level' && goal <= 100 && !MAY_PASS_HUNDRED.test(name);
  return isShare && value > 100 ? 'over-hundred' : null;
};

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
  const { unit = '' } = figure;
  if (!Number.isFinite(figure.value) || figure.value < 0)
    return refuse({ reason: 'bad-value', number, value: figure.value, unit, why: 'negative' });
  const chosen = chooseTarget(task, figure);
  if (!chosen.ok) return chosen;
  const { target, value } = chosen;
  const why = faultOf(target, value);
  if (why) return refuse({ reason: 'bad-value', number, value, unit: target.unit, why });
  const mode = figure.corrects ? 'total' : modeOf(target, figure.mode);
  if (mode === null) return refuse({ reason: 'kind-unknown', number, title, target, value });
  const before = cumulative(task, target.id);
  const after = afterReport(before, { value, mode });
  // The first report has nothing to be measured against.
  const known = wasReported(task, target.id);
  if (!figure.confirmed && !figure.corrects && known) {
    const doubt = { number, title, target, from: before, to: after, mode };
    if (after < before) return refuse({ reason: 'fall', ...doubt });
    if (before > 0 && after >= before * JUMP) return refuse({ reason: 'tenfold', ...doubt });
  }
  const { by, at } = open.acting;
  appendTo(open, task, 'reports', {
    ...{ target: target.id, value, mode, by, at },
    ...(figure.corrects ? { corrects: true as const } : {}),
  });
  const { value: goal } = goalOf(task, target);
  return { ok: true, number, title, target, mode, value, known, before, after, share: shareOf(after, goal), goal };
};
