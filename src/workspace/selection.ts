import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import type { LightState } from './light.ts';
import type { MemberId, Task } from './task.ts';
import type { Workspace } from './workspace.ts';

/**
 * One condition; all must hold.
 *
 * - `name`      a unit or person, in any of 责任领导 责任单位 配合单位 责任人
 * - `member`    a chat user, by all their names
 * - `section`   第三部分: by the heading's own numeral, else by its place
 * - `heading`   words of a heading
 */
export type Filter =
  | { kind: 'name'; name: string }
  | { kind: 'member'; id: MemberId }
  | { kind: 'mine' }
  | { kind: 'overdue' }
  | { kind: 'open' }
  | { kind: 'closed' }
  | { kind: 'unscheduled' }
  | { kind: 'no-progress' }
  | { kind: 'assigned-by-me' }
  | { kind: 'cancelled' }
  | { kind: 'section'; index: number }
  | { kind: 'heading'; words: string }
  | { kind: 'year'; year: number };

export interface Query {
  /** The time asked for; without it the whole plan year. */
  window?: Window | undefined;
  filters: Filter[];
}

/** Who looks, and on what day. */
export interface Looking {
  today: IsoDate;
  me: MemberId;
}

/** One line of a list. For a recurring task `period` is the one the line is about, `periods` those the query touches. */
export interface Row {
  task: Task;
  period: PeriodKey | null;
  deadline: IsoDate;
  light: LightState;
  periods: { total: number; closed: number } | null;
}

/** `overdueElsewhere` and `unscheduled`: tasks that meet the filters but lie outside the time, for the line at the foot. */
export interface Selection {
  rows: Row[];
  overdueElsewhere: number;
  unscheduled: number;
}

/** The tasks asked for, by deadline, then number. */
export declare function select(workspace: Workspace, query: Query, looking: Looking): Selection;
