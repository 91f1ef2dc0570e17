import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { titlesIn } from '../../contracts/workspace-store.ts';
import { makeDataFolder, openIn } from './folder.ts';

const ROUNDS = 25;

describe('a process that uses the JSON store', () => {
  let folder: string;
  let program: string;

  beforeAll(async () => {
    folder = await makeDataFolder();
    program = path.join(folder, 'child.mjs');
    // Bundled once: a start through the TypeScript loader would take longer than the whole round.
    await build({
      entryPoints: [path.join(import.meta.dirname, 'child.ts')],
      outfile: program,
      bundle: true,
      platform: 'node',
      format: 'esm',
    });
  });

  afterAll(() => rm(folder, { recursive: true }));

  const start = (...args: string[]): ChildProcess =>
    spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

  /** What the child acknowledged until it was killed, `id title` a line. */
  const killUnderLoad = async (data: string, round: number): Promise<string[]> => {
    const child = start('load', data, `${round}`);
    const output = child.stdout;
    if (output === null) throw new Error('no output');
    const said = text(output);
    await Promise.race([once(output, 'data'), once(child, 'close')]);
    // From the middle of the first write to some dozens of writes on, another moment each round.
    await new Promise((resolve) => setTimeout(resolve, (round * 7) % 60));
    const closed = child.exitCode === null ? once(child, 'close') : undefined;
    child.kill('SIGKILL');
    await closed;
    return (await said).split('\n').filter((line) => line !== '');
  };

  it(`keeps every acknowledged change whole through ${ROUNDS} kills under load`, async () => {
    const data = path.join(folder, 'data');
    const acknowledged: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      acknowledged.push(...(await killUnderLoad(data, round)));
      const store = await openIn(data);
      const found: string[] = [];
      for await (const id of store.ids()) {
        const workspace = await store.read(id);
        const titles = titlesIn(workspace);
        expect(workspace?.tasks.map(({ number }) => number)).toEqual(titles.map((_, index) => index + 1));
        for (let first = 0; first < titles.length; first += 2) expect(titles[first + 1]).toBe(titles[first]);
        found.push(...titles.map((title) => `${id} ${title}`));
      }
      await store.close();
      expect(found.length / 2).toBe(new Set(found).size);
      const kept = new Set(found);
      expect(acknowledged.filter((change) => !kept.has(change))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(ROUNDS);
    expect((await readdir(data)).sort()).toEqual(['agenda', 'local.a.json', 'local.b.json', 'local.c.json']);
  }, 60_000);

  it('is the only one of many started at once over a dead lock', async () => {
    const data = await makeDataFolder();
    await writeFile(path.join(data, 'lock'), '999999999 1\n');
    const said = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = start('open', data);
        const output = child.stdout === null ? '' : await text(child.stdout);
        return output.trim();
      }),
    );
    expect(said.filter((line) => line === 'open')).toHaveLength(1);
    expect(said.filter((line) => line.includes('正被'))).toHaveLength(4);
    await rm(data, { recursive: true });
  });
});
