import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildChild, crashAgainAndAgain, roundsOr } from '../crashing.ts';
import { makeDataFolder } from '../json/folder.ts';
import { describeWithPostgres, openAt } from './server.ts';

const ROUNDS = roundsOr(12);
const LONGEST_ROUND_MS = 6_000;
/** In every such round the server itself is stopped at once and started again while the process works. */
const SERVER_FALLS_EACH = 6;

describeWithPostgres('a process that uses PostgreSQL', (server) => {
  let folder: string;
  let program: string;

  beforeAll(async () => {
    folder = await makeDataFolder();
    program = await buildChild(folder);
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  it(
    `keeps every acknowledged change whole through ${ROUNDS} kills under load, and falls of the server`,
    async () => {
      const restart = async (): Promise<void> => {
        await server().stop();
        await server().start();
      };
      const acknowledged = await crashAgainAndAgain({
        program,
        rounds: ROUNDS,
        newPlace: () => server().newPlace(),
        open: openAt,
        meanwhile: (round) => (round % SERVER_FALLS_EACH === SERVER_FALLS_EACH - 1 ? restart : undefined),
      });
      process.stdout.write(`${ROUNDS} kills: ${acknowledged} acknowledged changes, each there once and whole\n`);
      expect(acknowledged).toBeGreaterThan(ROUNDS);
    },
    ROUNDS * LONGEST_ROUND_MS,
  );
});
