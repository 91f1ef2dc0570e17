import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { calendarCommand } from '../../handlers/calendar.ts';
import { makePaper } from '../../src/exports/make-paper.ts';
import { calendarOf } from '../../src/feeds/calendar.ts';
import { createFeedDoor, FEED_PATH, type FeedDoor } from '../../src/feeds/feed-door.ts';
import { tokenOf } from '../../src/feeds/token.ts';
import type { DoorResponse } from '../../src/platforms/platform.ts';
import { ask } from '../builders/asking.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { anOffice } from '../builders/office.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { checkedFeed } from '../feeds/calendar-check.ts';

const BASE = 'https://banjie.example.com';
let base: string | null;
let chat: Chat;
let feeds: FeedDoor;
let logged: object[];
let made: number;

beforeEach(async () => {
  base = BASE;
  made = 0;
  logged = [];
  chat = await openChat({
    workspace: anOffice(),
    feeds: {
      address: (id, secret) => (base === null ? null : `${base}${FEED_PATH}${tokenOf(id, secret)}.ics`),
      newSecret: () => {
        made += 1;
        return `secret-${made}`.padEnd(32, '0');
      },
    },
  });
  feeds = createFeedDoor({
    store: chat.store(),
    now: () => chat.clock.at,
    log: { error: (details) => logged.push(details) },
  });
});
afterEach(() => chat.close());

const linkIn = (text: string): string => /https:\S+\.ics/.exec(text)?.[0] ?? '';
const get = (link: string, headers: Record<string, string> = {}): Promise<DoorResponse> =>
  feeds.door.handle({
    method: 'GET',
    path: new URL(link).pathname,
    query: new URLSearchParams(),
    headers,
    body: Buffer.alloc(0),
    remoteAddress: '127.0.0.1',
    signal: new AbortController().signal,
  });
const statusOf = async (link: string) => (await get(link)).status;

describe('日历', () => {
  it('gives a link that leads to every deadline of the group', async () => {
    const link = linkIn(await chat.say('日历'));
    const { status, headers, body } = await get(link);
    expect([status, headers?.['content-type']]).toEqual([200, 'text/calendar; charset=utf-8']);
    const { name, events } = checkedFeed(String(body));
    expect(name).toBe('清河区总工会 · 办结');
    expect(events.find(({ uid }) => uid.startsWith('task-6@'))).toMatchObject({ day: '20260930' });
    expect(link).not.toContain('test');
  });

  it.each([
    '日历',
    '订阅日历',
    '本群日历',
    '日历链接',
    '日历 订阅',
  ])('%s gives the same link each time', async (text) => {
    expect(linkIn(await chat.say(text))).toBe(linkIn(await chat.say('日历', { by: 'u3' })));
  });

  it('follows a change with a higher number and another tag; the same again is not sent', async () => {
    const link = linkIn(await chat.say('日历'));
    const before = await get(link);
    const tag = before.headers?.etag ?? '';
    expect(await get(link, { 'if-none-match': tag })).toMatchObject({ status: 304 });
    expect((await get(link, { 'if-none-match': `W/"x", W/${tag}` })).status).toBe(304);
    await chat.say('完成 1');
    const after = await get(link, { 'if-none-match': tag });
    expect(after.status).toBe(200);
    const one = (body: unknown) => checkedFeed(String(body)).events.find(({ uid }) => uid.startsWith('task-1@'));
    expect(one(before.body)).toMatchObject({ sequence: 0, summary: '#1 举办职工书画展' });
    expect(one(after.body)).toMatchObject({ sequence: 1, summary: '✅ #1 举办职工书画展', uid: one(before.body)?.uid });
  });

  it('重置 makes every old link dead, 关 all of them, 开 gives new ones; for administrators', async () => {
    const [shared, own] = [linkIn(await chat.say('日历')), linkIn(await chat.say('我的日历', { by: 'u2' }))];
    expect(await chat.say('日历 重置', { by: 'u3' })).toContain('周敏');
    expect(await statusOf(shared)).toBe(200);
    const fresh = linkIn(await chat.say('日历 重置'));
    expect(await Promise.all([shared, own, fresh].map(statusOf))).toEqual([404, 404, 200]);
    expect(await chat.say('日历 关')).toContain('打不开');
    expect(await statusOf(fresh)).toBe(404);
    expect(await chat.say('日历', { by: 'u3' })).toContain('已停用');
    expect(await chat.say('我的日历', { by: 'u2' })).toContain('已停用');
    const again = linkIn(await chat.say('日历 开'));
    expect(await Promise.all([fresh, again].map(statusOf))).toEqual([404, 200]);
  });

  it('a feed leads to no other group, and what is no link to nothing', async () => {
    const link = linkIn(await chat.say('日历'));
    const wrong = link.replace(/(.)\.ics$/, (_, last) => `${last === 'A' ? 'B' : 'A'}.ics`);
    const elsewhere = `${BASE}${FEED_PATH}${tokenOf('local:other', 'secret-1'.padEnd(32, '0'))}.ics`;
    const others = [wrong, elsewhere, link.slice(0, -4), `${BASE}/calendar/.ics`, `${BASE}/calendar/%2e%2e.ics`];
    expect(await Promise.all(others.map(statusOf))).toEqual(others.map(() => 404));
    expect(logged).toEqual([]);
  });

  it('without a public address says how to set one, and makes nothing', async () => {
    base = null;
    expect(await chat.say('日历')).toContain('PUBLIC_URL');
    expect(await chat.say('我的日历')).toContain('PUBLIC_URL');
    expect((await chat.workspace()).feeds).toEqual({ on: true, shared: null, own: [] });
  });

  it('is not taken back by 撤销, which would open dead links again', async () => {
    const old = linkIn(await chat.say('日历'));
    await chat.say('日历 重置');
    expect(await chat.say('撤销')).toContain('没有');
    expect(await statusOf(old)).toBe(404);
  });
});

