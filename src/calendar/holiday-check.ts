import { addDays, daysBetween, type IsoDate, isIsoDate, sayDate, weekdayOf, yearOf } from './date.ts';
import { festivalDate } from './festivals.ts';
import type { HolidayYear } from './working-days.ts';

/** Years a notice may be of; festivals are reckoned for these. */
const FIRST_YEAR = 2008;
const LAST_YEAR = 2099;
/** The seven holidays of the law (全国年节及纪念日放假办法), by the word each is known by. */
const STATUTORY = ['元旦', '春节', '清明', '劳动', '端午', '中秋', '国庆'] as const;
/** The longest row of days off there was is nine days. */
const LONGEST = 12;
/** A make-up day lies this close to its holiday, in days. */
const NEAR = 20;

type Holiday = HolidayYear['holidays'][number];

/** True for JSON that has the shape of a year's calendar; whether its days make sense is {@link faultsOf}'s to say. */
export const isHolidayYear = (value: unknown): value is HolidayYear => {
  if (typeof value !== 'object' || value === null) return false;
  const { year, source, holidays } = value as Record<string, unknown>;
  const isDay = (day: unknown) => typeof day === 'string' && isIsoDate(day);
  return (
    Number.isInteger(year) &&
    typeof source === 'string' &&
    Array.isArray(holidays) &&
    holidays.every((holiday: unknown) => {
      if (typeof holiday !== 'object' || holiday === null) return false;
      const { name, start, end, workingDays } = holiday as Record<string, unknown>;
      const isNamed = typeof name === 'string' && name !== '' && name.length <= 20;
      return isNamed && isDay(start) && isDay(end) && Array.isArray(workingDays) && workingDays.every(isDay);
    })
  );
};

const contains = ({ start, end }: Holiday, date: IsoDate): boolean => start <= date && date <= end;

const faultsOfHoliday = ({ name, start, end, workingDays }: Holiday, year: number): string[] => {
  const length = daysBetween(start, end) + 1;
  if (length < 1 || length > LONGEST) return [`${name}从${sayDate(start)}到${sayDate(end)},起止不对`];
  // 元旦 may begin in the last days of the year before.
  const isOfYear = yearOf(end) === year && yearOf(addDays(start, LONGEST)) === year;
  const far = workingDays.filter((day) => daysBetween(day, start) > NEAR || daysBetween(end, day) > NEAR);
  return [
    ...(isOfYear ? [] : [`${name}的日期不在${year}年`]),
    ...workingDays.filter((day) => weekdayOf(day) <= 5).map((day) => `${name}的上班日${sayDate(day)}不是周六或周日`),
    ...far.map((day) => `${name}的上班日${sayDate(day)}离假期太远`),
  ];
};

const faultsOfNames = ({ year, holidays }: HolidayYear): string[] =>
  STATUTORY.flatMap((name) => {
    const day = festivalDate(name === '劳动' ? '劳动节' : name, year);
    const named = holidays.filter((holiday) => holiday.name.includes(name));
    if (named.length === 0) return [`缺${name}`];
    if (named.length > 1) return [`${name}写了两次`];
    const isRight = day !== undefined && named.some((holiday) => contains(holiday, day));
    return isRight || day === undefined ? [] : [`${name}的假期里没有${sayDate(day)}这一天`];
  });

const faultsBetween = ({ holidays }: HolidayYear): string[] =>
  holidays.flatMap((holiday, index) => [
    ...holidays
      .slice(index + 1)
      .filter((other) => contains(holiday, other.start) || contains(other, holiday.start))
      .map((other) => `${holiday.name}和${other.name}的日期重叠`),
    ...holiday.workingDays
      .filter((day) => holidays.some((other) => contains(other, day)))
      .map((day) => `${holiday.name}的上班日${sayDate(day)}在假期里`),
  ]);

/**
 * What is wrong with a year's calendar, a Chinese phrase each; empty when it may be used: all seven holidays of the law are
 * there, each holds its own day, none overlaps another, and every 调休 day is a Saturday or Sunday near its holiday.
 */
export const faultsOf = (calendar: HolidayYear): string[] => {
  const { year, holidays } = calendar;
  if (year < FIRST_YEAR || year > LAST_YEAR) return [`年份${year}不对`];
  const own = holidays.flatMap((holiday) => faultsOfHoliday(holiday, year));
  return own.length > 0 ? own : [...faultsOfNames(calendar), ...faultsBetween(calendar)];
};
