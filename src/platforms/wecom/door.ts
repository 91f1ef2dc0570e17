import { randomBytes } from 'node:crypto';
import { BanjieError } from '../../banjie-error.ts';
import type { Door, DoorRequest, DoorResponse } from '../platform.ts';
import { openSealed, sameSecret, seal, signatureOf } from './crypto.ts';

/** Where WeCom checks the address (GET) and pushes messages and clicks (POST); named so in its console. */
export const DOOR_PATH = '/wecom/callback';
const BODY_LIMIT = 1024 * 1024;

/** The secrets a WeCom robot shares with this bot. */
export interface DoorKeys {
  token: string;
  /** 32 bytes. */
  aesKey: Buffer;
  /** Empty for a robot of one's own organisation. */
  receiveId: string;
}

export interface Guard extends DoorKeys {
  /** Current time, ms. */
  now(): number;
}

/** The one value of a query parameter. @throws BanjieError `malformed` when it is missing or given twice */
function parameter({ query }: DoorRequest, name: string): string {
  const [value, ...others] = query.getAll(name);
  if (value === undefined || others.length > 0) throw new BanjieError('malformed', `query without one ${name}`);
  return value;
}

/** @throws BanjieError `malformed`, `unauthorised` unless WeCom signed these very characters. It names no age for a signature: repeats are known by their message. */
function checkSignature(request: DoorRequest, sealed: string, token: string): void {
  const given = parameter(request, 'msg_signature');
  const expected = signatureOf(token, parameter(request, 'timestamp'), parameter(request, 'nonce'), sealed);
  if (!sameSecret(given, expected)) throw new BanjieError('unauthorised', 'wrong signature');
}

/** What is sealed in a push. @throws BanjieError `malformed` */
function sealedIn(body: Buffer): string {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body.toString('utf8'));
  } catch {
    throw new BanjieError('malformed', 'body is not JSON');
  }
  const sealed = (parsed as { encrypt?: unknown } | null)?.encrypt;
  if (typeof sealed !== 'string') throw new BanjieError('malformed', 'body without encrypt');
  return sealed;
}

/** What is sealed in a check of the address. A proxy may have made blanks of its pluses; base64 has no blanks. */
const echoIn = (request: DoorRequest): string => parameter(request, 'echostr').replaceAll(' ', '+');

function opened(sealed: string, request: DoorRequest, guard: DoorKeys): string {
  checkSignature(request, sealed, guard.token);
  return openSealed(sealed, guard.aesKey, guard.receiveId);
}

/** An answer as WeCom takes it: sealed, signed, with the push's own nonce. */
function sealedAnswer(answer: object, request: DoorRequest, guard: Guard): DoorResponse {
  const nonce = parameter(request, 'nonce');
  const timestamp = Math.floor(guard.now() / 1000);
  const encrypt = seal(JSON.stringify(answer), guard.aesKey, guard.receiveId, randomBytes(16));
  const msgsignature = signatureOf(guard.token, String(timestamp), nonce, encrypt);
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ encrypt, msgsignature, timestamp, nonce }),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BanjieError('malformed', 'sealed message is not JSON');
  }
}

/**
 * The routes WeCom calls. Signature first, then everything else, over the very bytes; the plain message is handed on, and
 * what comes back is sealed. `null` is no answer: an empty 200.
 */
export function createDoors(guard: Guard, handle: (plain: unknown) => Promise<object | null>): Door[] {
  const common = { path: DOOR_PATH, bodyLimit: BODY_LIMIT };
  return [
    {
      ...common,
      method: 'GET',
      async handle(request) {
        const body = opened(echoIn(request), request, guard);
        return { status: 200, headers: { 'content-type': 'text/plain; charset=utf-8' }, body };
      },
    },
    {
      ...common,
      method: 'POST',
      async handle(request) {
        const plain = parse(opened(sealedIn(request.body), request, guard));
        const answer = await handle(plain);
        return answer === null ? { status: 200, body: '' } : sealedAnswer(answer, request, guard);
      },
    },
  ];
}
