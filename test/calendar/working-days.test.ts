import fc from 'fast-check';
import { LegalHoliday } from 'tyme4ts';
import { describe, expect, it } from 'vitest';
import { addDays, dayOf, monthOf, weekdayOf, yearOf } from '../../src/calendar/date.ts';
import { festivalDate } from '../../src/calendar/festivals.ts';
import { monthWindow, weekWindow, yearWindow } from '../../src/calendar/window.ts';
import { stateCouncilCalendar, workingCalendar } from '../../src/calendar/working-days.ts';

const calendar = stateCouncilCalendar();
const daysOfYear = (year: number) => {
  const days: string[] = [];
  for (let date = `${year}-01-01`; yearOf(date) === year; date = addDays(date, 1)) days.push(date);
  return days;
};

describe('the State Council calendar', () => {
  it.each([2024, 2025, 2026])('%i agrees day by day with an independent table', (year) => {
    const differing = daysOfYear(year).filter((date) => {
      const legal = LegalHoliday.fromYmd(yearOf(date), monthOf(date), dayOf(date));
      const worked = legal ? legal.isWork() : weekdayOf(date) <= 5;
      return worked !== calendar.isWorkingDay(date);
    });
    expect(differing).toEqual([]);
  });

  it.each([2024, 2025, 2026])('%i: each festival lies in the holiday that bears its name', (year) => {
    for (const name of ['元旦', '春节', '清明', '端午', '中秋', '国庆']) {
      const date = festivalDate(name, year) ?? '';
      expect(`${name} ${calendar.holidayOf(date)}`).toContain(
        `${name} ${name === '中秋' && year === 2025 ? '国庆' : name}`,
      );
    }
  });

  it.each([
    ['2026-02-14', true],
    ['2026-02-15', false],
    ['2026-02-23', false],
    ['2026-02-24', true],
    ['2026-02-28', true],
    ['2026-01-04', true],
    ['2026-10-01', false],
    ['2026-10-07', false],
    ['2026-10-10', true],
    ['2026-11-21', false],
  ])('%s worked: %s', (date, worked) => {
    expect(calendar.isWorkingDay(date)).toBe(worked);
  });

  it('says which years it knows and counts Monday to Friday in the others', () => {
    expect([2023, 2024, 2025, 2026, 2027].map(calendar.knows)).toEqual([false, true, true, true, false]);
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(calendar.isWorkingDay('2027-01-02')).toBe(false);
    expect(calendar.holidayOf('2027-01-01')).toBeUndefined();
  });

  it('lets a notice count days of the neighbouring year', () => {
    const next = workingCalendar([
      {
        year: 2027,
        source: 'an invented notice',
        holidays: [{ name: '元旦', start: '2026-12-31', end: '2027-01-02', workingDays: ['2026-12-27'] }],
      },
    ]);
    expect(next.isWorkingDay('2026-12-31')).toBe(false);
    expect(next.isWorkingDay('2026-12-27')).toBe(true);
    expect(next.knows(2026)).toBe(false);
  });
});

describe('finding and counting working days', () => {
  it('finds the first and the last of a window', () => {
    expect(calendar.firstWorkingDay(weekWindow('2026-05-04'))).toBe('2026-05-06');
    expect(calendar.firstWorkingDay(monthWindow(2026, 10))).toBe('2026-10-08');
    expect(calendar.lastWorkingDay(weekWindow('2026-05-04'))).toBe('2026-05-09');
    expect(calendar.lastWorkingDay(monthWindow(2026, 2))).toBe('2026-02-28');
  });

  it('finds none in a week that is all holiday', () => {
    expect(calendar.firstWorkingDay(weekWindow('2026-02-18'))).toBeUndefined();
    expect(calendar.lastWorkingDay(weekWindow('2026-02-18'))).toBeUndefined();
  });

  it('steps over holidays both ways, the first day not counted', () => {
    expect(calendar.addWorkingDays('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.addWorkingDays('2026-09-30', 3)).toBe('2026-10-10');
    expect(calendar.addWorkingDays('2026-10-08', -1)).toBe('2026-09-30');
    expect(calendar.addWorkingDays('2026-10-03', 0)).toBe('2026-10-03');
    expect(calendar.workingDaysAfter('2026-09-30', '2026-10-08')).toBe(1);
    expect(calendar.workingDaysAfter('2026-10-08', '2026-10-08')).toBe(0);
    expect(calendar.workingDaysAfter('2026-10-09', '2026-10-08')).toBe(0);
  });

  it('counts as many as it steps', () => {
    const anyDay = fc.constantFrom(...daysOfYear(2026));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (date, n) => {
        const later = calendar.addWorkingDays(date, n);
        return calendar.isWorkingDay(later) && calendar.workingDaysAfter(date, later) === n;
      }),
    );
  });

  it('2026 has 248 working days', () => {
    expect(calendar.workingDaysAfter('2025-12-31', yearWindow(2026).end)).toBe(248);
  });
});
