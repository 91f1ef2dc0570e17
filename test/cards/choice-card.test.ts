import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { choiceCard } from '../../src/cards/choice-card.ts';
import { suggestionCard } from '../../src/cards/suggestion-card.ts';

describe('choiceCard', () => {
  it('lists the candidates with numbers and a button each', () => {
    const card = choiceCard('要办结哪一项?', [
      { label: '🟢 #12 三八节座谈会(女工部)', button: '#12', say: '完成 12' },
      { label: '🟢 #31 三八节慰问(女工部)', button: '#31', say: '完成 31' },
    ]);
    expect(cardText(card)).toBe(
      '【请确认】\n要办结哪一项?\n1. 🟢 #12 三八节座谈会(女工部)\n2. 🟢 #31 三八节慰问(女工部)\n回复序号,或点按钮\n▸ 可发送:完成 12(#12) | 完成 31(#31)',
    );
  });

  it.each([
    [
      ['新增', '累计'],
      ['新增', '累计'],
    ],
    [
      ['新增', '一个长得写不进按钮里去的说法'],
      ['第1个', '第2个'],
    ],
  ])('writes %j on its buttons as %j', (labels, written) => {
    const buttons = choiceCard(
      '?',
      labels.map((label) => ({ label, say: 'x' })),
    ).blocks.at(-1);
    expect(buttons).toMatchObject({ buttons: written.map((label) => ({ label })) });
  });

  it('shows ten and tells how many more there are', () => {
    const many = Array.from({ length: 14 }, (_, index) => ({ label: `第${index}`, say: `查看 ${index}` }));
    const said = cardText(choiceCard('哪一项?', many));
    expect(said).toContain('10. 第9');
    expect(said).not.toContain('查看 10');
    expect(said).toContain('另有4个未列出');
  });
});

describe('suggestionCard', () => {
  it('offers the nearest commands', () => {
    expect(cardText(suggestionCard('本同', [{ say: '本周', gets: '本周的任务' }]))).toBe(
      '【没看懂】\n没看懂“本同”,您是不是想:\n1. 本周 — 本周的任务\n什么都没有改动。发“帮助”看全部说法\n▸ 可发送:本周',
    );
  });

  it('says where to look when nothing is near', () => {
    expect(cardText(suggestionCard('哈哈', []))).toBe('【没看懂】\n没看懂“哈哈”,发“帮助”看能说什么');
  });

  it('quotes a long message by its beginning', () => {
    expect(cardText(suggestionCard('很'.repeat(3000), [])).length).toBeLessThan(100);
  });
});
