import { setTimeout as wait } from 'node:timers/promises';
import { openPostgresStore } from '../../src/store/postgres/postgres-store.ts';
import { median, percentile, printTable, sayMs } from '../bench/figures.ts';
import { largePlanText } from '../bench/large-plan.ts';
import { findPostgres, startPostgres } from '../builders/postgres-server.ts';
import { type BotProcess, dataFolder, startBot } from '../e2e/bot-process.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';

/*
 * `npm run load:replicas [-- seconds]`: three processes on one PostgreSQL, every push to one of them at random, one of
 * them killed (SIGKILL) half way. A push nobody took is pushed again, as Feishu does, to whichever comes next. Prints
 * whether every acknowledged change is there once and was answered once. Ends with 1 where one is not.
 */
const SECONDS = Number(process.argv[2] ?? 60);
const REPLICAS = 3;
const GROUPS = 40;
const TASKS = 40;
/** Changes a second, whether or not they are answered. */
const RATE = 20;
const SETTLING_MS = 60_000;

const chatOf = (group: number): string => `oc_replica${group}`;
const idOf = (group: number): string => `feishu:${chatOf(group)}`;

const launch = (fake: FakeFeishu, url: string, folder: string): BotProcess =>
  startBot({
    DATA_DIR: folder,
    DATABASE_URL: url,
    LOG_LEVEL: 'error',
    FEISHU_APP_ID: fake.app.appId,
    FEISHU_APP_SECRET: fake.app.appSecret,
    FEISHU_ENCRYPT_KEY: fake.app.encryptKey,
    FEISHU_VERIFICATION_TOKEN: fake.app.verificationToken,
    FEISHU_DOMAIN: fake.domain,
  });

/** Pushes until somebody takes it; ms until then. */
const pushed = async (
  fake: FakeFeishu,
  urls: readonly string[],
  text: string,
  group: number,
  id: string,
): Promise<number> => {
  const begun = performance.now();
  for (let to = Math.floor(Math.random() * urls.length); ; to += 1) {
    fake.pushTo(urls[to % urls.length] ?? '');
    const answer = await fake.push(text, { chat: chatOf(group), messageId: id }).catch(() => undefined);
    if (answer?.status === 200) return performance.now() - begun;
    await wait(50);
  }
};

/** How often each line of progress is in the groups, and how many answers still wait. */
const inDatabase = async (url: string): Promise<{ found: Map<string, number>; waiting: number }> => {
  const store = await openPostgresStore({ url, now: Date.now });
  const found = new Map<string, number>();
  let waiting = 0;
  for (let group = 0; group < GROUPS; group++) {
    const workspace = await store.read(idOf(group));
    waiting += workspace?.ledger.outbox.length ?? 0;
    for (const { progress } of workspace?.tasks ?? [])
      for (const { text } of progress) found.set(text, (found.get(text) ?? 0) + 1);
  }
  await store.close();
  return { found, waiting };
};

const importPlans = async (fake: FakeFeishu, urls: readonly string[]): Promise<void> => {
  for (let group = 0; group < GROUPS; group++) {
    fake.setMembers(chatOf(group), [{ openId: 'ou_speaker', name: '林晓' }]);
    await pushed(fake, urls, `导入 2026\n${largePlanText(TASKS)}`, group, `om_plan${group}`);
    await wait(100);
    await pushed(fake, urls, '确认导入', group, `om_confirm${group}`);
  }
};

const main = async (): Promise<boolean> => {
  const bin = await findPostgres();
  if (bin === undefined) throw new Error('no PostgreSQL on this machine');
  const server = await startPostgres(bin);
  const url = await server.newPlace();
  const fake = await startFakeFeishu();
  const data = await dataFolder();
  const bots = Array.from({ length: REPLICAS }, (_, index) => launch(fake, url, `${data.folder}/own-${index}`));
  const urls = await Promise.all(bots.map(async (bot) => `${await bot.url()}/feishu/events`));
  await importPlans(fake, urls);
  await wait(3_000);
  fake.clear();
  const killed = wait((SECONDS * 1_000) / 2).then(() => bots[1]?.signal('SIGKILL'));
  const samples: number[] = [];
  const tags: string[] = [];
  const begun = performance.now();
  const under: Promise<void>[] = [];
  for (let turn = 0; turn < RATE * SECONDS; turn++) {
    await wait(Math.max(0, begun + (turn * 1_000) / RATE - performance.now()));
    const tag = `落实到位-${turn}-号`;
    const said = pushed(fake, urls, `进展 ${(turn % TASKS) + 1} ${tag}`, turn % GROUPS, `om_turn${turn}`);
    under.push(
      said.then((ms) => {
        samples.push(ms);
        tags.push(tag);
      }),
    );
  }
  await Promise.all([...under, killed]);
  const until = Date.now() + SETTLING_MS;
  let seen = await inDatabase(url);
  while (seen.waiting > 0 && Date.now() < until) {
    await wait(1_000);
    seen = await inDatabase(url);
  }
  await wait(2_000);
  const answers = new Map<string, number>();
  for (const { text } of fake.sent) {
    const tag = /落实到位-\d+-号/u.exec(text)?.[0];
    if (tag !== undefined) answers.set(tag, (answers.get(tag) ?? 0) + 1);
  }
  for (const bot of bots) bot.signal('SIGKILL');
  await Promise.all(bots.map((bot) => bot.exit()));
  await Promise.all([fake.close(), data.remove(), server.dispose()]);
  const lost = tags.filter((tag) => !seen.found.has(tag)).length;
  const doubled = [...seen.found.values()].filter((times) => times > 1).length;
  const unanswered = tags.filter((tag) => !answers.has(tag)).length;
  const repeated = [...answers.values()].filter((times) => times > 1).length;
  printTable(
    `${REPLICAS} processes on one database, ${GROUPS} groups, ${RATE} changes a second for ${SECONDS} s, one process killed`,
    [
      ['acknowledged', 'median', 'p99', 'lost', 'doubled', 'unanswered', 'answered twice'],
      [
        `${tags.length}`,
        sayMs(median(samples)),
        sayMs(percentile(samples, 0.99)),
        `${lost}`,
        `${doubled}`,
        `${unanswered}`,
        `${repeated}`,
      ],
    ],
  );
  return lost + doubled + unanswered + repeated === 0;
};

process.exit((await main()) ? 0 : 1);
