import { addDays, addMonths, type IsoDate, isoDate, yearOf } from '../../calendar/date.ts';
import {
  type Freq,
  isPeriodKey,
  nextPeriod,
  type PeriodKey,
  periodOf,
  periodWindow,
  previousPeriod,
} from '../../calendar/period.ts';
import { monthsWindow, type Window, weekWindow } from '../../calendar/window.ts';
import { readWhole } from './numerals.ts';

/** A stretch of time a message asks about. `period` is its key when it is one turn of the calendar: 4月, 二季度, 第18周. */
export interface Time {
  window: Window;
  period: PeriodKey | null;
  /** Characters of the text that say so. */
  length: number;
}

type Reader = (text: string, today: IsoDate) => Time | undefined;

const ofPeriod = (period: PeriodKey, length: number): Time => ({ window: periodWindow(period), period, length });
const ofDay = (date: IsoDate, length: number): Time => ({ window: { start: date, end: date }, period: null, length });

const NUMERAL = '\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]';
const numeralOf = (text: string | undefined): number => readWhole(text ?? '')?.value ?? 0;

const DAYS = new Map([
  ['今天', 0],
  ['今日', 0],
  ['当天', 0],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
  ['大后天', 3],
  ['昨天', -1],
  ['昨日', -1],
  ['前天', -2],
]);

const readDay: Reader = (text, today) => {
  const name = [...DAYS.keys()].find((word) => text.startsWith(word));
  return name === undefined ? undefined : ofDay(addDays(today, DAYS.get(name) ?? 0), name.length);
};

const WEEKDAYS = '一二三四五六日天';
const WEEK =
  /^(本|这个?|当前?|下下个?|下个?|上上个?|上个?)(?:一)?(?:周|星期|礼拜)([一二三四五六日天](?![个项季月年]))?(?:内|之内|以内)?/;
const WEEK_SHIFT = (word: string): number =>
  [...word].reduce((sum, character) => sum + (character === '下' ? 7 : character === '上' ? -7 : 0), 0);

const readWeek: Reader = (text, today) => {
  const found = WEEK.exec(text);
  if (!found || /^[周星礼]?末/.test(text.slice(found[0].length))) return undefined;
  const monday = addDays(weekWindow(today).start, WEEK_SHIFT(found[1] ?? ''));
  const weekday = found[2];
  if (weekday !== undefined) return ofDay(addDays(monday, Math.min(WEEKDAYS.indexOf(weekday), 6)), found[0].length);
  return ofPeriod(periodOf('weekly', monday), found[0].length);
};

const TURN = /^(本|这个?|这一个?|当|下个?|上个?)(月份?|季度?|半年|年度?)(?:内|之内|以内)?/;
const TURN_FREQ: Record<string, Freq> = { 月: 'monthly', 季: 'quarterly', 半: 'halfyearly', 年: 'yearly' };

const readTurn: Reader = (text, today) => {
  const found = TURN.exec(text);
  const [whole, shift = '', name = ''] = found ?? [];
  const freq = TURN_FREQ[name[0] ?? ''];
  // 上半年 is the first half, not the last one.
  if (whole === undefined || freq === undefined || (freq === 'halfyearly' && shift.length === 1 && shift !== '本')) {
    return undefined;
  }
  const running = periodOf(freq, today);
  const period = shift[0] === '下' ? nextPeriod(running) : shift[0] === '上' ? previousPeriod(running) : running;
  return ofPeriod(period, whole.length);
};

const YEAR_WORDS = new Map([
  ['今年', 0],
  ['本年度', 0],
  ['明年', 1],
  ['去年', -1],
  ['上年', -1],
]);
const YEAR = /^(?:((?:19|20)\d\d) ?年度?|(今年|本年度|明年|去年|上年))(?:的| )?(?:全年)?/;

/** A year said in front of a month or quarter, or the running one. */
const readYear = (text: string, today: IsoDate): { year: number; length: number } => {
  const found = YEAR.exec(text);
  if (!found) return { year: yearOf(today), length: 0 };
  const shift = YEAR_WORDS.get(found[2] ?? '');
  return {
    year: shift === undefined ? Number(found[1]) : yearOf(today) + shift,
    length: found[0].length,
  };
};

const ofMonths = (year: number, first: number, last: number, length: number): Time | undefined => {
  if (first < 1 || last > 12 || first > last) return undefined;
  if (first === last) return ofPeriod(`${year}-${String(first).padStart(2, '0')}`, length);
  return { window: monthsWindow(year, first, last), period: null, length };
};

