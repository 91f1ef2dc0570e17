import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import { median, percentile, printTable, sayMs } from '../bench/figures.ts';
import { largePlanText } from '../bench/large-plan.ts';
import { type ServerProcess, startServer } from '../bench/server-process.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { type FakeWecom, startFakeWecom } from '../fakes/wecom/fake-wecom.ts';

/*
 * `npm run load [-- seconds]`: two hundred groups of both platforms speak to one bot at once, at a fixed rate whether or
 * not it answers. Prints how fast it acknowledged, whether every change is there once and every command was answered
 * once, and whether its memory grew. Ends with 1 where a bound is not kept.
 */
const SECONDS = Number(process.argv[2] ?? 60);
const GROUPS = 100;
const TASKS = 40;
/** Commands a second on each platform. */
const RATE = 20;
const BOUND_MS = 500;
/** Memory at the end, against a third of the time in: a leak grows with every command. */
const MOST_GROWTH = 1.2;
const SETTLING_MS = 30_000;

interface Platform {
  name: string;
  /** Resolves with ms until it was acknowledged. */
  push(text: string, group: number): Promise<number>;
}

const feishuChat = (group: number): string => `oc_load${group}`;
const wecomChat = (group: number): string => `wrLoad${group}`;

const feishuSide = (fake: FakeFeishu): Platform => ({
  name: 'Feishu',
  async push(text, group) {
    const { ms, status } = await fake.push(text, { chat: feishuChat(group) });
    if (status !== 200) throw new Error(`Feishu was answered ${status}`);
    return ms;
  },
});

const wecomSide = (fake: FakeWecom, answered: () => void): Platform => ({
  name: 'WeCom',
  async push(text, group) {
    const begun = performance.now();
    const answer = await fake.say(text, { chat: wecomChat(group) });
    if (answer.status !== 200) throw new Error(`WeCom was answered ${answer.status}`);
    if (answer.text !== '' || answer.streamId !== '') answered();
    return performance.now() - begun;
  },
});

/** What is said in turn `turn`; every second line is a change that can be told from every other. */
const sayIn = (turn: number): { text: string; tag: string | null } => {
  const looking = ['本周', '统计', '12', '4月 办公室', '逾期'];
  if (turn % 2 === 0) return { text: looking[(turn / 2) % looking.length] ?? '本周', tag: null };
  const tag = `落实到位-${turn}-号`;
  return { text: `进展 ${(turn % TASKS) + 1} ${tag}`, tag };
};

const residentMb = async (pid: number): Promise<number> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/u.exec(status)?.[1]) / 1024;
};

const startBot = (feishu: FakeFeishu, wecom: FakeWecom, folder: string): Promise<ServerProcess> =>
  startServer(path.join(import.meta.dirname, '../../src/main.ts'), {
    FEISHU_APP_ID: feishu.app.appId,
    FEISHU_APP_SECRET: feishu.app.appSecret,
    FEISHU_ENCRYPT_KEY: feishu.app.encryptKey,
    FEISHU_DOMAIN: feishu.domain,
    WECOM_TOKEN: wecom.keys.token,
    WECOM_ENCODING_AES_KEY: wecom.keys.encodingAesKey,
    WECOM_BOT_NAME: '办结',
    WECOM_API_BASE: wecom.api.base,
    DATA_DIR: folder,
    LOG_LEVEL: 'error',
    // What it keeps is measured, not what the engine has not swept yet: with room it lets garbage lie.
    NODE_OPTIONS: '--max-old-space-size=128',
  });

interface Outcome {
  samples: number[];
  /** Changes that were acknowledged. */
  tags: string[];
  commands: number;
  failures: number;
}

