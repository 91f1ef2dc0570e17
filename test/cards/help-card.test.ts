import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { helpCard, helpOneCard } from '../../src/cards/help-card.ts';

const entries = [
  {
    name: '本周',
    topic: '查看',
    words: ['本周'],
    examples: [
      { say: '本周', gets: '本周的任务' },
      { say: '我的', gets: '我负责的' },
    ],
  },
  {
    name: '延期',
    topic: '办理',
    words: ['延期', '推迟'],
    examples: [{ say: '延期 12 到6月底 因场地装修', gets: '改时限,原时限留着' }],
  },
  {
    name: '导入',
    topic: '计划',
    words: ['导入'],
    examples: [{ say: '导入 2026\n一、培训\n1. 4月:办班', gets: '先看再确认' }],
  },
];

describe('helpCard', () => {
  it('tells one example of every command under its topic', () => {
    const said = cardText(helpCard(entries));
    expect(said).toContain('▎🔍 查看\n· 本周 — 本周的任务');
    expect(said).not.toContain('我负责的');
    expect(said).toContain('▎✅ 办理\n· 延期 12 到6月底 因场地装修 — 改时限,原时限留着');
  });

  it('orders topics and commands by need, not by precedence', () => {
    const [look, extend, add] = entries;
    if (!look || !extend || !add) throw new Error('three entries');
    const close = { ...extend, name: '完成', examples: [{ say: '完成 12', gets: '办结' }] };
    expect(helpCard([add, extend, close, look]).blocks).toEqual(helpCard([look, close, extend, add]).blocks);
  });

  it('tells a pasted example by its first line', () => {
    expect(cardText(helpCard(entries))).toContain('· 导入 2026 … — 先看再确认');
  });
});

describe('helpOneCard', () => {
  it('tells every example and the other words', () => {
    expect(
      cardText(
        helpOneCard({
          name: '延期',
          topic: '办理',
          words: ['延期', '推迟'],
          examples: [{ say: '延期 12 一周', gets: '顺延' }],
        }),
      ),
    ).toBe('【帮助 · 延期】办理\n· 延期 12 一周 — 顺延\n也可以说:推迟\n▸ 可发送:帮助(全部帮助)');
  });
});
