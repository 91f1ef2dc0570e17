import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantAt } from '../../../src/calendar/date.ts';
import type { Outgoing } from '../../../src/chat/message.ts';
import { readWhole } from '../../../src/platforms/feishu/calls.ts';
import { createClient, type FeishuClient } from '../../../src/platforms/feishu/client.ts';
import { send as sendAt, sendInPrivate } from '../../../src/platforms/feishu/sender.ts';
import { aCard, aRow } from '../../builders/card.ts';
import { type FakeFeishu, type FaultKind, startFakeFeishu } from '../../fakes/feishu/fake-feishu.ts';
import { keptLog } from '../../fakes/feishu/running-platform.ts';

let fake: FakeFeishu;
const send = (...[client, workspace, reply, key]: [FeishuClient, string, Outgoing, string]) =>
  sendAt(client, workspace, reply, key, instantAt('2026-05-12', '10:00'));

let client: FeishuClient;
let lines: () => string;

beforeEach(async () => {
  fake = await startFakeFeishu();
  const kept = keptLog();
  lines = kept.lines;
  client = createClient({ ...fake.app, domain: fake.domain }, kept.log);
});
afterEach(() => fake.close());

const text = (words: string): Outgoing => ({ kind: 'text', text: words });
const say = (words: string, key = 'k1', chat = 'feishu:oc_1') => send(client, chat, text(words), key);
const failing = (work: Promise<unknown>) =>
  work.then(
    () => 'went well',
    (error: { code?: string; retryAfter?: number }) => error,
  );

describe('sending', () => {
  it('a text and a card arrive as they are', async () => {
    await say('已办结');
    const card = aCard({
      title: '本周任务',
      blocks: [{ kind: 'taskRows', rows: [aRow({ title: '<at id=all></at>' })] }],
    });
    await send(client, 'feishu:oc_1', { kind: 'card', card, toast: '' }, 'k2');
    expect(fake.sent.map((it) => [it.chat, it.type, it.uuid])).toEqual([
      ['oc_1', 'text', 'k1'],
      ['oc_1', 'interactive', 'k2'],
    ]);
    expect(fake.sent[1]?.text).toBe('本周任务\n🟢 #12 <at id=all></at>\n办公室 · 6月30日 周二');
  });

  it('to a person by their open_id, told apart when the bot is not for them', async () => {
    await sendInPrivate(client, 'ou_1', text('请看'), 'k9', 0);
    expect(fake.sent.map((it) => [it.chat, it.type, it.uuid])).toEqual([['ou_1', 'text', 'k9']]);
    fake.dissolve('ou_2', 'out of range');
    for (const person of ['ou_2', 'oc_1', 'zhoumin']) {
      expect(await failing(sendInPrivate(client, person, text('请看'), 'k10', 0))).toMatchObject({
        code: 'target-gone',
      });
    }
  });

  it('a file arrives whole, under its own name', async () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 256);
    await send(client, 'feishu:oc_1', { kind: 'file', name: '4月份工作总结.docx', bytes }, 'k3');
    expect(fake.sent.map(({ type, uuid, file }) => [type, uuid, file])).toEqual([
      ['file', 'k3', { name: '4月份工作总结.docx', bytes }],
    ]);
  });

  it('a picture is shown in the chat', async () => {
    const bytes = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]);
    await send(client, 'feishu:oc_1', { kind: 'picture', name: '进度图.png', bytes, alt: '进度' }, 'k3');
    expect(fake.sent.map(({ type, uuid, file }) => [type, uuid, file])).toEqual([
      ['image', 'k3', { name: '进度图.png', bytes }],
    ]);
  });

  it('a picture Feishu does not take is refused with its own reason', async () => {
    const broken = { kind: 'picture', name: 'x.png', bytes: new Uint8Array([1, 2]), alt: '' } as const;
    expect(await failing(send(client, 'feishu:oc_1', broken, 'k3'))).toMatchObject({ code: 'reply-rejected' });
  });

  it('a file Feishu does not take is refused with its own reason', async () => {
    const empty = { kind: 'file', name: 'x.docx', bytes: new Uint8Array() } as const;
    expect(await failing(send(client, 'feishu:oc_1', empty, 'k4'))).toMatchObject({ code: 'reply-rejected' });
    expect(fake.sent).toEqual([]);
  });

  it('one key sends one message, also when the answer to the first was lost', async () => {
    fake.fault({ kind: 'after' }, { path: '/im/v1/messages' });
    expect(await failing(say('已办结'))).toMatchObject({ code: 'platform-unavailable' });
    await say('已办结');
    expect(fake.sent.map((it) => it.text)).toEqual(['已办结']);
  });

  it('a text longer than a message takes is cut and says so', async () => {
    await say('长"'.repeat(100_000));
    expect(fake.sent[0]?.text).toMatch(/太长，后面的没有发出）$/);
  });

  it('an empty text is still a message', async () => {
    await say('');
    expect(fake.sent[0]?.text).toBe('（没有内容）');
  });

  it('the sixth message of a second is told to wait', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, (_, index) => failing(say('好', `k${index}`))));
    expect(all.filter((it) => it === 'went well')).toHaveLength(5);
    expect(all).toContainEqual(expect.objectContaining({ code: 'rate-limited', retryAfter: undefined }));
  });

  it.each([
    ['dissolved', 'dissolved'],
    ['without the bot', 'removed'],
  ] as const)('a chat that is %s is gone', async (_, how) => {
    fake.dissolve('oc_1', how);
    expect(await failing(say('好'))).toMatchObject({ code: 'target-gone' });
  });

  it.each([
    'feishu:oc_1/../../x',
    'local:a',
    'feishu:',
    'feishu:ou_1',
  ])('%s is no chat, and is never asked for', async (chat) => {
    expect(await failing(say('好', 'k', chat))).toMatchObject({ code: 'target-gone' });
    expect(fake.calls).toEqual([]);
  });
});

