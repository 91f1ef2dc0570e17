import { addDays, type IsoDate, weekdayOf } from './date.ts';
import holidays2024 from './holidays/2024.json' with { type: 'json' };
import holidays2025 from './holidays/2025.json' with { type: 'json' };
import holidays2026 from './holidays/2026.json' with { type: 'json' };
import type { Window } from './window.ts';

/** One year's notice of the State Council: days off by name, and the 调休 weekend days that are worked instead. */
export interface HolidayYear {
  year: number;
  /** The notice it was taken from, with its number. */
  source: string;
  holidays: { name: string; start: IsoDate; end: IsoDate; workingDays: IsoDate[] }[];
}

/** Which days are worked. Years without data count Monday–Friday, and {@link WorkingCalendar.knows} says so. */
export interface WorkingCalendar {
  /** False when the year's notice is not there: what it answers about that year is only Monday–Friday. */
  knows(year: number): boolean;
  isWorkingDay(date: IsoDate): boolean;
  /** The same with further years; one that is known already stays as it is. */
  including(years: readonly HolidayYear[]): WorkingCalendar;
  /** undefined when the window has no working day. */
  firstWorkingDay(window: Window): IsoDate | undefined;
  lastWorkingDay(window: Window): IsoDate | undefined;
  /** The n-th working day after `date` (which is not counted); before it when n is negative; `date` itself when 0. */
  addWorkingDays(date: IsoDate, n: number): IsoDate;
  /** Working days in (date, until]: after `date`, up to and with `until`; 0 when `until` is not later. */
  workingDaysAfter(date: IsoDate, until: IsoDate): number;
  /** The name of the statutory holiday a day off belongs to: 国庆节. */
  holidayOf(date: IsoDate): string | undefined;
}

const daysOf = (window: Window): IsoDate[] => {
  const days: IsoDate[] = [];
  for (let date = window.start; date <= window.end; date = addDays(date, 1)) days.push(date);
  return days;
};

/** A calendar made of the years' notices. A notice may name days of the neighbouring year; they count. */
export const workingCalendar = (years: readonly HolidayYear[]): WorkingCalendar => {
  const known = new Set(years.map((year) => year.year));
  const off = new Map<IsoDate, string>();
  const worked = new Set<IsoDate>();
  for (const holiday of years.flatMap((year) => year.holidays)) {
    for (const date of daysOf(holiday)) off.set(date, holiday.name);
    for (const date of holiday.workingDays) worked.add(date);
  }
  const isWorkingDay = (date: IsoDate) => worked.has(date) || (!off.has(date) && weekdayOf(date) <= 5);
  const calendar: WorkingCalendar = {
    knows: (year) => known.has(year),
    isWorkingDay,
    including: (further) =>
      further.every(({ year }) => known.has(year))
        ? calendar
        : workingCalendar([...years, ...further.filter(({ year }) => !known.has(year))]),
    firstWorkingDay: (window) => daysOf(window).find(isWorkingDay),
    lastWorkingDay: (window) => daysOf(window).findLast(isWorkingDay),
    addWorkingDays(date, n) {
      let [day, left] = [date, Math.abs(n)];
      while (left > 0) {
        day = addDays(day, Math.sign(n));
        if (isWorkingDay(day)) left -= 1;
      }
      return day;
    },
    workingDaysAfter: (date, until) => daysOf({ start: addDays(date, 1), end: until }).filter(isWorkingDay).length,
    holidayOf: (date) => off.get(date),
  };
  return calendar;
};

/** The State Council's notices that come with the program: 2024–2026. */
export const BUILT_IN_YEARS: readonly HolidayYear[] = [holidays2024, holidays2025, holidays2026];

/** The calendar of the notices that come with the program and of those loaded since; a loaded year replaces the built-in one. */
export const stateCouncilCalendar = (loaded: readonly HolidayYear[] = []): WorkingCalendar =>
  workingCalendar([...BUILT_IN_YEARS.filter(({ year }) => !loaded.some((other) => other.year === year)), ...loaded]);
