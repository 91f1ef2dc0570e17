import pg from 'pg';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { findPostgres, startPostgres } from '../builders/postgres-server.ts';
import { median, percentile, printTable, sayMs, sayRatio } from './figures.ts';
import { fillWithYear } from './large-plan.ts';

const TASKS = 300;
const ONE_BY_ONE = 200;
const AT_ONCE = [1, 100, 1000];
const ID = 'local:bench';

/** The smallest change: one line of progress. */
const note = (workspace: Workspace): void => {
  workspace.tasks[7]?.progress.push({ text: '场地已定', by: 'u1', at: workspace.createdAt });
};

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
};

/** What no change can be cheaper than: the same bytes in one bare UPDATE, over a connection that is open. */
const openBare = async (
  url: string,
  bytes: string,
): Promise<{ update(): Promise<unknown>; close(): Promise<void> }> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query('create table bare (id text primary key, document jsonb not null)');
  await client.query(`insert into bare values ('one', $1::jsonb)`, [bytes]);
  return {
    update: () => client.query(`update bare set document = $1::jsonb where id = 'one'`, [bytes]),
    close: () => client.end(),
  };
};

const besideBare = async (store: WorkspaceStore, url: string): Promise<void> => {
  const bytes = JSON.stringify(await store.read(ID));
  const bare = await openBare(url, bytes);
  const contenders = [
    { name: 'bare UPDATE … WHERE id', update: bare.update, samples: [] as number[] },
    { name: 'store.update (durable)', update: () => store.update(ID, note), samples: [] as number[] },
  ];
  for (let round = -20; round < ONE_BY_ONE; round++) {
    for (const { update, samples } of contenders) {
      const ms = await timed(update);
      if (round >= 0) samples.push(ms);
    }
  }
  await bare.close();
  const plainest = median(contenders[0]?.samples ?? []);
  printTable(
    `PostgreSQL: one update after another, ${ONE_BY_ONE} each, ${TASKS} tasks with a year of history, ${Math.round(bytes.length / 1024)} K characters`,
    [
      ['', 'median', 'p99', 'to bare'],
      ...contenders.map(({ name, samples }) => [
        name,
        sayMs(median(samples)),
        sayMs(percentile(samples, 0.99)),
        sayRatio(median(samples), plainest),
      ]),
    ],
  );
};

/** The same on PostgreSQL, on a server of the bench's own; left out with a word where this machine has none. */
export const benchPostgresWrites = async (): Promise<void> => {
  const bin = await findPostgres();
  if (bin === undefined) {
    console.log('\nPostgreSQL is not on this machine; its bench is left out.');
    return;
  }
  const server = await startPostgres(bin);
  try {
    const url = await server.newPlace();
    const store = await openPostgresStore({ url, now: Date.now });
    await store.update(ID, fillWithYear(TASKS));
    await besideBare(store, url);
    const rows: string[][] = [];
    for (const count of AT_ONCE) {
      const ms = await timed(() => Promise.all(Array.from({ length: count }, () => store.update(ID, note))));
      rows.push([`${count} at once`, sayMs(ms)]);
    }
    printTable('PostgreSQL: updates of one workspace at once, until the last is acknowledged', [['', 'all'], ...rows]);
    await store.close();
  } finally {
    await server.dispose();
  }
};
