import { z } from 'zod';
import { BanjieError } from '../../banjie-error.ts';
import type { Door, DoorRequest, DoorResponse } from '../platform.ts';
import { decrypt, sameSecret, signatureOf } from './crypto.ts';

/** Where Feishu pushes events and card clicks; both are named so in the console. */
export const DOOR_PATH = '/feishu/events';
const BODY_LIMIT = 1024 * 1024;
/** Feishu signs each delivery when it sends it, so an honest one is fresh; an hour forgives a wrong clock. */
const FRESH_FOR_MS = 3_600_000;

const envelope = z.object({ encrypt: z.string() });
const urlVerification = z.object({ type: z.literal('url_verification'), challenge: z.string(), token: z.string() });
/** Asked of every delivery: that a schema does not fit costs more than all else here. */
const isVerification = (event: unknown): boolean =>
  typeof event === 'object' && event !== null && 'type' in event && event.type === 'url_verification';
const tokens = z.object({
  token: z.string().optional(),
  header: z.object({ token: z.string().optional() }).optional(),
});

interface Guard {
  encryptKey: string;
  /** Empty when the app has none configured; then the signature alone decides. */
  verificationToken: string;
  /** Current time, ms. */
  now(): number;
}

const reply = (body: unknown): DoorResponse => ({
  status: 200,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify(body),
});

/** Parses JSON. @throws BanjieError `malformed` */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BanjieError('malformed', 'body is not JSON');
  }
}

/** @throws BanjieError `unauthorised` unless the request is signed with the Encrypt Key, freshly, over these very bytes */
function checkSignature({ headers, body }: DoorRequest, guard: Guard): void {
  const timestamp = headers['x-lark-request-timestamp'] ?? '';
  const nonce = headers['x-lark-request-nonce'] ?? '';
  const signature = headers['x-lark-signature'] ?? '';
  if (!sameSecret(signature, signatureOf(timestamp, nonce, guard.encryptKey, body))) {
    throw new BanjieError('unauthorised', signature === '' ? 'no signature' : 'wrong signature');
  }
  const age = guard.now() - Number(timestamp) * 1000;
  if (!/^\d{1,12}$/u.test(timestamp) || Math.abs(age) > FRESH_FOR_MS) {
    throw new BanjieError('unauthorised', 'signature is not fresh');
  }
}

/** @throws BanjieError `unauthorised` when the app has a verification token and this is another */
function checkToken(token: string | undefined, guard: Guard): void {
  if (guard.verificationToken === '') return;
  if (!sameSecret(token ?? '', guard.verificationToken))
    throw new BanjieError('unauthorised', 'wrong verification token');
}

/** What a delivery holds; undefined when it is not sealed with the Encrypt Key, or holds no JSON. */
function opened(sealed: string, guard: Guard): unknown {
  try {
    return JSON.parse(decrypt(sealed, guard.encryptKey));
  } catch {
    return undefined;
  }
}

/**
 * Opens one delivery. The console's address check comes encrypted but unsigned: knowing the Encrypt Key is its proof, and
 * what it gets is only its own challenge back. @throws BanjieError `unauthorised`, `malformed`
 */
function open(request: DoorRequest, guard: Guard): { challenge: string } | { event: unknown } {
  const isSigned = request.headers['x-lark-signature'] !== undefined;
  if (isSigned) checkSignature(request, guard);
  const body = envelope.safeParse(parse(request.body.toString('utf8')));
  const event = body.success ? opened(body.data.encrypt, guard) : undefined;
  const check = isVerification(event) ? urlVerification.safeParse(event) : undefined;
  if (check?.success) {
    checkToken(check.data.token, guard);
    return { challenge: check.data.challenge };
  }
  if (!isSigned) throw new BanjieError('unauthorised', 'no signature');
  if (!body.success) throw new BanjieError('unauthorised', 'not encrypted');
  const given = tokens.safeParse(event);
  if (!given.success) throw new BanjieError('malformed', 'no event sealed with the Encrypt Key');
  checkToken(given.data.header?.token ?? given.data.token, guard);
  return { event };
}

/**
 * The route Feishu pushes to. Checks everything over the raw bytes, then hands the plain event on and answers with what
 * comes back. A rejection of `handle` passes through: `store-unavailable` becomes 503 and Feishu pushes again.
 */
export function createDoor(guard: Guard, handle: (event: unknown) => Promise<Record<string, unknown>>): Door {
  return {
    method: 'POST',
    path: DOOR_PATH,
    bodyLimit: BODY_LIMIT,
    async handle(request) {
      const opened = open(request, guard);
      return reply('challenge' in opened ? { challenge: opened.challenge } : await handle(opened.event));
    },
  };
}
