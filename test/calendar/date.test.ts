import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  daysInMonth,
  instantAt,
  isIsoDate,
  isoDate,
  isTimeOfDay,
  sayDate,
  sayInstant,
  timeOf,
  weekdayOf,
} from '../../src/calendar/date.ts';

const anyDate = fc.integer({ min: -20_000, max: 30_000 }).map((days) => addDays('2000-01-01', days));

describe('moments and days in Asia/Shanghai', () => {
  it.each([
    ['2026-02-28T15:59:59Z', '2026-02-28', '23:59'],
    ['2026-02-28T16:00:00Z', '2026-03-01', '00:00'],
    ['2026-12-31T16:00:00Z', '2027-01-01', '00:00'],
    ['2028-02-28T16:30:00Z', '2028-02-29', '00:30'],
    ['2026-03-08T07:30:00Z', '2026-03-08', '15:30'],
  ])('%s is %s %s', (moment, date, time) => {
    const at = Date.parse(moment);
    expect(dateOf(at)).toBe(date);
    expect(timeOf(at)).toBe(time);
  });

  it('finds the moment of a day and time again', () => {
    expect(instantAt('2026-05-06', '09:00')).toBe(Date.parse('2026-05-06T09:00:00+08:00'));
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 1439 }), (date, minute) => {
        const time = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        const at = instantAt(date, time);
        return dateOf(at) === date && timeOf(at) === time;
      }),
    );
  });

  it.each(['America/New_York', 'UTC', 'Pacific/Kiritimati'])('does not care that the server stands in %s', (zone) => {
    const program = `
      const d = await import(${JSON.stringify(new URL('../../src/calendar/date.ts', import.meta.url).href)});
      const at = Date.parse('2026-03-08T06:59:00Z');
      process.stdout.write([
        d.dateOf(at), d.timeOf(at), d.instantAt('2026-11-01', '01:30'), d.weekdayOf('2026-03-08'),
        d.addDays('2026-03-07', 1), d.addMonths('2026-10-31', 1), d.daysBetween('2026-03-07', '2026-03-09'),
      ].join(' '));`;
    const said = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], {
      env: { ...process.env, TZ: zone },
      encoding: 'utf8',
    });
    const halfPastOne = Date.parse('2026-11-01T01:30:00+08:00');
    expect(said).toBe(`2026-03-08 14:59 ${halfPastOne} 7 2026-03-08 2026-11-30 2`);
  });
});

describe('days that do not exist', () => {
  it.each([
    '2026-02-30',
    '2026-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '0026-01-01',
    '2026-1-1',
  ])('%s is no date', (text) => {
    expect(isIsoDate(text)).toBe(false);
  });

  it('gives no date for 2月30日 but one for a leap day', () => {
    expect(isoDate(2026, 2, 30)).toBeUndefined();
    expect(isoDate(2026, 2, 29)).toBeUndefined();
    expect(isoDate(2028, 2, 29)).toBe('2028-02-29');
    expect(isoDate(2100, 2, 29)).toBeUndefined();
    expect(isoDate(26, 2, 1)).toBeUndefined();
    expect(isoDate(2026, Number.NaN, 1)).toBeUndefined();
  });

  it('tells a time of day from other figures', () => {
    expect(['00:00', '09:30', '23:59'].every(isTimeOfDay)).toBe(true);
    expect(['24:00', '9:00', '09:60', '0900', ''].some(isTimeOfDay)).toBe(false);
  });
});

describe('reckoning with days', () => {
  it('clamps to the end of a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });

  it('adding days and counting them are one another’s inverse', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
        const other = addDays(date, days);
        return isIsoDate(other) && daysBetween(date, other) === days && addDays(other, -days) === date;
      }),
    );
  });

  it('weekdays go round in sevens', () => {
    expect(weekdayOf('2026-11-20')).toBe(5);
    expect(weekdayOf('1969-12-28')).toBe(7);
    fc.assert(fc.property(anyDate, (date) => weekdayOf(addDays(date, 1)) === (weekdayOf(date) % 7) + 1));
  });
});

describe('the days of a month', () => {
  it('are those of the calendar, in any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate());
      }),
    );
  });
});

describe('saying dates', () => {
  it('names the weekday, and the year only when it is another', () => {
    expect(sayDate('2026-06-30', '2026-01-05')).toBe('6月30日 周二');
    expect(sayDate('2026-06-30')).toBe('6月30日 周二');
    expect(sayDate('2027-01-04', '2026-12-31')).toBe('2027年1月4日 周一');
    expect(sayInstant(instantAt('2026-05-03', '09:12'))).toBe('5月3日 09:12');
    expect(sayInstant(instantAt('2025-12-31', '23:05'), '2026-01-01')).toBe('2025年12月31日 23:05');
  });
});
