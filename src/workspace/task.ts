import type { Instant, IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Ownership, Schedule, TargetDraft } from '../plan/plan-draft.ts';

/** A chat user as the platform knows them (`ou_…`, a WeCom userid, a name on the local page). Unique within a workspace. */
export type MemberId = string;

/** 指标: a quantity of a task. `id` (`t1`, `t2`…) is unique within its task and never reused. */
export interface Target extends TargetDraft {
  id: string;
}

/**
 * 上报: one figure given for a target.
 * `add` adds `value` to the cumulative figure; `total` (累计45, 更正) sets the cumulative figure to `value`.
 */
export interface Report {
  target: string;
  value: number;
  mode: 'add' | 'total';
  /** 更正: it puts an earlier figure right, which stays in the trail. */
  corrects?: true;
  by: MemberId;
  at: Instant;
}

/** 进展: one dated line, with the share done in percent (0–100) when the speaker gave one. */
export interface Progress {
  text: string;
  percent?: number;
  by: MemberId;
  at: Instant;
}

/**
 * 办结: the claim that a one-off task (`period` null) or one period of a recurring task is done.
 * `late` when it was closed after its end; it stays true so that the period stays 🟡.
 * `check` is null where the group asks for none (设置 办结 需核实), else `waiting` until an administrator grants 销号.
 */
export interface Closing {
  period: PeriodKey | null;
  late: boolean;
  check: null | 'waiting' | { by: MemberId; at: Instant };
  by: MemberId;
  at: Instant;
}

/** 延期: the end of a one-off task (`period` null) or of one period moved from `from` to `to`. `late` marks 逾期申请, an extension asked for after the end had passed. */
export interface Extension {
  period: PeriodKey | null;
  from: IsoDate | null;
  to: IsoDate;
  reason: string;
  late: boolean;
  by: MemberId;
  at: Instant;
}

/** 任务: one line of the ledger. `number` is shown as `#12` and never reused in its workspace. */
export interface Task extends Ownership {
  number: number;
  /** The year of the plan the task belongs to. */
  year: number;
  /** Years whose plans it stood in unfinished before it was carried into this one (结转), earliest first. */
  carriedFrom: number[];
  /** The id of the plan it came with; null when it was added by hand (新增). */
  plan: string | null;
  title: string;
  text: string;
  section: string[];
  /** As first stated; extensions do not change it. */
  schedule: Schedule;
  targets: Target[];
  reports: Report[];
  progress: Progress[];
  closings: Closing[];
  extensions: Extension[];
  cancelled: { reason: string; by: MemberId; at: Instant } | null;
  addedBy: MemberId;
  addedAt: Instant;
}
