import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleLines } from '../../../src/exports/docx/title-lines.ts';

describe('titleLines', () => {
  it.each([
    ['2026年4月份工作总结', ['2026年4月份工作总结']],
    ['临江区总工会2026年第27周工作周报', ['临江区总工会2026年第27周工作周报']],
    ['临江区总工会2026年4月份工作总结及5月份工作安排', ['临江区总工会2026年', '4月份工作总结及5月份工作安排']],
    [
      '临江经济技术开发区总工会2026年上半年工作总结及下半年工作安排',
      ['临江经济技术开发区总工会2026年', '上半年工作总结及下半年工作安排'],
    ],
    [
      '中共临江经济技术开发区非公有制经济组织和社会组织工作委员会2026年4月份工作总结及5月份工作安排',
      ['中共临江经济技术开发区非公有制', '经济组织和社会组织工作委员会', '2026年4月份工作总结及5月份工作安排'],
    ],
  ])('%s', (title, lines) => {
    expect(titleLines(title)).toEqual(lines);
  });

  it.each([
    ['one that needs four lines', '工会'.repeat(40)],
    ['one with nowhere to break', 'A'.repeat(60)],
    ['none', ''],
  ])('leaves %s to the reader’s program', (_, title) => {
    expect(titleLines(title)).toEqual([title]);
  });

  it('loses nothing and tears no number from its unit', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('总工会', '2026年', '12月份', '工作', '总结', '及', 'AI', '…', '12')),
        (words) => {
          const title = words.join('');
          const lines = titleLines(title);
          expect(lines.join('')).toBe(title);
          expect(lines.join('\n')).not.toMatch(/\d\n|\n[年月份]|\n$|^\n/u);
        },
      ),
    );
  });
});
