import { addDays, addMonths, daysInMonth, type IsoDate, isoDate, monthOf, yearOf } from '../../calendar/date.ts';
import { FESTIVALS, festivalDate } from '../../calendar/festivals.ts';
import { nextPeriod, periodOf, periodWindow } from '../../calendar/period.ts';
import { weekWindow } from '../../calendar/window.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { readLength, shiftBy } from './lengths.ts';
import { readWhole } from './numerals.ts';

/** What a date in a message is counted from. */
export interface DateFrom {
  today: IsoDate;
  calendar: WorkingCalendar;
}

/**
 * A date at the front of a text, for a deadline. `length` is how many characters say so. A day that is past or does not
 * exist is refused; `nearest` is the sensible day that may have been meant, if there is one.
 */
export type DateSaid =
  | { ok: true; date: IsoDate; length: number }
  | { ok: false; reason: 'past'; date: IsoDate; said: string; nearest: IsoDate | null; length: number }
  | { ok: false; reason: 'no-such-day'; said: string; nearest: IsoDate | null; length: number };

/** One reading: the day meant, undefined when there is none such; the same words one turn later; a festival's own name. */
interface Found {
  date: IsoDate | undefined;
  later: IsoDate | undefined;
  length: number;
  festival?: boolean;
}

type Reader = (text: string, from: DateFrom) => Found | undefined;

const NUMERAL = '\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const numeralOf = (text: string | undefined): number => readWhole(text ?? '')?.value ?? 0;

