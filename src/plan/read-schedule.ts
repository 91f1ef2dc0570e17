import type { Schedule } from './plan-draft.ts';
import { shadowOf } from './text/shadow.ts';
import { timeOf } from './time/time-of.ts';

/**
 * 时限 as one sentence states it (PRODUCT.md, "Time"); `year` is the plan's year.
 * Nothing stated → all null and an empty `stated`.
 */
export const readSchedule = (text: string, year: number): Schedule => timeOf(text, shadowOf(text), year, null);
