import { addDays, daysBetween, type IsoDate, isoDate, monthOf, sayDay, yearOf } from './date.ts';
import { halfYearWindow, monthWindow, quarterWindow, type Window, weekWindow, yearWindow } from './window.ts';

/** How often a recurring task comes round: 每周 每月 每季度 每半年 每年. */
export type Freq = 'weekly' | 'monthly' | 'quarterly' | 'halfyearly' | 'yearly';

/** 期: one turn of a recurring task. `2026-W18` (ISO week), `2026-04`, `2026-Q2`, `2026-H1`, `2026`. */
export type PeriodKey = string;

const WEEK = /^(\d{4})-W(\d{2})$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const QUARTER = /^(\d{4})-Q([1-4])$/;
const HALF = /^(\d{4})-H([12])$/;
const YEAR = /^(\d{4})$/;
const QUARTER_NAMES = ['一季度', '二季度', '三季度', '四季度'] as const;

interface PeriodParts {
  freq: Freq;
  year: number;
  /** Week 1–53, month 1–12, quarter 1–4, half 1–2; 1 for a year. */
  number: number;
}

const pad = (value: number): string => String(value).padStart(2, '0');

/**
 * Remembers answers of a pure function by a text key. A ledger asks for the same few hundred periods a hundred thousand
 * times per digest; the limit only keeps years nobody plans for from piling up.
 */
const remembered = <Answer>(limit: number, answer: (key: string) => Answer): ((key: string) => Answer) => {
  const known = new Map<string, Answer>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const fresh = answer(key);
    if (known.size >= limit) known.clear();
    known.set(key, fresh);
    return fresh;
  };
};

/** ISO 8601: week 1 is the one that holds January 4th. */
const firstMonday = remembered(200, (year) => weekWindow(`${year}-01-04`).start);

const mondayOfWeek = (year: number, week: number): IsoDate => addDays(firstMonday(String(year)), (week - 1) * 7);

const weeksInYear = (year: number): number => daysBetween(firstMonday(String(year)), firstMonday(String(year + 1))) / 7;

const PATTERNS: readonly [Freq, RegExp, last: (year: number) => number][] = [
  ['weekly', WEEK, weeksInYear],
  ['monthly', MONTH, () => 12],
  ['quarterly', QUARTER, () => 4],
  ['halfyearly', HALF, () => 2],
  ['yearly', YEAR, () => 1],
];

const parts = (text: string): PeriodParts | undefined => {
  for (const [freq, pattern, last] of PATTERNS) {
    const found = pattern.exec(text);
    if (!found) continue;
    const year = Number(found[1]);
    const number = Number(found[2] ?? 1);
    return year >= 1000 && number >= 1 && number <= last(year) ? { freq, year, number } : undefined;
  }
  return undefined;
};

const partsOf = (key: PeriodKey): PeriodParts => {
  const found = parts(key);
  if (!found) throw new RangeError(`not a period: ${key}`);
  return found;
};

/** True for a key of a period that exists: `2026-W53` does, `2025-W53` does not. */
export const isPeriodKey = (text: string): boolean => parts(text) !== undefined;

/** @throws RangeError when `key` is not a period */
export const freqOf = (key: PeriodKey): Freq => partsOf(key).freq;

const weekOf = (date: IsoDate): PeriodKey => {
  // The year of an ISO week is the year of its Thursday.
  const thursday = addDays(weekWindow(date).start, 3);
  const year = yearOf(thursday);
  return `${year}-W${pad(Math.floor(daysBetween(mondayOfWeek(year, 1), thursday) / 7) + 1)}`;
};

/** The period of this frequency that holds a date. */
export const periodOf = (freq: Freq, date: IsoDate): PeriodKey => {
  const [year, month] = [yearOf(date), monthOf(date)];
  switch (freq) {
    case 'weekly':
      return weekOf(date);
    case 'monthly':
      return `${year}-${pad(month)}`;
    case 'quarterly':
      return `${year}-Q${Math.ceil(month / 3)}`;
    case 'halfyearly':
      return `${year}-H${month <= 6 ? 1 : 2}`;
    case 'yearly':
      return `${year}`;
  }
};

const daysOf = remembered(2_000, (key): Readonly<Window> => {
  const { freq, year, number } = partsOf(key);
  switch (freq) {
    case 'weekly':
      return weekWindow(mondayOfWeek(year, number));
    case 'monthly':
      return monthWindow(year, number);
    case 'quarterly':
      return quarterWindow(year, number);
    case 'halfyearly':
      return halfYearWindow(year, number);
    case 'yearly':
      return yearWindow(year);
  }
});

/** The days of a period. @throws RangeError when `key` is not a period */
export const periodWindow = (key: PeriodKey): Window => ({ ...daysOf(key) });

/** @throws RangeError when `key` is not a period */
export const nextPeriod = (key: PeriodKey): PeriodKey => periodOf(freqOf(key), addDays(periodWindow(key).end, 1));

/** @throws RangeError when `key` is not a period */
export const previousPeriod = (key: PeriodKey): PeriodKey =>
  periodOf(freqOf(key), addDays(periodWindow(key).start, -1));

const isFreq = (text: string | undefined): text is Freq => PATTERNS.some(([freq]) => freq === text);

const keysIn = remembered(2_000, (span): readonly PeriodKey[] => {
  const [freq, start = '', end = ''] = span.split(' ');
  const keys: PeriodKey[] = [];
  if (!isFreq(freq)) return keys;
  for (let date = start; date <= end; ) {
    const key = periodOf(freq, date);
    keys.push(key);
    date = addDays(daysOf(key).end, 1);
  }
  return keys;
});

/** Every period that shares a day with the window, in order. Empty when the window ends before it starts. */
export const periodsIn = (freq: Freq, window: Window): PeriodKey[] => [
  ...keysIn(`${freq} ${window.start} ${window.end}`),
];

/** `4月` of `2026-04`, with leading zeros off; the name without its year. */
const nameOf = ({ freq, year, number }: PeriodParts, window: Window): string => {
  switch (freq) {
    case 'weekly':
      return `第${number}周(${sayDay(window.start)}—${sayDay(window.end)})`;
    case 'monthly':
      return `${number}月`;
    case 'quarterly':
      return QUARTER_NAMES[number - 1] ?? '';
    case 'halfyearly':
      return number === 1 ? '上半年' : '下半年';
    case 'yearly':
      return `${year}年`;
  }
};

/**
 * `第18周(4月27日—5月3日)` `4月` `二季度` `上半年` `2026年`; when `year` is given and is not the period's own, the year
 * stands in front: `2027年1月`.
 * @throws RangeError when `key` is not a period
 */
export const sayPeriod = (key: PeriodKey, year?: number): string => {
  const found = partsOf(key);
  const name = nameOf(found, periodWindow(key));
  return year === undefined || year === found.year || found.freq === 'yearly' ? name : `${found.year}年${name}`;
};

/** The key of a month, quarter or half by its number; undefined when there is none (`monthKey(2026, 13)`). */
export const monthKey = (year: number, month: number): PeriodKey | undefined => isoDate(year, month, 1)?.slice(0, 7);