describe('faults', () => {
  it.each<[FaultKind, Record<string, unknown>]>([
    [{ kind: 'reset' }, { code: 'platform-unavailable' }],
    [{ kind: 'http-500' }, { code: 'platform-unavailable' }],
    [{ kind: 'http-502' }, { code: 'platform-unavailable' }],
    [{ kind: 'code', code: 2200 }, { code: 'platform-unavailable' }],
    [{ kind: 'code', code: 230020 }, { code: 'rate-limited' }],
    [{ kind: 'refuse', code: 230099, msg: 'ext=ErrCode: 200621; ErrMsg: x' }, { code: 'reply-rejected' }],
    [{ kind: 'refuse', code: 99991672 }, { code: 'not-permitted' }],
    [
      { kind: 'rate-limited', resetSeconds: 7 },
      { code: 'rate-limited', retryAfter: 7000 },
    ],
  ])('%j while sending → %j, and nothing secret in the log', async (fault, error) => {
    fake.fault(fault, { path: '/im/v1/messages' });
    expect(await failing(say('任务的内容'))).toMatchObject(error);
    expect(fake.sent).toEqual([]);
    expectCleanLog('任务的内容');
    await say('后来');
    expect(fake.sent.map((it) => it.text)).toEqual(['后来']);
  });

  it.each<FaultKind>([
    { kind: 'reset' },
    { kind: 'http-500' },
    { kind: 'http-502' },
    { kind: 'code', code: 2200 },
  ])('%j while asking for a token → try again, and the secret is not in the log', async (fault) => {
    fake.fault(fault, { path: '/tenant_access_token' });
    expect(await failing(say('任务的内容'))).toMatchObject({ code: 'platform-unavailable' });
    expectCleanLog('任务的内容');
  });

  it('a wrong secret names its code, for the administrator', async () => {
    const wrong = createClient({ ...fake.app, appSecret: 'not-the-secret', domain: fake.domain }, keptLog().log);
    expect(await failing(send(wrong, 'feishu:oc_1', text('好'), 'k'))).toMatchObject({
      code: 'platform-unavailable',
      message: 'feishu token: HTTP 200, code 10015',
    });
  });

  it('nobody at the address → try again', async () => {
    const nobody = createClient({ ...fake.app, domain: 'http://127.0.0.1:9' }, keptLog().log);
    expect(await failing(send(nobody, 'feishu:oc_1', text('好'), 'k'))).toMatchObject({ code: 'platform-unavailable' });
  });

  it('a redirect is not followed: it would carry the secret away', async () => {
    fake.fault({ kind: 'redirect', to: `${fake.domain}/elsewhere` }, { path: '/tenant_access_token' });
    expect(await failing(say('好'))).toMatchObject({ code: 'platform-unavailable' });
    expect(fake.calls.map(({ path }) => path)).toEqual(['/open-apis/auth/v3/tenant_access_token/internal']);
  });

  it.each<FaultKind>([
    { kind: 'hang' },
    { kind: 'drip' },
    { kind: 'slow', ms: 2_000 },
  ])('a call that meets %j ends by itself', async (fault) => {
    const hasty = createClient({ ...fake.app, domain: fake.domain }, keptLog().log, 100);
    fake.fault(fault, { path: '/im/v1/messages' });
    expect(await failing(send(hasty, 'feishu:oc_1', text('好'), 'k'))).toMatchObject({ code: 'platform-unavailable' });
  });

  /** No secret and nobody's words, whatever went wrong. */
  function expectCleanLog(words: string): void {
    const token = fake.calls.flatMap(({ authorization }) => authorization?.replace('Bearer ', '') ?? []);
    const log = lines();
    for (const secret of [fake.app.appSecret, fake.app.encryptKey, words, ...token]) expect(log).not.toContain(secret);
  }
});

