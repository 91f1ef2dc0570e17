import { afterEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../../src/banjie-error.ts';
import { connect } from '../../../src/platforms/feishu/long-connection.ts';
import { type FakeFeishuOptions, type FaultKind, startFakeFeishu } from '../../fakes/feishu/fake-feishu.ts';
import { keptLog, NOTHING, type RunningPlatform, runPlatform } from '../../fakes/feishu/running-platform.ts';

let bot: RunningPlatform;
afterEach(() => bot?.stop());

async function connected(options: FakeFeishuOptions = {}): Promise<void> {
  bot = await runPlatform({ ...options, transport: 'websocket' });
  await expect.poll(() => bot.fake.line.isUp).toBe(true);
}

describe('the long connection', () => {
  it('hears messages, and tells Feishu so once they are handled', async () => {
    await connected();
    const answer = await bot.fake.push('本周');
    expect([answer.status, answer.body, bot.heard.map(({ text }) => text)]).toEqual([200, '{}', ['本周']]);
  });

  it('answers a click with its toast', async () => {
    await connected();
    bot.answer(() => ({ toast: '已办结 #12', redraw: null, reply: null }));
    const click = await bot.fake.click({ v: 1, say: '完成 12', view: '' });
    expect([click.clientError, click.toast?.content]).toEqual([0, '已办结 #12']);
  });

  it('has a message pushed again that could not be made durable', async () => {
    await connected();
    bot.answer(() => Promise.reject(new BanjieError('store-unavailable', 'disk full')));
    expect((await bot.fake.push('完成 12', { messageId: 'om_again' })).status).toBe(500);
    bot.answer(() => NOTHING);
    expect((await bot.fake.push('完成 12', { messageId: 'om_again' })).status).toBe(200);
  });

  it('comes back after a cut', async () => {
    await connected();
    bot.fake.line.cut();
    await expect.poll(() => bot.fake.line.taken, { timeout: 10_000 }).toBe(2);
    await expect.poll(() => bot.fake.line.isUp).toBe(true);
    expect((await bot.fake.push('本周')).status).toBe(200);
  });

  it.each<FaultKind>([
    { kind: 'http-502' },
    { kind: 'code', code: 514 },
  ])('is opened anew when Feishu first answers %j, which the SDK leaves for minutes or for good', async (fault) => {
    const fake = await startFakeFeishu();
    fake.fault(fault, { path: '/callback/ws' });
    const line = connect({ ...fake.app, domain: fake.domain }, async () => ({}), keptLog().log, 100);
    await expect.poll(() => fake.line.isUp, { timeout: 10_000 }).toBe(true);
    line.close();
    await fake.close();
  });

  it('lets go when the bot stops', async () => {
    await connected();
    await bot.platform.stop();
    await expect.poll(() => bot.fake.line.isUp).toBe(false);
  });

  it('keeps secrets, tickets and people’s words out of the log', async () => {
    await connected();
    await bot.fake.push('一句不该记下的话');
    bot.fake.line.cut();
    await expect.poll(() => bot.fake.line.taken, { timeout: 10_000 }).toBe(2);
    const log = bot.log();
    expect(log).toContain('long connection is up');
    expect(log).not.toContain(bot.fake.app.appSecret);
    expect(log).not.toMatch(/ticket=[0-9a-f]|access_key=[0-9a-f]|不该记下/);
  });
});
