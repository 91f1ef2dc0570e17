import pg from 'pg';
import type { WorkspaceId } from '../../workspace/workspace.ts';

const CONNECT_LIMIT_MS = 2_000;
const CALL_LIMIT_MS = 4_000;

/** Names the lock of a lane of a workspace; of the schema, too, for several bots may share a database. */
const LOCK = "hashtextextended(current_schema() || ' outbox ' || $1 || ' ' || $2, 0)";

/**
 * Who sends what waits in a workspace's outbox: one process of all, by advisory locks. They belong to one connection kept
 * for them, so that the server lets them go when this process ends or is cut off; another then takes over.
 */
export class Holds {
  readonly #url: string;
  #connecting: Promise<pg.Client> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  /** Gives what lets it go; null while another process has it. Rejects while the database is away. */
  async hold(id: WorkspaceId, lane: string): Promise<(() => Promise<void>) | null> {
    const client = await this.#client();
    const { rows } = await client.query<{ mine: boolean }>(`select pg_try_advisory_lock(${LOCK}) as mine`, [id, lane]);
    if (!rows[0]?.mine) return null;
    return async () => {
      // A lock whose connection broke is free already.
      await client.query(`select pg_advisory_unlock(${LOCK})`, [id, lane]).catch(() => undefined);
    };
  }

  async close(): Promise<void> {
    const client = await this.#connecting?.catch(() => undefined);
    this.#connecting = undefined;
    await client?.end().catch(() => undefined);
  }

  #client(): Promise<pg.Client> {
    this.#connecting ??= this.#connect();
    return this.#connecting;
  }

  async #connect(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: 'banjie-outbox',
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: CALL_LIMIT_MS,
      keepAlive: true,
    });
    const lost = () => {
      this.#connecting = undefined;
    };
    client.on('error', lost);
    client.on('end', lost);
    try {
      await client.connect();
      return client;
    } catch (error) {
      lost();
      throw error;
    }
  }
}