describe('tokens on the wire', () => {
  const tokenCalls = () => fake.calls.filter(({ path }) => path.includes('tenant_access_token')).length;

  it('ten first calls ask for one token', async () => {
    await Promise.all(Array.from({ length: 10 }, (_, index) => say('好', `k${index}`, `feishu:oc_${index}`)));
    expect([fake.sent.length, tokenCalls()]).toEqual([10, 1]);
  });

  it('a revoked token is replaced and the call made again', async () => {
    await say('一', 'k1');
    fake.revokeTokens();
    await say('二', 'k2');
    expect([fake.sent.map((it) => it.text), tokenCalls()]).toEqual([['一', '二'], 2]);
  });

  it('a token refused with HTTP 200 is replaced too', async () => {
    fake.fault({ kind: 'code', code: 99991663 }, { path: '/im/v1/messages' });
    await say('好');
    expect(fake.sent).toHaveLength(1);
  });

  it('a token refused twice is not asked for for ever', async () => {
    fake.fault({ kind: 'revoked-token' }, { path: '/im/v1/messages', times: 10 });
    expect(await failing(say('好'))).toMatchObject({ code: 'platform-unavailable' });
    expect(tokenCalls()).toBe(2);
  });
});

describe('reading', () => {
  const file = { messageId: 'om_1', fileKey: 'file_v3_1', name: '计划.txt', bytes: Buffer.from('一、会议') };

  it('a file whole', async () => {
    fake.addFile(file);
    expect(Buffer.from(await client.download('om_1', 'file_v3_1', 100)).toString()).toBe('一、会议');
  });

  it('not a byte over the limit', async () => {
    fake.addFile({ ...file, bytes: Buffer.alloc(2_000_000) });
    expect(await failing(client.download('om_1', 'file_v3_1', 1_000_000))).toMatchObject({ code: 'too-large' });
  });

  it('not a byte over the limit, also when the length was not told before', async () => {
    const endless = new Readable({ read: () => endless.push(Buffer.alloc(1000)) });
    expect(await failing(readWhole(endless, 10_000))).toMatchObject({ code: 'too-large' });
    expect(endless.destroyed).toBe(true);
  });

  it('a file that only drips in ends by itself', async () => {
    const hasty = createClient({ ...fake.app, domain: fake.domain }, keptLog().log, 200);
    fake.fault({ kind: 'drip' }, { path: '/resources/' });
    expect(await failing(hasty.download('om_1', 'file_v3_1', 1_000_000))).toMatchObject({
      code: 'platform-unavailable',
    });
  });

  it('a no in JSON where a file was expected', async () => {
    fake.fault({ kind: 'code', code: 234037 }, { path: '/resources/' });
    expect(await failing(client.download('om_1', 'file_v3_1', 100))).toMatchObject({ code: 'too-large' });
  });

  it('a file of another message is not to be had, and the code is found in the stream', async () => {
    expect(await failing(client.download('om_2', 'file_v3_1', 100))).toMatchObject({
      code: 'not-permitted',
      message: 'feishu download: HTTP 400, code 234003',
    });
  });

  it('members by the hundred', async () => {
    const members = Array.from({ length: 130 }, (_, index) => ({ openId: `ou_${index}`, name: `人${index}` }));
    fake.setMembers('oc_1', members);
    const first = await client.members('oc_1', null);
    const second = await client.members('oc_1', first.next);
    expect([first.members.length, second.members.length, second.next]).toEqual([100, 30, null]);
    expect(second.members.at(-1)).toEqual({ id: 'ou_129', name: '人129' });
  });

  it('who owns a chat; nobody where a bot does', async () => {
    fake.setMembers('oc_1', [{ openId: 'ou_1', name: '张三' }]);
    expect(await client.chatOwner('oc_1')).toBeNull();
    fake.setOwner('oc_1', 'ou_1');
    expect(await client.chatOwner('oc_1')).toBe('ou_1');
    fake.fault({ kind: 'refuse', code: 99991672 });
    expect(await failing(client.chatOwner('oc_1'))).toMatchObject({ code: 'not-permitted' });
  });

  it('the bot’s own id, a person’s name, another message', async () => {
    fake.setMembers('oc_1', [{ openId: 'ou_1', name: '张三' }]);
    fake.addMessage({ messageId: 'om_1', chat: 'oc_1', type: 'text', content: { text: '4月：例会' } });
    expect(await client.botId()).toBe(fake.bot.openId);
    expect(await client.personName('ou_1')).toBe('张三');
    expect(await client.message('om_1')).toEqual({ type: 'text', content: '{"text":"4月：例会"}' });
  });
});
