import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../src/calendar/date.ts';
import {
  type Freq,
  freqOf,
  isPeriodKey,
  monthKey,
  nextPeriod,
  periodOf,
  periodsIn,
  periodWindow,
  previousPeriod,
  sayPeriod,
} from '../../src/calendar/period.ts';
import { contains, touches } from '../../src/calendar/window.ts';

const FREQS: Freq[] = ['weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly'];
const anyFreq = fc.constantFrom(...FREQS);
const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1990-01-01', days));

describe('periodOf', () => {
  it.each([
    ['weekly', '2026-04-27', '2026-W18'],
    ['weekly', '2026-01-01', '2026-W01'],
    ['weekly', '2025-12-29', '2026-W01'],
    ['weekly', '2026-12-31', '2026-W53'],
    ['weekly', '2027-01-03', '2026-W53'],
    ['weekly', '2027-01-04', '2027-W01'],
    ['weekly', '2024-12-30', '2025-W01'],
    ['monthly', '2028-02-29', '2028-02'],
    ['quarterly', '2026-06-30', '2026-Q2'],
    ['halfyearly', '2026-07-01', '2026-H2'],
    ['yearly', '2026-12-31', '2026'],
  ] as const)('%s period of %s is %s', (freq, date, key) => {
    expect(periodOf(freq, date)).toBe(key);
  });

  it('holds the date, is a key, and its neighbours touch it without a gap', () => {
    fc.assert(
      fc.property(anyFreq, anyDate, (freq, date) => {
        const key = periodOf(freq, date);
        const window = periodWindow(key);
        expect(isPeriodKey(key)).toBe(true);
        expect(freqOf(key)).toBe(freq);
        expect(contains(window, date)).toBe(true);
        expect(periodWindow(nextPeriod(key)).start).toBe(addDays(window.end, 1));
        expect(previousPeriod(nextPeriod(key))).toBe(key);
      }),
    );
  });
});

describe('periodWindow', () => {
  it.each([
    ['2026-W01', '2025-12-29', '2026-01-04'],
    ['2026-W53', '2026-12-28', '2027-01-03'],
    ['2028-02', '2028-02-01', '2028-02-29'],
    ['2026-Q4', '2026-10-01', '2026-12-31'],
    ['2026-H1', '2026-01-01', '2026-06-30'],
    ['2026', '2026-01-01', '2026-12-31'],
  ])('%s runs from %s to %s', (key, start, end) => {
    expect(periodWindow(key)).toEqual({ start, end });
  });

  it('refuses what is no period', () => {
    expect(() => periodWindow('2025-W53')).toThrow(RangeError);
    expect(() => periodWindow('四月')).toThrow(RangeError);
  });
});

describe('isPeriodKey', () => {
  it('knows which years have a 53rd week', () => {
    expect(isPeriodKey('2026-W53')).toBe(true);
    expect(isPeriodKey('2025-W53')).toBe(false);
  });

  it.each([
    '2026-W00',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-H3',
    '26-04',
    '2026-4',
    '',
    '2026-W18x',
    '9999-W54',
    '0000',
  ])('%s is none', (text) => {
    expect(isPeriodKey(text)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isPeriodKey(text) === 'boolean'));
  });
});

describe('periodsIn', () => {
  it('lists every period the window touches', () => {
    expect(periodsIn('weekly', { start: '2026-12-27', end: '2027-01-04' })).toEqual([
      '2026-W52',
      '2026-W53',
      '2027-W01',
    ]);
    expect(periodsIn('quarterly', { start: '2026-03-31', end: '2026-07-01' })).toEqual([
      '2026-Q1',
      '2026-Q2',
      '2026-Q3',
    ]);
    expect(periodsIn('monthly', { start: '2026-05-02', end: '2026-05-01' })).toEqual([]);
  });

  it('lists exactly those that share a day', () => {
    fc.assert(
      fc.property(anyFreq, anyDate, fc.integer({ min: 0, max: 900 }), (freq, start, length) => {
        const window = { start, end: addDays(start, length) };
        const keys = periodsIn(freq, window);
        expect(keys.every((key) => touches(periodWindow(key), window))).toBe(true);
        expect(touches(periodWindow(previousPeriod(keys[0] ?? '')), window)).toBe(false);
        expect(touches(periodWindow(nextPeriod(keys.at(-1) ?? '')), window)).toBe(false);
      }),
    );
  });
});

describe('sayPeriod', () => {
  it.each([
    ['2026-W18', '第18周(4月27日—5月3日)'],
    ['2026-04', '4月'],
    ['2026-Q2', '二季度'],
    ['2026-H1', '上半年'],
    ['2026-H2', '下半年'],
    ['2026', '2026年'],
  ])('%s is %s', (key, said) => {
    expect(sayPeriod(key)).toBe(said);
  });

  it('puts the year in front when it is another', () => {
    expect(sayPeriod('2027-01', 2026)).toBe('2027年1月');
    expect(sayPeriod('2026-01', 2026)).toBe('1月');
    expect(sayPeriod('2027', 2026)).toBe('2027年');
  });

  it('makes the key of a month', () => {
    expect(monthKey(2026, 4)).toBe('2026-04');
    expect(monthKey(2026, 13)).toBeUndefined();
  });
});
