import { sql } from 'kysely';
import type { Instant } from '../../calendar/date.ts';
import { newWorkspace } from '../../workspace/new-workspace.ts';
import type { Workspace, WorkspaceId } from '../../workspace/workspace.ts';
import { checkWorkspaceId } from '../document/workspace-id.ts';
import { WorkspacesInUse } from '../in-use.ts';
import { StoreHealth } from '../store-health.ts';
import type { WorkspaceStore } from '../workspace-store.ts';

import { type Database, openDatabase } from './connection.ts';
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
/** How long after a failure the database is asked again, in ms. */
const PROBE_EVERY_MS = 1_000;

class PostgresStore implements WorkspaceStore {
  readonly #options: PostgresStoreOptions;
  readonly #db: Database;
  readonly #health: StoreHealth;
  readonly #holds: Holds;
  readonly #rows: WorkspacesInUse<WorkspaceRow>;
  #closing: Promise<void> | undefined;

  constructor(options: PostgresStoreOptions, db: Database, health: StoreHealth) {
    this.#options = options;
    this.#db = db;
    this.#health = health;
    this.#holds = new Holds(options.url);
    this.#rows = new WorkspacesInUse({
      kept: options.kept ?? KEPT,
      open: (id) => this.#open(id),
      // One that has no row yet is not worth the place of one that has.
      keeps: (row) => row.isKnown,
    });
  }

  async read(id: WorkspaceId): Promise<Workspace | undefined> {
    return this.#rows.use(id, (row) => row.read());
  }

  async update<T>(id: WorkspaceId, change: (workspace: Workspace) => T): Promise<T> {
    return this.#rows.use(id, (row) => row.update(change, () => newWorkspace(id, this.#options.now())));
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
    const version = this.#rows.find(seen.id)?.versionOf(seen);
    if (version === undefined) return;
    await this.#db
      .updateTable('workspace')
      .set({ next_look: next, looked_at: now })
      .where('id', '=', seen.id)
      .where('version', '=', version)
      .execute();
  }

  healthy(): boolean {
    return !this.#rows.isClosed && this.#health.good;
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    await this.#rows.close();
    await this.#health.stop();
    await this.#holds.close();
    await this.#db.destroy();
  }

  #open(id: WorkspaceId): WorkspaceRow {
    checkWorkspaceId(id);
    return new WorkspaceRow(id, this.#db, (well) => this.#health.met(well));
  }
}

/** Whether the database answers. */
const answers = (db: Database): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );

/**
 * Opens the store that keeps one row per workspace in a PostgreSQL database, which several processes may share. Start
 * reads no workspace.
 * @throws BanjieError `store-unavailable` in Chinese, when the database cannot be reached or is a newer Banjie's
 */
export const openPostgresStore = async (options: PostgresStoreOptions): Promise<WorkspaceStore> => {
  let health: StoreHealth | undefined;
  const db = await openDatabase(options.url, () => health?.met(false));
  health = new StoreHealth(() => answers(db), PROBE_EVERY_MS);
  return new PostgresStore(options, db, health);
};
