import type { IsoDate } from '../../calendar/date.ts';
import type { PeriodKey } from '../../calendar/period.ts';
import { readTime } from './periods.ts';
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

/**
 * Periods at the front of a text, parted by marks: `一季度`, `4月、5月`. A time that runs on into other words (4月已开展) is
 * part of them, unless `looseEnd`.
 */
export const readPeriods = (text: string, today: IsoDate, looseEnd = false): PeriodsSaid => {
  let said = NONE;
  for (let at = 0; at < text.length; ) {
    const time = readTime(text.slice(at), today);
    if (!time) break;
    const end = endOf(text, at + time.length);
    if (!looseEnd && end < text.length && !isSeparator(text, end)) break;
    said = {
      periods: time.period === null ? said.periods : [...said.periods, time.period],
      span: said.span || time.period === null,
      length: end,
    };
    at = skipSeparators(text, end);
  }
  return said;
};
