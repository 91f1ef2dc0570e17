import { describe, expect, it } from 'vitest';
import type { Block, Card } from '../../../src/cards/card.ts';
import { renderCard } from '../../../src/platforms/feishu/render.ts';
import { aCard, aRow } from '../../builders/card.ts';
import { countTags, lintCard } from '../../fakes/feishu/card-lint.ts';
import { markdownOf, visibleOf } from '../../fakes/feishu/visible.ts';

const drawn = (blocks: Block[], overrides: Partial<Card> = {}) => renderCard(aCard({ blocks, ...overrides }));
const shown = (card: Record<string, unknown>) => visibleOf('interactive', card).text.split('\n');

const bar = (name: string, share: number, label: string) => ({ name, share, label });

describe('blocks', () => {
  it('calls people by ids that are ids, and by nothing in their words', () => {
    const lines = [{ people: [{ id: 'ou_1', name: '李四' }], text: '<at id=all></at> <at id=ou_2></at>' }];
    const card = JSON.stringify(drawn([{ kind: 'mentions', lines }]));
    expect(card.match(/<at [^>]*>/g)).toEqual(['<at id=ou_1>']);
  });

  it.each<[string, Block, string[]]>([
    ['text', { kind: 'text', text: '第一行\n第二行', style: 'plain' }, ['第一行', '第二行']],
    ['strong text', { kind: 'text', text: '要点', style: 'strong' }, ['要点']],
    ['quiet text', { kind: 'text', text: '附注', style: 'quiet' }, ['附注']],
    ['a heading', { kind: 'heading', text: '本周应办' }, ['本周应办']],
    ['bullets', { kind: 'lines', lines: ['甲', '乙'], numbered: false }, ['• 甲', '• 乙']],
    ['numbered lines', { kind: 'lines', lines: ['甲', '乙'], numbered: true }, ['1. 甲', '2. 乙']],
    ['facts', { kind: 'facts', facts: [{ name: '责任单位', value: '办公室' }] }, ['责任单位：办公室']],
    [
      'bars',
      { kind: 'progress', bars: [bar('会员', 0.25, '5/20人'), bar('场次', 1.4, '7/5场'), bar('坏', Number.NaN, '—')] },
      ['███░░░░░░░ 会员 5/20人', '██████████ 场次 7/5场', '░░░░░░░░░░ 坏 —'],
    ],
    ['a chart', { kind: 'chart', title: '指标', bars: [bar('会员', 0.5, '5/10')] }, ['指标', '会员 5/10']],
    [
      'people who are called',
      {
        kind: 'mentions',
        lines: [
          { people: [{ id: 'ou_1', name: '李四' }], text: '#1 <at id=all></at> 今天到期' },
          { people: [{ id: 'x><at id=all>', name: '王五' }], text: '#2' },
        ],
      },
      [' #1 <at id=all></at> 今天到期', '@王五 #2'],
    ],
    [
      'a task',
      { kind: 'taskRows', rows: [aRow({ light: '🔴', number: 7, title: '走访', detail: '保障部' })] },
      ['🔴 #7 走访', '保障部'],
    ],
    [
      'a cancelled task',
      { kind: 'taskRows', rows: [aRow({ light: '⚪', number: 7, title: '走访', detail: '', struck: true })] },
      ['⚪ #7 走访'],
    ],
  ])('%s', (_, block, lines) => {
    const card = drawn([block]);
    expect(lintCard(card)).toEqual([]);
    expect(shown(card)).toEqual(['标题', ...lines]);
  });

  it('strikes a cancelled title out, and nothing else is markup', () => {
    const card = drawn([{ kind: 'taskRows', rows: [aRow({ title: '<at id=all></at> ~~x~~', struck: true }), aRow()] }]);
    expect(markdownOf(card)).toEqual([
      '🟢 &#35;12 ~~&#60;at id&#61;all&#62;&#60;&#47;at&#62; &#126;&#126;x&#126;&#126;~~',
    ]);
  });

  it('buttons carry their command and the card’s view', () => {
    const button = { label: '完成', say: '完成 12', tone: 'primary' as const };
    const card = drawn(
      [
        { kind: 'buttons', buttons: [button] },
        { kind: 'taskRows', rows: [aRow({ buttons: [button] })] },
      ],
      {
        view: '本周',
      },
    );
    const value = { v: 1, say: '完成 12', view: '本周' };
    expect(visibleOf('interactive', card).buttons).toEqual([
      { label: '完成', value },
      { label: '完成', value },
    ]);
  });

  it('bars of one name stay two in a chart', () => {
    const card = drawn([{ kind: 'chart', title: '', bars: [bar('甲', 0.1, '1'), bar('甲', 0.2, '1')] }]);
    expect(shown(card).slice(2)).toEqual(['甲 1', '甲 1 (2)']);
  });

  it.each<[Card['tone'], string]>([
    ['neutral', 'blue'],
    ['good', 'green'],
    ['warning', 'orange'],
    ['bad', 'red'],
  ])('tone %s → %s', (tone, template) => {
    expect(renderCard(aCard({ tone }))).toMatchObject({ header: { template, title: { content: '标题' } } });
  });

  it.each([
    ['no blocks', []],
    [
      'blocks without content',
      [
        { kind: 'lines', lines: [], numbered: true },
        { kind: 'text', text: ' \n ', style: 'plain' },
      ],
    ],
  ] satisfies [string, Block[]][])('%s still make a card', (_, blocks) => {
    const card = renderCard(aCard({ title: '', blocks }));
    expect(lintCard(card)).toEqual([]);
    expect(shown(card)).toEqual(['办结', '（没有内容）']);
  });
});

