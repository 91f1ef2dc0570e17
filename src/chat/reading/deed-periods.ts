import type { IsoDate } from '../../calendar/date.ts';
import { freqOf, type PeriodKey } from '../../calendar/period.ts';
import { readPeriod, readTime } from './periods.ts';
import { isSeparator, skipSeparators } from './scan.ts';

/** Periods named for recurring tasks, and where the text goes on. */
export interface PeriodsSaid {
  periods: PeriodKey[];
  /** A time that is no one period was named: 1-3月, 4月15日. Which period is meant has to be asked. */
  span: boolean;
  length: number;
}

const NONE: PeriodsSaid = { periods: [], span: false, length: 0 };

const endOf = (text: string, at: number): number => {
  const after = /^的?(?:这一?)?期?/.exec(text.slice(at))?.[0].length ?? 0;
  return at + after;
};

const NUMERAL = '(?:\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const JOINT = ' ?(?:[、,]|和|与|及|跟) ?';
/** 一、二季度 · 4、5月 · 第18、19周: several periods that share one word. */
const SHARED = new RegExp(`^(?:第 ?)?(${NUMERAL}(?:${JOINT}(?:第 ?)?${NUMERAL})+) ?(月份?|季度|周)`);
const EACH = new RegExp(NUMERAL, 'g');

/** The periods of a list that share one word; undefined when the text begins with none. */
export const readSharedPeriods = (text: string, today: IsoDate): PeriodsSaid | undefined => {
  const found = SHARED.exec(text);
  const [whole, numerals = '', unit = ''] = found ?? [];
  if (whole === undefined) return undefined;
  const numbers = numerals.match(EACH) ?? [];
  const periods = numbers.flatMap(
    (each) => readPeriod(`${unit === '周' ? '第' : ''}${each}${unit}`, today)?.period ?? [],
  );
  return periods.length === numbers.length ? { periods, span: false, length: whole.length } : undefined;
};

const readOnce = (text: string, today: IsoDate): PeriodsSaid | undefined => {
  const shared = readSharedPeriods(text, today);
  if (shared) return shared;
  const time = readTime(text, today);
  return (
    time && { periods: time.period === null ? [] : [time.period], span: time.period === null, length: time.length }
  );
};

/** Where the next period begins: behind a mark, behind 和, or right here when it is one of the same kind (4月5月). */
const nextAt = (text: string, end: number, last: PeriodKey | undefined, today: IsoDate): number | undefined => {
  if (isSeparator(text, end)) return skipSeparators(text, end);
  const joint = /^[和与及跟] ?/.exec(text.slice(end))?.[0].length ?? 0;
  const next = readPeriod(text.slice(end + joint), today);
  return next && last !== undefined && freqOf(next.period) === freqOf(last) ? end + joint : undefined;
};

/**
 * Periods at the front of a text: `一季度`, `4月、5月`, `4月和5月`, `一、二季度`. A time that runs on into other words (4月已开展)
 * is part of them, unless `looseEnd`.
 */
export const readPeriods = (text: string, today: IsoDate, looseEnd = false): PeriodsSaid => {
  let said = NONE;
  for (let at = 0; at < text.length; ) {
    const found = readOnce(text.slice(at), today);
    if (!found) break;
    const end = endOf(text, at + found.length);
    const next = end < text.length ? nextAt(text, end, found.periods.at(-1), today) : end;
    if (!looseEnd && next === undefined) break;
    said = { periods: [...said.periods, ...found.periods], span: said.span || found.span, length: end };
    at = next ?? skipSeparators(text, end);
  }
  return said;
};
