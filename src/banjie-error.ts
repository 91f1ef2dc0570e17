/**
 * What can go wrong outside the domain, as a closed set. Refusals of the domain ("#12 is closed already") are data, not errors.
 *
 * - `store-unavailable`  the change could not be made durable (disk full, folder gone); nothing was changed, try again
 * - `workspace-broken`   the workspace's file cannot be read; it was set aside, its name is in the message
 * - `rate-limited`       the platform asks to wait; `retryAfter` says how long, in ms, when the platform says so
 * - `platform-unavailable` the platform did not answer or answered with a passing fault; try again
 * - `target-gone`        the chat is dissolved or the bot is no longer in it; do not try again
 * - `no-road`            the chat is there, but nothing can be pushed to it until somebody does something; the reply waits
 * - `reply-rejected`     the platform refuses this very reply (a card it cannot draw); send it in a plainer form
 * - `refused`            the platform says no, for a reason this bot does not know: it may pass, it may stay
 * - `not-permitted`      a scope or credential is missing; an administrator has to act
 * - `unauthorised`       a push whose signature, token or freshness is wrong
 * - `malformed`          a push that is not what the platform sends
 * - `too-large`          a body or document over its limit
 * - `paper-failed`       a file or picture could not be made; the message is the Chinese sentence for the person
 * - `unreadable-document` a document that cannot be read; the message is the Chinese sentence for the person
 */
export type ErrorCode =
  | 'store-unavailable'
  | 'workspace-broken'
  | 'rate-limited'
  | 'platform-unavailable'
  | 'target-gone'
  | 'no-road'
  | 'reply-rejected'
  | 'refused'
  | 'not-permitted'
  | 'unauthorised'
  | 'malformed'
  | 'too-large'
  | 'paper-failed'
  | 'unreadable-document';

/** The one error type of Banjie. `message` is for the log and never holds a secret or a person's text. */
export class BanjieError extends Error {
  readonly code: ErrorCode;
  /** How long the other side asked to wait, in ms; only with `rate-limited`. */
  readonly retryAfter: number | undefined;
  /** The platform's own number, where it told one; only its own `errors.ts` knows what it means. */
  readonly vendor: number | undefined;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; retryAfter?: number; vendor?: number | undefined } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'BanjieError';
    this.code = code;
    this.retryAfter = options.retryAfter;
    this.vendor = options.vendor;
  }
}
