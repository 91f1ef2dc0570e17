import { createHash } from 'node:crypto';
import { BanjieError, type ErrorCode } from '../banjie-error.ts';
import { cardText } from '../cards/card-text.ts';
import type { Reply } from '../chat/message.ts';
import { sleep } from './job.ts';

/** Longest one attempt to deliver may take, in ms. */
export const DELIVER_WITHIN_MS = 10_000;
/** Longest time between two attempts, in ms: a platform that is back is noticed within it. */
export const LONGEST_WAIT_MS = 15_000;
/** A platform that asks for more than this is not believed, in ms. */
const LONGEST_ASKED_MS = 600_000;
const FIRST_WAIT_MS = 500;

/**
 * What a failed attempt calls for.
 *
 * - `again`   passing: the same once more, later
 * - `plainer` this very reply is refused: send it as text
 * - `gone`    the chat is no longer there: nothing for it can be sent
 * - `parked`  nothing can be pushed to the chat yet: it waits, untried, until something happens there
 * - `barred`  the bot lacks a permission: an administrator has to act
 * - `doubtful` refused for a reason unknown here: again, later plainer, not for ever; see {@link verdictOn}
 * - `strange` an error no platform should give: again a few times, then plainer
 */
export type Failure = 'again' | 'plainer' | 'gone' | 'parked' | 'barred' | 'doubtful' | 'strange';

const FAILURES: Record<ErrorCode, Failure> = {
  'rate-limited': 'again',
  'platform-unavailable': 'again',
  'store-unavailable': 'again',
  refused: 'doubtful',
  'target-gone': 'gone',
  'no-road': 'parked',
  'not-permitted': 'barred',
  unauthorised: 'barred',
  'reply-rejected': 'plainer',
  'too-large': 'plainer',
  malformed: 'plainer',
  'paper-failed': 'plainer',
  'unreadable-document': 'strange',
  'workspace-broken': 'strange',
};

export const failureOf = (error: unknown): Failure => (error instanceof BanjieError ? FAILURES[error.code] : 'strange');

/** A card that is refused this long for a reason unknown here goes out as text: it may be the card. In ms. */
const PLAINER_AFTER_MS = 60_000;
/** What is refused this long is dropped, or nothing behind it would ever reach the chat. In ms. */
const DROPPED_AFTER_MS = 2 * 3_600_000;

/** What to do with a reply that is refused for a reason unknown here. @param refusedFor how long the chat has met nothing else, in ms */
export const verdictOn = (refusedFor: number, kind: Reply['kind']): 'again' | 'plainer' | 'drop' => {
  if (refusedFor >= DROPPED_AFTER_MS) return 'drop';
  return kind !== 'text' && refusedFor >= PLAINER_AFTER_MS ? 'plainer' : 'again';
};

/**
 * How long to wait before the next attempt, in ms: doubling from half a second, between half and the whole of it at
 * random so that many chats do not come back at one moment, never over 15 s unless the platform itself asks for more.
 * @param attempt how many have failed, from 1  @param random 0–1
 */
export const waitBefore = (attempt: number, error: unknown, random: number): number => {
  const whole = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt - 1, 10));
  const asked = error instanceof BanjieError ? (error.retryAfter ?? 0) : 0;
  return Math.max(Math.min(asked, LONGEST_ASKED_MS), whole * (0.5 + random / 2));
};

/** Rejects with `platform-unavailable` when the attempt takes longer than {@link DELIVER_WITHIN_MS}. */
export const withinLimit = async (attempt: Promise<void>): Promise<void> => {
  const over = new AbortController();
  const limit = sleep(DELIVER_WITHIN_MS, over.signal).then(() => {
    if (!over.signal.aborted) throw new BanjieError('platform-unavailable', 'no answer to a delivery within its limit');
  });
  try {
    await Promise.race([attempt, limit]);
  } finally {
    // With a reason of its own: to make the usual one, with its stack, costs a good part of a delivery.
    over.abort('over');
    // Who loses the race may still fail; nobody is left to hear it.
    attempt.catch(() => undefined);
  }
};

/** What is sent in place of a reply that cannot be sent as it is. */
const plainText = (reply: Exclude<Reply, { kind: 'text' }>): string =>
  reply.kind === 'card'
    ? cardText(reply.card)
    : `文件“${reply.paper.name}”没有发出来。请稍后再发一次命令;一直这样,请管理员看机器人有没有发文件的权限`;

/** What is for one person alone is never shown to the group instead. */
const NOT_IN_PRIVATE = '这条答复只能给您本人,没能私下发给您:请先在单聊里给机器人发一句话,再回群里发一次这条命令';

/** The text a refused card or file is sent as. Its key is derived: a platform that remembers the first key would drop it as a repeat. */
export const plainerForm = (reply: Reply, key: string): { reply: Reply; key: string } | undefined =>
  reply.kind === 'text' && reply.to === undefined
    ? undefined
    : {
        reply: { kind: 'text', text: reply.kind === 'text' ? NOT_IN_PRIVATE : plainText(reply) },
        key: `text-${createHash('sha256').update(key).digest('hex').slice(0, 40)}`,
      };

/** True for what a ledger may hold as a reply; an entry of another program version may not. */
export const isReply = (value: unknown): value is Reply => {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, text, to, card, paper } = value as Record<string, unknown>;
  if (kind === 'text') return typeof text === 'string' && (to === undefined || typeof to === 'string');
  if (kind === 'file') return typeof paper === 'object' && paper !== null && 'kind' in paper && 'name' in paper;
  return (
    kind === 'card' && typeof card === 'object' && card !== null && Array.isArray((card as { blocks?: unknown }).blocks)
  );
};
