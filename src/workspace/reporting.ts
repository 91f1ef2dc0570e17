import type { Instant } from '../calendar/date.ts';
import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';
import type { Target, Task } from './task.ts';

/** 上报: a figure as said. `value` is in `unit`s (`1.2`, `万人`) or, without a unit, in the target's. `mode` null when it was not said. */
export interface Figure {
  target?: string | undefined;
  unit?: string | undefined;
  name?: string | undefined;
  value: number;
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
}

export declare function reportFigure(open: OpenChange, number: number, figure: Figure): Outcome<Reported>;
/** The cumulative figure of a target, from the reports made at or before `until`. 0 without a report. */
export declare function cumulative(task: Task, targetId: string, until?: Instant): number;
