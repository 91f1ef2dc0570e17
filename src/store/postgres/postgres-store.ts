import { LRUCache } from 'lru-cache';
import { BanjieError } from '../../banjie-error.ts';
import type { Instant } from '../../calendar/date.ts';
import { newWorkspace } from '../../workspace/new-workspace.ts';
import type { Workspace, WorkspaceId } from '../../workspace/workspace.ts';
import { checkWorkspaceId } from '../document/workspace-id.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { type Database, openDatabase } from './connection.ts';
import { DatabaseHealth } from './health.ts';
import { Holds } from './holds.ts';
import { pagesOfDue, pagesOfIds } from './listing.ts';
import { WorkspaceRow } from './workspace-row.ts';

export interface PostgresStoreOptions {
  /** `postgres://user:password@host:port/database`. */
  url: string;
  now(): Instant;
  /** How many workspaces nobody is working on stay in memory. */
  kept?: number;
}

/** A workspace of 300 tasks and a year of history takes about a megabyte of memory. */
const KEPT = 32;

interface InUse {
  row: WorkspaceRow;
  users: number;
}

class PostgresStore implements WorkspaceStore {
  readonly #options: PostgresStoreOptions;
  readonly #db: Database;
  readonly #health: DatabaseHealth;
  readonly #holds: Holds;
  /** Rows somebody works on: never evicted, so that changes of one workspace share their transactions. */
  readonly #inUse = new Map<WorkspaceId, InUse>();
  readonly #idle: LRUCache<WorkspaceId, WorkspaceRow>;
  readonly #calls = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(options: PostgresStoreOptions, db: Database, health: DatabaseHealth) {
    this.#options = options;
    this.#db = db;
    this.#health = health;
    this.#holds = new Holds(options.url);
    this.#idle = new LRUCache({ max: options.kept ?? KEPT });
  }

  async read(id: WorkspaceId): Promise<Workspace | undefined> {
    return this.#using(id, (row) => row.read());
  }

  async update<T>(id: WorkspaceId, change: (workspace: Workspace) => T): Promise<T> {
    return this.#using(id, (row) => row.update(change, () => newWorkspace(id, this.#options.now())));
  }

  ids(): AsyncIterable<WorkspaceId> {
    return pagesOfIds(this.#db);
  }

  withOutbox(): AsyncIterable<WorkspaceId> {
    return pagesOfIds(this.#db, (query) => query.where('outbox', '>', 0));
  }

  toLookAt(now: Instant): AsyncIterable<WorkspaceId> {
    return pagesOfDue(this.#db, now);
  }

  hold(id: WorkspaceId, lane: string): Promise<(() => Promise<void>) | null> {
    return this.#holds.hold(id, lane);
  }

  async looked(seen: Workspace, now: Instant, next: Instant): Promise<void> {
    const version = (this.#inUse.get(seen.id)?.row ?? this.#idle.get(seen.id))?.versionOf(seen);
    if (version === undefined) return;
    await this.#db
      .updateTable('workspace')
      .set({ next_look: next, looked_at: now })
      .where('id', '=', seen.id)
      .where('version', '=', version)
      .execute();
  }

  healthy(): boolean {
    return this.#closing === undefined && this.#health.good;
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    await Promise.allSettled(this.#calls);
    await this.#health.stop();
    await this.#holds.close();
    await this.#db.destroy();
  }

  async #using<T>(id: WorkspaceId, work: (row: WorkspaceRow) => Promise<T>): Promise<T> {
    if (this.#closing !== undefined) throw new BanjieError('store-unavailable', 'the store is closed');
    checkWorkspaceId(id);
    const inUse = this.#inUse.get(id) ?? { row: this.#idle.get(id) ?? this.#row(id), users: 0 };
    this.#inUse.set(id, inUse);
    inUse.users++;
    const call = work(inUse.row);
    this.#calls.add(call);
    try {
      return await call;
    } finally {
      this.#calls.delete(call);
      inUse.users--;
      if (inUse.users === 0) {
        this.#inUse.delete(id);
        // One that has no row yet is not worth the place of one that has.
        if (inUse.row.isKnown) this.#idle.set(id, inUse.row);
      }
    }
  }

  #row(id: WorkspaceId): WorkspaceRow {
    return new WorkspaceRow(id, this.#db, (found) => this.#health.met(found));
  }
}

/**
 * Opens the store that keeps one row per workspace in a PostgreSQL database, which several processes may share. Start
 * reads no workspace.
 * @throws BanjieError `store-unavailable` in Chinese, when the database cannot be reached or is a newer Banjie's
 */
export const openPostgresStore = async (options: PostgresStoreOptions): Promise<WorkspaceStore> => {
  let health: DatabaseHealth | undefined;
  const db = await openDatabase(options.url, () => health?.met('away'));
  health = new DatabaseHealth(db);
  return new PostgresStore(options, db, health);
};
