import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carriable, clip, markdownText, messageText, oneLine } from '../../../src/platforms/feishu/escape.ts';
import { plainOf } from '../../fakes/feishu/visible.ts';

const anything = fc.string({ unit: 'binary', maxLength: 300 });

describe('carriable', () => {
  it.each([
    ['a\r\nb\rc', 'a\nb\nc'],
    ['a\u0000\u0007b\u007f', 'ab'],
    ['\ud800 和 😀', '\ufffd 和 😀'],
    ['@all <at id=all></at> **x**', '@all <at id=all></at> **x**'],
  ])('%j → %j', (text, expected) => expect(carriable(text)).toBe(expected));
});

describe('oneLine', () => {
  it('has no line feeds and no blanks at the ends', () => {
    expect(oneLine('  第一行\n\n 第二行\t')).toBe('第一行 第二行');
  });
});

describe('clip', () => {
  it.each([
    ['abc', 3, 'abc'],
    ['abcd', 3, 'ab…'],
    ['a😀bc', 3, 'a…'],
  ])('%j to %i → %j', (text, length, expected) => expect(clip(text, length)).toBe(expected));

  it('is never longer than it may be, and never cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 50 }), (text, length) => {
        const cut = clip(text, length);
        expect(cut.length).toBeLessThanOrEqual(length);
        expect(cut).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });
});

describe('markdownText', () => {
  it.each([
    ['<at id=all></at>', '&#60;at id&#61;all&#62;&#60;&#47;at&#62;'],
    ['**重要**', '&#42;&#42;重要&#42;&#42;'],
    ['[点我](http://x)', '&#91;点我&#93;&#40;http&#58;&#47;&#47;x&#41;'],
    ['&#60;b&#62;', '&#38;&#35;60&#59;b&#38;&#35;62&#59;'],
    ['职代会', '职代会'],
  ])('%s → %s', (text, expected) => expect(markdownText(text)).toBe(expected));

  it('leaves no ASCII punctuation but its own entities, and reads as it was', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const escaped = markdownText(text);
        expect(escaped.replace(/&#\d+;/g, '')).not.toMatch(/[!-/:-@[-`{-~\n]/);
        expect(plainOf(escaped)).toBe(oneLine(text));
      }),
    );
  });
});

describe('messageText', () => {
  it.each([
    ['<at user_id="all"></at>', '<\u200bat user_id="all"><\u200b/at>'],
    ['<b>粗</b>', '<\u200bb>粗<\u200b/b>'],
    ['[点我](http://x)', '[点我]\u200b(http://x)'],
    ['3 < 5 且 a<=b', '3 < 5 且 a<=b'],
    ['完成 12', '完成 12'],
  ])('%s', (text, expected) => expect(messageText(text)).toBe(expected));

  it('leaves no tag and no link', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(messageText(`<at user_id="all">${text}](http://x)`)).not.toMatch(/<[a-z/!]|\]\(/i);
      }),
    );
  });
});
