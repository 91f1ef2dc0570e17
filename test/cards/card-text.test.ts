import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../src/cards/card.ts';
import { barText, cardText } from '../../src/cards/card-text.ts';
import { aCard, aRow, HOSTILE_TITLES } from '../builders/card.ts';

describe('cardText', () => {
  it.each<[string, Block, string]>([
    ['a paragraph', { kind: 'text', text: '第一行\n第二行', style: 'quiet' }, '第一行\n第二行'],
    ['numbered lines', { kind: 'lines', lines: ['甲', '乙'], numbered: true }, '1. 甲\n2. 乙'],
    ['bulleted lines', { kind: 'lines', lines: ['甲', '乙'], numbered: false }, '· 甲\n· 乙'],
    ['a heading', { kind: 'heading', text: '进展' }, '▎进展'],
    ['facts', { kind: 'facts', facts: [{ name: '时限', value: '4月' }] }, '时限:4月'],
    [
      'bars',
      { kind: 'progress', bars: [{ name: '会员', share: 0.6, label: '300/500人' }] },
      '会员 ▓▓▓▓▓▓░░░░ 300/500人',
    ],
    [
      'a chart',
      { kind: 'chart', title: '办结率', bars: [{ name: '办公室', share: 0, label: '0/3' }] },
      '办结率\n办公室 ░░░░░░░░░░ 0/3',
    ],
    [
      'a button by what it says',
      { kind: 'buttons', buttons: [{ label: '办结', say: '完成 12', tone: 'primary' }] },
      '▸ 可发送:完成 12(办结)',
    ],
    [
      'a button whose label says it',
      { kind: 'buttons', buttons: [{ label: '本周', say: '本周', tone: 'default' }] },
      '▸ 可发送:本周',
    ],
    ['a task', { kind: 'taskRows', rows: [aRow()] }, '🟢 #12 召开职工代表大会\n   办公室 · 6月30日 周二'],
    [
      'a cancelled task',
      { kind: 'taskRows', rows: [aRow({ light: '', struck: true, detail: '' })] },
      '#12 召开职工代表大会(已取消)',
    ],
  ])('writes %s', (_name, block, text) => {
    expect(cardText(aCard({ blocks: [block] }))).toBe(`【标题】\n${text}`);
  });

  it('tells the buttons of all rows once, below them', () => {
    const row = (number: number) =>
      aRow({ number, detail: '', buttons: [{ label: '办结', say: `完成 ${number}`, tone: 'primary' }] });
    expect(cardText(aCard({ blocks: [{ kind: 'taskRows', rows: [row(12), row(13)] }] }))).toBe(
      '【标题】\n🟢 #12 召开职工代表大会\n🟢 #13 召开职工代表大会\n▸ 可发送:完成 12 | 完成 13',
    );
  });

  it('sets a heading off by an empty line, unless it stands first', () => {
    const blocks: Block[] = [
      { kind: 'heading', text: '甲' },
      { kind: 'heading', text: '乙' },
    ];
    expect(cardText(aCard({ subtitle: '副标题', blocks }))).toBe('【标题】副标题\n▎甲\n\n▎乙');
  });

  it.each(HOSTILE_TITLES)('leaves %s as it was typed', (title) => {
    expect(cardText(aCard({ blocks: [{ kind: 'taskRows', rows: [aRow({ title })] }] }))).toContain(`#12 ${title}\n`);
  });

  it.each([
    [0, '░░░░░░░░░░'],
    [0.04, '░░░░░░░░░░'],
    [0.5, '▓▓▓▓▓░░░░░'],
    [1, '▓▓▓▓▓▓▓▓▓▓'],
    [3.2, '▓▓▓▓▓▓▓▓▓▓'],
    [-1, '░░░░░░░░░░'],
    [Number.NaN, '░░░░░░░░░░'],
    [Number.POSITIVE_INFINITY, '░░░░░░░░░░'],
  ])('draws a share of %d as %s', (share, bar) => {
    expect(barText(share)).toBe(bar);
  });
});

const text = fc.string({ unit: 'grapheme', maxLength: 40 });
const bar = fc.record({ name: text, share: fc.double(), label: text });
const button = fc.record({ label: text, say: text, tone: fc.constantFrom('default', 'primary', 'danger') });
const row = fc.record({
  light: text,
  number: fc.nat(),
  title: text,
  detail: text,
  struck: fc.boolean(),
  buttons: fc.array(button, { maxLength: 2 }),
});
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({
    kind: fc.constant('text' as const),
    text,
    style: fc.constantFrom('plain' as const, 'strong' as const, 'quiet' as const),
  }),
  fc.record({ kind: fc.constant('heading' as const), text }),
  fc.record({ kind: fc.constant('lines' as const), lines: fc.array(text), numbered: fc.boolean() }),
  fc.record({
    kind: fc.constant('mentions' as const),
    lines: fc.array(fc.record({ people: fc.array(fc.record({ id: text, name: text })), text })),
  }),
  fc.record({ kind: fc.constant('taskRows' as const), rows: fc.array(row as fc.Arbitrary<ReturnType<typeof aRow>>) }),
  fc.record({ kind: fc.constant('facts' as const), facts: fc.array(fc.record({ name: text, value: text })) }),
  fc.record({ kind: fc.constant('progress' as const), bars: fc.array(bar) }),
  fc.record({ kind: fc.constant('chart' as const), title: text, bars: fc.array(bar) }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button) }) as fc.Arbitrary<Block>,
);

/** Everything people wrote in a block. */
const wordsOf = (each: Block): string[] => {
  switch (each.kind) {
    case 'text':
    case 'heading':
      return [each.text];
    case 'lines':
      return each.lines;
    case 'mentions':
      return each.lines.flatMap(({ people, text }) => [...people.map(({ name }) => name), text]);
    case 'taskRows':
      return each.rows.flatMap((one) => [one.title, one.detail, ...one.buttons.map(({ say }) => say)]);
    case 'facts':
      return each.facts.flatMap(({ name, value }) => [name, value]);
    case 'progress':
      return each.bars.flatMap(({ name, label }) => [name, label]);
    case 'chart':
      return [each.title, ...each.bars.flatMap(({ name, label }) => [name, label])];
    case 'buttons':
      return each.buttons.flatMap(({ label, say }) => [label, say]);
  }
};

describe('cardText, whatever the card', () => {
  it('never throws and holds every word of it as it stands there', () => {
    fc.assert(
      fc.property(text, text, fc.array(block, { maxLength: 6 }), (title, subtitle, blocks) => {
        const card: Card = aCard({ title, subtitle, blocks });
        const said = cardText(card);
        for (const words of [title, subtitle, ...blocks.flatMap(wordsOf)]) expect(said).toContain(words);
      }),
    );
  });
});
