import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type App, createApp } from '../src/app.ts';
import { instantAt } from '../src/calendar/date.ts';
import { dataFolder } from './e2e/bot-process.ts';
import { PLAN } from './e2e/feishu-office.ts';
import { type FakeFeishu, startFakeFeishu } from './fakes/feishu/fake-feishu.ts';
import { keptLog } from './fakes/feishu/running-platform.ts';
import { checkedFeed } from './feeds/calendar-check.ts';

const CHAT = 'oc_newgroup';

let clock: number;
let url: string;
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
    databaseUrl: null,
    metricsToken: '',
    publicUrl: 'https://banjie.example.com',
    logLevel: 'info' as const,
    localChat: false,
    wecom: null,
    feishu,
  };
  app = createApp(config, { log: keptLog().log, now: () => clock });
  url = await app.start();
  fake.pushTo(`${url}/feishu/events`);
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  await data.remove();
});

/** Longer than the digest job takes to look at every group once. */
const aLook = () => new Promise((resolve) => setTimeout(resolve, 6_000));

describe('the bot, joined together', () => {
  it('starts without a file of holidays that is broken, and says so', async () => {
    await app.stop();
    await mkdir(join(data.folder, 'holidays'));
    await writeFile(join(data.folder, 'holidays', '2027.json'), '{');
    const reports: string[] = [];
    const config = {
      host: '127.0.0.1',
      port: 0,
      dataDir: data.folder,
      databaseUrl: null,
      metricsToken: '',
      logLevel: 'info',
      localChat: true,
      publicUrl: null,
    } as const;
    app = createApp(
      { ...config, feishu: null, wecom: null },
      { log: keptLog().log, now: () => clock, report: (said) => reports.push(said) },
    );
    await app.start();
    expect(reports).toEqual([expect.stringContaining('2027.json 没有采用:不是 JSON')]);
  });

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

  it('serves the calendar a link leads to, and sends one’s own in private', async () => {
    await fake.ask(PLAN, { chat: CHAT });
    await fake.ask('确认导入', { chat: CHAT });
    const { text } = await fake.ask('日历', { chat: CHAT });
    const link = /https:\/\/banjie\.example\.com(\/calendar\/\S+\.ics)/.exec(text)?.[1] ?? '';
    const answer = await fetch(`${url}${link}`);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8']);
    expect(checkedFeed(await answer.text()).events.length).toBeGreaterThan(0);
    const known = { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } };
    expect((await fetch(`${url}${link}`, known)).status).toBe(304);
    expect((await fetch(`${url}${link}`, { method: 'HEAD' })).status).toBe(200);
    for (const path of ['/calendar', '/calendar/', `${link.slice(0, -5)}.ics`, `${link}/x`]) {
      expect([path, (await fetch(`${url}${path}`)).status]).toEqual([path, 404]);
    }
    const before = fake.sent.length;
    const own = fake.waitFor(({ chat, text: said }) => chat.startsWith('ou_') && said.includes('.ics'), 8_000);
    await fake.push('我的日历', { chat: CHAT });
    expect((await own).text).toContain('不要转发');
    expect(fake.sent.slice(before).filter(({ chat }) => chat === CHAT)).toEqual([]);
  }, 40_000);

  it('shows a picture of the numbers in the chat', async () => {
    await fake.ask(PLAN, { chat: CHAT });
    await fake.ask('确认导入', { chat: CHAT });
    const picture = fake.waitFor(({ type }) => type === 'image', 15_000);
    await fake.push('统计 图', { chat: CHAT });
    const { file } = await picture;
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(1, 4)
        .toString('latin1'),
    ).toBe('PNG');
    expect(file?.name).toMatch(/\.png$/);
  }, 40_000);
});
