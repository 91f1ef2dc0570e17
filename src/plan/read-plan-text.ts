import type { PlanReading } from './plan-draft.ts';
import type { ReadingOptions } from './plan-year-of.ts';
import { readBlocks } from './read-blocks.ts';
import { blocksOfText } from './text/blocks-of-text.ts';

export type { ReadingOptions } from './plan-year-of.ts';

/** What a plan pasted as text says. Pure; never throws, whatever the text. */
export const readPlanText = (text: string, options: ReadingOptions): PlanReading =>
  readBlocks(blocksOfText(text), options);
