import type { Instant, IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { StatedField } from './importing/stated.ts';
import type { MemberId, Target } from './task.ts';

/**
 * Why the domain refuses, as a closed set with what a sentence needs to tell the way out.
 * `number` is always the task in question, `by` and `at` who did the thing that stands in the way, and when.
 */
export type Refusal =
  | { reason: 'no-such-task'; number: number }
  | { reason: 'task-cancelled'; number: number; title: string; why: string; by: MemberId; at: Instant }
  | { reason: 'already-closed'; number: number; title: string; period: PeriodKey | null; by: MemberId; at: Instant }
  | { reason: 'not-closed'; number: number; title: string; period: PeriodKey | null }
  /** `begins` is the first day of the period. */
  /** 设置 办结 不需核实: nothing is to be verified. */
  | { reason: 'checks-off'; number: number; title: string }
  | { reason: 'nothing-to-verify'; number: number; title: string; period: PeriodKey | null }
  /** Closed while the group asked for no check. */
  | { reason: 'needs-no-check'; number: number; title: string; period: PeriodKey | null }
  | { reason: 'already-verified'; number: number; title: string; period: PeriodKey | null; by: MemberId; at: Instant }
  | { reason: 'period-not-begun'; number: number; title: string; period: PeriodKey; begins: IsoDate }
  /** The task recurs, but not in this period; `periods` are its own. */
  | { reason: 'not-its-period'; number: number; title: string; period: PeriodKey; periods: PeriodKey[] }
  /** A period was named for a task that does not recur. */
  | { reason: 'not-recurring'; number: number; title: string }
  /** No period runs today or several could be meant; `periods` are those to choose from. */
  | { reason: 'which-period'; number: number; title: string; periods: PeriodKey[] }
  | { reason: 'empty-text' }
  /** A share done must lie in 0–100. */
  | { reason: 'bad-percent'; percent: number }
  | { reason: 'no-targets'; number: number; title: string }
  | { reason: 'which-target'; number: number; title: string; targets: Target[] }
  /** 新增 or 累计? The plan does not tell. `value` is in the target's unit. */
  | { reason: 'kind-unknown'; number: number; title: string; target: Target; value: number }
  /**
   * No figure of this target: `negative`, `huge`, part of what is counted in whole ones, a rate of more than 100 %, or a rate
   * written as a share of one.
   */
  | { reason: 'bad-value'; number: number; value: number; unit: string; why: BadValue }
  /** Several figures of one message are for the same target. */
  | { reason: 'same-target'; number: number; title: string; target: Target }
  /** The cumulative figure would fall from `from` to `to`; say it again confirmed. */
  | { reason: 'fall'; number: number; title: string; target: Target; from: number; to: number; mode: 'add' | 'total' }
  /** The cumulative figure would jump at least tenfold. */
  | {
      reason: 'tenfold';
      number: number;
      title: string;
      target: Target;
      from: number;
      to: number;
      mode: 'add' | 'total';
    }
  /** An extension must be later than the end it extends. */
  | { reason: 'not-later'; number: number; title: string; end: IsoDate; to: IsoDate }
  | { reason: 'date-past'; number: number; title: string; to: IsoDate }
  | { reason: 'nothing-to-undo' }
  | { reason: 'no-such-change'; change: string }
  | { reason: 'not-undoable'; change: string }
  | { reason: 'already-undone'; change: string; summary: string; by: MemberId; at: Instant }
  | { reason: 'not-your-change'; change: string; summary: string; by: MemberId; at: Instant }
  /** `by` changed the same thing in `later` since; `number` when it is a task. */
  | {
      reason: 'changed-since';
      change: string;
      number: number | null;
      later: string;
      summary: string;
      by: MemberId;
      at: Instant;
    }
  | { reason: 'no-import' }
  | { reason: 'import-settled'; import: string; as: 'confirmed' | 'discarded' | 'replaced'; by: MemberId; at: Instant }
  /** Every task of the document is in the ledger already; of `kept` the group's own changes would stay. */
  | { reason: 'nothing-new'; from: 'plan' | 'ledger'; known: number; kept: number }
  | { reason: 'bad-name'; name: string }
  /** The name already belongs to `by`. `mine` when that is the very person it was to be bound to; `called`: not bound, the platform calls them so. */
  | { reason: 'name-taken'; name: string; by: MemberId; mine: boolean; called: boolean }
  /** The name was bound to nobody; `called` is who the platform calls so. */
  | { reason: 'not-bound'; name: string; called: MemberId | null }
  /** Both names are one person's. */
  | { reason: 'same-person'; name: string; other: string }
  /** The person answers for no open task of the plan year; `last` is who handed them over, if somebody did. */
  | { reason: 'nothing-to-hand-over'; name: string; last: { to: string; by: MemberId; at: Instant } | null }
  /** A leave ends before it begins. */
  | { reason: 'leave-backwards'; from: IsoDate; until: IsoDate }
  | { reason: 'leave-past'; until: IsoDate }
  /** The deputy is away on days of the leave themselves. */
  | { reason: 'deputy-away'; deputy: string; from: IsoDate; until: IsoDate }
  /** `coming` is the first day of a leave still to come. */
  | { reason: 'not-on-leave'; name: string; coming: IsoDate | null }
  | { reason: 'bad-setting'; setting: string }
  | { reason: 'already-administrator'; member: MemberId }
  | { reason: 'not-administrator'; member: MemberId }
  /** 群主 is administrator by that. */
  | { reason: 'is-owner'; member: MemberId }
  /** Nobody would be left. */
  | { reason: 'last-administrator'; member: MemberId }
  | { reason: 'unchanged' }
  | { reason: 'already-cancelled'; number: number; title: string; why: string; by: MemberId; at: Instant }
  /** All of it is closed, last by `by`: what is done is not cancelled. */
  | { reason: 'closed-not-cancelled'; number: number; title: string; by: MemberId; at: Instant }
  | { reason: 'not-cancelled'; number: number; title: string; closed: boolean }
  /** The field of the task has this value already. */
  | { reason: 'as-it-is'; number: number; title: string; field: StatedField; value: unknown }
  /** Periods are closed that another cadence or window would not have. */
  | { reason: 'turns-closed'; number: number; title: string; periods: PeriodKey[] }
  /** 结转 goes into this year or the next one, from an earlier one. */
  | { reason: 'bad-carry-year'; from: number | null; to: number; thisYear: number }
  /** Nothing unfinished is left to carry: `recurring` tasks stay, `doubled` have their twin in the new year; `last` carried the rest. */
  | {
      reason: 'nothing-to-carry';
      from: number | null;
      to: number;
      recurring: number;
      doubled: number[];
      last: { by: MemberId; at: Instant } | null;
    }
  /** The new year has no plan yet. */
  | { reason: 'no-plan-for-year'; from: number; to: number }
  /** The task belongs to this year or a later one already; `carried` when 结转 brought it there. */
  | {
      reason: 'of-that-year';
      number: number;
      title: string;
      year: number;
      carried: { by: MemberId; at: Instant } | null;
    }
  /** A recurring task is not carried on. */
  | { reason: 'stays-in-its-year'; number: number; title: string; year: number }
  /** Only `may` may do this, and `names`: names of the plan that nobody is bound to yet, or what stands for many. */
  | { reason: 'not-allowed'; may: MemberId[]; names: string[] };

export type BadValue = 'negative' | 'huge' | 'fraction' | 'over-hundred' | 'share';

export type Reason = Refusal['reason'];

/** A decision as data: what was done, or why not. A refusal has changed nothing. */
export type Outcome<T> = ({ ok: true } & T) | ({ ok: false } & Refusal);

/** A refusal as an {@link Outcome}. */
export const refuse = <R extends Refusal>(refusal: R): { ok: false } & R => ({ ok: false, ...refusal });