/** Speaks at the fixed rate; nobody waits for anybody. */
const speak = async (platform: Platform, seconds: number): Promise<Outcome> => {
  const outcome: Outcome = { samples: [], tags: [], commands: 0, failures: 0 };
  const under: Promise<void>[] = [];
  const begun = performance.now();
  for (let turn = 0; turn < RATE * seconds; turn++) {
    await wait(Math.max(0, begun + (turn * 1_000) / RATE - performance.now()));
    const { text, tag } = sayIn(turn);
    outcome.commands++;
    under.push(
      platform.push(text, turn % GROUPS).then(
        (ms) => {
          outcome.samples.push(ms);
          if (tag !== null) outcome.tags.push(tag);
        },
        (error: unknown) => {
          outcome.failures++;
          console.error(platform.name, error instanceof Error ? error.message : error);
        },
      ),
    );
  }
  await Promise.all(under);
  return outcome;
};

/** How often each change is in the files of the platform's groups. */
const foundIn = async (folder: string, prefix: string): Promise<Map<string, number>> => {
  const store = await openJsonStore({ folder, now: Date.now });
  const found = new Map<string, number>();
  for await (const id of store.ids()) {
    if (!id.startsWith(prefix)) continue;
    const progress = (await store.read(id))?.tasks.flatMap((task) => task.progress) ?? [];
    for (const { text } of progress) found.set(text, (found.get(text) ?? 0) + 1);
  }
  await store.close();
  return found;
};

const importPlans = async (platforms: Platform[]): Promise<void> => {
  for (let group = 0; group < GROUPS; group++) {
    await Promise.all(
      platforms.map(async ({ push }) => {
        await push(`导入 2026\n${largePlanText(TASKS)}`, group);
        await wait(60);
        await push('确认导入', group);
      }),
    );
  }
};

const main = async (): Promise<boolean> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-load-'));
  const feishu = await startFakeFeishu();
  const wecom = await startFakeWecom();
  for (let group = 0; group < GROUPS; group++)
    feishu.setMembers(feishuChat(group), [{ openId: 'ou_speaker', name: '林晓' }]);
  const bot = await startBot(feishu, wecom, folder);
  feishu.pushTo(`http://127.0.0.1:${bot.port}/feishu/events`);
  wecom.pushTo(`http://127.0.0.1:${bot.port}/wecom/callback`);
  let answered = 0;
  const platforms = [feishuSide(feishu), wecomSide(wecom, () => answered++)];
  await importPlans(platforms);
  await wait(3_000);
  feishu.clear();
  answered = 0;
  const early = wait((SECONDS * 1_000) / 3).then(() => residentMb(bot.pid));
  const outcomes = await Promise.all(platforms.map((platform) => speak(platform, SECONDS)));
  const late = await residentMb(bot.pid);
  const [first, second] = outcomes;
  if (!first || !second) return false;
  // Answers leave at four a second and chat; all are out long before this.
  for (let waited = 0; feishu.sent.length < first.commands && waited < SETTLING_MS; waited += 200) await wait(200);
  await wait(1_000);
  const answers = [feishu.sent.length, answered];
  await bot.stop();
  const rows: string[][] = [];
  let isWell = late / (await early) <= MOST_GROWTH;
  for (const [index, { samples, tags, commands, failures }] of outcomes.entries()) {
    const name = platforms[index]?.name ?? '';
    const found = await foundIn(folder, `${name.toLowerCase()}:`);
    const lost = tags.filter((tag) => !found.has(tag)).length;
    const doubled = [...found.values()].filter((times) => times > 1).length;
    const p99 = percentile(samples, 0.99);
    isWell &&= failures + lost + doubled === 0 && answers[index] === commands && p99 < BOUND_MS;
    rows.push([name, `${commands}`, sayMs(median(samples)), sayMs(p99), `${answers[index]}`, `${lost}`, `${doubled}`]);
  }
  await Promise.all([feishu.close(), wecom.api.close(), rm(folder, { recursive: true })]);
  printTable(`${2 * GROUPS} groups, ${RATE} commands a second on each platform, ${SECONDS} s`, [
    ['', 'commands', 'median', 'p99', 'answers', 'changes lost', 'doubled'],
    ...rows,
  ]);
  console.log(`\n  memory: ${Math.round(await early)} MB after a third of it, ${Math.round(late)} MB at the end`);
  return isWell;
};

process.exit((await main()) ? 0 : 1);
