import { type Kysely, type Migration, type MigrationProvider, Migrator, sql } from 'kysely';
import { BanjieError } from '../../banjie-error.ts';
import type { Tables } from './tables.ts';

const workspaces: Migration = {
  async up(db) {
    await db.schema
      .createTable('workspace')
      // Ids are compared byte by byte, whatever language the database speaks: paging by id depends on it.
      .addColumn('id', sql`text collate "C"`, (column) => column.primaryKey())
      .addColumn('version', 'bigint', (column) => column.notNull())
      .addColumn('written_by', 'uuid', (column) => column.notNull())
      .addColumn('document', 'jsonb', (column) => column.notNull())
      .addColumn('outbox', 'integer', (column) => column.notNull())
      .addColumn('next_look', 'bigint', (column) => column.notNull().defaultTo(0))
      .addColumn('looked_at', 'bigint', (column) => column.notNull().defaultTo(0))
      .execute();
    await db.schema.createIndex('workspace_next_look').on('workspace').column('next_look').execute();
    await db.schema.createIndex('workspace_looked_at').on('workspace').column('looked_at').execute();
    await sql`create index workspace_with_outbox on workspace (id) where outbox > 0`.execute(db);
    // A document is compressed with each change; lz4 takes a fifth of the time of the old way. Not every server has it.
    await sql`do $$ begin
      if exists (select from pg_settings where name = 'default_toast_compression' and 'lz4' = any (enumvals)) then
        alter table workspace alter column document set compression lz4;
      end if;
    end $$`.execute(db);
  },
};

/** In order; a name once released never changes its meaning. */
const MIGRATIONS: Record<string, Migration> = { '0001-workspaces': workspaces };

const provider: MigrationProvider = { getMigrations: async () => MIGRATIONS };

/** Tables in the schema the connection's search path names first, so that several bots can share one database. */
const schemaOf = async (db: Kysely<Tables>): Promise<string> => {
  const { rows } = await sql<{ schema: string | null }>`select current_schema() as schema`.execute(db);
  return rows[0]?.schema ?? 'public';
};

/**
 * Brings the database to the present shape. Of several processes that start at once one does it, the others wait.
 * @throws BanjieError `store-unavailable` in Chinese when it is the database of a newer Banjie, and what the database throws
 */
export const migrate = async (db: Kysely<Tables>): Promise<void> => {
  const migrator = new Migrator({
    db,
    provider,
    migrationTableSchema: await schemaOf(db),
    migrationTableName: 'banjie_migration',
    migrationLockTableName: 'banjie_migration_lock',
  });
  const { error } = await migrator.migrateToLatest();
  const [, unknown] = /previously executed migration (\S+) is missing/u.exec(String(error)) ?? [];
  if (unknown !== undefined) {
    throw new BanjieError('store-unavailable', `数据库由更新版本的办结建立(${unknown}),请先升级本程序`);
  }
  if (error !== undefined) throw error;
};
