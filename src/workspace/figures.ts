import type { Instant } from '../calendar/date.ts';
import type { Task } from './task.ts';

/** Adding 0.1 thirty times should give 3; six decimals are finer than any figure of a plan. */
const tidy = (value: number): number => Math.round(value * 1e6) / 1e6;

/** The cumulative figure after one more report. */
export const afterReport = (before: number, { value, mode }: { value: number; mode: 'add' | 'total' }): number =>
  mode === 'total' ? tidy(value) : tidy(before + value);

/** The cumulative figure of a target, from the reports made at or before `until`. 0 without a report. */
export const cumulative = (task: Task, targetId: string, until: Instant = Number.POSITIVE_INFINITY): number =>
  task.reports
    .filter(({ target, at }) => target === targetId && at <= until)
    .reduce((sum, report) => afterReport(sum, report), 0);

/** True when a figure was reported for the target at or before `until`. */
export const wasReported = (task: Task, targetId: string, until: Instant = Number.POSITIVE_INFINITY): boolean =>
  task.reports.some(({ target, at }) => target === targetId && at <= until);

/** Share of a target, 1 is 100 %. A target of nothing is reached. */
export const shareOf = (figure: number, target: number): number => (target === 0 ? 1 : figure / target);
