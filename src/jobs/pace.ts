import type { Instant } from '../calendar/date.ts';

/** A chat takes 5 messages a second; one is left for answers that other roads send. */
const MOST_PER_SECOND = 4;
const SECOND_MS = 1_000;

/**
 * Keeps attempts to at most four begun within any second. As attempts for one chat follow one another, the platform
 * never sees more than five arrive in a second, however long each is on its way.
 */
export const createPace = (now: () => Instant) => {
  let begun: Instant[] = [];
  return {
    /** How long to wait, in ms, before the next attempt may begin. */
    wait(): number {
      const at = now();
      // What seems to lie in the future was begun before the clock was set back.
      begun = begun.filter((each) => each <= at && at - each < SECOND_MS);
      const [oldest] = begun;
      return oldest === undefined || begun.length < MOST_PER_SECOND ? 0 : oldest + SECOND_MS - at;
    },
    /** An attempt begins. */
    begin(): void {
      begun.push(now());
    },
  };
};
