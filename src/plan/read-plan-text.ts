import { type IsoDate, yearOf } from '../calendar/date.ts';
import type { PlanReading } from './plan-draft.ts';
import { readTask } from './read-task.ts';

export interface ReadingOptions {
  /** The plan's year; null → the document's own, else that of `today`. */
  year: number | null;
  today: IsoDate;
}

/** What a plan pasted as text says. Pure; never throws, whatever the text. */
export const readPlanText = (text: string, options: ReadingOptions): PlanReading => {
  const year = options.year ?? yearOf(options.today);
  const [title = '', ...items] = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return {
    plans: items.length ? [{ title, year, tasks: items.map((item) => readTask(item, year)) }] : [],
    skipped: [],
  };
};
