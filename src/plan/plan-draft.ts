import type { IsoDate } from '../calendar/date.ts';
import type { Freq } from '../calendar/period.ts';

/**
 * 时限: when a task is to be done, as its document states it. Inclusive dates; `null` where nothing is stated.
 * `stated` keeps the document's own words (`4月上旬`), empty when there are none.
 */
export interface Schedule {
  start: IsoDate | null;
  end: IsoDate | null;
  freq: Freq | null;
  stated: string;
}

/** `>=` at least, `=` exactly, `approx` about. */
export type TargetOp = '>=' | '=' | 'approx';

/** `increase` 新增 (what this year adds), `level` 累计 (a total or a rate to stand at), `null` when the plan does not tell. */
export type TargetKind = 'increase' | 'level' | null;

/** 指标 as a document states it: `新增会员500人` is 会员, 500, 人, `=`, increase. `value` is in `unit`s, 万 and 亿 multiplied out. */
export interface TargetDraft {
  name: string;
  value: number;
  unit: string;
  op: TargetOp;
  kind: TargetKind;
}

/** 责任领导 / 责任单位 / 配合单位 / 责任人 as the plan names them, in the plan's order. */
export interface Ownership {
  leaders: string[];
  units: string[];
  supportingUnits: string[];
  owners: string[];
}

/** One task as read from a document. `text` is the item's own span, unshortened; `title` its short form. */
export interface TaskDraft extends Ownership {
  title: string;
  text: string;
  /** Headings above the item, outermost first. */
  section: string[];
  schedule: Schedule;
  targets: TargetDraft[];
}

/** What one plan in a document says for one year. */
export interface PlanDraft {
  title: string;
  year: number;
  tasks: TaskDraft[];
}

export type SkipReason = 'boilerplate' | 'heading' | 'introduction' | 'past-work' | 'duplicate' | 'hidden';

/** A span of the document that became no task, and why. */
export interface Skipped {
  text: string;
  reason: SkipReason;
}

/** Everything a document was read as. Every line of it is in a task, in a heading of one, or in `skipped`. */
export interface PlanReading {
  plans: PlanDraft[];
  skipped: Skipped[];
}
