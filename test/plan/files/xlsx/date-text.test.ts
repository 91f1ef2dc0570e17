import { describe, expect, it } from 'vitest';
import { dateText, dayOfSerial } from '../../../../src/plan/files/xlsx/date-text.ts';

describe('days as their cells show them', () => {
  it.each([
    ['', '2026年4月30日'],
    ['m/d/yyyy', '2026年4月30日'],
    ['yyyy/m/d;@', '2026年4月30日'],
    ['yyyy"年"m"月"d"日"', '2026年4月30日'],
    ['[$-F800]dddd, mmmm dd, yyyy', '2026年4月30日'],
    ['m/d/yyyy h:mm', '2026年4月30日'],
    ['yyyy"年"m"月"', '2026年4月'],
    ['mmm-yy', '2026年4月'],
    ['yyyy"年"', '2026年'],
    ['m"月"d"日"', '4月30日'],
    ['d-mmm', '4月30日'],
    ['mmmm', '4月'],
  ])('%s shows %s', (format, shown) => {
    expect(dateText(new Date(Date.UTC(2026, 3, 30, 14, 30)), format)).toBe(shown);
  });

  it('a time of day without a day is a time', () => {
    expect(dateText(new Date(Date.UTC(1899, 11, 31, 9, 5)), 'h:mm')).toBe('9:05');
  });

  it.each([
    [46_142, false, '2026-04-30'],
    [46_142.99, false, '2026-04-30'],
    [44_680, true, '2026-04-30'],
    [61, false, '1900-03-01'],
  ])('day %d (from 1904: %s) is %s', (serial, from1904, day) => {
    expect(dayOfSerial(serial, from1904).toISOString().slice(0, 10)).toBe(day);
  });
});
