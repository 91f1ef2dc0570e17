import { type IsoDate, monthOf, yearOf } from '../../calendar/date.ts';

/** A school's year: it opens in August and is named by its first half (2025 → August 2025 … July 2026). */
export interface SchoolYear {
  readonly opens: number;
}

/** The year whose months a plan names without saying which: a calendar year, or a school's. */
export type PlanYear = number | SchoolYear;

/** The month a school's year opens in: 学年 and 学期 run from autumn to summer. */
const OPENING_MONTH = 8;

/** The calendar year a plan's year begins in, which names it. */
export const firstYearOf = (year: PlanYear): number => (typeof year === 'number' ? year : year.opens);

/** The calendar year of a month (1–12) that is named without one: 1月 of the school's year 2025 lies in 2026. */
export const yearOfMonth = (year: PlanYear, month: number): number =>
  typeof year === 'number' || month >= OPENING_MONTH ? firstYearOf(year) : year.opens + 1;

/** Does a day lie in the plan's year? A school's has all of the calendar year it opens in: plans are made early. */
export const isInPlanYear = (date: IsoDate, year: PlanYear): boolean =>
  yearOf(date) === firstYearOf(year) || (typeof year !== 'number' && yearOf(date) === yearOfMonth(year, monthOf(date)));
