import { type SelectQueryBuilder, sql } from 'kysely';
import type { Instant } from '../../calendar/date.ts';
import type { WorkspaceId } from '../../workspace/workspace.ts';
import type { Database } from './connection.ts';
import type { Tables } from './tables.ts';

/** Ids fetched at once. Small: while one page is worked through another process may settle what the next would hold. */
const PAGE = 100;

type IdQuery = SelectQueryBuilder<Tables, 'workspace', { id: string }>;
type Narrowing = (query: IdQuery) => IdQuery;

/** The ids a query narrows to, in their order, a page at a time: what changes meanwhile is seen. */
export async function* pagesOfIds(db: Database, narrow: Narrowing = (query) => query): AsyncIterable<WorkspaceId> {
  for (let last = ''; ; ) {
    const rows = await narrow(db.selectFrom('workspace').select('id'))
      .where('id', '>', last)
      .orderBy('id')
      .limit(PAGE)
      .execute();
    for (const { id } of rows) yield id;
    const end = rows.at(-1);
    if (rows.length < PAGE || !end) return;
    last = end.id;
  }
}

/**
 * The workspaces that are to be looked at. Each call begins anywhere among them, so that several processes that look at
 * the same moment do not all do the same work one behind the other.
 */
export async function* pagesOfDue(db: Database, now: Instant): AsyncIterable<WorkspaceId> {
  const isDue: Narrowing = (query) =>
    query.where((row) => row.or([row('next_look', '<=', now), row('looked_at', '>', now)]));
  const start = await isDue(db.selectFrom('workspace').select('id')).orderBy(sql`random()`).limit(1).executeTakeFirst();
  if (!start) return;
  yield* pagesOfIds(db, (query) => isDue(query).where('id', '>=', start.id));
  yield* pagesOfIds(db, (query) => isDue(query).where('id', '<', start.id));
}
