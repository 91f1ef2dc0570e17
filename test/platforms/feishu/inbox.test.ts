import { afterEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../../src/banjie-error.ts';
import type { Card } from '../../../src/cards/card.ts';
import { aCard } from '../../builders/card.ts';
import { NOTHING, type RunningPlatform, runPlatform } from '../../fakes/feishu/running-platform.ts';

let bot: RunningPlatform;
afterEach(() => bot?.stop());

const texts = () => bot.heard.map(({ text }) => text);

describe('a message', () => {
  it('pushed four times, after each other and at once, is heard once', async () => {
    bot = await runPlatform();
    const push = () => bot.fake.push('完成 12', { messageId: 'om_same' });
    const first = await push();
    const rest = await Promise.all([push(), push(), push()]);
    expect([first, ...rest].map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(texts()).toEqual(['完成 12']);
  });

  it('pushed again while the first is being handled waits for the same answer', async () => {
    bot = await runPlatform();
    let finish: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    bot.answer(() => gate.then(() => NOTHING));
    const both = Promise.all([0, 1].map(() => bot.fake.push('完成 12', { messageId: 'om_same' })));
    finish();
    expect((await both).map(({ status }) => status)).toEqual([200, 200]);
    expect(texts()).toEqual(['完成 12']);
  });

  it.each([
    ['without @ in a group', { atBot: false }],
    ['from another bot', { senderType: 'bot' as const }],
    ['a file dropped into a group', { raw: { type: 'file', content: { file_key: 'f', file_name: 'x.txt' } } }],
  ])('%s is not heard, and not pushed again', async (_, options) => {
    bot = await runPlatform();
    expect((await bot.fake.push('本周', options)).status).toBe(200);
    expect(texts()).toEqual([]);
  });

  it('in a private chat needs no @, and its file can be fetched', async () => {
    bot = await runPlatform();
    bot.fake.addFile({ messageId: 'om_f', fileKey: 'file_1', name: '计划.txt', bytes: Buffer.from('4月：例会') });
    const raw = { type: 'file', content: { file_key: 'file_1', file_name: '计划.txt' } };
    await bot.fake.push('', { raw, chatType: 'p2p', messageId: 'om_f' });
    const [file] = bot.heard[0]?.files ?? [];
    expect([bot.heard[0]?.chat, file?.name]).toEqual(['private', '计划.txt']);
    expect(Buffer.from((await file?.read(100)) ?? []).toString()).toBe('4月：例会');
  });

  it('that nobody can handle is not acknowledged', async () => {
    bot = await runPlatform();
    bot.answer(() => Promise.reject(new Error('broken')));
    expect((await bot.fake.push('本周')).status).toBe(500);
  });
});

describe('while the bot does not know its own id', () => {
  const silent = {
    prepare: (fake: RunningPlatform['fake']) => fake.fault({ kind: 'hang' }, { path: '/bot/v3/info', times: 9 }),
  };

  it('a message that @-s one bot is heard', async () => {
    bot = await runPlatform(silent);
    expect((await bot.fake.push('本周')).status).toBe(200);
    expect(texts()).toEqual(['本周']);
  });

  it('one that @-s two is sent back to be pushed again, never dropped', async () => {
    bot = await runPlatform(silent);
    const mentions = [{ openId: 'ou_calendar', name: '日历', kind: 'bot' as const }];
    expect((await bot.fake.push('@日历 本周', { mentions })).status).toBe(503);
  });

  it('asks again until it is told', async () => {
    bot = await runPlatform({ prepare: (fake) => fake.fault({ kind: 'reset' }, { path: '/bot/v3/info', times: 1 }) });
    const mentions = [{ openId: 'ou_calendar', name: '日历', kind: 'bot' as const }];
    await expect.poll(async () => (await bot.fake.push('@日历 本周', { mentions })).status).toBe(200);
    expect(texts()).toEqual(['@日历 本周']);
  });
});

describe('a quoted message', () => {
  const quoted = { messageId: 'om_plan', chat: 'oc_office', type: 'text', content: { text: '4月：召开例会' } };

  it('comes with 导入', async () => {
    bot = await runPlatform();
    bot.fake.addMessage(quoted);
    await bot.fake.push('导入 2026', { parentId: 'om_plan' });
    expect(bot.heard[0]).toMatchObject({ text: '导入 2026', quotedText: '4月：召开例会', files: [] });
  });

  it('comes with its file', async () => {
    bot = await runPlatform();
    bot.fake.addMessage({ ...quoted, type: 'file', content: { file_key: 'file_1', file_name: '计划.txt' } });
    bot.fake.addFile({ messageId: 'om_plan', fileKey: 'file_1', name: '计划.txt', bytes: Buffer.from('4月：例会') });
    await bot.fake.push('导入', { parentId: 'om_plan' });
    expect(Buffer.from((await bot.heard[0]?.files[0]?.read(100)) ?? []).toString()).toBe('4月：例会');
  });

  it('is not asked for by other commands', async () => {
    bot = await runPlatform();
    bot.fake.addMessage(quoted);
    await bot.fake.push('本周', { parentId: 'om_plan' });
    expect(bot.heard[0]?.quotedText).toBeNull();
    expect(bot.fake.calls.some(({ path }) => path.endsWith('/om_plan'))).toBe(false);
  });

  it.each([
    ['a missing scope', { kind: 'refuse', code: 230027 }],
    ['silence', { kind: 'hang' }],
  ] as const)('that cannot be read for %s leaves the command as it is', async (_, fault) => {
    bot = await runPlatform();
    bot.fake.addMessage(quoted);
    bot.fake.fault(fault, { path: '/om_plan' });
    expect((await bot.fake.push('导入', { parentId: 'om_plan' })).status).toBe(200);
    expect(bot.heard[0]).toMatchObject({ text: '导入', quotedText: null });
  });
});

describe('a click', () => {
  const card: Card = aCard({
    title: '本周任务',
    view: '本周',
    blocks: [{ kind: 'buttons', buttons: [{ label: '完成', say: '完成 12', tone: 'primary' }] }],
  });

  it('says its command, shows a toast and redraws its card', async () => {
    bot = await runPlatform();
    await bot.platform.deliver('feishu:oc_office', { kind: 'card', card, toast: '' }, 'k1');
    bot.answer(() => ({ toast: '已办结 #12', redraw: { ...card, title: '本周任务（新）' }, reply: null }));
    const click = await bot.fake.click('完成', { from: 'ou_li', eventId: 'e-1' });
    expect(bot.heard[0]).toMatchObject({
      id: 'e-1',
      text: '完成 12',
      workspace: 'feishu:oc_office',
      sender: { id: 'ou_li' },
      pressed: { view: '本周' },
      road: { kind: 'pushed' },
    });
    expect([click.clientError, click.toast]).toEqual([0, { type: 'info', content: '已办结 #12' }]);
    expect(bot.fake.sent[0]?.text).toBe('本周任务（新）');
  });

  it('delivered twice gets the same answer and is heard once', async () => {
    bot = await runPlatform();
    bot.answer(() => ({ toast: '已办结', redraw: null, reply: null }));
    const value = { v: 1, say: '完成 12', view: '' };
    const first = await bot.fake.click(value, { eventId: 'e-2' });
    const second = await bot.fake.click(value, { eventId: 'e-2' });
    expect([second.body, bot.heard.length]).toEqual([first.body, 1]);
  });

  it('without anything to show is answered with {}', async () => {
    bot = await runPlatform();
    const click = await bot.fake.click({ v: 1, say: '完成 12', view: '' });
    expect([click.clientError, click.body]).toEqual([0, '{}']);
  });

  it('on a button of another make is told so', async () => {
    bot = await runPlatform();
    const click = await bot.fake.click({ act: 'task.done' });
    expect([click.clientError, click.toast?.type, bot.heard]).toEqual([0, 'warning', []]);
  });

  it.each([
    ['a full disk', new BanjieError('store-unavailable', 'disk full'), '暂时存不下来，什么都没有改动，请过一会儿再点'],
    ['a fault', new Error('broken'), '没有办成，请过一会儿再点'],
  ])('that meets %s is told so in words, and can be pressed again', async (_, error, words) => {
    bot = await runPlatform();
    bot.answer(() => Promise.reject(error));
    const value = { v: 1, say: '完成 12', view: '' };
    const click = await bot.fake.click(value, { eventId: 'e-3' });
    expect([click.clientError, click.toast]).toEqual([0, { type: 'error', content: words }]);
    bot.answer(() => ({ toast: '已办结', redraw: null, reply: null }));
    expect((await bot.fake.click(value, { eventId: 'e-3' })).toast?.content).toBe('已办结');
  });

  it('with a forged signature is refused', async () => {
    bot = await runPlatform();
    const click = await bot.fake.click({ v: 1, say: '完成 12', view: '' }, { variant: 'bad-signature' });
    expect([click.status, bot.heard]).toEqual([401, []]);
  });
});

describe('names', () => {
  it('of a chat’s people are learned once somebody speaks, and known from then on', async () => {
    bot = await runPlatform();
    const people = Array.from({ length: 120 }, (_, index) => ({ openId: `ou_${index}`, name: `人${index}` }));
    bot.fake.setMembers('oc_office', people);
    await bot.fake.push('本周', { from: 'ou_7' });
    await expect.poll(() => bot.learned.length).toBe(1);
    expect(bot.learned[0]?.workspace).toBe('feishu:oc_office');
    expect(bot.learned[0]?.members).toHaveLength(120);
    await bot.fake.push('本月', { from: 'ou_7' });
    expect(bot.heard.map(({ sender }) => sender.name)).toEqual([null, '人7']);
    expect(bot.fake.calls.filter(({ path }) => path.endsWith('/members'))).toHaveLength(2);
  });

  it('come with who owns the chat, told with what they say from then on', async () => {
    bot = await runPlatform();
    bot.fake.setMembers('oc_office', [
      { openId: 'ou_1', name: '张三' },
      { openId: 'ou_2', name: '李四' },
    ]);
    bot.fake.setOwner('oc_office', 'ou_2');
    await bot.fake.push('本周', { from: 'ou_1', chat: 'oc_office' });
    await expect.poll(() => bot.learned.length).toBe(1);
    expect(bot.learned[0]?.members).toEqual([
      { id: 'ou_1', name: '张三', isOwner: false },
      { id: 'ou_2', name: '李四', isOwner: true },
    ]);
    await bot.fake.push('本月', { from: 'ou_1', chat: 'oc_office' });
    await bot.fake.push('本月', { from: 'ou_2', chat: 'oc_office' });
    expect(bot.heard.map(({ sender }) => sender.isOwner)).toEqual([undefined, false, true]);
  });

  it('of somebody in a private chat come from the contacts', async () => {
    bot = await runPlatform();
    bot.fake.setMembers('oc_any', [{ openId: 'ou_1', name: '张三' }]);
    await bot.fake.push('本周', { from: 'ou_1', chat: 'oc_private', chatType: 'p2p' });
    await expect
      .poll(() => bot.learned)
      .toEqual([{ workspace: 'feishu:oc_private', members: [{ id: 'ou_1', name: '张三' }] }]);
  });

  it('that cannot be had disturb nothing', async () => {
    bot = await runPlatform();
    expect((await bot.fake.push('本周')).status).toBe(200);
    await expect
      .poll(() => bot.fake.calls.some(({ path, code }) => path.endsWith('/members') && code === 232011))
      .toBe(true);
    expect((await bot.fake.push('本月')).status).toBe(200);
    expect(bot.learned).toEqual([]);
  });
});
