import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intoJsonb, jsonbParameter, outOfJsonb } from '../../../src/store/postgres/jsonb.ts';

describe('JSON made fit for jsonb', () => {
  it.each([
    ['plain text', { title: '慰问"困难"职工\\n' }],
    ['U+0000', { title: 'a\u0000b' }],
    ['what only looks like it', { title: 'a\\u0000b' }],
    ['a lone half of a surrogate pair', { title: '\ud83d \udc00' }],
    ['a whole pair', { title: '\u{1F680}' }],
    ['the mark itself', { '\uFDD0': '\uFDD00000 \uFDD0\uFDD0' }],
  ])('comes back with %s', (_, value) => {
    const stored = intoJsonb(JSON.stringify(value));
    expect(JSON.parse(outOfJsonb(stored))).toEqual(value);
  });

  it('holds nothing jsonb refuses, and always comes back', () => {
    const text = fc.string({ unit: 'binary' }).map((each) => each);
    const odd = fc.constantFrom('\u0000', '\ud800', '\udfff', '\uFDD0', '\\', '"', 'u0000', 'd800');
    const value = fc.array(
      fc.oneof(
        text,
        fc.array(odd).map((parts) => parts.join('')),
      ),
    );
    fc.assert(
      fc.property(value, (strings) => {
        const stored = intoJsonb(JSON.stringify(strings));
        expect(stored.replaceAll('\\\\', '')).not.toMatch(/\\u(?:0000|d[89a-f])/);
        expect(JSON.parse(outOfJsonb(stored))).toEqual(strings);
      }),
    );
  });

  it('is sent in the binary format: a version, then the text', () => {
    expect(jsonbParameter([Buffer.from('{"a"'), Buffer.from(':1}')])).toEqual(Buffer.from('\u0001{"a":1}'));
    expect(jsonbParameter([Buffer.from('"\\u0000"')])).toEqual(Buffer.from('\u0001"\uFDD00000"'));
  });
});
