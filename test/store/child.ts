import { writeSync } from 'node:fs';
import { BanjieError } from '../../src/banjie-error.ts';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import { aTask } from '../builders/task.ts';

/*
 * Run as a process of its own: `child load PLACE ROUND` changes three workspaces as fast as it can and prints each
 * change once it is acknowledged, until it is killed; `child open PLACE` says whether it could open the place and
 * keeps it for a moment. A place is a data folder or the address of a database.
 */
const [what, place = '', round = ''] = process.argv.slice(2);

const openPlace = (): Promise<WorkspaceStore> =>
  place.startsWith('postgres:')
    ? openPostgresStore({ url: place, now: () => Date.now() })
    : openJsonStore({ folder: place, now: () => Date.now() });

/** Written at once, so that a kill right after cannot swallow it. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const load = async (): Promise<void> => {
  const store = await openPlace();
  let change = 0;
  const write = async (id: string): Promise<never> => {
    for (;;) {
      const title = `${round}-${change++}`;
      try {
        await store.update(id, (workspace) => {
          const first = workspace.nextNumber;
          workspace.nextNumber += 2;
          workspace.tasks.push(aTask({ number: first, title }), aTask({ number: first + 1, title }));
        });
        say(`${id} ${title}`);
      } catch (error) {
        // Not kept, or not known to be: nobody was told that it was. Somebody pulls the database away meanwhile.
        if (!(error instanceof BanjieError) || error.code !== 'store-unavailable') throw error;
      }
    }
  };
  await Promise.all(['local:a', 'local:b', 'local:b', 'local:b', 'local:c', 'local:c'].map(write));
};

const open = async (): Promise<void> => {
  try {
    const store = await openPlace();
    say('open');
    setTimeout(() => void store.close(), 1_500);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
};

await (what === 'load' ? load() : open());
