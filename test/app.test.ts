import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { instantAt } from '../src/calendar/date.ts';
import { dataFolder } from './e2e/bot-process.ts';
import { PLAN } from './e2e/feishu-office.ts';
import { type FakeFeishu, startFakeFeishu } from './fakes/feishu/fake-feishu.ts';
import { keptLog } from './fakes/feishu/running-platform.ts';

const CHAT = 'oc_newgroup';

let clock: number;
let fake: FakeFeishu;
let app: App;
let data: Awaited<ReturnType<typeof dataFolder>>;

/** The whole bot in this process, its clock in this test's hand. */
beforeEach(async () => {
  // Monday, the first working day of its week.
  clock = instantAt('2026-05-18', '08:50');
  fake = await startFakeFeishu({ now: () => clock, perChatPerSecond: Number.POSITIVE_INFINITY });
  data = await dataFolder();
  const feishu = { ...fake.app, domain: fake.domain, transport: 'webhook' as const };
  const config = {
    host: '127.0.0.1',
    port: 0,
    dataDir: data.folder,
    publicUrl: 'https://banjie.example.com',
    logLevel: 'info' as const,
    localChat: false,
    feishu,
  };
  app = createApp(config, { log: keptLog().log, now: () => clock });
  fake.pushTo(`${await app.start()}/feishu/events`);
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  await data.remove();
});

/** Longer than the digest job takes to look at every group once. */
const aLook = () => new Promise((resolve) => setTimeout(resolve, 6_000));

describe('the bot, joined together', () => {
  it('owes a group the digest of 09:00 also when its plan came minutes before', async () => {
    await fake.ask('我是 张三', { chat: CHAT });
    // The group has been looked at, without a plan: nothing was due for the next hour.
    await aLook();
    clock += 1_000;
    await fake.ask(PLAN, { chat: CHAT });
    clock += 1_000;
    await fake.ask('确认导入', { chat: CHAT });
    clock = instantAt('2026-05-18', '09:00') + 1_000;
    const digest = await fake.waitFor(({ chat, text }) => chat === CHAT && text.includes('本周应办'), 8_000);
    expect(digest.text).not.toContain('补发');
  }, 40_000);
});
