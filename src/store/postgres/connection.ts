import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { BanjieError } from '../../banjie-error.ts';
import { codeOf } from './faults.ts';
import { migrate } from './migrations.ts';
import type { Tables } from './tables.ts';

/** How long a call may take before it counts as lost, in ms. Platforms wait 3 to 5 s for the whole answer. */
const CALL_LIMIT_MS = 4_000;
/** How long to wait for another transaction on the same workspace, in ms. */
const LOCK_LIMIT_MS = 2_000;
const CONNECT_LIMIT_MS = 2_000;
/** A process that hangs in mid-transaction must not hold a workspace longer than this, in ms. */
const IDLE_LIMIT_MS = 5_000;
/** Transactions are a few milliseconds; ten connections serve some thousand changes a second. */
const MOST_CONNECTIONS = 10;

/** What a bot calls itself on its connections. */
export const APPLICATION = 'banjie';

/** What stands in the way of a start, for whoever starts it. The address holds a password and is never told. */
const WORDS: Record<string, string> = {
  ECONNREFUSED: '没有数据库在那个地址和端口上',
  ENOTFOUND: '找不到那个主机名',
  ETIMEDOUT: '连接超时',
  '28P01': '用户名或密码不对',
  '28000': '用户名不对,或不允许从这台机器登录',
  '3D000': '没有那个名字的数据库,请先建立',
  '42501': '这个用户没有建表的权限',
};

/** Why a database cannot be used, in Chinese; nothing of its address. */
export const reasonOf = (error: unknown): string => {
  const code = codeOf(error) ?? '没有回应';
  return WORDS[code] ?? code;
};

/** The driver gives a bigint as text, for it may be larger than a number holds exactly; versions and moments are not. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (type, format) =>
    type === pg.types.builtins.INT8 && format !== 'binary' ? Number : pg.types.getTypeParser(type, format),
};

export type Database = Kysely<Tables>;

/**
 * Connects to the database DATABASE_URL names and brings it to the present shape. `lost` hears of connections that broke
 * while nobody used them.
 * @throws BanjieError `store-unavailable` in Chinese, without the address
 */
export const openDatabase = async (url: string, lost: (error: Error) => void): Promise<Database> => {
  const pool = new pg.Pool({
    connectionString: url,
    application_name: APPLICATION,
    types,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_LIMIT_MS,
    query_timeout: CALL_LIMIT_MS,
    statement_timeout: CALL_LIMIT_MS,
    lock_timeout: LOCK_LIMIT_MS,
    idle_in_transaction_session_timeout: IDLE_LIMIT_MS,
    keepAlive: true,
  });
  pool.on('error', lost);
  // A connection that breaks between two calls of one transaction tells nobody else, and an error without a listener ends the process.
  pool.on('connect', (client) => client.on('error', () => undefined));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrate(db);
  } catch (cause) {
    await db.destroy().catch(() => undefined);
    if (cause instanceof BanjieError) throw cause;
    throw new BanjieError('store-unavailable', `连不上 DATABASE_URL 的数据库:${reasonOf(cause)}`, { cause });
  }
  return db;
};
