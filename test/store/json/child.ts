import { writeSync } from 'node:fs';
import { openJsonStore } from '../../../src/store/json/json-store.ts';
import { aTask } from '../../builders/task.ts';

/*
 * Run as a process of its own: `child load FOLDER ROUND` changes three workspaces as fast as it can and prints each
 * change once it is acknowledged, until it is killed; `child open FOLDER` says whether it could open the folder and
 * keeps it for a moment.
 */
const [what, folder = '', round = ''] = process.argv.slice(2);

/** Written at once, so that a kill right after cannot swallow it. */
const say = (line: string): void => void writeSync(1, `${line}\n`);

const load = async (): Promise<void> => {
  const store = await openJsonStore({ folder, now: () => Date.now() });
  let change = 0;
  const write = async (id: string): Promise<never> => {
    for (;;) {
      const title = `${round}-${change++}`;
      await store.update(id, (workspace) => {
        const first = workspace.nextNumber;
        workspace.nextNumber += 2;
        workspace.tasks.push(aTask({ number: first, title }), aTask({ number: first + 1, title }));
      });
      say(`${id} ${title}`);
    }
  };
  await Promise.all(['local:a', 'local:b', 'local:b', 'local:b', 'local:c', 'local:c'].map(write));
};

const open = async (): Promise<void> => {
  try {
    const store = await openJsonStore({ folder, now: () => Date.now() });
    say('open');
    setTimeout(() => void store.close(), 1_500);
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
  }
};

await (what === 'load' ? load() : open());
