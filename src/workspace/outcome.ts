import type { Instant, IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
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
  | { reason: 'bad-value'; value: number }
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
  /** The name already belongs to `by`. `mine` when that is the very person it was to be bound to. */
  | { reason: 'name-taken'; name: string; by: MemberId; mine: boolean }
  | { reason: 'bad-setting'; setting: string }
  | { reason: 'unchanged' }
  /** Only `may` may do this, and whoever is bound to one of `names`, which nobody is yet. */
  | { reason: 'not-allowed'; may: MemberId[]; names: string[] };

export type Reason = Refusal['reason'];

/** A decision as data: what was done, or why not. A refusal has changed nothing. */
export type Outcome<T> = ({ ok: true } & T) | ({ ok: false } & Refusal);

/** A refusal as an {@link Outcome}. */
export const refuse = <R extends Refusal>(refusal: R): { ok: false } & R => ({ ok: false, ...refusal });
