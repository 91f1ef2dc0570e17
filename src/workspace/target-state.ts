import type { Instant, IsoDate } from '../calendar/date.ts';
import type { Target, Task } from './task.ts';

/** How a target stands. Shares are 0–1 and may pass 1; `gap` is reached − expected in percentage points (negative when behind). */
export interface TargetState {
  number: number;
  title: string;
  target: Target;
  cumulative: number;
  share: number;
  /** 序时: the share of the task's time that has gone. */
  expected: number;
  gap: number;
  /** False while nothing was reported. */
  reported: boolean;
}

/** 0–1: the share of the task's window that has gone at the end of `today`. */
export declare function timeGone(task: Task, today: IsoDate): number;
export declare function targetStates(task: Task, today: IsoDate, until?: Instant): TargetState[];
