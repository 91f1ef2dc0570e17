import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../../src/banjie-error.ts';
import { createFeishuPlatform } from '../../../src/platforms/feishu/feishu-platform.ts';
import type { PushVariant } from '../../fakes/feishu/fake-feishu.ts';
import { seal } from '../../fakes/feishu/push.ts';
import { keptLog, type RunningPlatform, runPlatform } from '../../fakes/feishu/running-platform.ts';

let bot: RunningPlatform;
afterEach(() => bot?.stop());

/** Posts raw bytes to the door, signed for this moment with the right key unless told. */
async function post(body: string, options: { at?: number; key?: string; headers?: Record<string, string> } = {}) {
  const timestamp = String(Math.floor((options.at ?? Date.now()) / 1000));
  const key = options.key ?? bot.fake.app.encryptKey;
  const signature = createHash('sha256').update(`${timestamp}nonce${key}${body}`).digest('hex');
  const signed = {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': 'nonce',
    'x-lark-signature': signature,
  };
  const answer = await fetch(bot.target, { method: 'POST', body, headers: { ...signed, ...options.headers } });
  return { status: answer.status, body: await answer.text() };
}

describe('the door', () => {
  it('takes a signed, encrypted, fresh message and says 200 {}', async () => {
    bot = await runPlatform();
    const answer = await bot.fake.push('本周');
    expect([answer.status, answer.body, bot.heard.map(({ text }) => text)]).toEqual([200, '{}', ['本周']]);
  });

  it.each([
    ['bad-signature', 401],
    ['no-signature', 401],
    ['stale', 401],
    ['future', 401],
    ['wrong-token', 401],
    ['plaintext', 401],
    ['wrong-key', 400],
    ['garbage-encrypt', 400],
    ['garbage', 400],
    ['huge', 413],
  ] satisfies [PushVariant, number][])('a push that is %s → %i, and nothing is heard', async (variant, status) => {
    bot = await runPlatform();
    const answer = await bot.fake.push('完成 1', { variant });
    expect([answer.status, bot.heard]).toEqual([status, []]);
  });

  it.each([
    ['59 minutes old', -59 * 60_000, 200],
    ['61 minutes old', -61 * 60_000, 401],
    ['59 minutes ahead', 59 * 60_000, 200],
    ['61 minutes ahead', 61 * 60_000, 401],
  ])('a signature %s → %i', async (_, shift, status) => {
    bot = await runPlatform({ verificationToken: '' });
    const body = JSON.stringify({ encrypt: seal('{}', bot.fake.app.encryptKey) });
    expect((await post(body, { at: Date.now() + shift })).status).toBe(status);
  });

  it('checks the very bytes: a pretty-printed body with a signature over it is taken', async () => {
    bot = await runPlatform({ verificationToken: '' });
    const encrypt = seal(
      JSON.stringify({ schema: '2.0', header: { event_type: 'x', event_id: '1' } }),
      bot.fake.app.encryptKey,
    );
    expect((await post(JSON.stringify({ encrypt }, null, 2))).status).toBe(200);
    expect((await post(JSON.stringify({ encrypt }), { headers: { 'x-lark-signature': 'f'.repeat(64) } })).status).toBe(
      401,
    );
  });

  it.each([
    ['1e3'],
    ['-1700000000'],
    ['NaN'],
    [''],
    ['99999999999999'],
  ])('a timestamp %j, rightly signed, is not fresh', async (timestamp) => {
    bot = await runPlatform();
    const body = '{"encrypt":"x"}';
    const signature = createHash('sha256').update(`${timestamp}n${bot.fake.app.encryptKey}${body}`).digest('hex');
    const headers = {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': 'n',
      'x-lark-signature': signature,
    };
    expect((await fetch(bot.target, { method: 'POST', body, headers })).status).toBe(401);
  });

  it.each([
    ['null', 'null'],
    ['a list', '[]'],
    ['a number', '7'],
    ['a polluted object', '{"__proto__":{"admin":true}}'],
  ])('a signed event that is %s → 400 or 401, never 5xx', async (_, inner) => {
    bot = await runPlatform();
    const answer = await post(JSON.stringify({ encrypt: seal(inner, bot.fake.app.encryptKey) }));
    expect([400, 401]).toContain(answer.status);
    expect(bot.heard).toEqual([]);
  });

  it('answers an event it has no use for with 200 {}', async () => {
    bot = await runPlatform();
    const answer = await bot.fake.pushEvent('im.chat.disbanded_v1', { chat_id: 'oc_1' });
    expect([answer.status, answer.body]).toEqual([200, '{}']);
  });

  it('says 503 while a change cannot be made durable, and takes the push that comes again', async () => {
    bot = await runPlatform();
    bot.answer(() => {
      throw new BanjieError('store-unavailable', 'disk full');
    });
    const first = await bot.fake.push('完成 1', { messageId: 'om_again' });
    bot.answer(() => ({ toast: '', redraw: null, reply: null }));
    const second = await bot.fake.push('完成 1', { messageId: 'om_again' });
    expect([first.status, second.status, bot.heard.length]).toEqual([503, 200, 2]);
  });
});

describe('the address check', () => {
  it('encrypted and unsigned, as the console sends it: gets its challenge', async () => {
    bot = await runPlatform();
    const answer = await bot.fake.verifyUrl({ challenge: 'abc-123' });
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { challenge: 'abc-123' }]);
  });

  it('with another verification token → 401', async () => {
    bot = await runPlatform();
    expect((await bot.fake.verifyUrl({ token: 'another' })).status).toBe(401);
  });

  it('with any token where the app has none configured → its challenge', async () => {
    bot = await runPlatform({ verificationToken: '' });
    expect((await bot.fake.verifyUrl({ token: 'any' })).status).toBe(200);
  });

  it('not encrypted → 401: the address is only right together with the Encrypt Key', async () => {
    bot = await runPlatform();
    expect((await bot.fake.verifyUrl({ plain: true })).status).toBe(401);
  });
});

describe('the platform', () => {
  it('does not start webhooks without an Encrypt Key, and says why', () => {
    const app = { appId: 'cli_1', appSecret: 's', encryptKey: '', domain: 'http://127.0.0.1:1' };
    const { log } = keptLog();
    expect(() => createFeishuPlatform({ ...app, transport: 'webhook', log })).toThrow('FEISHU_ENCRYPT_KEY');
  });

  it('has no door on the long connection', () => {
    const app = { appId: 'cli_1', appSecret: 's', encryptKey: '', domain: 'http://127.0.0.1:1' };
    const { log } = keptLog();
    expect(createFeishuPlatform({ ...app, transport: 'websocket', log }).doors).toEqual([]);
  });
});
