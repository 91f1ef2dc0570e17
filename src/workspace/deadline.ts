import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import type { Closing, Extension, Task } from './task.ts';

/** No start, no end, no cadence: 未排期. */
export declare function isUnscheduled(task: Task): boolean;
/** First and last day a task runs, extensions counted; what is not stated is filled from the plan year. */
export declare function windowOfTask(task: Task): Window;
/** First and last day of one period of a recurring task, cut to the stated window, extensions counted. */
export declare function windowOfPeriod(task: Task, period: PeriodKey): Window;
/** The last day of a task, or of one period of it, extensions counted. Unscheduled: the last day of the plan year. */
export declare function deadlineOf(task: Task, period?: PeriodKey | null): IsoDate;
/** The end as first stated (or the period's own end), before any extension; null when the plan states none. */
export declare function originalEndOf(task: Task, period?: PeriodKey | null): IsoDate | null;
/** Extensions of the task, or of one period of it, oldest first. */
export declare function extensionsOf(task: Task, period?: PeriodKey | null): Extension[];
/** The periods that count, in order: in the task's window, and not ended before the task was imported. Empty for a one-off task. */
export declare function periodsOf(task: Task): PeriodKey[];
/** The period of the task that contains `today`, if any. */
export declare function runningPeriod(task: Task, today: IsoDate): PeriodKey | undefined;
/** The closing of a one-off task (`period` null) or of a period. */
export declare function closingOf(task: Task, period?: PeriodKey | null): Closing | undefined;
