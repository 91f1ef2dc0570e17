import { BanjieError, type ErrorCode } from '../../banjie-error.ts';

/**
 * Feishu's numbers in the bot's words (platform documents: sending messages, general codes, limits). No answer, a proxy's
 * page and a number that is not here are `platform-unavailable`: to try once too often costs a wait, to take a passing fault
 * for a final one loses an answer.
 */
const CODES: Partial<Record<ErrorCode, number[]>> = {
  'rate-limited': [230020, 99991400, 11232],
  // Not in the group, out of the app's range, resigned, no such chat or person, stopped by the person, dissolved, another app's id.
  'target-gone': [99992361, 230002, 230013, 230029, 230034, 230053, 232006, 232009, 232011],
  'not-permitted': [
    // Bot switched off, forbidden or muted in the group, scope missing, the month's quota used up.
    ...[230006, 230018, 230027, 230035, 99991403, 99991672],
    // Reading: outside the contact range, not the bot's chat, restricted mode, not a file it may have.
    ...[41050, 234003, 234004, 234038, 234043],
  ],
  'reply-rejected': [
    ...[230001, 230022, 230025, 230028, 230054, 230075, 230099, 99992402, 9499],
    // Uploading: a wrong parameter, too large, no sharing of this type, empty, no picture.
    ...[234001, 234006, 234007, 234010, 234011],
  ],
  'too-large': [234037],
  // Inner errors, the same uuid under way. A wrong secret or address, too: answers wait until an administrator has put it right.
  'platform-unavailable': [2200, 5000, 230049, 10003, 10014, 10015, 99991401],
};
/** Calls that deliver. For them a number nobody here knows is `refused`, so that it cannot hold up a chat for ever. */
const DELIVERIES = new Set(['send', 'upload']);

/** The token is not, or no longer, good: a new one may be. */
const TOKEN_CODES = new Set([99991661, 99991663, 99991664, 99991668, 99991671]);
/** Inside 230099: the card is being pressed just now (`card action is lock`), which passes. */
const CARD_LOCKED = /card action is lock/u;

const KINDS = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as ErrorCode] as const)),
);

/** What a failed call told, without a word of anybody's text and without a header of the request. */
export interface Failure {
  /** Feishu's code, when it sent one. */
  code?: number | undefined;
  /** HTTP status; none when no answer came. */
  status?: number | undefined;
  message?: string | undefined;
  headers?: Record<string, unknown> | undefined;
  /** The transport's own word: `ECONNRESET`, `ETIMEDOUT`. */
  cause?: string | undefined;
}

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const numberOf = (value: unknown) => (typeof value === 'number' ? value : undefined);
const textOf = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** Feishu's answer as a failure when its `code` is not 0; undefined when the call went well. */
export function failureOf(answer: unknown): Failure | undefined {
  const code = isObject(answer) ? numberOf(answer.code) : undefined;
  if (code === 0) return undefined;
  // No code at all is a proxy's page, or nothing.
  return { code, status: 200, message: isObject(answer) ? textOf(answer.msg) : undefined };
}

/** What a thrown transport error tells. */
export function failureOfThrown(error: unknown): Failure {
  const { response, code: cause } = isObject(error) ? error : ({} as Json);
  if (!isObject(response)) return { cause: textOf(cause) ?? (error instanceof Error ? error.name : 'unknown') };
  const body = isObject(response.data) ? response.data : {};
  const headers = isObject(response.headers) ? response.headers : undefined;
  return { code: numberOf(body.code), status: numberOf(response.status), message: textOf(body.msg), headers };
}

export const isTokenFailure = ({ code }: Failure): boolean => code !== undefined && TOKEN_CODES.has(code);

/** `x-ogw-ratelimit-reset` in ms; it is told in seconds. */
function waitOf(headers: Json | undefined): number | undefined {
  const seconds = Number(headers?.['x-ogw-ratelimit-reset']);
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1000 : undefined;
}

function kindOf(failure: Failure, what: string): ErrorCode {
  const { code, status = 0, message } = failure;
  if (status === 429) return 'rate-limited';
  if (code === 230099 && CARD_LOCKED.test(message ?? '')) return 'platform-unavailable';
  const isRefusal = code !== undefined && status < 500 && !isTokenFailure(failure);
  return KINDS.get(code ?? 0) ?? (isRefusal && DELIVERIES.has(what) ? 'refused' : 'platform-unavailable');
}

/** The bot's error for a failed call. `what` names the call: `send`, `token`. */
export function errorOf(failure: Failure, what: string): BanjieError {
  const kind = kindOf(failure, what);
  const detail = /ErrCode: (\d+)/u.exec(failure.message ?? '')?.[1];
  const facts = [
    failure.status === undefined ? '' : `HTTP ${failure.status}`,
    failure.code === undefined ? '' : `code ${failure.code}`,
    detail === undefined ? '' : `sub-code ${detail}`,
    failure.cause ?? '',
  ];
  const message = `feishu ${what}: ${facts.filter(Boolean).join(', ') || 'no answer'}`;
  const wait = kind === 'rate-limited' ? waitOf(failure.headers) : undefined;
  return new BanjieError(kind, message, { vendor: failure.code, ...(wait === undefined ? {} : { retryAfter: wait }) });
}

/** Why an app cannot work at all, as its administrator has to hear it. */
export type Complaint = 'credentials' | 'address-not-allowed' | 'bot-off' | 'not-installed' | 'scope' | 'unreachable';

/** Documents: tenant_access_token (10003, 10014, 10015), general codes (99991401, 99991672), sending (230006), scopes (212100). */
const COMPLAINTS: Record<number, Complaint> = {
  10003: 'credentials',
  10014: 'credentials',
  10015: 'credentials',
  99991401: 'address-not-allowed',
  230006: 'bot-off',
  212100: 'not-installed',
  99991672: 'scope',
};

/** What a failed call says about the app; whatever has no number of its own is no answer worth the name. */
export const complaintOf = (error: BanjieError): Complaint => COMPLAINTS[error.vendor ?? 0] ?? 'unreachable';
