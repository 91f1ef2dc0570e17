import { createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { BanjieError } from '../../banjie-error.ts';

const IV_BYTES = 16;

/** Of the app's one Encrypt Key; remembered, for it opens every delivery. */
let known: { encryptKey: string; key: Buffer } | undefined;
const keyOf = (encryptKey: string): Buffer => {
  if (known?.encryptKey !== encryptKey) {
    known = { encryptKey, key: createHash('sha256').update(encryptKey).digest() };
  }
  return known.key;
};

/**
 * Opens what Feishu put into `encrypt`: base64(IV ‖ AES-256-CBC with PKCS7), the key being SHA-256 of the Encrypt Key.
 * @throws BanjieError `malformed` when it was not sealed with this key
 */
export function decrypt(sealed: string, encryptKey: string): string {
  const bytes = Buffer.from(sealed, 'base64');
  const isWhole = bytes.length >= 2 * IV_BYTES && bytes.length % IV_BYTES === 0;
  if (!isWhole) throw new BanjieError('malformed', 'encrypted body of an impossible length');
  try {
    const decipher = createDecipheriv('aes-256-cbc', keyOf(encryptKey), bytes.subarray(0, IV_BYTES));
    return Buffer.concat([decipher.update(bytes.subarray(IV_BYTES)), decipher.final()]).toString('utf8');
  } catch {
    throw new BanjieError('malformed', 'encrypted body does not open with the Encrypt Key');
  }
}

/** The signature Feishu puts into `X-Lark-Signature`, in hex: SHA-256 over timestamp, nonce, Encrypt Key and the raw body. */
export function signatureOf(timestamp: string, nonce: string, encryptKey: string, body: Uint8Array): string {
  return createHash('sha256').update(timestamp).update(nonce).update(encryptKey).update(body).digest('hex');
}

/** Whether two texts are equal, in a time that tells nothing about where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
