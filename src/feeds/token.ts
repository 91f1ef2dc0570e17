import { createHash, timingSafeEqual } from 'node:crypto';
import type { WorkspaceId } from '../workspace/workspace.ts';

/** Bytes of a secret: 192 bits of chance, which nobody guesses. */
export const SECRET_BYTES = 24;
/** Characters of the first part, which finds the workspace, and of the secret behind it; base64url. */
const PLACE_LENGTH = 16;
const TOKEN = /^[\w-]{48}$/u;

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** What stands for a workspace where others see it: the same each time, and no way back to the id. 96 bits. */
export const placeOf = (id: WorkspaceId): string =>
  digest(`banjie calendar ${id}`).toString('base64url').slice(0, PLACE_LENGTH);

/** The token of a feed: where it is, and the secret that opens it. */
export const tokenOf = (id: WorkspaceId, secret: string): string => `${placeOf(id)}${secret}`;

/** The parts of a token; undefined for a text that is none. */
export const readToken = (token: string): { place: string; secret: string } | undefined =>
  TOKEN.test(token) ? { place: token.slice(0, PLACE_LENGTH), secret: token.slice(PLACE_LENGTH) } : undefined;

/** Whether two secrets are the same, in a time that does not tell how much of them is. */
export const isSame = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));
