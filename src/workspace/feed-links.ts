import type { MemberId } from './task.ts';

/**
 * 日历: the secrets of the calendar feeds people subscribe to. `shared` is the group's own feed, `own` one for each person who
 * asked. No part of the history: taking back a 重置 would open links again that were meant to be dead.
 */
export interface FeedLinks {
  /** False after 日历 关: nothing is served and no link given until it is switched on again. */
  on: boolean;
  shared: string | null;
  own: { member: MemberId; secret: string }[];
}

/** Nothing asked for yet. */
export const noFeedLinks = (): FeedLinks => ({ on: true, shared: null, own: [] });
