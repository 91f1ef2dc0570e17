import type { Instant } from '../calendar/date.ts';

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
}

/** `weekly:2026-W18` → what became of it. `sent` holds the frozen digest (opaque to the domain), `missed` has none. */
export interface DigestRecord {
  slot: string;
  outcome: 'sent' | 'sent-late' | 'missed' | 'printed';
  at: Instant;
  digest: unknown;
}

/** The workspace's own bookkeeping, written in the same breath as the change it belongs to. */
export interface Ledger {
  seen: SeenMessage[];
  outbox: OutboxEntry[];
  digests: DigestRecord[];
  /** Names of digests missed for good that the group has not been told of yet. */
  missesToTell: string[];
}

/** How long a seen message is kept: Feishu pushes again for up to 7 h 20 min (platform document, delivery policy); a day is beyond that. */
export const SEEN_FOR_MS = 24 * 3_600_000;
