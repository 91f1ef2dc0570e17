import { describe, expect, it } from 'vitest';
import { onlyNumbers, readNumber, readNumbers } from '../../../src/chat/reading/numbers.ts';
import { readAmount, readPercent, readWhole } from '../../../src/chat/reading/numerals.ts';

describe('task numbers', () => {
  it.each<[string, number[]]>([
    ['12', [12]],
    ['#12', [12]],
    ['12号', [12]],
    ['第12项', [12]],
    ['任务12', [12]],
    ['No.12', [12]],
    ['【12】', [12]],
    ['十二', [12]],
    ['二十', [20]],
    ['一百零五', [105]],
    ['12、13', [12, 13]],
    ['12,13', [12, 13]],
    ['12 13', [12, 13]],
    ['12和13及14', [12, 13, 14]],
    ['#12 #13', [12, 13]],
    ['15-18', [15, 16, 17, 18]],
    ['15到18', [15, 16, 17, 18]],
    ['15—16、12', [15, 16, 12]],
    ['12、12', [12]],
    ['十二、十三', [12, 13]],
  ])('%s → %j', (text, expected) => {
    expect(onlyNumbers(text)).toEqual(expected);
  });

  it.each([
    ...[
      '',
      '培训',
      '6月',
      '3天',
      '85人',
      '60%',
      '2场',
      '9:00',
      '6.10',
      '3项',
      '三项',
      '12号前',
      '一季度',
      '三八节',
      '五一',
    ],
    ...['2026', '2026-04', '0', '1-9999', '13-12', '4-7月', '1.2万', '第一'],
  ])('%s is none', (text) => {
    expect(readNumbers(text)).toBeUndefined();
  });

  it.each([
    ['12完成了', '完成了'],
    ['12、13已完成', '已完成'],
    ['12 6月底', ' 6月底'],
    ['12 85人参加', ' 85人参加'],
    ['12场地已定', '场地已定'],
    ['3 1-3月', ' 1-3月'],
    ['12 2026-04', ' 2026-04'],
    ['12 第一,场地已定', ' 第一,场地已定'],
    ['12 3 人到场', ' 3 人到场'],
  ])('of %s leave %s', (text, rest) => {
    expect(text.slice(readNumbers(text)?.length)).toBe(rest);
  });

  it('may be joined by more than a space only', () => {
    expect(readNumbers('12 3', false)).toMatchObject({ numbers: [12], length: 2 });
    expect(readNumbers('12、3', false)).toMatchObject({ numbers: [12, 3], length: 4 });
    expect(readNumber('12 3')).toEqual({ number: 12, length: 2 });
  });
});

describe('numerals', () => {
  it.each([
    ['十', 10],
    ['十二', 12],
    ['二十三', 23],
    ['一百', 100],
    ['一百零五', 105],
    ['三百二十', 320],
    ['两千', 2000],
    ['12', 12],
  ])('%s is %d', (text, value) => {
    expect(readWhole(text)).toEqual({ value, length: text.length });
  });

  it.each(['三八', '二〇二六', '十十', '', '培'])('%s is no numeral', (text) => {
    expect(readWhole(text)).toBeUndefined();
  });

  it.each([
    ['45', 45],
    ['1.5', 1.5],
    ['1,200', 1200],
    ['1.2万', 12_000],
    ['三万', 30_000],
    ['2亿', 200_000_000],
    ['1.1万', 11_000],
  ])('%s amounts to %d', (text, value) => {
    expect(readAmount(text)).toEqual({ value, length: text.length });
  });

  it.each([
    ['60%', 60],
    ['百分之六十', 60],
    ['六成', 60],
    ['一半', 50],
    ['99.5%', 99.5],
  ])('%s is %d percent', (text, value) => {
    expect(readPercent(text)).toEqual({ value, length: text.length });
  });

  it.each(['60', '成立', '六成立'])('%s is no percent', (text) => {
    expect(readPercent(text)).toBeUndefined();
  });
});