describe('limits', () => {
  const button = (label: string) => ({ label, say: label, tone: 'default' as const });
  const rows = (count: number) =>
    Array.from({ length: count }, (_, index) => aRow({ number: index + 1, buttons: [button('完成')] }));

  it('ten rows with two buttons each and paging stand whole', () => {
    const list = rows(10).map((row) => ({ ...row, buttons: [button('完成'), button('查看')] }));
    const card = drawn([
      { kind: 'taskRows', rows: list },
      { kind: 'buttons', buttons: [button('上一页'), button('下一页')] },
    ]);
    expect(lintCard(card)).toEqual([]);
    expect(shown(card).join('\n')).not.toContain('其余');
    expect(visibleOf('interactive', card).buttons).toHaveLength(22);
  });

  it('what has no place is counted, and the paging buttons stay', () => {
    const card = drawn([
      { kind: 'taskRows', rows: rows(60) },
      { kind: 'buttons', buttons: [button('下一页')] },
    ]);
    expect(lintCard(card)).toEqual([]);
    expect(countTags(card)).toBeLessThanOrEqual(200);
    const lines = shown(card);
    const drawnRows = lines.filter((line) => line.includes('#')).length;
    expect(drawnRows).toBeGreaterThan(15);
    expect(lines.at(-1)).toBe(`…其余 ${60 - drawnRows} 项`);
    expect(visibleOf('interactive', card).buttons.at(-1)?.label).toBe('下一页');
  });

  it('blocks that find no place at all are counted together at the end', () => {
    const card = drawn([
      {
        kind: 'lines',
        lines: Array.from({ length: 400 }, (_, index) => `${index} ${'长'.repeat(50)}`),
        numbered: false,
      },
      { kind: 'taskRows', rows: [{ ...aRow(), title: '长'.repeat(200), detail: '长'.repeat(200) }] },
    ]);
    expect(lintCard(card)).toEqual([]);
    expect(shown(card).filter((line) => line.startsWith('…'))).toHaveLength(2);
  });

  it('the sixth chart is drawn as text', () => {
    const chart = (title: string): Block => ({ kind: 'chart', title, bars: [bar('会员', 0.5, '5/10')] });
    const card = drawn(['一', '二', '三', '四', '五', '六'].map(chart));
    expect(lintCard(card)).toEqual([]);
    expect(shown(card).slice(-2)).toEqual(['六', '█████░░░░░ 会员 5/10']);
  });

  it('a label longer than Feishu takes is cut', () => {
    const card = drawn([{ kind: 'buttons', buttons: [button('标'.repeat(300))] }]);
    expect(visibleOf('interactive', card).buttons[0]?.label).toMatch(/^标{59}…$/);
  });
});
