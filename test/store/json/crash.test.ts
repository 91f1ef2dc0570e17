import { readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildChild, crashAgainAndAgain, roundsOr, startChild } from '../crashing.ts';
import { makeDataFolder, openIn } from './folder.ts';

const ROUNDS = roundsOr(25);
const LONGEST_ROUND_MS = 2_400;

describe('a process that uses the JSON store', () => {
  let folder: string;
  let program: string;

  beforeAll(async () => {
    folder = await makeDataFolder();
    program = await buildChild(folder);
  });

  afterAll(() => rm(folder, { recursive: true }));

  it(
    `keeps every acknowledged change whole through ${ROUNDS} kills under load`,
    async () => {
      const places: string[] = [];
      const newPlace = async (): Promise<string> => {
        const place = path.join(folder, `data-${places.length}`);
        places.push(place);
        return place;
      };
      const acknowledged = await crashAgainAndAgain({ program, rounds: ROUNDS, newPlace, open: openIn });
      process.stdout.write(`${ROUNDS} kills: ${acknowledged} acknowledged changes, each there once and whole\n`);
      expect(acknowledged).toBeGreaterThan(ROUNDS);
      for (const place of places)
        expect((await readdir(place)).sort()).toEqual(['agenda', 'local.a.json', 'local.b.json', 'local.c.json']);
    },
    ROUNDS * LONGEST_ROUND_MS,
  );

  it('is the only one of many started at once over a dead lock', async () => {
    const data = await makeDataFolder();
    await writeFile(path.join(data, 'lock'), '999999999 1\n');
    const said = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const child = startChild(program, 'open', data);
        const output = child.stdout === null ? '' : await text(child.stdout);
        return output.trim();
      }),
    );
    expect(said.filter((line) => line === 'open')).toHaveLength(1);
    expect(said.filter((line) => line.includes('正被'))).toHaveLength(4);
    await rm(data, { recursive: true });
  });
});