const MONTHS = new RegExp(`^(${NUMERAL}) ?月?份? ?(?:-|~|—+|–|到|至) ?(${NUMERAL}) ?月份?`);
const MONTH = new RegExp(`^(${NUMERAL}) ?月(?:份|内|之内)?(?:(上|中|下)旬)?(?! ?\\d{1,2} ?[日号])`);
const MONTH_DAY = new RegExp(`^(${NUMERAL}) ?月 ?(${NUMERAL}|二十[一二三四五六七八九]?|三十一?) ?[日号]`);
const TENTH: Record<string, [number, number]> = { 上: [1, 10], 中: [11, 20] };

const readMonths = (text: string, year: number): Time | undefined => {
  const range = MONTHS.exec(text);
  if (range) return ofMonths(year, numeralOf(range[1]), numeralOf(range[2]), range[0].length);
  const day = MONTH_DAY.exec(text);
  if (day) {
    const date = isoDate(year, numeralOf(day[1]), numeralOf(day[2]));
    return date === undefined ? undefined : ofDay(date, day[0].length);
  }
  const found = MONTH.exec(text);
  const whole = found && ofMonths(year, numeralOf(found[1]), numeralOf(found[1]), found[0].length);
  if (!whole || found[2] === undefined) return whole ?? undefined;
  const [from, to] = TENTH[found[2]] ?? [21, 31];
  const end = addDays(whole.window.start, to - 1);
  return {
    window: { start: addDays(whole.window.start, from - 1), end: end < whole.window.end ? end : whole.window.end },
    period: null,
    length: whole.length,
  };
};

const QUARTER = /^(?:第? ?([一二三四1-4]) ?季度|[Qq]([1-4])(?!\d))(?:内|之内)?/;
const HALF = /^(上|下|前|后)半年(?:内|之内)?/;
const WEEK_NUMBER = /^第 ?(\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九]) ?周/;

const readOfYear = (text: string, year: number): Time | undefined => {
  const quarter = QUARTER.exec(text);
  if (quarter) return ofPeriod(`${year}-Q${numeralOf(quarter[1] ?? quarter[2])}`, quarter[0].length);
  const half = HALF.exec(text);
  if (half) return ofPeriod(`${year}-H${half[1] === '上' || half[1] === '前' ? 1 : 2}`, half[0].length);
  const week = WEEK_NUMBER.exec(text);
  const key = week && `${year}-W${String(numeralOf(week[1])).padStart(2, '0')}`;
  if (week && key) return isPeriodKey(key) ? ofPeriod(key, week[0].length) : undefined;
  return readMonths(text, year);
};

const readCalendar: Reader = (text, today) => {
  const { year, length } = readYear(text, today);
  const found = readOfYear(text.slice(length), year);
  if (found) return { ...found, length: found.length + length };
  if (length > 0) return ofPeriod(`${year}`, length);
  const whole = /^(?:全年|本年|年度|整年)/.exec(text);
  return whole ? ofPeriod(`${year}`, whole[0].length) : undefined;
};

const KEY = /^(?:19|20)\d\d(?:-(?:W\d{2}|Q[1-4]|H[12]|\d{2}))?(?![\d-]| ?年)/i;

const readKey: Reader = (text) => {
  const found = KEY.exec(text)?.[0];
  return found !== undefined && isPeriodKey(found.toUpperCase())
    ? ofPeriod(found.toUpperCase(), found.length)
    : undefined;
};

const AHEAD = new RegExp(`^(?:未来|今后|接下来|往后|近)(${NUMERAL}|两) ?个?(天|日|周|星期|月)(?:内|之内)?`);

const readAhead: Reader = (text, today) => {
  const found = AHEAD.exec(text);
  if (!found) return undefined;
  const count = numeralOf(found[1]);
  const unit = found[2] ?? '';
  const end =
    unit === '月' ? addMonths(today, count) : addDays(today, count * (unit === '周' || unit === '星期' ? 7 : 1));
  return { window: { start: today, end }, period: null, length: found[0].length };
};

const READERS: readonly Reader[] = [readDay, readWeek, readTurn, readKey, readAhead, readCalendar];

/**
 * A time at the front of a text, as lists and periods use it: 今天 本周 下周五 下个月 4月 4-7月 4月上旬 二季度 上半年 全年 第18周
 * 2025年4月 2026-04. Months and quarters without a year are those of the running one.
 */
export const readTime = (text: string, today: IsoDate): Time | undefined => {
  for (const reader of READERS) {
    const found = reader(text, today);
    if (found) return found;
  }
  return undefined;
};

/** A turn of the calendar at the front: what a recurring task's period may be called. 今天 and 4-7月 are none. */
export const readPeriod = (text: string, today: IsoDate): { period: PeriodKey; length: number } | undefined => {
  const found = readTime(text, today);
  return found?.period ? { period: found.period, length: found.length } : undefined;
};
