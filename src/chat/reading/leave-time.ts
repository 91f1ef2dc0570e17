import { addDays, type IsoDate } from '../../calendar/date.ts';
import { type DateFrom, type DateSaid, readDate } from './dates.ts';
import { type Length, readLength, shiftBy } from './lengths.ts';
import { readTime } from './periods.ts';

/** The days of a leave as said so far: 从5月20日, 到6月1日, 三天. */
export interface LeaveTime {
  from: DateSaid | null;
  until: DateSaid | null;
  /** 从5月20日起: it goes on past that day. */
  isOpen: boolean;
  length: Length | null;
}

export const NO_TIME: LeaveTime = { from: null, until: null, isOpen: false, length: null };

const FROM = /^(?:从|自|于)? ?/;
const ONWARDS = /^ ?(?:起|开始|以后|之后)/;
const UNTIL = /^ ?(?:一直|请|休|延|延长|改|为|截止|截至)?(?:到|至|[-~—]+|截止|截至) ?/;
const IN_ALL = /^(?:共计?|一共|总共|为期|计) ?/;
/** 下周一到周三 */
const BARE_WEEKDAY = /^(?:周|星期|礼拜)[一二三四五六日天]/;
const BARE_DAY = /^\d{1,2} ?[日号]/;
/** 5月20-25日: the month is said once. */
const ONE_MONTH = /^(\d{1,2} ?月) ?(\d{1,2}) ?[日号]? ?(?:[-~—]+|至|到) ?(\d{1,2} ?[日号])/;

/** A leave may have begun: its first day is the day said, past or not. */
export const beginOf = (from: DateSaid | null, today: IsoDate): IsoDate | undefined => {
  if (from === null) return today;
  return from.ok || from.reason === 'past' ? from.date : undefined;
};

const readUntil = (text: string, time: LeaveTime, at: DateFrom): DateSaid | undefined => {
  // 5月20日到25日 means the same month, 明天到下周五 the week after this one.
  const begins = BARE_DAY.test(text) || BARE_WEEKDAY.test(text) ? beginOf(time.from, at.today) : undefined;
  const found = readDate(text, { ...at, today: begins ?? at.today });
  return begins !== undefined && found?.ok && found.date < at.today
    ? { ...found, ok: false, reason: 'past', said: text.slice(0, found.length), nearest: null }
    : found;
};

/** 这周请假, 下周休假: all of its days that are to come. */
const readSpan = (text: string, { today }: DateFrom) => {
  const time = readTime(text, today);
  if (!time || time.window.start === time.window.end || time.window.end < today) return undefined;
  const begins = time.window.start < today ? today : time.window.start;
  const day = (date: IsoDate): DateSaid => ({ ok: true, date, length: time.length });
  return { days: { from: day(begins), until: day(time.window.end) }, length: time.length };
};

/** What the text says first of a leave's days, and how much of it says so; undefined when it says nothing of them. */
export const readLeaveTime = (
  text: string,
  time: LeaveTime,
  at: DateFrom,
): { time: LeaveTime; length: number } | undefined => {
  const month = time.from === null && time.until === null ? ONE_MONTH.exec(text) : null;
  if (month) {
    const [whole, name = '', first = '', last = ''] = month;
    const [from, until] = [readDate(`${name}${first}日`, at), readDate(`${name}${last}`, at)];
    return from && until && { time: { ...time, from, until }, length: whole.length };
  }
  const to = time.until === null ? UNTIL.exec(text)?.[0].length : undefined;
  const until = to === undefined ? undefined : readUntil(text.slice(to), time, at);
  if (to !== undefined && until) return { time: { ...time, until }, length: to + until.length };
  const lead = FROM.exec(text)?.[0].length ?? 0;
  const span = time.from === null && time.until === null ? readSpan(text.slice(lead), at) : undefined;
  if (span) return { time: { ...time, ...span.days }, length: lead + span.length };
  const from = time.from === null ? readDate(text.slice(lead), at) : undefined;
  if (from) {
    const end = lead + from.length;
    const onwards = ONWARDS.exec(text.slice(end))?.[0].length ?? 0;
    return { time: { ...time, from, isOpen: onwards > 0 }, length: end + onwards };
  }
  const sum = IN_ALL.exec(text)?.[0].length ?? 0;
  const length = time.length === null ? readLength(text.slice(sum)) : undefined;
  return length && { time: { ...time, length }, length: sum + length.length };
};

/**
 * The days a leave lasts, both included; `until` undefined while it was not said. A day by itself is that day. The first
 * day, or the last, as said when there is none such or it is past.
 */
export const daysOfLeave = (
  { from, until, isOpen, length }: LeaveTime,
  { today, calendar }: DateFrom,
): { ok: true; from: IsoDate; until: IsoDate | undefined } | (DateSaid & { ok: false }) => {
  const begins = beginOf(from, today);
  if (begins === undefined && from && !from.ok) return from;
  if (until && !until.ok) return until;
  const first = begins ?? today;
  if (until) return { ok: true, from: first, until: until.date };
  if (length) return { ok: true, from: first, until: shiftBy(addDays(first, -1), length, calendar) };
  if (from && !from.ok && !isOpen) return from;
  return { ok: true, from: first, until: from !== null && !isOpen ? first : undefined };
};
