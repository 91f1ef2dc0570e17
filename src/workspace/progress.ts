import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';

/** 进展: adds a dated line, with the share done (0–100) when given. The text may be empty only when there is a share. */
export declare function addProgress(
  open: OpenChange,
  number: number,
  text: string,
  percent?: number,
): Outcome<{ number: number; title: string; text: string; percent: number | null }>;
