import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aesKeyOf, openMedia, openSealed, sameSecret, seal, signatureOf } from '../../../src/platforms/wecom/crypto.ts';
import { type Sealing, sealFile, sealFor } from '../../fakes/wecom/seal.ts';
import { VECTORS } from './vectors.ts';

const KEYS = { token: 't0ken', encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C', receiveId: '' };
const KEY = aesKeyOf(KEYS.encodingAesKey);
const refused = { code: 'malformed' };

describe('(1) the public vectors', () => {
  it.each(VECTORS)('$name: signature and content', ({ token, encodingAesKey, receiveId, ...vector }) => {
    const { signature, timestamp, nonce, sealed, holds } = vector;
    expect(signatureOf(token, timestamp, nonce, sealed)).toBe(signature);
    expect(openSealed(sealed, aesKeyOf(encodingAesKey), receiveId)).toContain(holds);
  });
});

describe('what was sealed', () => {
  it('opens again, whatever is in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme-ascii', maxLength: 40 }), (text, id) => {
        expect(openSealed(seal(text, KEY, id, randomBytes(16)), KEY, id)).toBe(text);
      }),
    );
  });

  it('by the other side opens, also where it pads to 16', () => {
    expect(openSealed(sealFor(KEYS, '本月'), KEY, '')).toBe('本月');
    expect(openSealed(sealFor(KEYS, '本月', { block: 16 }), KEY, '')).toBe('本月');
    expect(openMedia(sealFile(KEYS, Buffer.from('PK\u0003\u0004计划')), KEY).toString()).toBe('PK\u0003\u0004计划');
  });
});

describe('(5) (6) what is not just as it should be is refused', () => {
  const longer = (by: number) => (plain: Buffer) => {
    plain.writeUInt32BE(plain.readUInt32BE(16) + by, 16);
    return plain;
  };
  it.each<[string, Sealing]>([
    ['a payload for another receiver', { receiveId: 'corpX' }],
    ['trailing garbage', { spoil: (plain) => Buffer.concat([plain, Buffer.from('xyz')]) }],
    ['a length beyond the end', { spoil: longer(3) }],
    ['a length of four gigabytes', { spoil: (plain) => plain.fill(255, 16, 20) }],
    ['a length that is too short', { spoil: longer(-1) }],
    ['bytes that are no UTF-8', { spoil: (plain) => plain.fill(255, 20, 24) }],
    ['less than a head', { spoil: (plain) => plain.subarray(0, 10) }],
  ])('%s', (_, sealing) => {
    expect(() => openSealed(sealFor(KEYS, '完成 12', sealing), KEY, '')).toThrow(expect.objectContaining(refused));
  });

  const sealed = sealFor(KEYS, '完成 12');
  const bytes = Buffer.from(sealed, 'base64');
  it.each([
    ['nothing', ''],
    ['no base64', '!!!!'],
    ['a blank in it', `${sealed.slice(0, 8)} ${sealed.slice(8)}`],
    ['a cut in mid-block', bytes.subarray(0, -5).toString('base64')],
    ['its last block dropped', bytes.subarray(0, -16).toString('base64')],
    ['one block alone', bytes.subarray(0, 16).toString('base64')],
    ['another key', sealFor({ ...KEYS, encodingAesKey: '6qkdMrq68nTKduznJYO1A37W2oEgpkMUvkttRToqhUt' }, '完成 12')],
  ])('%s', (_, text) => {
    expect(() => openSealed(text, KEY, '')).toThrow(expect.objectContaining(refused));
  });

  it('any text at all ends in a refusal or in text, never in another error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.constant(sealed)), (text) => {
        try {
          openSealed(text, KEY, '');
        } catch (error) {
          expect(error).toMatchObject(refused);
        }
      }),
    );
  });
});

it('secrets are compared whole', () => {
  expect(sameSecret('abc', 'abc')).toBe(true);
  expect(sameSecret('ABC', 'abc')).toBe(false);
  expect(sameSecret('', 'abc')).toBe(false);
});
