import { daysBetween, type IsoDate, isoDate, monthOf, sayDay, sayWeekday, weekdayOf, yearOf } from './date.ts';
import { faultsOf } from './holiday-check.ts';
import type { HolidayYear } from './working-days.ts';

/** A year's calendar read from a notice, or every reason why it could not be, a Chinese phrase each. */
export type NoticeReading = { ok: true; calendar: HolidayYear } | { ok: false; faults: string[] };

/** A notice has two or three pages; what is longer is none. */
const LONGEST_NOTICE = 50_000;
const NAME = '(?:元旦|春节|清明节?|(?:国际)?劳动节|端午节?|中秋节?|国庆节?)';
const HEADING = new RegExp(`(${NAME}(?:[、和与及]${NAME})*):`, 'g');
const DATE = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:\(([^()]{0,20})\))?/g;
const WEEKDAY = /(?:周|星期)([一二三四五六日天])/;
const WEEKDAYS = '一二三四五六日';
const TITLE_YEAR = /(20\d\d)年(?:部分)?节假日/;
const NUMBER = /国办发明电[〔[(（]\d{4}[〕\])）]\d+号/;
/** What such a sentence names is advice, no day off: 鼓励…在除夕休息. */
const ADVICE = /鼓励|建议|可结合|倡导/;

interface Dated {
  date: IsoDate;
  at: number;
  end: number;
}

/** The days a sentence names, in order; the month goes on where none is said. `faults` gathers what cannot be. */
const datesIn = (sentence: string, year: number, faults: string[]): Dated[] => {
  let last = { year, month: 0 };
  return [...sentence.matchAll(DATE)].flatMap((found): Dated[] => {
    const [said, ownYear, ownMonth, day, beside = ''] = found;
    const month = ownMonth === undefined ? last.month : Number(ownMonth);
    const date = isoDate(ownYear === undefined ? last.year : Number(ownYear), month, Number(day));
    if (date === undefined) {
      faults.push(`没有“${said}”这一天`);
      return [];
    }
    last = { year: yearOf(date), month: monthOf(date) };
    const weekday = WEEKDAY.exec(beside)?.[1]?.replace('天', '日');
    if (weekday !== undefined && WEEKDAYS.indexOf(weekday) + 1 !== weekdayOf(date)) {
      faults.push(`${sayDay(date)}是${sayWeekday(date)},不是周${weekday}`);
    }
    return [{ date, at: found.index, end: found.index + said.length }];
  });
};

/** `1月1日至3日放假`, `1月1日放假`: first and last day; undefined when the sentence gives no day off. */
const daysOff = (sentence: string, year: number, faults: string[]): { start: IsoDate; end: IsoDate } | undefined => {
  const dates = datesIn(sentence, year, faults);
  const [first, second] = dates;
  if (!first) return undefined;
  const isSpan = second !== undefined && /^[至到—~-]+$/.test(sentence.slice(first.end, second.at));
  const end = isSpan ? second.date : first.date;
  const said = /共(\d{1,2})天|放假(\d{1,2})天/.exec(sentence);
  const length = Number(said?.[1] ?? said?.[2] ?? daysBetween(first.date, end) + 1);
  if (length !== daysBetween(first.date, end) + 1) {
    faults.push(`${sayDay(first.date)}到${sayDay(end)}不是${length}天`);
  }
  return { start: first.date, end };
};

/** One holiday's paragraph: when it is off, and which days are worked instead. */
const readHoliday = (
  name: string,
  text: string,
  year: number,
  faults: string[],
): HolidayYear['holidays'][number] | undefined => {
  const sentences = text.split(/[。;!]/).filter((sentence) => !ADVICE.test(sentence));
  const workingDays: IsoDate[] = [];
  let off: { start: IsoDate; end: IsoDate } | undefined;
  for (const sentence of sentences) {
    // 1月1日至3日放假调休,1月4日上班 may be one sentence: what stands up to 放假, and what follows it.
    const split = sentence.indexOf('放假');
    const rest = split < 0 ? sentence : sentence.slice(split);
    if (split >= 0) off ??= daysOff(sentence.slice(0, split) + rest.replace(/,[^,]{0,60}上班.*$/, ''), year, faults);
    const work = rest.indexOf('上班');
    if (work >= 0) workingDays.push(...datesIn(rest.slice(0, work), year, faults).map(({ date }) => date));
  }
  if (!off) {
    faults.push(`${name}没有读出放假的日子`);
    return undefined;
  }
  return { name, ...off, workingDays };
};

/** Half-width, without blanks: `一、元旦：1月1日（周四）` as `一、元旦:1月1日(周四)`. */
const plainOf = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/gu, '')
    .replace(/[﹣–―─]+/gu, '—');

/**
 * Reads the State Council's yearly notice as it is published (一、元旦:1月1日(周四)至3日(周六)放假调休,共3天。1月4日(周日)上班。).
 * All of it or nothing: a day that does not exist, a weekday or a count that does not fit, a 调休 day in the week, a missing
 * holiday are faults.
 * @param asked the year, where it was said beside the text; it must be the text's own, where that names one
 */
export const readHolidayNotice = (text: string, asked: number | null): NoticeReading => {
  if (text.length > LONGEST_NOTICE) return { ok: false, faults: ['文字太长,不像放假通知'] };
  const plain = plainOf(text);
  const named = TITLE_YEAR.exec(plain)?.[1];
  const year = asked ?? (named === undefined ? null : Number(named));
  if (year === null) return { ok: false, faults: ['没有说是哪一年'] };
  if (named !== undefined && Number(named) !== year) {
    return { ok: false, faults: [`通知是${named}年的,不是${year}年的`] };
  }
  const headings = [...plain.matchAll(HEADING)];
  if (headings.length === 0) return { ok: false, faults: ['没有读出“元旦:…放假…”这样的安排'] };
  const faults: string[] = [];
  const holidays = headings.flatMap((heading, index) => {
    const from = heading.index + heading[0].length;
    const to = headings[index + 1]?.index ?? plain.length;
    return readHoliday(heading[1] ?? '', plain.slice(from, to), year, faults) ?? [];
  });
  const number = NUMBER.exec(plain)?.[0];
  const source = `国务院办公厅关于${year}年部分节假日安排的通知${number === undefined ? '' : `(${number})`}`;
  const calendar = { year, source, holidays };
  const all = faults.length > 0 ? faults : faultsOf(calendar);
  return all.length > 0 ? { ok: false, faults: [...new Set(all)] } : { ok: true, calendar };
};

const sayDayOff = ({ name, start, end }: HolidayYear['holidays'][number], year: number): string => {
  const first = yearOf(start) === year ? sayDay(start) : `${yearOf(start)}年${sayDay(start)}`;
  return `${name}:${first}${start === end ? '' : `至${sayDay(end)}`}放假`;
};

/**
 * A year's calendar in the notice's own words, a line per holiday: `元旦:1月1日至1月3日放假,1月4日上班`. Read again by
 * {@link readHolidayNotice} it is the same.
 */
export const sayHolidays = ({ year, holidays }: HolidayYear): string[] =>
  holidays.map((holiday) => {
    const days = holiday.workingDays.map((day) =>
      yearOf(day) === year ? sayDay(day) : `${yearOf(day)}年${sayDay(day)}`,
    );
    return `${sayDayOff(holiday, year)}${days.length === 0 ? '' : `。${days.join('、')}上班`}`;
  });
