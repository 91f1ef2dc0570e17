import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { sql, type Transaction } from 'kysely';
import { BanjieError } from '../../banjie-error.ts';
import { frozen } from '../../workspace/frozen.ts';
import type { Workspace, WorkspaceId } from '../../workspace/workspace.ts';
import { applyChange } from '../document/apply-change.ts';
import { JsonBytes } from '../document/json-bytes.ts';
import { checkChanged } from '../document/schema-check.ts';
import { BrokenContent, workspaceIn } from '../document/workspace-codec.ts';
import { workspaceSchema } from '../document/workspace-schema.ts';
import type { Database } from './connection.ts';
import { faultOf } from './faults.ts';
import { jsonbParameter, outOfJsonb } from './jsonb.ts';
import type { Tables } from './tables.ts';

/** How long a change is tried while the database is away, in ms; then the platform hears that it was not kept, and pushes again. */
const PATIENCE_MS = 1_500;
const FIRST_WAIT_MS = 20;

/** A state as it is in the database. */
interface Stored {
  version: number;
  state: Workspace;
}

interface Waiting {
  change(workspace: Workspace): unknown;
  create(): Workspace;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** What became of each waiting change within one transaction. */
type Outcome = { ok: true; result: unknown } | { ok: false; error: unknown };

/** A transaction that may have been committed although its end was not heard. */
interface Attempt {
  writer: string;
  stored: Stored;
  outcomes: Outcome[];
}

/** Hears of each call to the database whether it was there. */
export type Met = (well: boolean) => void;

/**
 * One workspace as this process knows it, and its row. Changes that come while a transaction is under way share the
 * next one. The row's lock keeps other processes out meanwhile; a document is only fetched when another wrote it.
 */
export class WorkspaceRow {
  readonly #id: WorkspaceId;
  readonly #db: Database;
  readonly #met: Met;
  readonly #bytes = new JsonBytes();
  #known: Stored | undefined;
  #waiting: Waiting[] = [];
  #working = false;
  /** Transactions ended so far: what was read before one ended may be older than what it wrote. */
  #ended = 0;

  constructor(id: WorkspaceId, db: Database, met: Met) {
    this.#id = id;
    this.#db = db;
    this.#met = met;
  }

  /** False until a state was read or written. */
  get isKnown(): boolean {
    return this.#known !== undefined;
  }

  /** The version of a state this row gave out last; undefined for any other. */
  versionOf(state: Workspace): number | undefined {
    return this.#known?.state === state ? this.#known.version : undefined;
  }

