import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect } from 'vitest';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import { titlesIn } from '../contracts/workspace-store.ts';

/** How often a process is killed; `npm run crash` asks for more than there is time for each day. */
export const roundsOr = (usual: number): number => Number(process.env.CRASH_ROUNDS ?? usual);

/** Rounds on one place: what is kept grows with each, and reading it all would come to take longer than the rounds. */
const ROUNDS_A_PLACE = 25;

/** Bundles the child once: a start through the TypeScript loader would take longer than the whole round. */
export const buildChild = async (folder: string): Promise<string> => {
  const outfile = path.join(folder, 'child.mjs');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'child.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Packages that are CommonJS ask for Node's own modules by `require`.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    external: ['pg-native'],
  });
  return outfile;
};

export const startChild = (program: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

/** What the child acknowledged until it was killed, `id title` a line. `meanwhile` happens once it works, before the kill. */
const killUnderLoad = async (
  program: string,
  place: string,
  round: number,
  meanwhile?: () => Promise<void>,
): Promise<string[]> => {
  const child = startChild(program, 'load', place, `${round}`);
  const output = child.stdout;
  if (output === null) throw new Error('no output');
  const said = text(output);
  await Promise.race([once(output, 'data'), once(child, 'close')]);
  await meanwhile?.();
  // From the middle of the first write to some dozens of writes on, another moment each round.
  await wait((round * 7) % 60);
  const closed = child.exitCode === null ? once(child, 'close') : undefined;
  child.kill('SIGKILL');
  await closed;
  return (await said).split('\n').filter((line) => line !== '');
};

/** Every change a store holds, as the child names them; each must be there whole. */
const heldBy = async (store: WorkspaceStore): Promise<string[]> => {
  const held: string[] = [];
  for await (const id of store.ids()) {
    const workspace = await store.read(id);
    const titles = titlesIn(workspace);
    expect(workspace?.tasks.map(({ number }) => number)).toEqual(titles.map((_, index) => index + 1));
    for (let first = 0; first < titles.length; first += 2) expect(titles[first + 1]).toBe(titles[first]);
    for (let first = 0; first < titles.length; first += 2) held.push(`${id} ${titles[first]}`);
  }
  return held;
};

export interface CrashRounds {
  program: string;
  rounds: number;
  /** A new, empty place: a data folder or the address of a database. */
  newPlace(): Promise<string>;
  open(place: string): Promise<WorkspaceStore>;
  /** Happens in a round while the child works. */
  meanwhile?(round: number): (() => Promise<void>) | undefined;
}

/**
 * Kills a process under load again and again, and after each kill expects every change it had acknowledged to be there,
 * once and whole. How many there were in all.
 */
export const crashAgainAndAgain = async ({
  program,
  rounds,
  newPlace,
  open,
  meanwhile,
}: CrashRounds): Promise<number> => {
  let all = 0;
  let place = '';
  let acknowledged: string[] = [];
  for (let round = 0; round < rounds; round++) {
    if (round % ROUNDS_A_PLACE === 0) {
      all += acknowledged.length;
      acknowledged = [];
      place = await newPlace();
    }
    acknowledged.push(...(await killUnderLoad(program, place, round, meanwhile?.(round))));
    const store = await open(place);
    const held = await heldBy(store);
    await store.close();
    const kept = new Set(held);
    expect(held).toHaveLength(kept.size);
    expect(acknowledged.filter((change) => !kept.has(change))).toEqual([]);
  }
  return all + acknowledged.length;
};
