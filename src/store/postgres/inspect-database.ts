import pg from 'pg';
import type { Inspection } from '../inspection.ts';
import { APPLICATION, reasonOf } from './connection.ts';

const LIMIT_MS = 8_000;

/** What waits and which groups are gone, of the workspaces that have either. */
const WAITING = `
  select split_part(id, ':', 1) as platform,
         sum(outbox)::int as waiting,
         min((select min((entry->>'since')::bigint) from jsonb_array_elements(document->'ledger'->'outbox') entry)) as oldest,
         (count(*) filter (where document->'ledger'->'pushing'->>'goneSince' is not null))::int as gone
  from workspace
  where outbox > 0 or document->'ledger'->'pushing'->>'goneSince' is not null
  group by 1`;

/** What a look into the database says: what is there, or why not, in Chinese; `version` of the server. */
export type DatabaseLook =
  | { state: 'ready'; version: string; inspection: Inspection }
  /** No bot ever started on it. */
  | { state: 'empty'; version: string }
  | { state: 'away'; why: string };

/** Looks into a database without changing it, whether or not bots use it. Never throws; the address is not told. */
export const inspectDatabase = async (url: string): Promise<DatabaseLook> => {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'banjie doctor',
    connectionTimeoutMillis: LIMIT_MS,
    query_timeout: LIMIT_MS,
    statement_timeout: LIMIT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows: about } = await client.query(
      `select current_setting('server_version') as version, to_regclass('workspace') is not null as there`,
    );
    const { version, there } = about[0] as { version: string; there: boolean };
    if (!there) return { state: 'empty', version };
    const { rows: counted } = await client.query('select count(*)::int as workspaces from workspace');
    const { workspaces } = counted[0] as { workspaces: number };
    const { rows } = await client.query(WAITING);
    const waiting = (rows as { platform: string; waiting: number; oldest: string | null; gone: number }[]).map(
      (row) => ({ ...row, oldest: row.oldest === null ? null : Number(row.oldest) }),
    );
    return { state: 'ready', version, inspection: { workspaces, seen: workspaces, broken: [], waiting } };
  } catch (error) {
    return { state: 'away', why: reasonOf(error) };
  } finally {
    await client.end().catch(() => undefined);
  }
};

/** How many bots are connected to the database now. Never throws; null where the database cannot be asked. */
export const botsOn = async (url: string): Promise<number | null> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: LIMIT_MS, query_timeout: LIMIT_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query(
      `select count(*)::int as bots from pg_stat_activity where datname = current_database() and application_name = $1`,
      [APPLICATION],
    );
    return (rows[0] as { bots: number }).bots;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
};
