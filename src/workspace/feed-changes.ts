import { noFeedLinks } from './feed-links.ts';
import type { MemberId } from './task.ts';
import type { Workspace } from './workspace.ts';

/** The secret of the group's feed; `fresh` becomes it where there is none yet. */
export const sharedSecret = ({ feeds }: Workspace, fresh: string): string => {
  feeds.shared ??= fresh;
  return feeds.shared;
};

/** The secret of a person's feed; `fresh` becomes it where there is none yet. */
export const ownSecret = ({ feeds }: Workspace, member: MemberId, fresh: string): string => {
  const known = feeds.own.find((each) => each.member === member);
  if (known) return known.secret;
  feeds.own.push({ member, secret: fresh });
  return fresh;
};

/** 日历 重置: every link given so far is dead; each person gets a new one by asking. */
export const renewFeeds = ({ feeds }: Workspace, fresh: string): void => {
  feeds.shared = fresh;
  feeds.own = [];
};

/** 我的日历 重置 and 关: the person's own link is dead. True when there was one. */
export const dropOwnFeed = ({ feeds }: Workspace, member: MemberId): boolean => {
  const before = feeds.own.length;
  feeds.own = feeds.own.filter((each) => each.member !== member);
  return feeds.own.length < before;
};

/** 日历 关: every link is dead, and none is given. */
export const closeFeeds = (workspace: Workspace): void => {
  workspace.feeds = { ...noFeedLinks(), on: false };
};
