import type { IsoDate } from '../../calendar/date.ts';
import type { Schedule } from '../../plan/plan-draft.ts';
import { readSchedule } from '../../plan/read-schedule.ts';
import { type DateFrom, readDate } from './dates.ts';
import { impossibleDay } from './impossible-day.ts';

/**
 * A 时限 as said. Refused when it is no time (`unreadable`), names a day there is not, or a bare day that is past;
 * `nearest` is the sensible day that may have been meant.
 */
export type StatedTime =
  | { ok: true; schedule: Schedule }
  | { ok: false; reason: 'unreadable' }
  | { ok: false; reason: 'past' | 'no-such-day'; said: string; nearest: IsoDate | null };

const NO_TIME = /^(?:无|没有|不限|待定|未定|暂无|不定|清空|未排期|无时限|不限时)$/;
const NOTHING: Schedule = { start: null, end: null, freq: null, stated: '' };

/** They add nothing to a time: 6月底前完成. */
const FILLERS =
  /[一1]次|之前|以前|前|之内|以内|内|左右|之间|期间|当天|完成|办结|办完|做完|进行|开展|截止|截至|为止|止|为|是|到|至|在|于|的|[、,。;: ~-]/g;

/** All of the text says the time; 5月20 read as 5月 leaves its day over. */
const isWhole = (text: string, stated: string): boolean => {
  const left = stated.split('、').reduce((rest, part) => rest.replace(part, ''), text);
  return left.replace(FILLERS, '') === '';
};

/** A 时限 is a day: 5月31日下午3点前 is 5月31日前. */
const HOUR =
  /(?:上午|下午|晚上|中午|早上)(?:\d{1,2}[点时:](?:\d{1,2}分?|半)?)?|(?<=[日号] ?)\d{1,2}[点时:](?:\d{1,2}分?|半)?/g;

/** `6.10`, `5月20`: a day written short, as the plan would write it. */
const written = (text: string): string =>
  text
    .replace(HOUR, '')
    .replace(/^(\d{1,2})[./](\d{1,2})(?![\d./%])/, '$1月$2日')
    .replace(/(\d{1,2})月(\d{1,2})(?![\d日号./-])(?=$|[ ,前之以完])/g, '$1月$2日');

/** By the plan's own rules; a festival by itself (端午) is the time as it would be in front of a colon. */
const asInPlan = (text: string, year: number): Schedule | undefined => {
  for (const sentence of [text, `${text}:`]) {
    const schedule = readSchedule(sentence, year);
    const isTime = schedule.start !== null || schedule.end !== null || schedule.freq !== null;
    if (isTime && isWhole(text, schedule.stated)) return schedule;
  }
  return undefined;
};

/** 月底, 下周五, 三个工作日后: counted from today, kept as the day it comes to. */
const sayDayOf = (date: IsoDate): string => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日前`;

/**
 * Reads a new 时限: by the plan's own rules with the task's year, else as a date counted from today.
 * @param text as matched, with nothing else in it
 */
export const readStatedTime = (text: string, year: number, from: DateFrom): StatedTime => {
  const said = written(text.trim());
  if (NO_TIME.test(said)) return { ok: true, schedule: NOTHING };
  const date = readDate(said, from);
  const isDate = date !== undefined && said.slice(date.length).replace(FILLERS, '') === '';
  const noDay = impossibleDay(said, year);
  if (noDay !== undefined || (isDate && !date.ok && date.reason === 'no-such-day')) {
    const nearest = isDate && !date.ok ? date.nearest : null;
    return { ok: false, reason: 'no-such-day', said: noDay ?? (isDate ? said.slice(0, date.length) : said), nearest };
  }
  const planned = asInPlan(said, year);
  if (planned) return { ok: true, schedule: planned };
  if (!isDate) return { ok: false, reason: 'unreadable' };
  if (!date.ok) return { ok: false, reason: date.reason, said: date.said, nearest: date.nearest };
  return { ok: true, schedule: { start: null, end: date.date, freq: null, stated: sayDayOf(date.date) } };
};
