import { mkdir, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { PageState } from '../../src/platforms/local/wire.ts';
import { type BotProcess, dataFolder, startBot } from '../e2e/bot-process.ts';

let data: Awaited<ReturnType<typeof dataFolder>>;
let temporary: string;
let bot: BotProcess;
beforeEach(async () => {
  data = await dataFolder();
  temporary = path.join(data.folder, 'temporary');
  await mkdir(temporary, { recursive: true });
  const store = path.join(data.folder, 'store');
  bot = startBot({ DATA_DIR: store, TMPDIR: temporary, LOG_LEVEL: 'warn', A_SECRET: 'of-the-bot' });
});
afterEach(async () => {
  bot.signal('SIGKILL');
  await bot.exit();
  await data.remove();
});

/** What every process that keeps its temporary files in our folder was given as its environment, by process. */
const environments = async (): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const id of (await readdir('/proc')).filter((name) => /^\d+$/u.test(name))) {
    const text = await readFile(`/proc/${id}/environ`, 'utf8').catch(() => '');
    const variables = text.split('\0').filter(Boolean);
    if (variables.includes(`TMPDIR=${temporary}`)) found.set(id, variables);
  }
  return found;
};
/** The processes that read documents: they alone were not given the bot's variables. */
const readers = async (): Promise<string[][]> =>
  [...(await environments()).values()].filter((variables) => !variables.some((line) => line.startsWith('DATA_DIR=')));

/** Sends a file that takes longer to read than any test waits. */
const sendEndless = async (url: string): Promise<unknown> => {
  const { groups } = (await (await fetch(`${url}/local/state`)).json()) as PageState;
  const who = { group: groups[0]?.id, sender: groups[0]?.people[0]?.id, id: 'message-1', toBot: true, quote: null };
  const bytes = Buffer.from('加强工作\n'.repeat(700_000)).toString('base64');
  const headers = { 'content-type': 'application/json', origin: url };
  const body = JSON.stringify({ ...who, text: '导入 2026', name: '计划.txt', bytes });
  return fetch(`${url}/local/file`, { method: 'POST', headers, body }).catch(() => undefined);
};

describe.skipIf(process.platform !== 'linux')('a bot that is reading', () => {
  it('keeps its secrets to itself, and stops at once and whole', { timeout: 60_000 }, async () => {
    const sent = sendEndless(await bot.url());
    await expect.poll(async () => (await readers()).length, { timeout: 40_000 }).toBeGreaterThan(0);
    // A reader may have the loader's compiler beside it. Neither is given more than Node's own channel to its parent.
    for (const variables of await readers()) {
      expect(variables.filter((line) => !line.startsWith('NODE_CHANNEL_'))).toEqual([`TMPDIR=${temporary}`]);
    }
    bot.signal('SIGTERM');
    expect(await bot.exit()).toBe(0);
    await sent;
    await expect.poll(async () => [...(await environments()).keys()]).toEqual([]);
  });

  it('leaves nobody reading when it is killed', { timeout: 60_000 }, async () => {
    const sent = sendEndless(await bot.url());
    await expect.poll(async () => (await readers()).length, { timeout: 40_000 }).toBeGreaterThan(0);
    bot.signal('SIGKILL');
    await bot.exit();
    await sent;
    await expect.poll(async () => [...(await environments()).keys()], { timeout: 30_000 }).toEqual([]);
  });
});