const NEAR = new Map([
  ['大后天', 3],
  ['今天', 0],
  ['今日', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
]);

const readNear: Reader = (text, { today }) => {
  const word = [...NEAR.keys()].find((each) => text.startsWith(each));
  if (word === undefined) return undefined;
  return { date: addDays(today, NEAR.get(word) ?? 0), later: undefined, length: word.length };
};

/** `三天后`, `10个工作日后`, `两周内`: counted from today, today not included. */
const readAfter: Reader = (text, { today, calendar }) => {
  const found = readLength(text);
  const after = found && /^ ?(?:之后|以后|后|之内|以内|内)/.exec(text.slice(found.length));
  if (!found || !after) return undefined;
  return { date: shiftBy(today, found, calendar), later: undefined, length: found.length + after[0].length };
};

const WEEKDAYS = '一二三四五六日天';
const WEEKDAY = /^(本|这个?|当前?|下下个?|下个?|上个?)?(?:周|星期|礼拜)([一二三四五六日天末])/;
const WEEK = /^(本|这个?|下下个?|下个?|上个?)(?:一)?(?:周|星期|礼拜)(?:内|之内|以内)?/;
const weeksOf = (word: string): number =>
  [...word].reduce((sum, each) => sum + (each === '下' ? 1 : each === '上' ? -1 : 0), 0);

const readWeekday: Reader = (text, { today }) => {
  const found = WEEKDAY.exec(text);
  const whole = found ?? WEEK.exec(text);
  if (!whole) return undefined;
  const monday = addDays(weekWindow(today).start, 7 * weeksOf(whole[1] ?? ''));
  const index = found?.[2] === undefined || found[2] === '末' ? 6 : Math.min(WEEKDAYS.indexOf(found[2]), 6);
  const date = addDays(monday, index);
  return { date, later: addDays(date, 7), length: whole[0].length };
};

const YEAR_WORDS: Record<string, number> = { 今: 0, 本: 0, 明: 1, 去: -1 };
const YEAR = /^(?:((?:19|20)\d\d) ?年|([今本明去])年度?) ?的?/;

/** The year said in front, or the running one; `said` is false when none was. */
const readYear = (text: string, today: IsoDate): { year: number; length: number; said: boolean } => {
  const found = YEAR.exec(text);
  if (!found) return { year: yearOf(today), length: 0, said: false };
  const year = found[1] === undefined ? yearOf(today) + (YEAR_WORDS[found[2] ?? ''] ?? 0) : Number(found[1]);
  return { year, length: found[0].length, said: true };
};

const ISO = /^((?:19|20)\d\d)([-./])(\d{1,2})\2(\d{1,2})(?!\d)|^((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/;

const readIso: Reader = (text) => {
  const found = ISO.exec(text);
  if (!found) return undefined;
  const [year, month, day] = [found[1] ?? found[5], found[3] ?? found[6], found[4] ?? found[7]].map(Number);
  return { date: isoDate(year ?? 0, month ?? 0, day ?? 0), later: undefined, length: found[0].length };
};

const DAY = `\\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九]`;
const MONTH_DAY = new RegExp(`^(${NUMERAL}) ?月 ?(?:份 ?)?(?:初)?(${DAY})(?: ?[日号]|(?=$|[ ,。、;:前之以]))`);
const SHORT_DAY = /^(\d{1,2})[./](\d{1,2})(?!\d|[./%])/;
const MONTH_PART = new RegExp(`^(${NUMERAL}) ?月(?:份)? ?(上旬|中旬|下旬|月底|月末|底|末|初|中|内|之内|以内)?`);
const PART_END: Record<string, number> = { 上旬: 10, 初: 10, 中旬: 20, 中: 15 };

const partOfMonth = (year: number, month: number, part: string): IsoDate | undefined =>
  month < 1 || month > 12 ? undefined : isoDate(year, month, PART_END[part] ?? daysInMonth(year, month));

const readMonthDay: Reader = (text, { today }) => {
  const { year, length, said } = readYear(text, today);
  const rest = text.slice(length);
  const day = MONTH_DAY.exec(rest) ?? SHORT_DAY.exec(rest);
  const found = day ?? MONTH_PART.exec(rest);
  if (!found) return undefined;
  const month = numeralOf(found[1]);
  const dateIn = (each: number) =>
    day ? isoDate(each, month, numeralOf(found[2])) : partOfMonth(each, month, found[2] ?? '');
  return { date: dateIn(year), later: said ? undefined : dateIn(year + 1), length: length + found[0].length };
};

const TURN_END =
  /^(?:(本|这个?|当|下个?)?月(底|末|内|之内|中旬|上旬|下旬|中|初)|(下个?|本|这个?)月(?! ?\d)|(?:本|这个?|当|下个?)?季度?(?:底|末|内|结束)|(?:本|这个?|下个?)季度|(今|明|本)?年(底|末|内|终|中))/;

/** 月底 下月底 季度末 年底 年中: the last day of the turn, or the part of the month. */
const readTurnEnd: Reader = (text, { today }) => {
  const found = TURN_END.exec(text);
  if (!found) return undefined;
  const whole = found[0];
  const length = whole.length;
  if (whole.includes('年')) {
    const year = yearOf(today) + (found[4] === '明' ? 1 : 0);
    const dateIn = (each: number) => (found[5] === '中' ? `${each}-06-30` : `${each}-12-31`);
    return { date: dateIn(year), later: dateIn(year + 1), length };
  }
  const isNext = whole.startsWith('下') && !whole.startsWith('下旬');
  if (whole.includes('季')) {
    const running = periodOf('quarterly', today);
    return { date: periodWindow(isNext ? nextPeriod(running) : running).end, later: undefined, length };
  }
  const first = addMonths(`${today.slice(0, 7)}-01`, isNext ? 1 : 0);
  const dateIn = (month: IsoDate) => partOfMonth(yearOf(month), monthOf(month), found[2] ?? '');
  return { date: dateIn(first), later: dateIn(addMonths(first, 1)), length };
};

const QUARTER_END = /^(?:第? ?([一二三四1-4]) ?季度|(上|下)半年) ?(?:底|末|内|结束)?/;

const readQuarterEnd: Reader = (text, { today }) => {
  const { year, length, said } = readYear(text, today);
  const found = QUARTER_END.exec(text.slice(length));
  if (!found) return undefined;
  const key = found[2] === undefined ? `Q${numeralOf(found[1])}` : `H${found[2] === '上' ? 1 : 2}`;
  const endIn = (each: number) => periodWindow(`${each}-${key}`).end;
  return { date: endIn(year), later: said ? undefined : endIn(year + 1), length: length + found[0].length };
};

const BARE_DAY = new RegExp(`^(本月|这个?月|当月|下个?月)? ?(${DAY}) ?[日号]`);

const readBareDay: Reader = (text, { today }) => {
  const found = BARE_DAY.exec(text);
  if (!found) return undefined;
  const first = addMonths(`${today.slice(0, 7)}-01`, found[1]?.startsWith('下') ? 1 : 0);
  const dateIn = (month: IsoDate) => isoDate(yearOf(month), monthOf(month), numeralOf(found[2]));
  return { date: dateIn(first), later: dateIn(addMonths(first, 1)), length: found[0].length };
};

const readFestival: Reader = (text, { today }) => {
  const { year, length, said } = readYear(text, today);
  const name = FESTIVALS.find((each) => text.startsWith(each, length));
  if (name === undefined) return undefined;
  const later = said ? undefined : festivalDate(name, year + 1);
  return { date: festivalDate(name, year), later, length: length + name.length, festival: true };
};

const READERS: readonly Reader[] = [
  ...[readIso, readNear, readAfter, readWeekday, readTurnEnd, readFestival, readQuarterEnd, readMonthDay, readBareDay],
];

const BEFORE = /^ ?(?:之前|以前|前)/;
const UP_TO = /^ ?(?:之前|以前|前|为止|截止|止|之内|以内|内|当天)/;

/**
 * A deadline at the front of a text: 今天 明天 下周五 本周内 月底 5月底 6月10日 6.10 2026-06-30 下季度末 三个工作日后 国庆前 15号.
 * 前 after a day includes it; after a festival it ends the day before. undefined when the text does not begin with a date.
 */
export const readDate = (text: string, from: DateFrom): DateSaid | undefined => {
  for (const reader of READERS) {
    const found = reader(text, from);
    if (!found) continue;
    const rest = text.slice(found.length);
    const length = found.length + (UP_TO.exec(rest)?.[0].length ?? 0);
    const dayBefore = found.festival === true && BEFORE.test(rest) ? -1 : 0;
    return judged(found, dayBefore, text.slice(0, length), from.today);
  }
  return undefined;
};

const judged = (found: Found, shift: number, said: string, today: IsoDate): DateSaid => {
  const length = said.length;
  const date = found.date && addDays(found.date, shift);
  if (date !== undefined && date >= today) return { ok: true, date, length };
  const later = found.later && addDays(found.later, shift);
  if (date !== undefined)
    return { ok: false, reason: 'past', date, said, nearest: later && later >= today ? later : null, length };
  return { ok: false, reason: 'no-such-day', said, nearest: later ?? lastDayMeant(said, today), length };
};

/** `2月30日` may have meant the last day of February; of the year said, else of the next February that is not past. */
const lastDayMeant = (said: string, today: IsoDate): IsoDate | null => {
  const { year, length, said: yearSaid } = readYear(said, today);
  const month = numeralOf(new RegExp(`^(?:(?:19|20)\\d\\d[-./])?(${NUMERAL})`).exec(said.slice(length))?.[1]);
  if (month < 1 || month > 12) return null;
  const lastIn = (each: number) => isoDate(each, month, daysInMonth(each, month)) ?? null;
  const last = lastIn(year);
  return last !== null && last < today && !yearSaid ? lastIn(year + 1) : last;
};
