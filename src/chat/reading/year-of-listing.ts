import { yearOf } from '../../calendar/date.ts';
import type { Window } from '../../calendar/window.ts';
import type { Listing } from './listing.ts';

const wholeYear = ({ start, end }: Window): number | undefined =>
  start.endsWith('-01-01') && end.endsWith('-12-31') && yearOf(start) === yearOf(end) ? yearOf(start) : undefined;

/** The plan year a listing names, for what is counted by years: 统计 2025年. undefined when it names none, or less than a year. */
export const yearOfListing = (listing: Listing | null): number | undefined => {
  const time = listing?.time ?? null;
  return time === null ? undefined : wholeYear(time.window);
};
