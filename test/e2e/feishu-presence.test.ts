import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type App, createApp } from '../../src/app.ts';
import { instantAt } from '../../src/calendar/date.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { keptLog } from '../fakes/feishu/running-platform.ts';
import { dataFolder } from './bot-process.ts';
import { PLAN } from './feishu-office.ts';

const CHAT = 'oc_presence';
const AT = instantAt('2026-05-12', '10:00');

let fake: FakeFeishu;
let app: App;
let data: Awaited<ReturnType<typeof dataFolder>>;
let clock = AT;

beforeEach(async () => {
  clock = AT;
  fake = await startFakeFeishu({ now: () => clock, perChatPerSecond: Number.POSITIVE_INFINITY });
  data = await dataFolder();
  app = createApp(
    {
      host: '127.0.0.1',
      port: 0,
      dataDir: data.folder,
      databaseUrl: null,
      metricsToken: '',
      publicUrl: null,
      logLevel: 'info',
      localChat: false,
      wecom: null,
      feishu: { ...fake.app, domain: fake.domain, transport: 'webhook' },
    },
    { log: keptLog().log, now: () => clock },
  );
  fake.pushTo(`${await app.start()}/feishu/events`);
});
afterEach(async () => {
  await app.stop();
  await fake.close();
  await data.remove();
});

const comes = () =>
  fake.pushEvent('im.chat.member.bot.added_v1', { chat_id: CHAT, operator_id: { open_id: 'ou_boss' } });
const goes = (type: string) => fake.pushEvent(type, { chat_id: CHAT });
const titles = () => fake.sentTo(CHAT).map(({ text }) => text.split('\n')[0]);
const ask = async (text: string) => (await fake.ask(text, { chat: CHAT })).text;

describe('the bot in and out of a group', () => {
  it('is welcomed with the first three things to do', async () => {
    expect((await comes()).status).toBe(200);
    const card = await fake.waitFor(({ chat }) => chat === CHAT);
    for (const words of ['导入 2026', '我是 张三', '本月']) expect(card.text).toContain(words);
  });

  it.each([
    'im.chat.member.bot.deleted_v1',
    'im.chat.disbanded_v1',
  ])('after %s nothing is sent there any more', async (type) => {
    await ask(PLAN);
    await ask('确认导入');
    expect((await goes(type)).status).toBe(200);
    const before = titles().length;
    clock = instantAt('2026-05-18', '09:00');
    await new Promise((resolve) => setTimeout(resolve, 6_000));
    expect(titles().length).toBe(before);
    await comes();
    expect(await ask('本月')).toContain('周报');
  }, 30_000);

  it('leaving a group nobody ever wrote in makes none', async () => {
    expect((await goes('im.chat.disbanded_v1')).status).toBe(200);
  });
});

describe('a cloud document', () => {
  const TOKEN = 'doxcnABCdefGHIjklMNO';

  it.each([
    ['docx', `https://union.feishu.cn/docx/${TOKEN}?from=from_copylink`],
    ['wiki', 'https://union.feishu.cn/wiki/wikcnABCdefGHIjklMN'],
  ])('is imported by its link (%s)', async (_, link) => {
    fake.addDocument(TOKEN, PLAN.replace('导入 2026\n', ''));
    fake.addWikiPage('wikcnABCdefGHIjklMN', 'docx', TOKEN);
    const preview = await ask(`导入 2026 ${link}`);
    expect(preview).toContain('6项任务');
  });

  it('that was not shared, and one that is none, get a sentence each', async () => {
    expect(await ask(`导入 https://union.feishu.cn/docx/${TOKEN}`)).toContain('云文档读不了');
    fake.addWikiPage('wikcnSHEETsheetSHEET', 'sheet', 'shtcnABCdefGHIjkl');
    expect(await ask('导入 https://union.feishu.cn/wiki/wikcnSHEETsheetSHEET')).toContain('不是飞书文档');
  });
});

it('a card that calls somebody Feishu does not know goes out with names instead', async () => {
  const { createFeishuPlatform } = await import('../../src/platforms/feishu/feishu-platform.ts');
  const platform = createFeishuPlatform({ ...fake.app, domain: fake.domain, transport: 'webhook', log: keptLog().log });
  fake.fault(
    { kind: 'refuse', code: 230099, msg: 'ext=ErrCode: 100290; ErrMsg: at: user id is invalid' },
    { path: '/messages' },
  );
  const card = {
    title: '提醒',
    subtitle: '',
    tone: 'neutral' as const,
    view: '',
    blocks: [{ kind: 'mentions' as const, lines: [{ people: [{ id: 'ou_left', name: '李四' }], text: '3项到期' }] }],
  };
  await platform.deliver(`feishu:${CHAT}`, { kind: 'card', card, toast: '' }, 'k1');
  await vi.waitFor(() =>
    expect(fake.sentTo(CHAT).map(({ text }) => text)).toEqual([expect.stringContaining('李四 3项到期')]),
  );
  expect(JSON.stringify(fake.sentTo(CHAT))).not.toContain('ou_left');
  await platform.stop();
});
