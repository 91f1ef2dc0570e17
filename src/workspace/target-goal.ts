import type { Freq } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import { readQuantities } from '../plan/read-quantities.ts';
import { periodsOf, windowOfPeriod } from './deadline.ts';
import type { Target, Task } from './task.ts';

/** What a target comes to in the year. `each` where it is stated per period: value × the periods that count. */
export interface Goal {
  value: number;
  each: { freq: Freq; periods: number; window: Window } | null;
}

const CADENCES: readonly (readonly [Freq, RegExp])[] = [
  ['weekly', /每(?:个?星期|周)/u],
  ['monthly', /每个?月/u],
  ['quarterly', /每个?季/u],
  ['halfyearly', /每半年/u],
];

const CLAUSE = /[,,。;;\n]/u;
/** Each a number of its own behind the cadence is still the year's: 每月走访,全年共80家. */
const OF_THE_YEAR = /全年|年内|年度|累计|总计|共计|合计/u;
/** An item is read as far as the plan's reader reads it. */
const LONGEST_READ = 6000;

const isSame = (target: Target, value: number, unit: string): boolean => target.value === value && target.unit === unit;

/** 每周2篇: the quantity stands behind the task's own cadence, in one clause with it. */
const statedPerPeriod = ({ text, schedule }: Task, target: Target): boolean => {
  const cadence = CADENCES.find(([freq]) => freq === schedule.freq)?.[1];
  if (cadence === undefined) return false;
  return text
    .slice(0, LONGEST_READ)
    .split(CLAUSE)
    .some((clause) => {
      const at = clause.search(cadence);
      if (at < 0 || OF_THE_YEAR.test(clause.slice(at))) return false;
      return readQuantities(clause.slice(at)).some(({ value, unit }) => isSame(target, value, unit));
    });
};

/** A ledger's lists ask for the same few targets again and again, and reading a clause takes longer than all else. */
const known = new Map<string, boolean>();
const KNOWN_AT_MOST = 1000;

const isPerPeriod = (task: Task, target: Target): boolean => {
  // A rate or a total is no sum of its periods.
  if (task.schedule.freq === null || target.kind === 'level') return false;
  const key = `${task.schedule.freq} ${target.value} ${target.unit} ${task.text}`;
  const found = known.get(key) ?? statedPerPeriod(task, target);
  if (known.size >= KNOWN_AT_MOST) known.clear();
  known.set(key, found);
  return found;
};

/**
 * The amount a target comes to in its plan year: as stated, or, where the plan states it per period (每周2篇), that times the
 * periods that count — those that ended before the task was imported do not (PRODUCT.md "Finer points").
 */
export const goalOf = (task: Task, target: Target): Goal => {
  const { freq } = task.schedule;
  const periods = freq !== null && isPerPeriod(task, target) ? periodsOf(task) : [];
  const [first, last] = [periods[0], periods.at(-1)];
  if (freq === null || first === undefined || last === undefined) return { value: target.value, each: null };
  const window = { start: windowOfPeriod(task, first).start, end: windowOfPeriod(task, last).end };
  const value = Math.round(target.value * periods.length * 1e6) / 1e6;
  return { value, each: { freq, periods: periods.length, window } };
};
