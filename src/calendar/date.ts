import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc.js';

dayjs.extend(utc);

/** A day in Asia/Shanghai, `YYYY-MM-DD`. Two of them compare as strings do. */
export type IsoDate = string;

/** A moment, ms since the epoch. */
export type Instant = number;

/** Monday 1 … Sunday 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const DAY_MS = 86_400_000;

/** China has kept UTC+8 without summer time since 1992; no plan is older, so a fixed offset is exact and needs no zone data. */
const SHANGHAI_OFFSET_MINUTES = 8 * 60;
const WEEKDAY_NAMES = ['一', '二', '三', '四', '五', '六', '日'] as const;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * `YYYY-MM-DDTHH:mm…` as a clock in Asia/Shanghai shows it. Shifted UTC rather than dayjs `utcOffset()`: that passes
 * through the server's own zone and is an hour off where the zone skips one (New York, 2026-03-08).
 */
const shanghaiClock = (at: Instant): string => new Date(at + SHANGHAI_OFFSET_MINUTES * 60_000).toISOString();
const pad = (value: number, width = 2) => String(value).padStart(width, '0');

/** Days of about thirty years; a ledger turns the same few hundred dates into numbers and back without end. */
const DAYS_REMEMBERED = 10_000;
const numbers = new Map<IsoDate, number>();
const dates = new Map<number, IsoDate>();

const remember = <Key, Value>(known: Map<Key, Value>, key: Key, value: Value): Value => {
  if (known.size >= DAYS_REMEMBERED) known.clear();
  known.set(key, value);
  return value;
};

/** Days since 1970-01-01. */
const dayNumber = (date: IsoDate): number =>
  numbers.get(date) ?? remember(numbers, date, Date.UTC(yearOf(date), monthOf(date) - 1, dayOf(date)) / DAY_MS);

const fromDayNumber = (days: number): IsoDate =>
  dates.get(days) ?? remember(dates, days, new Date(days * DAY_MS).toISOString().slice(0, 10));

/** The day it is in Asia/Shanghai at a moment, whatever the server's zone. */
export const dateOf = (at: Instant): IsoDate =>
  fromDayNumber(Math.floor((at + SHANGHAI_OFFSET_MINUTES * 60_000) / DAY_MS));

/** The time of day in Asia/Shanghai, `HH:mm`. */
export const timeOf = (at: Instant): string => shanghaiClock(at).slice(11, 16);

/** The moment at which a clock in Asia/Shanghai shows this day and time (`HH:mm`). */
export const instantAt = (date: IsoDate, time: string): Instant =>
  dayNumber(date) * DAY_MS +
  (Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) - SHANGHAI_OFFSET_MINUTES) * 60_000;

/** The date of a year (1000–9999), month and day; undefined when there is no such day (2月30日). */
export const isoDate = (year: number, month: number, day: number): IsoDate | undefined => {
  const text = `${year}-${pad(month)}-${pad(day)}`;
  return isIsoDate(text) ? text : undefined;
};

/** True for `YYYY-MM-DD` that is a real day of the years 1000–9999. */
export const isIsoDate = (text: string): boolean => {
  if (!ISO_DATE.test(text) || yearOf(text) < 1000) return false;
  const [month, day] = [monthOf(text), dayOf(text)];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(yearOf(text), month);
};

/** True for a time of day `HH:mm`, 00:00–23:59. */
export const isTimeOfDay = (text: string): boolean => TIME.test(text);

export const yearOf = (date: IsoDate): number => Number(date.slice(0, 4));
/** 1–12. */
export const monthOf = (date: IsoDate): number => Number(date.slice(5, 7));
/** 1–31. */
export const dayOf = (date: IsoDate): number => Number(date.slice(8, 10));

/** Monday 1 … Sunday 7. */
export const weekdayOf = (date: IsoDate): Weekday => {
  // 1970-01-01 was a Thursday, so day 0 lies three days after a Monday.
  const sinceMonday = (((dayNumber(date) + 3) % 7) + 7) % 7;
  return (sinceMonday + 1) as Weekday;
};

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** How many days a month has: asked for each task of each list, so it is reckoned rather than a calendar asked. */
export const daysInMonth = (year: number, month: number): number => {
  if (month === 2) return isLeap(year) ? 29 : 28;
  // 31 and 30 by turns, beginning anew in August.
  return month % 2 === (month < 8 ? 1 : 0) ? 31 : 30;
};

export const addDays = (date: IsoDate, days: number): IsoDate => fromDayNumber(dayNumber(date) + days);

/** The same day `months` later; a day the month does not have becomes its last: 1月31日 + 1 = 2月28日. */
export const addMonths = (date: IsoDate, months: number): IsoDate =>
  dayjs.utc(date).add(months, 'month').format('YYYY-MM-DD');

/** Days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number => dayNumber(to) - dayNumber(from);

/** `6月30日`, with the year in front when it is not the year of `today`. */
export const sayDay = (date: IsoDate, today?: IsoDate): string => {
  const day = `${monthOf(date)}月${dayOf(date)}日`;
  return today === undefined || yearOf(today) === yearOf(date) ? day : `${yearOf(date)}年${day}`;
};

/** `周二`. */
export const sayWeekday = (date: IsoDate): string => `周${WEEKDAY_NAMES[weekdayOf(date) - 1]}`;

/** `6月30日 周二`; `2027年1月4日 周一` when the year is not that of `today`. */
export const sayDate = (date: IsoDate, today?: IsoDate): string => `${sayDay(date, today)} ${sayWeekday(date)}`;

/** `5月3日 09:12`, with the year in front when it is not the year of `today`. */
export const sayInstant = (at: Instant, today?: IsoDate): string => `${sayDay(dateOf(at), today)} ${timeOf(at)}`;
