import { BanjieError, type ErrorCode } from '../../banjie-error.ts';

/** The least to wait when WeCom says that too much was sent, in ms: a webhook takes 20 messages a minute. */
const FREQUENCY_WAIT_MS = 60_000;

/**
 * WeCom's numbers in the bot's words (platform documents 96213, 99110, 101138). No answer, a proxy's page and "system busy" are
 * `platform-unavailable`. A number that is not here is `refused`, so that it cannot hold up a chat for ever.
 */
const CODES: Partial<Record<ErrorCode, number[]>> = {
  'rate-limited': [45009],
  'platform-unavailable': [-1],
  // A wrong key, or the robot was taken out of the group; switched off; an id of another group; not in it.
  'no-road': [93000, 93004, 93006, 93008],
  'reply-rejected': [40008, 40058, 41016, 42045, 44004],
  // The address to answer to was used, or its hour is over.
  'target-gone': [60140],
};

const KINDS = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as ErrorCode] as const)),
);

/** What a failed call told: WeCom's number when it sent one, else the HTTP status, else the transport's own word. */
export interface Failure {
  code?: number | undefined;
  status?: number | undefined;
  cause?: string | undefined;
}

/** An answer as a failure; undefined when the call went well. WeCom says so in `errcode`, always with HTTP 200. */
export function failureOf(status: number, body: unknown): Failure | undefined {
  const code = typeof body === 'object' && body !== null ? (body as { errcode?: unknown }).errcode : undefined;
  if (code === 0 && status === 200) return undefined;
  return { status, code: typeof code === 'number' ? code : undefined };
}

/** The bot's error for a failed call. `what` names the call; nothing of the address, which holds the key, is in it. */
export function errorOf({ code, status, cause }: Failure, what: string): BanjieError {
  const known = code === undefined ? undefined : KINDS.get(code);
  const kind = known ?? (code === undefined ? 'platform-unavailable' : 'refused');
  const facts = [
    status === undefined ? '' : `HTTP ${status}`,
    code === undefined ? '' : `code ${code}`,
    cause ?? '',
  ].filter(Boolean);
  const message = `wecom ${what}: ${facts.join(', ') || 'no answer'}`;
  return new BanjieError(kind, message, {
    vendor: code,
    ...(kind === 'rate-limited' && { retryAfter: FREQUENCY_WAIT_MS }),
  });
}
