import { describe, expect, it } from 'vitest';
import { isIsoDate, weekdayOf, yearOf } from '../../src/calendar/date.ts';
import { FESTIVALS, festivalDate } from '../../src/calendar/festivals.ts';

describe('festivalDate', () => {
  it.each([
    ['元旦', 2026, '2026-01-01'],
    ['三八', 2026, '2026-03-08'],
    ['妇女节', 2026, '2026-03-08'],
    ['植树节', 2026, '2026-03-12'],
    ['五一劳动节', 2026, '2026-05-01'],
    ['五四青年节', 2026, '2026-05-04'],
    ['七一', 2026, '2026-07-01'],
    ['八一建军节', 2026, '2026-08-01'],
    ['教师节', 2026, '2026-09-10'],
    ['国庆节', 2026, '2026-10-01'],
    ['母亲节', 2026, '2026-05-10'],
    ['父亲节', 2026, '2026-06-21'],
  ])('%s of %i is %s', (name, year, date) => {
    expect(festivalDate(name, year)).toBe(date);
  });

  it.each([
    ['春节', '2026-02-17', '2027-02-06', '2028-01-26'],
    ['元宵节', '2026-03-03', '2027-02-20', '2028-02-09'],
    ['端午', '2026-06-19', '2027-06-09', '2028-05-28'],
    ['中秋', '2026-09-25', '2027-09-15', '2028-10-03'],
    ['重阳', '2026-10-18', '2027-10-08', '2028-10-26'],
    ['除夕', '2026-02-16', '2027-02-05', '2028-01-25'],
    ['腊八', '2026-01-26', '2027-01-15', '2028-01-04'],
  ])('%s follows the lunar calendar: %s, %s, %s', (name, ...dates) => {
    expect([2026, 2027, 2028].map((year) => festivalDate(name, year))).toEqual(dates);
  });

  it.each([
    ['清明', 2026, '2026-04-05'],
    ['清明节', 2025, '2025-04-04'],
    ['冬至', 2025, '2025-12-21'],
    ['冬至', 2026, '2026-12-22'],
  ])('the solar term %s of %i is %s', (name, year, date) => {
    expect(festivalDate(name, year)).toBe(date);
  });

  it('knows no day for an unknown name or a year out of range', () => {
    expect(festivalDate('双十一', 2026)).toBeUndefined();
    expect(festivalDate('春节', 1200)).toBeUndefined();
    expect(festivalDate('春节', Number.NaN)).toBeUndefined();
  });

  it('gives every name a real day of the very year it was asked for', () => {
    for (let year = 2020; year <= 2035; year += 1) {
      for (const name of FESTIVALS) {
        const date = festivalDate(name, year);
        if (date === undefined) continue;
        expect(isIsoDate(date)).toBe(true);
        expect(yearOf(date)).toBe(year);
      }
    }
    expect(weekdayOf(festivalDate('母亲节', 2031) ?? '')).toBe(7);
  });

  it('lists the longer name before the shorter one it begins with', () => {
    expect(FESTIVALS.indexOf('五一劳动节')).toBeLessThan(FESTIVALS.indexOf('五一'));
    expect(FESTIVALS.indexOf('国庆节')).toBeLessThan(FESTIVALS.indexOf('国庆'));
  });
});
