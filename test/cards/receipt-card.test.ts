import { describe, expect, it } from 'vitest';
import { cardText } from '../../src/cards/card-text.ts';
import { receiptCard } from '../../src/cards/receipt-card.ts';

describe('receiptCard', () => {
  it('tells one thing done, and how to take it back', () => {
    const card = receiptCard(['#12 召开职代会:未办结 → 已办结'], '撤销 c17', { title: '已办结' });
    expect(card.tone).toBe('good');
    expect(cardText(card)).toBe('【已办结】\n#12 召开职代会:未办结 → 已办结\n发"撤销"可撤回\n▸ 可发送:撤销 c17');
  });

  it('tells of a batch what was done and what was not, and why', () => {
    const card = receiptCard(['#12 甲', '#13 乙'], '撤销 c18', {
      notDone: ['#99 没有这项任务'],
      note: '还有3期未办结',
    });
    expect(card.tone).toBe('warning');
    expect(cardText(card)).toBe(
      '【已记录】\n· #12 甲\n· #13 乙\n未办:\n· #99 没有这项任务\n还有3期未办结\n发"撤销"可撤回\n▸ 可发送:撤销 c18',
    );
  });

  it('offers no 撤销 where nothing can be taken back', () => {
    expect(cardText(receiptCard([], null, { notDone: ['#99 没有这项任务'] }))).not.toContain('撤销');
  });

  it('puts its own buttons in front of 撤销', () => {
    const card = receiptCard(['#12'], '撤销 c1', { buttons: [{ label: '查看', say: '查看 12', tone: 'default' }] });
    expect(card.blocks.at(-1)).toEqual({
      kind: 'buttons',
      buttons: [
        { label: '查看', say: '查看 12', tone: 'default' },
        { label: '撤销', say: '撤销 c1', tone: 'default' },
      ],
    });
  });

  it('keeps a batch of three hundred long titles within a card', () => {
    const lines = Array.from({ length: 300 }, (_, index) => `#${index + 1} ${'很长的标题'.repeat(400)}`);
    const card = receiptCard(lines, '撤销 c1', { notDone: lines });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(24_000);
    expect(cardText(card)).toContain('共300条,其余260条略');
  });
});
