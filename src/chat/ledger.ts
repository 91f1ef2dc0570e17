import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/date.ts';
import { SEEN_FOR_MS } from '../workspace/ledger.ts';
import { readable } from '../workspace/plain-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { IncomingMessage, Reply } from './message.ts';
import type { DividedAnswer } from './returning.ts';

/** The idempotency key of a message's answer: the same over every push of it, 40 characters whatever the platform's ids. */
export const answerKey = ({ workspace, id }: IncomingMessage): string =>
  createHash('sha256')
    .update(JSON.stringify([workspace, id]))
    .digest('hex')
    .slice(0, 40);

/** The answer this message was given before, if it changed or asked something. */
export const answerBefore = (workspace: Workspace, { id }: Pick<IncomingMessage, 'id'>): Reply | undefined => {
  const seen = readable(workspace.ledger.seen).find((each) => each.id === id);
  return seen && (seen.answer as Reply);
};

/**
 * Writes the answer down for a re-push of the message, and what of it is to be pushed for the courier. Forgets what is
 * too old to be pushed again.
 */
export const rememberAnswer = (
  workspace: Workspace,
  message: IncomingMessage,
  { returned, pushed }: DividedAnswer,
  at: Instant,
): void => {
  const { seen, outbox } = workspace.ledger;
  const fresh = readable(seen).findIndex((each) => each.at >= at - SEEN_FOR_MS);
  seen.splice(0, fresh === -1 ? seen.length : fresh);
  seen.push({ id: message.id, at, answer: returned });
  if (pushed) outbox.push({ key: answerKey(message), reply: pushed, since: at });
};

/** What of the group has not been told yet: digests that were missed for good. It is told with the next answer, once. */
export const takeMisses = (workspace: Workspace): string[] => {
  const misses = [...readable(workspace.ledger.missesToTell)];
  if (misses.length > 0) workspace.ledger.missesToTell = [];
  return misses;
};
