import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsText } from '../../../../src/plan/files/xlsx/words-text.ts';

const WORDS: ReadonlyArray<readonly [words: string, text: string]> = [
  ['甲\r\n乙\u2028丙\v丁', '甲\n乙\n丙\n丁'],
  ['  a\u0000b\u200b ', 'ab'],
  ['2026-05-12T00:00:00', '2026年5月12日'],
  ['2026-05-12T00:00:00.000Z', '2026年5月12日'],
  [' 2026-05-12T00:00:00Z\n', '2026年5月12日'],
  ['2026-05-12T09:30:00Z', '2026-05-12T09:30:00Z'],
  ['截至2026-05-12T00:00:00Z', '截至2026-05-12T00:00:00Z'],
];

describe('the words of a cell', () => {
  it.each(WORDS)('%j', (words, text) => {
    expect(wordsText(words)).toBe(text);
  });

  it('read again are the same', () => {
    const piece = fc.oneof(fc.string(), fc.constantFrom('2026-05-12T00:00:00Z', '\n', '\u2028', '\u200b', ' '));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 4 }), (pieces) => {
        const text = wordsText(pieces.join(''));
        expect(wordsText(text)).toBe(text);
      }),
    );
  });
});
