import type { Instant } from '../calendar/date.ts';

/** How many messages a platform takes for one chat within a stretch of time, in ms. */
export interface Pace {
  most: number;
  withinMs: number;
}

/**
 * Keeps attempts to at most `most` begun within any such stretch. As attempts for one chat follow one another, the
 * platform never sees more than one above that arrive in it, however long each is on its way. Without a pace nothing waits.
 */
export const createPace = (now: () => Instant, pace?: Pace) => {
  let begun: Instant[] = [];
  return {
    /** How long to wait, in ms, before the next attempt may begin. */
    wait(): number {
      if (!pace) return 0;
      const at = now();
      // What seems to lie in the future was begun before the clock was set back.
      begun = begun.filter((each) => each <= at && at - each < pace.withinMs);
      const [oldest] = begun;
      return oldest === undefined || begun.length < pace.most ? 0 : oldest + pace.withinMs - at;
    },
    /** An attempt begins. */
    begin(): void {
      if (pace) begun.push(now());
    },
  };
};