describe('我的日历', () => {
  it('leads to the speaker’s tasks alone, and is for their eyes only in a group', async () => {
    const { reply } = await chat.receive(chat.message('我的日历', { by: 'u2' }));
    if (reply?.kind !== 'text') throw new Error('no text');
    expect(reply.to).toBe('u2');
    const { name, events } = checkedFeed(String((await get(linkIn(reply.text))).body));
    expect(name).toBe('李芳 · 清河区总工会 · 办结');
    expect(new Set(events.map(({ uid }) => uid.split(/[-@]/)[1]))).toEqual(new Set(['2', '4']));
  });

  it('stands openly in a private chat, and says so when nothing is theirs', async () => {
    const { reply } = await chat.receive(chat.message('我的日历', { by: 'u3', chat: 'private' }));
    expect(reply).not.toHaveProperty('to');
    expect(reply).toMatchObject({ text: expect.stringContaining('我是 张三') });
  });

  it('never stands in an answer to several lines', async () => {
    expect(await chat.say('统计\n我的日历', { by: 'u2' })).not.toContain('.ics');
  });

  it('重置 and 关 touch one’s own link alone', async () => {
    const shared = linkIn(await chat.say('日历'));
    const [mine, theirs] = [linkIn(await chat.say('我的日历')), linkIn(await chat.say('我的日历', { by: 'u2' }))];
    const fresh = linkIn(await chat.say('我的日历 重置', { by: 'u2' }));
    expect(await Promise.all([shared, mine, theirs, fresh].map(statusOf))).toEqual([200, 200, 404, 200]);
    await chat.say('我的日历 关', { by: 'u2' });
    expect(await Promise.all([shared, mine, fresh].map(statusOf))).toEqual([200, 200, 404]);
  });
});

describe('the door', () => {
  it('says later, and logs no path, when the store cannot be read', async () => {
    const broken = createFeedDoor({
      store: { read: () => Promise.reject(new Error('disk')), ids: () => chat.store().ids() },
      now: () => chat.clock.at,
      log: { error: (details) => logged.push(details) },
    });
    const link = linkIn(await chat.say('日历'));
    feeds = broken;
    expect((await get(link)).status).toBe(503);
    expect(JSON.stringify(logged)).not.toContain('.ics');
    expect(logged).toHaveLength(1);
  });

  it('finds a group that came after it looked, once it is known', async () => {
    const elsewhere = 'local:later';
    const secret = 'later'.padEnd(32, '0');
    await statusOf(`${BASE}${FEED_PATH}${tokenOf(elsewhere, secret)}.ics`);
    await chat.store().update(elsewhere, (workspace) => {
      workspace.feeds.shared = secret;
      workspace.tasks.push(aTask({ schedule: aSchedule({ end: '2026-06-30' }) }));
    });
    feeds.know(elsewhere);
    const { body } = await get(`${BASE}${FEED_PATH}${tokenOf(elsewhere, secret)}.ics`);
    expect(checkedFeed(String(body)).events).toHaveLength(1);
  });
});

it.each([
  '日历上的活动',
  '办公日历采购',
  '完成 日历制作',
  '印制日历 200 本',
  '日',
  '',
])('%j is no such command', (text) => {
  expect(ask(calendarCommand, text)).toBeUndefined();
});

describe('日历 文件', () => {
  const fileOf = async (said: string, by = 'u1') => {
    const reply = ask(calendarCommand, said, { by, workspace: await chat.workspace() })?.reply;
    if (reply?.kind !== 'file') throw new Error('no file');
    const bytes = await makePaper(reply.paper, () => chat.workspace());
    return { file: reply.paper.name, ...checkedFeed(new TextDecoder().decode(bytes)) };
  };

  it('is every deadline of the group, with no address needed', async () => {
    base = null;
    const { file, events } = await fileOf('日历 文件');
    expect(file).toMatch(/^清河区总工会任务日历.*[.]ics$/u);
    const feed = await calendarOf(await chat.workspace(), null, '2026-05-12');
    expect(events).toEqual(checkedFeed(feed).events);
    expect(events.length).toBeGreaterThan(10);
  });

  it.each(['我的日历 文件', '导出我的日历'])('%s: one’s own alone', async (said) => {
    const { events } = await fileOf(said, 'u2');
    expect(events.map(({ summary }) => summary).every((title) => /培训班|调解台账/u.test(title))).toBe(true);
    expect(events).not.toEqual([]);
  });

  it('is the way out where no address is known', async () => {
    base = null;
    expect(await chat.say('日历')).toContain('日历 文件');
  });
});
