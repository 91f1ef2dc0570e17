import { mkdtemp, open, rename, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { JSONFilePreset } from 'lowdb/node';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aWorkspace } from '../builders/workspace.ts';
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

/** What no durable write can be cheaper than: bytes that are ready, written, synced and renamed. */
const bareWrite = async (file: string, bytes: Buffer): Promise<void> => {
  const handle = await open(`${file}.next`, 'w');
  await handle.writeFile(bytes);
  await handle.sync();
  await handle.close();
  await rename(`${file}.next`, file);
};

interface Contender {
  name: string;
  update(): Promise<unknown>;
  writes(): number | null;
}

/** The three side by side on one disk, each with the same workspace. */
const contendersIn = async (
  folder: string,
): Promise<{ contenders: Contender[]; bytes: number; close(): Promise<void> }> => {
  let writes = 0;
  const store = await openJsonStore({
    folder: path.join(folder, 'store'),
    now: Date.now,
    around: (file) => ({
      read: () => file.read(),
      write: (workspace) => {
        writes++;
        return file.write(workspace);
      },
    }),
  });
  await store.update(ID, fillWithYear(TASKS));
  const bytes = Buffer.from(JSON.stringify(await store.read(ID)));
  const own = aWorkspace({ id: ID });
  fillWithYear(TASKS)(own);
  const lowdb = await JSONFilePreset<Workspace>(path.join(folder, 'lowdb.json'), own);
  await lowdb.write();
  return {
    bytes: bytes.length,
    contenders: [
      {
        name: 'bare write + fsync + rename',
        update: () => bareWrite(path.join(folder, 'bare'), bytes),
        writes: () => null,
      },
      { name: "lowdb's JSONFile (not durable)", update: () => lowdb.update(note), writes: () => null },
      { name: 'store.update (durable)', update: () => store.update(ID, note), writes: () => writes },
    ],
    close: () => store.close(),
  };
};

/** One update of a 300-task workspace after another, then many at once. */
export const benchStoreWrites = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-bench-'));
  const { contenders, bytes, close } = await contendersIn(folder);
  const samples = new Map(contenders.map(({ name }) => [name, [] as number[]]));
  // By turns, so that whatever else the machine does meets all of them alike.
  for (let round = -20; round < ONE_BY_ONE; round++) {
    for (const { name, update } of contenders) {
      const ms = await timed(update);
      if (round >= 0) samples.get(name)?.push(ms);
    }
  }
  const bare = median(samples.get(contenders[0]?.name ?? '') ?? []);
  printTable(
    `One update after another, ${ONE_BY_ONE} each, ${TASKS} tasks with a year of history, ${Math.round(bytes / 1024)} KB`,
    [
      ['', 'median', 'p99', 'to bare'],
      ...[...samples].map(([name, ms]) => [
        name,
        sayMs(median(ms)),
        sayMs(percentile(ms, 0.99)),
        sayRatio(median(ms), bare),
      ]),
    ],
  );

  const rows: string[][] = [];
  for (const count of AT_ONCE) {
    // The bare write is left out: at once on one file, its writers would overwrite each other's half-written bytes.
    for (const { name, update, writes } of contenders.slice(1)) {
      const before = writes();
      const ms = await timed(() => Promise.all(Array.from({ length: count }, update)));
      rows.push([`${count} at once`, name, sayMs(ms), before === null ? '?' : `${(writes() ?? 0) - before}`]);
    }
  }
  printTable('Updates of one workspace at once, until the last is acknowledged', [
    ['', 'by', 'all', 'disk writes'],
    ...rows,
  ]);
  await close();
  await rm(folder, { recursive: true });
};
