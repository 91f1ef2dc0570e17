import type { TargetDraft } from './plan-draft.ts';
import { quantitiesIn } from './quantities/quantities-in.ts';
import { readSchedule } from './read-schedule.ts';
import { shadowOf } from './text/shadow.ts';

/** The year matters to no cadence, and a cadence is all the quantities ask of the time. */
const ANY_YEAR = 2000;

/** 指标 as one sentence states them (PRODUCT.md, "Quantities"), in the order of the text. */
export const readQuantities = (text: string): TargetDraft[] =>
  quantitiesIn(text, shadowOf(text), readSchedule(text, ANY_YEAR).freq !== null);
