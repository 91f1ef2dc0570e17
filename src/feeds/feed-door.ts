import { createHash } from 'node:crypto';
import { BanjieError } from '../banjie-error.ts';
import { dateOf, type Instant, type IsoDate } from '../calendar/date.ts';
import type { Door, DoorRequest, DoorResponse } from '../platforms/platform.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';
import { calendarOf } from './calendar.ts';
import { isSame, placeOf, readToken } from './token.ts';

/** Where feeds are served; the token and `.ics` follow. */
export const FEED_PATH = '/calendar/';
/** How long a subscriber may keep what it got, in seconds. */
const MAX_AGE_S = 300;
/** How often the store is asked which workspaces there are, for a token that leads to none, in ms. */
const LOOK_EVERY_MS = 30_000;

export interface FeedDoorDeps {
  store: Pick<WorkspaceStore, 'read' | 'ids'>;
  now(): Instant;
  log: { error(details: object, message: string): void };
}

export interface FeedDoor {
  door: Door;
  /** A workspace there is: its feeds are found at once. */
  know(id: WorkspaceId): void;
}

interface Feed {
  body: string;
  etag: string;
}

/** Whose feed a secret opens: null for the group's; undefined when it opens none. Every secret is compared, and in full. */
const memberOf = ({ feeds }: Workspace, secret: string): MemberId | null | undefined => {
  const isShared = feeds.shared !== null && isSame(feeds.shared, secret);
  const own = feeds.own.filter((each) => isSame(each.secret, secret));
  if (!feeds.on) return undefined;
  return isShared ? null : own[0]?.member;
};

const feedOf = (workspace: Workspace, member: MemberId | null, today: IsoDate): Feed => {
  const body = calendarOf(workspace, member, today);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"` };
};

/** True when a subscriber has this very feed (RFC 9110, 13.1.2: compared weakly). */
const has = (header: string | undefined, etag: string): boolean =>
  (header ?? '').split(',').some((each) => [etag, '*'].includes(each.trim().replace(/^W\//u, '')));

const NO_SUCH_FEED: DoorResponse = {
  status: 404,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  body: '没有这个日历,链接可能已经重置或停用',
};
const LATER: DoorResponse = { status: 503, headers: { 'retry-after': '300', 'cache-control': 'no-store' } };

class Feeds implements FeedDoor {
  readonly #deps: FeedDoorDeps;
  readonly #ids = new Map<string, WorkspaceId>();
  #looking: Promise<void> | undefined;
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** A workspace is the same object until it changes; whoever asks meanwhile gets what was made for the first. */
  readonly #made = new WeakMap<Workspace, Map<string, Feed>>();

  constructor(deps: FeedDoorDeps) {
    this.#deps = deps;
  }

  readonly door: Door = {
    method: 'GET',
    path: `${FEED_PATH}:file`,
    bodyLimit: 0,
    handle: async (request) => {
      try {
        return await this.#answer(request);
      } catch (error) {
        // Not passed on: what is turned away is logged with its path, and this path is a secret.
        const code = error instanceof BanjieError ? error.code : undefined;
        this.#deps.log.error(code === undefined ? { err: error } : { code }, 'a calendar feed could not be made');
        return LATER;
      }
    },
  };

  know(id: WorkspaceId): void {
    this.#ids.set(placeOf(id), id);
  }

  async #answer({ path, headers }: DoorRequest): Promise<DoorResponse> {
    const token = readToken(path.slice(FEED_PATH.length).replace(/\.ics$/u, ''));
    const id = token && path.endsWith('.ics') ? await this.#find(token.place) : undefined;
    const workspace = id === undefined ? undefined : await this.#deps.store.read(id);
    const member = token && workspace ? memberOf(workspace, token.secret) : undefined;
    if (!workspace || member === undefined) return NO_SUCH_FEED;
    const { body, etag } = this.#feed(workspace, member);
    const shared = { etag, 'cache-control': `private, max-age=${MAX_AGE_S}`, 'x-robots-tag': 'noindex' };
    if (has(headers['if-none-match'], etag)) return { status: 304, headers: shared };
    const type = {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="banjie.ics"',
    };
    return { status: 200, headers: { ...shared, ...type }, body };
  }

  #feed(workspace: Workspace, member: MemberId | null): Feed {
    const made = this.#made.get(workspace) ?? new Map<string, Feed>();
    this.#made.set(workspace, made);
    const today = dateOf(this.#deps.now());
    const key = `${today} ${member ?? ''}`;
    const feed = made.get(key) ?? feedOf(workspace, member, today);
    // What was made on another day is of no use to anybody.
    for (const other of made.keys()) if (!other.startsWith(today)) made.delete(other);
    made.set(key, feed);
    return feed;
  }

  /** The workspace of a place: by the names the store has, no workspace is read for it. */
  async #find(place: string): Promise<WorkspaceId | undefined> {
    if (!this.#ids.has(place) && performance.now() - this.#lookedAt > LOOK_EVERY_MS) {
      this.#looking ??= this.#look().finally(() => {
        this.#looking = undefined;
      });
    }
    if (!this.#ids.has(place)) await this.#looking;
    return this.#ids.get(place);
  }

  async #look(): Promise<void> {
    for await (const id of this.#deps.store.ids()) this.know(id);
    this.#lookedAt = performance.now();
  }
}

/** The one door of all calendar feeds: whoever has a link may read, everybody else hears that there is none. */
export const createFeedDoor = (deps: FeedDoorDeps): FeedDoor => new Feeds(deps);
