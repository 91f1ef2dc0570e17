import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

/**
 * WeCom's side of the cipher, written for this stand-in alone so that a mistake of the bot's is not repeated here (platform
 * document 101033).
 */
export interface Keys {
  token: string;
  encodingAesKey: string;
  receiveId: string;
}

const keyOf = ({ encodingAesKey }: Keys) => Buffer.from(`${encodingAesKey}=`, 'base64');

const pad = (plain: Buffer, block: number): Buffer => {
  const count = block - (plain.length % block);
  return Buffer.concat([plain, Buffer.alloc(count, count)]);
};

const encrypt = (padded: Buffer, key: Buffer): Buffer => {
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return Buffer.concat([cipher.update(padded), cipher.final()]);
};

export interface Sealing {
  receiveId?: string;
  /** Padding block: 32, or 16 as some libraries do. */
  block?: number;
  /** The plain bytes changed before they are padded. */
  spoil?(plain: Buffer): Buffer;
}

export const sealFor = (keys: Keys, text: string, { receiveId, block = 32, spoil }: Sealing = {}): string => {
  const message = Buffer.from(text);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(message.length);
  const plain = Buffer.concat([randomBytes(16), length, message, Buffer.from(receiveId ?? keys.receiveId)]);
  return encrypt(pad(spoil?.(plain) ?? plain, block), keyOf(keys)).toString('base64');
};

/** A file as WeCom's store serves it. */
export const sealFile = (keys: Keys, bytes: Uint8Array): Buffer => encrypt(pad(Buffer.from(bytes), 32), keyOf(keys));

export const openFrom = (keys: Keys, sealed: string): string => {
  const key = keyOf(keys);
  const cipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  const plain = Buffer.concat([cipher.update(Buffer.from(sealed, 'base64')), cipher.final()]);
  const content = plain.subarray(0, plain.length - (plain.at(-1) ?? 0));
  const size = content.readUInt32BE(16);
  if (content.subarray(20 + size).toString() !== keys.receiveId) throw new Error('sealed for another receiver');
  return content.subarray(20, 20 + size).toString();
};

export const sign = ({ token }: Keys, timestamp: string, nonce: string, sealed: string): string =>
  createHash('sha1').update([token, timestamp, nonce, sealed].sort().join('')).digest('hex');
