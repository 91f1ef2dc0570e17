import type { Instant, IsoDate } from '../calendar/date.ts';
import type { MemberId } from './task.ts';

/** A message that changed something: its answer is kept so that a re-push gets the same one. `answer` is opaque to the domain. */
export interface SeenMessage {
  id: string;
  at: Instant;
  answer: unknown;
}

/** A reply that is owed to the chat. `key` is its idempotency key. `reply` is opaque to the domain. */
export interface OutboxEntry {
  key: string;
  reply: unknown;
  since: Instant;
  /** Whom it goes to in private; missing: to the chat. */
  to?: MemberId;
  /** The last moment it may go out; what could not by then is dropped. */
  until?: Instant;
}

/** `weekly:2026-W18` → what became of it. `sent` holds the frozen digest (sealed, opaque to the domain), `missed` has none. */
export interface DigestRecord {
  slot: string;
  outcome: 'sent' | 'sent-late' | 'missed' | 'printed';
  at: Instant;
  digest: unknown;
}

/** The last reminder of one turn (`12`, `12/2026-04`), so that none comes twice. */
export interface ReminderRecord {
  turn: string;
  /** The end it was reminded of: a moved one begins anew. */
  deadline: IsoDate;
  /** -1 before the end, 0 on the day, n after n weeks; null: only 责任领导 was told so far. */
  stage: number | null;
  /** 责任领导 was told. */
  escalated: boolean;
  on: IsoDate;
}

/** What was reminded: the days dealt with (the newest few) and the last reminder of each open turn. */
export interface ReminderLedger {
  days: IsoDate[];
  told: ReminderRecord[];
}

/** What is known of the way to the chat. */
export interface Pushing {
  /** The group was told what has to be done before anything can be pushed to it. */
  advised: boolean;
  /** Since when the chat is gone or the bot is no longer in it; null while nothing says so. The next message from it ends that. */
  goneSince: Instant | null;
}

/** The workspace's own bookkeeping, written in the same breath as the change it belongs to. */
export interface Ledger {
  seen: SeenMessage[];
  outbox: OutboxEntry[];
  digests: DigestRecord[];
  reminders: ReminderLedger;
  /** Names of digests missed for good that the group has not been told of yet. */
  missesToTell: string[];
  pushing: Pushing;
}

/** How long a seen message is kept: Feishu pushes again for up to 7 h 20 min (platform document, delivery policy); a day is beyond that. */
export const SEEN_FOR_MS = 24 * 3_600_000;
