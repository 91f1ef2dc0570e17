import { describe, expect, it } from 'vitest';
import { numberText } from '../../../../src/plan/files/xlsx/number-text.ts';

describe('numbers as their cells show them', () => {
  it.each([
    [3, '', '3'],
    [3, 'General', '3'],
    [0.1 + 0.2, '', '0.3'],
    [4.35 * 100, '', '435'],
    [13800138000, '', '13800138000'],
    [0.95, '0%', '95%'],
    [0.955, '0.0%', '95.5%'],
    [0.07 * 1, '0%', '7%'],
    [0.285, '0%', '29%'],
    [95, '0"%"', '95%'],
    [1200, '#,##0', '1200'],
    [1234567.5, '#,##0.00', '1234567.50'],
    [4.3, '0.00', '4.30'],
    [30, '0"家"', '30家'],
    [4, '0"月"', '4月'],
    [4, 'General"月"', '4月'],
    [4.5, 'General"万元"', '4.5万元'],
    [3, '"第"0"期"', '第3期'],
    [7, '000', '007'],
    [12, '0_ ', '12'],
    [12, '0_);[Red]\\(0\\)', '12'],
    [5, '[DBNum1][$-804]General', '5'],
    [5, '@', '5'],
  ])('%d as %s shows %s', (value, format, shown) => {
    expect(numberText(value, format, false)).toBe(shown);
  });

  it.each([
    [5, ';;;'],
    [12345, '0!.0,"万"'],
    [12345, '#,##0,'],
    [5, '"保密"'],
  ])('%d as %s, which hides or bends the number, is told plainly', (value, format) => {
    expect(numberText(value, format, false)).toBe(String(value));
  });

  it('a month alone is a month', () => {
    expect(numberText(46_142, 'm"月"', false)).toBe('4月');
  });
});
