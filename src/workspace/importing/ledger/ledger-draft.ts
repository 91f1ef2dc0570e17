import type { Instant, IsoDate } from '../../../calendar/date.ts';
import type { PeriodKey } from '../../../calendar/period.ts';
import type { TaskDraft } from '../../../plan/plan-draft.ts';

/** What a row of a ledger adds to its task, beside the fields it changes. */
export type Deed =
  /** A new line in 进展情况, 存在问题, 下步措施 or 备注. */
  | { kind: 'progress'; text: string; percent: number | null }
  /** 办结日期 was filled in: the task, or the period it was about when the ledger was handed out. */
  | { kind: 'close'; period: PeriodKey | null; on: IsoDate }
  /** A later 完成时限 of a task that was extended already. `from` is the end in the ledger as it was handed out. */
  | { kind: 'extend'; from: IsoDate; to: IsoDate };

/** What was changed offline in one row: fields as they were handed out and as they came back, and deeds. */
export interface LedgerChange {
  number: number;
  before: Partial<TaskDraft>;
  after: Partial<TaskDraft>;
  deeds: Deed[];
}

/**
 * A ledger that came back, as what was changed in it since it was handed out. What that was does not change any more, so
 * that only the group's present state is left to compare with.
 */
export interface LedgerDraft {
  /** The plan year new rows belong to. */
  year: number;
  asOf: Instant;
  changes: LedgerChange[];
  /** Rows without a number. */
  fresh: TaskDraft[];
  /** Tasks whose rows are gone, ascending; empty where only a part of the ledger came back. */
  gone: number[];
  /** Rows in the file, and in the ledger as it was handed out. */
  rows: number;
  handedOut: number;
  /** What was changed and is not taken, as sentences: `#12 状态灯 …`. */
  leftOut: string[];
}
