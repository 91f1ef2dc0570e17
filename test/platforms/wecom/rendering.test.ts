import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Button, Card } from '../../../src/cards/card.ts';
import { answerOf, finishedStream, questionOf } from '../../../src/platforms/wecom/content.ts';
import { cutTo, split } from '../../../src/platforms/wecom/cut.ts';
import { inert } from '../../../src/platforms/wecom/escape.ts';
import { cardLines } from '../../../src/platforms/wecom/markdown.ts';
import { withoutMention } from '../../../src/platforms/wecom/mention.ts';
import { checkAnswer } from '../../fakes/wecom/answer.ts';

const text = fc.string({ unit: 'binary', maxLength: 200 });
const button: fc.Arbitrary<Button> = fc.record({
  label: text,
  say: text,
  tone: fc.constantFrom('default' as const, 'primary' as const, 'danger' as const),
});
const buttons = fc.array(button, { maxLength: 8 });
const bar = fc.record({ name: text, share: fc.double(), label: text });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text,
    style: fc.constantFrom('plain' as const, 'strong' as const, 'quiet' as const),
  }),
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('lines' as const), lines: fc.array(text), numbered: fc.boolean() }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fc.record({ name: text, value: text })) }),
  fc.record({ kind: fc.constant('chart' as const), title: text, bars: fc.array(bar) }),
  fc.record({ kind: fc.constant('buttons' as const), buttons }),
  fc.record({
    kind: fc.constant('mentions' as const),
    lines: fc.array(fc.record({ people: fc.array(fc.record({ id: text, name: text })), text })),
  }),
  fc.record({
    kind: fc.constant('taskRows' as const),
    rows: fc.array(
      fc.record({
        light: fc.constant('🟢'),
        number: fc.nat(),
        title: text,
        detail: text,
        struck: fc.boolean(),
        buttons,
      }),
    ),
  }),
);
const card: fc.Arbitrary<Card> = fc.record({
  title: text,
  subtitle: text,
  tone: fc.constantFrom('neutral' as const, 'bad' as const),
  view: text,
  blocks: fc.array(block, { maxLength: 6 }),
});

describe('any card', () => {
  it('is an answer WeCom takes, and so is any text', () => {
    const ids = { stream: 's', task: 'b_1' };
    fc.assert(
      fc.property(card, text, (drawn, said) => {
        checkAnswer('message', answerOf({ kind: 'card', card: drawn, toast: '' }, ids));
        checkAnswer('stream', finishedStream('s', { kind: 'card', card: drawn, toast: '' }));
        checkAnswer('message', answerOf({ kind: 'text', text: said }, ids));
      }),
      { numRuns: 300 },
    );
  });

  it('parts into texts within the limit that lose no character', () => {
    fc.assert(
      fc.property(card, fc.integer({ min: 8, max: 400 }), (drawn, most) => {
        const lines = cardLines(drawn, 'webhook');
        const parts = split(lines, most);
        for (const part of parts) expect(Buffer.byteLength(part)).toBeLessThanOrEqual(most);
        const squeezed = (texts: string[]) => texts.join('').replace(/\s/gu, '');
        expect(squeezed(parts)).toBe(squeezed(lines));
      }),
    );
  });
});

describe('people’s text', () => {
  it.each([
    ['<@all> 请看', '＜@all＞ 请看'],
    ['<font color="warning">红</font>', '＜font color="warning"＞红＜/font＞'],
    ['**重** `码` ~~删~~ a|b', '＊＊重＊＊ ｀码｀ ～～删～～ a｜b'],
    ['_斜_ 群编号 wrk_Ab', '＿斜＿ 群编号 wrk_Ab'],
    ['[点](https://x.cn/a_b*c)', '[点]\u200b(https://x.cn/a_b*c)'],
    ['# 标题\n> 引\n1. 项', '#\u200b 标题\n＞ 引\n1.\u200b 项'],
    ['a\u0000b\ud800', 'ab'],
  ])('%j is shown and does nothing', (given, shown) => {
    expect(inert(given)).toBe(shown);
  });

  it('calls nobody but those a card calls, by an id that is one', () => {
    const mention = (id: string): Card => ({
      title: 't',
      subtitle: '',
      tone: 'neutral',
      view: '',
      blocks: [{ kind: 'mentions', lines: [{ people: [{ id, name: '<@all>' }], text: '<@b>' }] }],
    });
    expect(cardLines(mention('WangFang'), 'webhook')[1]).toBe('· <@WangFang> ＜@b＞');
    expect(cardLines(mention('a> <@all'), 'webhook')[1]).toBe('· @＜@all＞ ＜@b＞');
    expect(cardLines(mention('WangFang'), 'stream')[1]).toBe('· @＜@all＞ ＜@b＞');
  });
});

describe('what does not fit', () => {
  it('is counted', () => {
    const lines = Array.from({ length: 100 }, (_, index) => `第${index}行`);
    const shown = cutTo(lines, 300);
    expect(Buffer.byteLength(shown)).toBeLessThanOrEqual(300);
    expect(shown).toMatch(/…其余\d+行未显示/u);
    expect(cutTo(['短'], 300)).toBe('短');
  });
});

describe('a question', () => {
  const asking = (count: number, words: string): Card => ({
    title: '请确认',
    subtitle: '',
    tone: 'neutral',
    view: '',
    blocks: [
      { kind: 'text', text: words, style: 'plain' },
      {
        kind: 'buttons',
        buttons: Array.from({ length: count }, (_, i) => ({ label: `第${i}个`, say: `${i}`, tone: 'default' })),
      },
    ],
  });
  it.each([
    ['a few words and buttons', asking(2, '要办结 #12 吗?'), true],
    ['no button', asking(0, '要办结 #12 吗?'), false],
    ['seven buttons', asking(7, '哪一个?'), false],
    ['many words', asking(2, '字'.repeat(113)), false],
  ])('%s', (_, drawn, isQuestion) => {
    expect(questionOf(drawn) !== undefined).toBe(isQuestion);
  });
});

describe('(12) the mention', () => {
  it.each([
    ['@办结 本月', '办结', '本月'],
    ['本月@办结', '办结', '本月'],
    ['@办结\u2005完成 12', '办结', '完成 12'],
    ['＠办结　本月', '办结', '本月'],
    ['@办结', '办结', ''],
    ['@办结小助手 本月', '办结', '本月'],
    ['@办 结 本月', '办 结', '本月'],
    ['交办 12 @张三 @办结', '办结', '交办 12 @张三'],
    ['@办结 交办 12 @张三', '办结', '交办 12 @张三'],
    ['@办结 导入\n一、活动', '办结', '导入\n一、活动'],
    ['@RoBot(1) 本月', 'robot(1)', '本月'],
    ['@小办 本月', '', '本月'],
    ['本月 @小办', '', '本月'],
    ['本月', '办结', '本月'],
  ])('%j called %j says %j', (said, robot, meant) => {
    expect(withoutMention(said, robot)).toBe(meant);
  });

  it('costs no more than the text is long', () => {
    for (const hostile of [
      '@'.repeat(200_000),
      ' '.repeat(500_000),
      '@办结'.repeat(100_000),
      `@a${' '.repeat(400_000)}b`,
    ]) {
      expect(withoutMention(`x${hostile}x`, '办结').length).toBeLessThanOrEqual(500_002);
    }
  });
});
