import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decrypt, sameSecret, signatureOf } from '../../../src/platforms/feishu/crypto.ts';
import { seal } from '../../fakes/feishu/push.ts';

describe('decrypt', () => {
  it('opens the vector of the platform document', () => {
    expect(decrypt('P37w+VZImNgPEO1RBhJ6RtKl7n6zymIbEG1pReEzghk=', 'test key')).toBe('hello world');
  });

  it('opens whatever was sealed with the same key', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 1 }), (plain, key) => {
        expect(decrypt(seal(plain, key), key)).toBe(Buffer.from(plain, 'utf8').toString('utf8'));
      }),
    );
  });

  it.each([
    ['nothing', ''],
    ['not base64', '%%%%'],
    ['an IV alone', Buffer.alloc(16).toString('base64')],
    ['half a block', Buffer.alloc(40).toString('base64')],
    ['a wrong key', seal('hello', 'another key')],
  ])('refuses %s as malformed', (_, sealed) => {
    expect(() => decrypt(sealed, 'test key')).toThrow(expect.objectContaining({ code: 'malformed' }));
  });
});

describe('signatureOf', () => {
  it('is SHA-256 over timestamp, nonce, key and body, as one text', () => {
    // printf '1700000000n0ncekey{"encrypt":"办结"}' | sha256sum
    const expected = 'fbacfec4c05bb9147d3d0d1136af691a269b0f3b4f3cb669995324d93d7acb20';
    expect(signatureOf('1700000000', 'n0nce', 'key', Buffer.from('{"encrypt":"办结"}'))).toBe(expected);
  });
});

describe('sameSecret', () => {
  it.each([
    ['abc', 'abc', true],
    ['abc', 'abd', false],
    ['', 'abc', false],
    ['abc', 'abcd', false],
  ])('%j and %j → %s', (given, expected, same) => expect(sameSecret(given, expected)).toBe(same));
});
