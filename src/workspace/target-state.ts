import type { Instant } from '../calendar/date.ts';
import { daysBetween, type IsoDate } from '../calendar/date.ts';
import type { Window } from '../calendar/window.ts';
import { windowOfTask } from './deadline.ts';
import { cumulative, shareOf, wasReported } from './figures.ts';
import { type Goal, goalOf } from './target-goal.ts';
import type { Target, Task } from './task.ts';

/** How a target stands. Shares are 0–1 and may pass 1; `gap` is reached − expected in whole percentage points (negative when behind). */
export interface TargetState {
  number: number;
  title: string;
  target: Target;
  /** What it comes to in the year: the target's own value, or that of all its periods. */
  goal: Goal;
  cumulative: number;
  share: number;
  /** 序时: the share of the task's time that has gone. */
  expected: number;
  gap: number;
  /** False while nothing was reported. */
  reported: boolean;
}

/** A share in whole percent, as every card shows it. */
export const percentOf = (share: number): number => Math.round(share * 100);

const goneOf = ({ start, end }: Window, today: IsoDate): number => {
  const gone = (daysBetween(start, today) + 1) / (daysBetween(start, end) + 1);
  return Number.isFinite(gone) ? Math.min(1, Math.max(0, gone)) : 1;
};

/** 0–1: the share of the task's window that has gone at the end of `today`. */
export const timeGone = (task: Task, today: IsoDate): number => goneOf(windowOfTask(task), today);

/** Every target of the task, by the reports made at or before `until`. */
export const targetStates = (task: Task, today: IsoDate, until?: Instant): TargetState[] => {
  const { number, title } = task;
  return task.targets.map((target) => {
    const goal = goalOf(task, target);
    const expected = goal.each === null ? timeGone(task, today) : goneOf(goal.each.window, today);
    const figure = cumulative(task, target.id, until);
    const share = shareOf(figure, goal.value);
    // From the rounded figures, so that a card's numbers add up: 应达62%,实达48%,差14.
    const gap = percentOf(share) - percentOf(expected);
    const reported = wasReported(task, target.id, until);
    return { number, title, target, goal, cumulative: figure, share, expected, gap, reported };
  });
};

/**
 * False while it cannot be told whether the target is behind: a level (a total, a rate) starts from where the office
 * stands, which only a first report tells.
 */
export const isMeasured = ({ target, reported }: TargetState): boolean => reported || target.kind !== 'level';

/** The target furthest behind its share of time, if any lies more than `points` behind. */
export const furthestBehind = (task: Task, today: IsoDate, points: number): TargetState | undefined =>
  targetStates(task, today)
    .filter((state) => isMeasured(state) && state.gap < -points)
    .sort((a, b) => a.gap - b.gap)[0];
