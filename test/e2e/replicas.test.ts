import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { describeWithPostgres, openAt } from '../store/postgres/server.ts';
import { type BotProcess, dataFolder, startBot } from './bot-process.ts';
import { PLAN } from './feishu-office.ts';

const MOVED_CLOCK = fileURLToPath(new URL('./moved-clock.mjs', import.meta.url));
const GROUP = 'oc_unionoffice';
const ID = `feishu:${GROUP}`;
/** A Monday shortly before the 周报 of 09:00. */
const AT = instantAt('2026-05-18', '08:59') + 40_000;
const REPLICAS = 3;

describeWithPostgres('three processes on one database', (server) => {
  let fake: FakeFeishu;
  let bots: BotProcess[] = [];
  let urls: string[] = [];
  let database = '';
  let data: Awaited<ReturnType<typeof dataFolder>>;

  const launch = (index: number): BotProcess =>
    startBot(
      {
        DATA_DIR: path.join(data.folder, `own-${index}`),
        DATABASE_URL: database,
        LOG_LEVEL: 'info',
        CLOCK_STARTS_AT: String(AT),
        FEISHU_APP_ID: fake.app.appId,
        FEISHU_APP_SECRET: fake.app.appSecret,
        FEISHU_ENCRYPT_KEY: fake.app.encryptKey,
        FEISHU_VERIFICATION_TOKEN: fake.app.verificationToken,
        FEISHU_DOMAIN: fake.domain,
      },
      ['--import', MOVED_CLOCK],
    );

  beforeAll(async () => {
    const moved = AT - Date.now();
    fake = await startFakeFeishu({ now: () => Date.now() + moved, perChatPerSecond: Number.POSITIVE_INFINITY });
    database = await server().newPlace();
    data = await dataFolder();
    bots = Array.from({ length: REPLICAS }, (_, index) => launch(index));
    urls = await Promise.all(bots.map(async (bot) => `${await bot.url()}/feishu/events`));
    fake.pushTo(urls[0] ?? '');
  }, 90_000);

  afterAll(async () => {
    for (const bot of bots) bot.signal('SIGKILL');
    await Promise.all(bots.map((bot) => bot.exit()));
    await fake.close();
    await data.remove();
  });

  const push = (text: string, messageId: string, to: number) => {
    fake.pushTo(urls[to % urls.length] ?? '');
    return fake.push(text, { chat: GROUP, messageId });
  };
  const workspace = async () => {
    const store = await openAt(database);
    return store.read(ID).finally(() => store.close());
  };
  const until = async (met: () => boolean | Promise<boolean>, ms = 30_000): Promise<void> => {
    for (const end = Date.now() + ms; !(await met()); await wait(100))
      if (Date.now() > end) throw new Error('not in time');
  };
  const sentWith = (words: string) => fake.sentTo(GROUP).filter(({ text }) => text.includes(words));

  it('share a group: what one wrote the next one knows', async () => {
    await push(PLAN, 'om_import', 0);
    await until(() => sentWith('6项任务').length > 0);
    expect((await push('确认导入', 'om_confirm', 1)).status).toBe(200);
    await until(() => sentWith('已导入').length > 0);
    await push('全年', 'om_year', 2);
    await until(() => sentWith('职工书画展').length > 0);
  }, 60_000);

  it('the same push to all of them at once has one effect and one answer', async () => {
    const statuses = await Promise.all([0, 1, 2].map((to) => push('进展 4 同一句话', 'om_same', to)));
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    await until(() => sentWith('同一句话').length > 0);
    await wait(4_000);
    expect(sentWith('同一句话')).toHaveLength(1);
    expect((await workspace())?.tasks.find(({ number }) => number === 4)?.progress).toHaveLength(1);
  }, 60_000);

  it('a digest goes out once between them', async () => {
    await until(() => sentWith('周报').length > 0, 60_000);
    await wait(6_000);
    expect(sentWith('第21周')).toHaveLength(1);
    expect((await workspace())?.ledger.digests.filter(({ slot }) => slot === 'weekly:2026-W21')).toHaveLength(1);
  }, 90_000);

  it('one killed under load: every acknowledged change is there once, and answered once', async () => {
    const acknowledged: string[] = [];
    const say = async (index: number): Promise<void> => {
      const words = `第${index}句`;
      for (let to = index; ; to += 1) {
        // A load balancer turns to the next where one does not answer; Feishu pushes again what nobody took.
        const answer = await push(`进展 1 ${words}`, `om_load${index}`, to).catch(() => undefined);
        if (answer?.status === 200) break;
        await wait(50);
      }
      acknowledged.push(words);
    };
    const load = (async () => {
      for (let first = 0; first < 90; first += 6)
        await Promise.all([0, 1, 2, 3, 4, 5].map((next) => say(first + next)));
    })();
    await wait(700);
    bots[1]?.signal('SIGKILL');
    await load;
    await until(async () => (await workspace())?.ledger.outbox.length === 0, 60_000);
    const said = (await workspace())?.tasks.find(({ number }) => number === 1)?.progress.map(({ text }) => text) ?? [];
    expect(said.toSorted()).toEqual(acknowledged.toSorted());
    for (const words of acknowledged) expect(sentWith(`${words}`).length, words).toBeGreaterThan(0);
    const answered = fake.sentTo(GROUP).filter(({ text }) => /第\d+句/u.test(text));
    expect(answered).toHaveLength(acknowledged.length);
  }, 180_000);
});
