import type { IsoDate } from '../calendar/date.ts';
import type { PlanReading, TaskDraft } from './plan-draft.ts';
import { yearOfPlan } from './plan-year-of.ts';
import { shadowOf } from './text/shadow.ts';
import { isInPlanYear, type PlanYear } from './time/plan-year.ts';

/**
 * Why a person should look at a task before it is imported:
 * - `other-year`  its time lies in no part of the plan's year
 * - `vague-time`  it speaks of a time that is no date (适时, 近期)
 * - `twice`       the same words stand in the document more than once
 * - `kind`        a quantity may be this year's addition or a total
 * - `long`        it may be several tasks in one
 * - `odd-name`    somebody who answers for it has a name no office gives
 * - `over`        its time was over on the day it was read
 */
export type DoubtReason = 'other-year' | 'vague-time' | 'odd-name' | 'twice' | 'kind' | 'long' | 'over';

/** A task somebody should look at, by its number in the reading, with what the doubt is about in the document's words. */
export interface Doubted {
  number: number;
  task: TaskDraft;
  reason: DoubtReason;
  words: string;
}

/** Said where a date should stand. */
const VAGUE = /适时|適時|择期|擇期|择机|擇機|近期|尽快|盡快|届时|屆時|时间待定|時間待定|另行通知|视情况|視情況/u;
/** Characters; the longest single item of a plan is a paragraph, not a page. */
const LONG = 400;
const LONGEST_NAME = 16;
/** Marks that end a sentence or hold a figure: no name has them. */
const NO_NAME = /[。;;!?]|\d{3,}/u;

const isUnscheduled = ({ schedule }: TaskDraft): boolean =>
  schedule.start === null && schedule.end === null && schedule.freq === null;

const namesOf = (task: TaskDraft): string[] => [
  ...task.leaders,
  ...task.units,
  ...task.supportingUnits,
  ...task.owners,
];

type Test = (task: TaskDraft, year: PlanYear, today: IsoDate, repeated: ReadonlySet<string>) => string | undefined;

const liesOutside = ({ schedule: { start, end, stated } }: TaskDraft, year: PlanYear): string | undefined => {
  const dates = [start, end].filter((date) => date !== null);
  return dates.length > 0 && !dates.some((date) => isInPlanYear(date, year)) ? stated : undefined;
};

const openKind = ({ targets }: TaskDraft): string | undefined => {
  const open = targets.find(({ kind }) => kind === null);
  return open && `${open.name}${open.value}${open.unit}`;
};

/** In the order in which they matter to whoever confirms. A plan that comes in the autumn has much that is over: that is last. */
const TESTS: readonly (readonly [DoubtReason, Test])[] = [
  ['other-year', liesOutside],
  ['vague-time', (task) => (isUnscheduled(task) ? VAGUE.exec(task.text)?.[0] : undefined)],
  ['odd-name', (task) => namesOf(task).find((name) => name.length > LONGEST_NAME || NO_NAME.test(name))],
  ['twice', ({ text }, _year, _today, repeated) => (repeated.has(text) ? '' : undefined)],
  ['kind', openKind],
  ['long', ({ text }) => (text.length > LONG ? `${text.length}字` : undefined)],
  [
    'over',
    ({ schedule: { end, freq, stated } }, _, today) => (end !== null && end < today && !freq ? stated : undefined),
  ],
];

const repeatedTexts = (tasks: readonly TaskDraft[]): Set<string> => {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const { text } of tasks) (once.has(text) ? again : once).add(text);
  return again;
};

/**
 * What a careful person would look at first: one reason a task, sorted by reason as above, then by number.
 * @param today the day of the import
 */
export const doubtsOf = ({ plans }: PlanReading, today: IsoDate): Doubted[] => {
  const found: Doubted[][] = TESTS.map(() => []);
  let number = 0;
  for (const { title, year: named, tasks } of plans) {
    const year = yearOfPlan(shadowOf(title), named);
    const repeated = repeatedTexts(tasks);
    for (const task of tasks) {
      number += 1;
      const words = TESTS.map(([, test]) => test(task, year, today, repeated));
      const at = words.findIndex((each) => each !== undefined);
      const reason = TESTS[at]?.[0];
      if (reason) found[at]?.push({ number, task, reason, words: words[at] ?? '' });
    }
  }
  return found.flat();
};
