import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import type { FakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { median, percentile, printTable, sayMs, sayRatio } from './figures.ts';
import { largePlanText } from './large-plan.ts';
import { type ServerProcess, startServer } from './server-process.ts';

const TASKS = 300;
/** Many groups, as in life: in one alone the pace of answers (5 a second and chat) would pile them up, not the bot. */
const GROUPS = 20;
const ROUNDS = 400;
const WARM_UP = 40;
/** A pause after each push, in ms: its answer goes out behind the 200, and must not be in the way of the next one's. */
const PAUSE_MS = 15;

const chatOf = (round: number): string => `oc_bench${round % GROUPS}`;

const root = path.join(import.meta.dirname, '../..');
/** Both as they run on a server: built. */
const BOT = 'dist/src/main.js';
const ECHO = 'dist/bench/echo-bot.js';

const buildBoth = async (): Promise<void> => {
  await promisify(execFile)('npm', ['run', '--silent', 'build'], { cwd: root });
  await build({
    entryPoints: [path.join(import.meta.dirname, 'echo-bot.ts')],
    outfile: path.join(root, ECHO),
    platform: 'node',
    format: 'esm',
    packages: 'external',
    bundle: true,
  });
};

/** A bot under test with a Feishu of its own, so that neither sees the other's traffic. */
const startBot = async (
  file: string,
  environment: Record<string, string>,
): Promise<{ feishu: FakeFeishu; server: ServerProcess }> => {
  const feishu = await startFakeFeishu({
    perChatPerSecond: Number.POSITIVE_INFINITY,
    perApiPerSecond: Number.POSITIVE_INFINITY,
  });
  const { appId, appSecret, encryptKey, verificationToken } = feishu.app;
  const server = await startServer(path.join(root, file), {
    FEISHU_APP_ID: appId,
    FEISHU_APP_SECRET: appSecret,
    FEISHU_ENCRYPT_KEY: encryptKey,
    FEISHU_DOMAIN: feishu.domain,
    ...environment,
    ...(file === BOT ? { FEISHU_VERIFICATION_TOKEN: verificationToken } : {}),
  });
  feishu.pushTo(`http://127.0.0.1:${server.port}/feishu/events`);
  return { feishu, server };
};

/** Asks and holds the answer against what it must say: a bot that understood nothing would be fast. @throws Error */
const askFor = async (feishu: FakeFeishu, text: string, chat: string, answer: string): Promise<void> => {
  const { text: said } = await feishu.ask(text, { chat });
  if (!said.includes(answer)) throw new Error(`${text.slice(0, 20)} was answered: ${said.slice(0, 200)}`);
};

/** Gives every group its plan the way people do. */
const importPlans = async (feishu: FakeFeishu): Promise<void> => {
  for (let group = 0; group < GROUPS; group++) {
    const chat = chatOf(group);
    feishu.setMembers(chat, [{ openId: 'ou_speaker', name: '林晓' }]);
    await askFor(feishu, `导入 2026\n${largePlanText(TASKS)}`, chat, `${TASKS}`);
    await askFor(feishu, '确认导入', chat, `#${TASKS}`);
    await askFor(feishu, '本周', chat, '本周');
    await askFor(feishu, '进展 1 场地已定,第0次', chat, '进展 #1');
  }
};

/** Time from the push to its 200, in ms. Anything else but a 200 ends the bench. */
const pushed = async (feishu: FakeFeishu, text: string, chat: string): Promise<number> => {
  const { status, ms, body } = await feishu.push(text, { chat });
  if (status !== 200) throw new Error(`${text} was answered ${status} ${body}`);
  return ms;
};

/** A push to the bot beside the same push to the plainest echo bot, by turns, each server in a process of its own. */
export const benchPushLatency = async (): Promise<void> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-bench-'));
  await buildBoth();
  const echo = await startBot(ECHO, {});
  const bot = await startBot(BOT, { DATA_DIR: path.join(folder, 'store'), LOG_LEVEL: 'warn' });
  const pushes = [
    { name: 'echo bot (SDK + Koa)', to: echo.feishu, say: () => '本周' },
    { name: 'looking up: 本周', to: bot.feishu, say: () => '本周' },
    { name: 'looking up: 统计', to: bot.feishu, say: () => '统计' },
    {
      name: 'changing: 进展 (durable)',
      to: bot.feishu,
      say: (round: number) => `进展 ${(round % TASKS) + 1} 场地已定,第${round}次`,
    },
  ];
  const samples = new Map(pushes.map(({ name }) => [name, [] as number[]]));
  try {
    await importPlans(bot.feishu);
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      for (const { name, to, say } of pushes) {
        const ms = await pushed(to, say(round + WARM_UP), chatOf(round + WARM_UP));
        if (round >= 0) samples.get(name)?.push(ms);
        await wait(PAUSE_MS);
      }
    }
    const refused = bot.feishu.calls.filter(({ code }) => code !== undefined && code !== 0);
    if (refused.length > 0)
      console.log(`${refused.length} calls refused, the first: ${refused[0]?.path} ${refused[0]?.code}`);
  } finally {
    await Promise.all([echo.server.stop(), bot.server.stop()]);
    await Promise.all([echo.feishu.close(), bot.feishu.close()]);
    await rm(folder, { recursive: true });
  }
  const plainest = median(samples.get(pushes[0]?.name ?? '') ?? []);
  printTable(`From push to 200, one at a time, ${ROUNDS} each over ${GROUPS} groups of ${TASKS} tasks`, [
    ['', 'median', 'p99', 'to echo'],
    ...[...samples].map(([name, ms]) => [
      name,
      sayMs(median(ms)),
      sayMs(percentile(ms, 0.99)),
      sayRatio(median(ms), plainest),
    ]),
  ]);
};
