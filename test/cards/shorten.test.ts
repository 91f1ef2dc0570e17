import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capText, oneLine, shorten } from '../../src/cards/shorten.ts';

describe('shorten', () => {
  it.each([
    ['召开职代会', 5, '召开职代会'],
    ['召开职代会议', 5, '召开职代…'],
    ['一行\n\n两行', 10, '一行 两行'],
    ['  两头空格  ', 10, '两头空格'],
    ['中间  两格', 10, '中间  两格'],
    ['😀😀😀😀', 3, '😀😀…'],
  ])('%j to %d characters is %j', (text, limit, short) => {
    expect(shorten(text, limit)).toBe(short);
  });

  it('is never longer than asked and never ends in half a character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.integer({ min: 1, max: 20 }), (text, limit) => {
        const short = shorten(text, limit);
        expect(Array.from(short).length).toBeLessThanOrEqual(limit);
        expect(Buffer.from(short).toString()).toBe(short);
      }),
    );
  });
});

describe('capText', () => {
  it('leaves what fits as typed, line breaks included', () => {
    expect(capText('第一行\n第二行', 10)).toBe('第一行\n第二行');
  });

  it('tells how long the whole is', () => {
    expect(capText('字'.repeat(2000))).toBe(`${'字'.repeat(1500)}…(全文共2000字)`);
  });
});

describe('oneLine', () => {
  it.each(['\n', '\r\n', '\u2028', '\v', '\f', '\u0085'])('breaks no line at %j', (mark) => {
    expect(oneLine(`甲${mark}乙`)).toBe('甲 乙');
  });
});
