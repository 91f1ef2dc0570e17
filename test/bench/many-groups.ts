import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { createDigestJob } from '../../src/jobs/digest-job.ts';
import { fileNameOf } from '../../src/store/json/file-name.ts';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aWorkspace } from '../builders/workspace.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { median, printTable, sayMs, sayRatio } from './figures.ts';
import { fillWithYear } from './large-plan.ts';
import { startServer } from './server-process.ts';

const TASKS = 300;
const COUNTS = [10, 1_000, 10_000];
/** Questions in a row; spread over more groups than a bot keeps in memory, or over few enough to be kept. */
const ASKED = 100;
const KEPT = 10;
/** Rounds before what a command costs is taken: reading groups from their files leaves the engine with other work. */
const WARM_UP = 12;
/** Groups whose digest is made; ten thousand would only take longer. */
const DIGESTS = 300;
/** What Feishu lets one app send, a second. */
const SEND_LIMIT = 50;

const root = path.join(import.meta.dirname, '../..');
/** As it runs on a server: built. */
const main = path.join(root, 'dist/src/main.js');
const idOf = (index: number): string => `feishu:oc_many${index}`;

/** 300 tasks as they are after an import, with nothing done yet. `quiet`: no digest, no reminder. */
const freshGroup = (quiet: boolean): Workspace => {
  const workspace = aWorkspace({ id: idOf(0) });
  fillWithYear(TASKS)(workspace);
  for (const task of workspace.tasks) task.progress = [];
  workspace.history = [];
  workspace.settings = structuredClone(DEFAULT_SETTINGS);
  workspace.settings.reminders.on = false;
  if (quiet)
    for (const kind of ['weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly'] as const)
      workspace.settings[kind].on = false;
  return workspace;
};

/** Writes the same group under many names, faster than a bot would. */
const makeGroups = async (folder: string, from: number, to: number, quiet: boolean): Promise<number> => {
  await mkdir(folder, { recursive: true });
  const text = JSON.stringify(freshGroup(quiet));
  for (let index = from; index < to; index++) {
    await writeFile(path.join(folder, fileNameOf(idOf(index))), text.replace(idOf(0), idOf(index)));
  }
  return Buffer.byteLength(text);
};

const residentMb = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024);
};

const startBot = async (feishu: FakeFeishu, folder: string) => {
  const { appId, appSecret, encryptKey } = feishu.app;
  const begun = performance.now();
  const server = await startServer(main, {
    FEISHU_APP_ID: appId,
    FEISHU_APP_SECRET: appSecret,
    FEISHU_ENCRYPT_KEY: encryptKey,
    FEISHU_DOMAIN: feishu.domain,
    DATA_DIR: folder,
    LOG_LEVEL: 'fatal',
  });
  feishu.pushTo(`http://127.0.0.1:${server.port}/feishu/events`);
  return { server, startMs: performance.now() - begun };
};

/** Asks `groups` of the groups, spread over all of them; ms each. */
const askMany = async (feishu: FakeFeishu, count: number, groups: number): Promise<number[]> => {
  const samples: number[] = [];
  for (let turn = 0; turn < ASKED; turn++) {
    const chat = `oc_many${Math.floor(((turn % groups) * count) / groups)}`;
    feishu.setMembers(chat, [{ openId: 'ou_speaker', name: '林晓' }]);
    const { ms, status } = await feishu.push('本周', { chat });
    if (status !== 200) throw new Error(`answered ${status}`);
    samples.push(ms);
  }
  return samples;
};

/** Start, memory and one command with few and with many groups. The first start after a copy looks into each group; what counts is every later one. */
export const benchManyGroups = async (): Promise<void> => {
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: root });
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-bench-'));
  const feishu = await startFakeFeishu({ perChatPerSecond: 1e9, perApiPerSecond: 1e9 });
  const rows: string[][] = [];
  let made = 0;
  let bytes = 0;
  let fewest = 0;
  try {
    for (const count of COUNTS) {
      bytes = await makeGroups(path.join(folder, 'store'), made, count, true);
      made = count;
      const first = await startBot(feishu, path.join(folder, 'store'));
      // Each group is looked into once; a stop writes down what was found.
      await askMany(feishu, count, ASKED);
      await new Promise((resolve) => setTimeout(resolve, 2_000 + count * 15));
      await first.server.stop();
      const { server, startMs } = await startBot(feishu, path.join(folder, 'store'));
      // A start looks for what is to be backed up; what a command costs is asked when that is done.
      await new Promise((resolve) => setTimeout(resolve, 2_000 + count * 2));
      const cold = median(await askMany(feishu, count, ASKED));
      for (let round = 0; round < WARM_UP; round++) await askMany(feishu, count, KEPT);
      const asked = median(await askMany(feishu, count, KEPT));
      if (count === COUNTS[0]) fewest = asked;
      const memory = await residentMb(server.pid);
      rows.push([
        `${count}`,
        sayMs(first.startMs),
        sayMs(startMs),
        `${memory} MB`,
        sayMs(cold),
        sayMs(asked),
        sayRatio(asked, fewest),
      ]);
      await server.stop();
    }
  } finally {
    await feishu.close();
    await rm(folder, { recursive: true });
  }
  printTable(`Groups of ${TASKS} tasks, ${Math.round(bytes / 1024)} KB each, in one process`, [
    ['groups', 'first start', 'start', 'memory', 'read first', '本周', `to ${COUNTS[0]}`],
    ...rows,
  ]);
};

/** The weekly digests of many groups: what one costs, read from its file, compiled, drawn as a card and made durable. */
export const benchManyDigests = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-bench-'));
  const clock = { at: instant('2026-05-11', '09:00') };
  await makeGroups(folder, 0, DIGESTS, false);
  const store = await openJsonStore({ folder, now: () => clock.at });
  const log = { info: () => undefined, warn: () => undefined, error: console.error };
  const job = createDigestJob({
    store,
    calendar: stateCouncilCalendar(),
    now: () => clock.at,
    wake: () => undefined,
    log,
  });
  // What was owed before is settled by the first tick, and the engine is warm.
  await job.tick();
  clock.at = instant('2026-05-18', '09:00');
  const [cpu, begun] = [process.cpuUsage(), performance.now()];
  await job.tick();
  const used = process.cpuUsage(cpu);
  const wall = performance.now() - begun;
  const sent = (await store.read(idOf(DIGESTS - 1)))?.ledger.digests.at(-1)?.slot;
  if (sent !== 'weekly:2026-W21') throw new Error(`the digest was not sent: ${sent}`);
  await job.stop();
  await store.close();
  await rm(folder, { recursive: true });
  const each = (used.user + used.system) / 1_000 / DIGESTS;
  const floor = 1_000 / SEND_LIMIT;
  printTable(`The 周报 of ${DIGESTS} groups, one after the other; a platform takes ${SEND_LIMIT} messages a second`, [
    ['', 'each', 'of the send floor'],
    ['CPU', sayMs(each), `${((each / floor) * 100).toFixed(0)} %`],
    ['time', sayMs(wall / DIGESTS), `${((wall / DIGESTS / floor) * 100).toFixed(0)} %`],
  ]);
};
