import { describe, expect, it } from 'vitest';
import { commands } from '../../handlers/index.ts';
import { correctedSlips } from '../../src/chat/slips.ts';

const corrections = (text: string): string[] => correctedSlips(text, commands).map((each) => each.text);

describe('a slip in a command word', () => {
  it.each([
    ['完城 12', '完成 12'],
    ['成完 12', '完成 12'],
    ['完成成 12', '完成 12'],
    ['12完城', '12完成'],
    ['统记', '统计'],
    ['确认导人', '确认导入'],
    ['确认导', '确认导入'],
    ['廷期 11 到7月底', '延期 11 到7月底'],
  ])('%s may be %s', (text, expected) => {
    expect(corrections(text)).toContain(expected);
  });

  it('that sounds the same comes first', () => {
    expect(corrections('完程 12')[0]).toBe('完成 12');
  });

  it.each(['收到', '收到!', '季报', '导出', '临期', '本月到期', '半年总结'])('%s means something else', (text) => {
    expect(corrections(text)).toEqual([]);
  });

  it.each(['完成 12', '张三很好', '。', 'x'.repeat(100)])('is not seen in %s', (text) => {
    expect(corrections(text)).not.toContain(text);
    expect(corrections('x'.repeat(100))).toEqual([]);
  });
});