  async read(): Promise<Workspace | undefined> {
    const ended = this.#ended;
    const stored = await this.#asked(() => this.#fetch(this.#db, false));
    if (this.#ended === ended) this.#known = stored;
    return this.#known?.state;
  }

  update<T>(change: (workspace: Workspace) => T, create: () => Workspace): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ change, create, resolve: resolve as Waiting['resolve'], reject });
      if (!this.#working) void this.#work();
    });
  }

  /** Never rejects. */
  async #work(): Promise<void> {
    this.#working = true;
    while (this.#waiting.length > 0) {
      const batch = this.#waiting;
      this.#waiting = [];
      try {
        const outcomes = await this.#commit(batch);
        for (const [index, { resolve, reject }] of batch.entries()) {
          const outcome = outcomes[index];
          if (outcome?.ok) resolve(outcome.result);
          else reject(outcome?.error);
        }
      } catch (error) {
        for (const { reject } of batch) reject(error);
      }
    }
    this.#working = false;
  }

  /** Runs the batch in one transaction, again where it met another or the database was away for a moment. */
  async #commit(batch: readonly Waiting[]): Promise<Outcome[]> {
    let unheard: Attempt | undefined;
    return this.#asked(async () => {
      let attempt: Attempt | undefined;
      const keepAttempt = (written: Attempt) => {
        attempt = written;
      };
      try {
        const { outcomes, stored } = await this.#db
          .transaction()
          .execute((transaction) => this.#run(transaction, batch, unheard, keepAttempt));
        this.#known = stored;
        return outcomes;
      } catch (error) {
        // A refusal of the server is heard: nothing was kept.
        if (faultOf(error) === 'away') unheard = attempt ?? unheard;
        throw error;
      } finally {
        this.#ended += 1;
      }
    });
  }

  async #run(
    transaction: Transaction<Tables>,
    batch: readonly Waiting[],
    unheard: Attempt | undefined,
    keepAttempt: (attempt: Attempt) => void,
  ): Promise<{ outcomes: Outcome[]; stored: Stored | undefined }> {
    const before = await this.#fetch(transaction, true);
    if (unheard) {
      const fate = await this.#fateOf(transaction, unheard, before);
      if (fate === 'kept') return unheard;
      if (fate === 'unknown')
        throw new BanjieError('store-unavailable', 'a commit was not heard and others wrote since');
    }
    const { after, outcomes } = this.#apply(batch, before?.state);
    if (after === undefined || after === before?.state) return { outcomes, stored: before };
    const stored = { version: (before?.version ?? 0) + 1, state: after };
    const writer = randomUUID();
    keepAttempt({ writer, stored, outcomes });
    await this.#write(transaction, stored, writer, before !== undefined);
    return { outcomes, stored };
  }

  /** Whether a transaction whose end was not heard was kept. Once others have written since, nobody can say. */
  async #fateOf(
    transaction: Transaction<Tables>,
    { writer, stored }: Attempt,
    now: Stored | undefined,
  ): Promise<'kept' | 'lost' | 'unknown'> {
    if ((now?.version ?? 0) < stored.version) return 'lost';
    if (now?.version !== stored.version) return 'unknown';
    const row = await transaction
      .selectFrom('workspace')
      .select('written_by')
      .where('id', '=', this.#id)
      .executeTakeFirst();
    return row?.written_by === writer ? 'kept' : 'lost';
  }

  /** Applies the changes one after the other; one that throws leaves the state as it was. */
  #apply(
    batch: readonly Waiting[],
    before: Workspace | undefined,
  ): { after: Workspace | undefined; outcomes: Outcome[] } {
    let state = before;
    const outcomes = batch.map(({ change, create }): Outcome => {
      try {
        const from = state ?? frozen(create());
        const { after, result } = applyChange(from, change);
        if (after !== from) {
          const complaint = checkChanged(workspaceSchema, state, after);
          if (complaint !== undefined) throw new TypeError(`a change would break the workspace: ${complaint}`);
          state = after;
        }
        return { ok: true, result };
      } catch (error) {
        return { ok: false, error };
      }
    });
    return { after: state, outcomes };
  }

  /** The row, its document only where it is another than the one known here. */
  async #fetch(db: Database | Transaction<Tables>, lock: boolean): Promise<Stored | undefined> {
    const known = this.#known;
    const query = db
      .selectFrom('workspace')
      .select([
        'version',
        sql<string | null>`case when version = ${known?.version ?? 0} then null else document::text end`.as('document'),
      ])
      .where('id', '=', this.#id);
    const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
    if (!row) return undefined;
    if (known && row.document === null) return known;
    return { version: row.version, state: this.#stateIn(row.document ?? '') };
  }

  /** @throws BanjieError `workspace-broken`. The row stays as it is: nothing is ever written over it. */
  #stateIn(document: string): Workspace {
    try {
      return frozen(workspaceIn(outOfJsonb(document), this.#id, `the row of ${this.#id}`));
    } catch (cause) {
      if (!(cause instanceof BrokenContent)) throw cause;
      throw new BanjieError('workspace-broken', `the row of ${this.#id} is broken (${cause.message})`, { cause });
    }
  }

  async #write(
    transaction: Transaction<Tables>,
    { version, state }: Stored,
    writer: string,
    isThere: boolean,
  ): Promise<void> {
    const values = {
      version,
      written_by: writer,
      document: jsonbParameter(this.#bytes.of(state)),
      outbox: state.ledger.outbox.length,
      next_look: 0,
      looked_at: 0,
    };
    if (isThere) await transaction.updateTable('workspace').set(values).where('id', '=', this.#id).execute();
    else
      await transaction
        .insertInto('workspace')
        .values({ id: this.#id, ...values })
        .execute();
  }

  /** Asks the database, for as long as it is worth it. @throws BanjieError `store-unavailable`, and what is no fault of the database */
  async #asked<T>(ask: () => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE_MS;
    for (let pause = FIRST_WAIT_MS; ; pause *= 2) {
      try {
        const answer = await ask();
        this.#met(true);
        return answer;
      } catch (cause) {
        if (cause instanceof BanjieError) throw cause;
        const fault = faultOf(cause);
        if (fault !== 'again') this.#met(false);
        if (fault === 'final' || performance.now() + pause > until) {
          throw new BanjieError('store-unavailable', `a workspace could not be reached (${fault})`, { cause });
        }
        await wait(pause);
      }
    }
  }
}
