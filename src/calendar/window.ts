import { addDays, daysInMonth, type IsoDate, weekdayOf, yearOf } from './date.ts';

/** A stretch of days, both ends included. */
export interface Window {
  start: IsoDate;
  end: IsoDate;
}

const month = (year: number, number: number): string => `${year}-${String(number).padStart(2, '0')}`;

/** From the first day of month `first` to the last day of month `last`, of one year. */
export const monthsWindow = (year: number, first: number, last: number): Window => ({
  start: `${month(year, first)}-01`,
  end: `${month(year, last)}-${daysInMonth(year, last)}`,
});

/** The week Monday–Sunday that holds a date. */
export const weekWindow = (date: IsoDate): Window => {
  const start = addDays(date, 1 - weekdayOf(date));
  return { start, end: addDays(start, 6) };
};

/** `month` is 1–12. */
export const monthWindow = (year: number, month: number): Window => monthsWindow(year, month, month);

export const quarterWindow = (year: number, quarter: number): Window =>
  monthsWindow(year, quarter * 3 - 2, quarter * 3);

/** `half` is 1 (上半年) or 2 (下半年). */
export const halfYearWindow = (year: number, half: number): Window => monthsWindow(year, half * 6 - 5, half * 6);

export const yearWindow = (year: number): Window => monthsWindow(year, 1, 12);

/** The plan year that holds a date. */
export const yearWindowOf = (date: IsoDate): Window => yearWindow(yearOf(date));

/** True when the two share a day. */
export const touches = (a: Window, b: Window): boolean => a.start <= b.end && b.start <= a.end;

export const contains = (window: Window, date: IsoDate): boolean => window.start <= date && date <= window.end;

/** The year a window is just the whole of; undefined for any other. */
export const wholeYear = ({ start, end }: Window): number | undefined =>
  start.endsWith('-01-01') && end.endsWith('-12-31') && yearOf(start) === yearOf(end) ? yearOf(start) : undefined;
