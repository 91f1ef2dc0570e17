import { addDays, addMonths, type IsoDate } from '../../calendar/date.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { readWhole } from './numerals.ts';

export type LengthUnit = 'day' | 'working-day' | 'week' | 'month';

/** A stretch of time as said, `length` characters long: `一周`, `10个工作日`, `半个月`. */
export interface Length {
  amount: number;
  unit: LengthUnit;
  length: number;
}

const UNIT = /^ ?(?:个工作日|工作日|个星期|星期|个礼拜|礼拜|周|个季度|季度|个月|月(?!\d|[上中下底末初份])|天|日|年)/;
const MULTIPLES: readonly (readonly [string, LengthUnit, number])[] = [
  ['工作日', 'working-day', 1],
  ['星期', 'week', 1],
  ['礼拜', 'week', 1],
  ['周', 'week', 1],
  ['季度', 'month', 3],
  ['月', 'month', 1],
  ['年', 'month', 12],
];
/** Longer than this is no extension but a slip. */
const LARGEST = 400;

const HALVES: readonly (readonly [string, number, LengthUnit])[] = [
  ['半个月', 15, 'day'],
  ['半月', 15, 'day'],
  ['半年', 6, 'month'],
];

/** A length at the front of a text. 6月 is a month of the year, 6个月 a length; 一季度 is a quarter, 一个季度 a length. */
export const readLength = (text: string): Length | undefined => {
  const half = HALVES.find(([word]) => text.startsWith(word));
  if (half) return { amount: half[1], unit: half[2], length: half[0].length };
  const number = readWhole(text);
  const unit = number && UNIT.exec(text.slice(number.length))?.[0];
  if (!number || !unit || number.value < 1 || number.value > LARGEST) return undefined;
  const bare = unit.trim();
  if (bare === '月' || bare === '季度' || (bare === '年' && number.value > 10)) return undefined;
  const [, kind, times] = MULTIPLES.find(([word]) => bare.endsWith(word)) ?? ['', 'day' as const, 1];
  return { amount: number.value * times, unit: kind, length: number.length + unit.length };
};

/** The day that lies this far after a date, the date itself not counted. */
export const shiftBy = (date: IsoDate, { amount, unit }: Length, calendar: WorkingCalendar): IsoDate => {
  if (unit === 'working-day') return calendar.addWorkingDays(date, amount);
  return unit === 'month' ? addMonths(date, amount) : addDays(date, amount * (unit === 'week' ? 7 : 1));
};
