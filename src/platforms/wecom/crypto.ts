import { createCipheriv, createDecipheriv, createHash, timingSafeEqual } from 'node:crypto';
import { BanjieError } from '../../banjie-error.ts';

const IV_BYTES = 16;
const RANDOM_BYTES = 16;
const LENGTH_BYTES = 4;
/** WeCom pads to blocks of 32 bytes, twice AES's own. */
const PAD_BLOCK = 32;
const CANONICAL_BASE64 = /^(?:[\w+/]{4})+(?:[\w+/]{2}==|[\w+/]{3}=)?$|^(?:[\w+/]{2}==|[\w+/]{3}=)$/;

const malformed = (why: string): BanjieError => new BanjieError('malformed', `sealed body: ${why}`);

/** The 32 bytes an EncodingAESKey (43 characters) stands for (platform document 101033). */
export const aesKeyOf = (encodingAesKey: string): Buffer => Buffer.from(`${encodingAesKey}=`, 'base64');

/** The signature over what came sealed, in lower-case hex: SHA-1 of token, timestamp, nonce and sealed text in the order of their code units. */
export function signatureOf(token: string, timestamp: string, nonce: string, sealed: string): string {
  return createHash('sha1').update([token, timestamp, nonce, sealed].sort().join('')).digest('hex');
}

/** Whether two texts are equal, in a time that tells nothing about where they differ. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

/** Takes the padding off: 1 to 32 bytes that all tell how many they are. */
function unpadded(plain: Buffer): Buffer {
  const count = plain.at(-1) ?? 0;
  const isPadding = count >= 1 && count <= PAD_BLOCK && count <= plain.length;
  if (!isPadding || !plain.subarray(-count).every((byte) => byte === count)) throw malformed('wrong padding');
  return plain.subarray(0, -count);
}

function decrypted(bytes: Uint8Array, key: Buffer): Buffer {
  if (bytes.length === 0 || bytes.length % IV_BYTES !== 0) throw malformed('an impossible length');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  return unpadded(Buffer.concat([decipher.update(bytes), decipher.final()]));
}

/**
 * Opens what WeCom sealed: random (16) ‖ length (4, big endian) ‖ message ‖ receiveid, padded, AES-256-CBC, base64. Only the
 * signature proves who sealed it, so it has to be checked before; here everything must be just as it is written.
 * @throws BanjieError `malformed`
 */
export function openSealed(sealed: string, key: Buffer, receiveId: string): string {
  if (!CANONICAL_BASE64.test(sealed)) throw malformed('no base64');
  const plain = decrypted(Buffer.from(sealed, 'base64'), key);
  const start = RANDOM_BYTES + LENGTH_BYTES;
  if (plain.length < start) throw malformed('too short');
  const end = start + plain.readUInt32BE(RANDOM_BYTES);
  if (end > plain.length) throw malformed('a length beyond its end');
  if (!plain.subarray(end).equals(Buffer.from(receiveId))) throw malformed('meant for another receiver');
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(plain.subarray(start, end));
  } catch {
    throw malformed('no UTF-8');
  }
}

/** Seals a message the same way. `random`: 16 bytes nobody can foresee. */
export function seal(message: string, key: Buffer, receiveId: string, random: Buffer): string {
  const text = Buffer.from(message);
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(text.length);
  const plain = Buffer.concat([random, length, text, Buffer.from(receiveId)]);
  const count = PAD_BLOCK - (plain.length % PAD_BLOCK);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, IV_BYTES)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(count, count)), cipher.final()]).toString(
    'base64',
  );
}

/** Opens a file's bytes: the same cipher and padding, nothing in front (platform document 100719). @throws BanjieError `malformed` */
export const openMedia = (bytes: Uint8Array, key: Buffer): Buffer => decrypted(bytes, key);
