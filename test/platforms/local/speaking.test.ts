import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { BanjieError } from '../../../src/banjie-error.ts';
import { createLocalPlatform } from '../../../src/platforms/local/local-platform.ts';
import { bodyOf, doorOf, doorRequest, post } from './door-request.ts';
import { answer, listCard, NOW, said, started, text } from './started-platform.ts';

describe('saying something', () => {
  it('reaches the bot as the person, in the group, without the mention', async () => {
    const { platform, received } = await started();
    const response = await post(platform, '/local/message', said({ text: '@办结 完成 12,谢谢' }));
    expect(bodyOf(response)).toEqual({ toast: '好' });
    expect(received).toEqual([
      {
        id: 'message-1',
        workspace: 'local:main',
        chat: 'group',
        sender: { id: 'liting', name: '李婷', isOwner: false },
        text: '完成 12,谢谢',
        mentions: [],
        files: [],
        quotedText: null,
        pressed: null,
        road: { kind: 'pushed' },
        at: NOW,
      },
    ]);
  });

  it('is shown to the group only, and stays there', async () => {
    const { platform, shown } = await started();
    await post(platform, '/local/message', said());
    expect(await shown()).toMatchObject([{ kind: 'said', id: 'message-1', name: '李婷', text: '本月', toBot: true }]);
    expect(await shown('two')).toEqual([]);
  });

  it('without @ is shown and the bot hears nothing', async () => {
    const { platform, received, shown } = await started();
    await post(platform, '/local/message', said({ text: '下午开会', toBot: false }));
    expect(received).toEqual([]);
    expect(await shown()).toMatchObject([{ text: '下午开会', toBot: false }]);
  });

  it('with @办结 typed by hand reaches the bot all the same', async () => {
    const { platform, received } = await started();
    await post(platform, '/local/message', said({ text: '\uff20办结本月', toBot: false }));
    expect(received.map((message) => message.text)).toEqual(['本月']);
  });

  it('names the people of the group who are @-ed', async () => {
    const { platform, received } = await started();
    await post(platform, '/local/message', said({ text: '交办 12 @陈浩 @张三' }));
    expect(received[0]?.mentions).toEqual([{ id: 'chenhao', name: '陈浩' }]);
    expect(received[0]?.text).toBe('交办 12 @陈浩 @张三');
  });

  it('twice with one id is shown once and handed on twice: the bot knows it again', async () => {
    const { platform, received, shown } = await started();
    await post(platform, '/local/message', said());
    await post(platform, '/local/message', said());
    expect(received.map(({ id }) => id)).toEqual(['message-1', 'message-1']);
    expect(await shown()).toHaveLength(1);
  });

  it('gives the bot all of a long text and shows its beginning', async () => {
    const { platform, received, shown } = await started();
    const long = `导入 2026\n${'召开会议。'.repeat(5_000)}`;
    await post(platform, '/local/message', said({ text: long }));
    expect(received[0]?.text).toBe(long);
    const [entry] = await shown();
    expect(entry).toMatchObject({ length: long.length });
    expect(entry?.kind === 'said' && entry.text.length).toBe(3_000);
  });

  it('tells the bot who is in a group before its first message, once', async () => {
    const { platform, learned } = await started();
    await post(platform, '/local/message', said());
    await post(platform, '/local/message', said({ id: 'message-2' }));
    expect(learned).toEqual(['local:main:周敏(群主) 王立新 何建国 李婷 陈浩']);
  });

  it('answers 503 with a sentence when the change could not be made durable, and may be sent again', async () => {
    let full = true;
    const { platform } = await started(async () => {
      if (full) throw new BanjieError('store-unavailable', 'disk full');
      return answer();
    });
    const response = await post(platform, '/local/message', said());
    expect(response.status).toBe(503);
    expect(bodyOf(response)).toMatchObject({ error: expect.stringContaining('没有保存成功') });
    full = false;
    expect((await post(platform, '/local/message', said())).status).toBe(200);
  });

  it('lets an unexpected error through to the server', async () => {
    const { platform } = await started(async () => {
      throw new Error('bug');
    });
    await expect(post(platform, '/local/message', said())).rejects.toThrow('bug');
  });

  it.each([
    ['an unknown group', said({ group: 'three' })],
    ['somebody who is not in the group', said({ group: 'two' })],
    ['no sender', { ...said(), sender: undefined }],
    ['an id with a line break', said({ id: 'message\n1' })],
    ['a text that is none', said({ text: 12 })],
    ['a text over the limit', said({ text: '长'.repeat(200_001) })],
    ['null', null],
  ])('refuses %s', async (_, body) => {
    const { platform, received } = await started();
    const response = await post(platform, '/local/message', body);
    expect(response.status).toBe(400);
    expect(received).toEqual([]);
  });

  it('refuses what is no JSON', async () => {
    const { platform } = await started();
    const response = await doorOf(platform, '/local/message').handle(
      doorRequest({
        method: 'POST',
        headers: { host: '127.0.0.1:3000', 'content-type': 'application/json' },
        body: Buffer.from('{'),
      }),
    );
    expect(response.status).toBe(400);
  });

  it('before the start is answered 503', async () => {
    const platform = createLocalPlatform({ log: pino({ level: 'silent' }) });
    expect((await post(platform, '/local/message', said())).status).toBe(503);
  });
});

describe('sending a file', () => {
  const file = (bytes: Buffer, overrides: object = {}) =>
    said({ text: '导入', name: '要点.md', bytes: bytes.toString('base64'), ...overrides });

  it('hands its name and bytes to the bot and shows name and size', async () => {
    const { platform, received, shown } = await started();
    const bytes = Buffer.from('4月:召开职代会');
    expect((await post(platform, '/local/file', file(bytes))).status).toBe(200);
    const [incoming] = received[0]?.files ?? [];
    expect(received[0]?.text).toBe('导入');
    expect(incoming?.name).toBe('要点.md');
    expect(await incoming?.read(1_000)).toEqual(bytes);
    expect(await shown()).toMatchObject([{ file: { name: '要点.md', size: bytes.byteLength } }]);
  });

  it('keeps the reader to its limit', async () => {
    const { platform, received } = await started();
    await post(platform, '/local/file', file(Buffer.alloc(100)));
    await expect(received[0]?.files[0]?.read(99)).rejects.toMatchObject({ code: 'too-large' });
  });

  it('refuses more than 10 MB with the way out, and takes just that', async () => {
    const { platform, received } = await started();
    const limit = 10 * 1024 * 1024;
    const over = await post(platform, '/local/file', file(Buffer.alloc(limit + 1)));
    expect(over.status).toBe(413);
    expect(bodyOf(over)).toMatchObject({ error: expect.stringContaining('10 MB') });
    expect(received).toEqual([]);
    expect((await post(platform, '/local/file', file(Buffer.alloc(limit)))).status).toBe(200);
  });

  it.each(['../../etc/passwd', 'a\\b', 'a\nb', '', 'x'.repeat(201)])('refuses the name %j', async (name) => {
    const { platform } = await started();
    expect((await post(platform, '/local/file', file(Buffer.from('x'), { name }))).status).toBe(400);
  });
});

describe('quoting', () => {
  const file = said({
    id: 'message-0',
    text: '',
    toBot: false,
    name: '要点.md',
    bytes: Buffer.from('4月').toString('base64'),
  });

  it('brings the quoted file and text to the bot, and shows whose it is', async () => {
    const { platform, received, shown } = await started();
    await post(platform, '/local/file', file);
    await post(platform, '/local/message', said({ sender: 'chenhao', text: '导入', quote: 'message-0' }));
    expect(received).toHaveLength(1);
    expect(received[0]).toMatchObject({ text: '导入', quotedText: '' });
    expect(String(await received[0]?.files[0]?.read(100))).toBe('4月');
    expect((await shown())[1]).toMatchObject({ quote: { name: '李婷', text: '要点.md' } });
  });

  it('gives all of a long text that was quoted', async () => {
    const { platform, received } = await started();
    const plan = '4月召开职代会。\n'.repeat(1_000).trim();
    await post(platform, '/local/message', said({ id: 'message-0', text: plan, toBot: false }));
    await post(platform, '/local/message', said({ text: '导入 2026', quote: 'message-0' }));
    expect(received[0]?.quotedText).toBe(plan);
  });

  it('takes a card of the bot as its plain text', async () => {
    const { platform, received } = await started();
    await platform.deliver('local:main', { kind: 'card', card: listCard('本月'), toast: '' }, 'k1');
    await post(platform, '/local/message', said({ text: '12', quote: 'k1' }));
    expect(received[0]?.quotedText).toContain('本月');
  });

  it.each(['nothing', 'two-0001'])('says so when the quoted message %s is not there', async (quote) => {
    const { platform, received } = await started();
    await post(platform, '/local/message', said({ group: 'two', sender: 'sunli', id: 'two-0001' }));
    const response = await post(platform, '/local/message', said({ quote }));
    expect(response.status).toBe(410);
    expect(bodyOf(response)).toMatchObject({ error: expect.stringContaining('引用的消息已经不在了') });
    expect(received).toHaveLength(1);
  });
});

describe('pressing a button', () => {
  const click = (overrides: object = {}) => ({
    group: 'main',
    sender: 'chenhao',
    id: 'click-001',
    entry: 'k1',
    say: '完成 12',
    ...overrides,
  });

  it('says its command with the view of the card it stands on', async () => {
    const { platform, received } = await started();
    await platform.deliver('local:main', { kind: 'card', card: listCard('本月'), toast: '' }, 'k1');
    const response = await post(platform, '/local/click', click());
    expect(bodyOf(response)).toEqual({ toast: '好' });
    expect(received).toMatchObject([
      { id: 'click-001', text: '完成 12', pressed: { view: '本月' }, sender: { id: 'chenhao', name: '陈浩' } },
    ]);
  });

  it('draws the card anew in its place', async () => {
    const { platform, shown } = await started(async () => answer({ redraw: listCard('本月(新)') }));
    await platform.deliver('local:main', { kind: 'card', card: listCard('本月'), toast: '' }, 'k1');
    await platform.deliver('local:main', text('后来的'), 'k2');
    await post(platform, '/local/click', click());
    const entries = await shown();
    expect(entries.map(({ id, order }) => [id, order])).toEqual([
      ['k2', 2],
      ['k1', 1],
    ]);
    expect(entries[1]).toMatchObject({ reply: { card: { title: '本月(新)' } } });
  });

  it('still works on a card the chat no longer holds', async () => {
    const { platform, received } = await started(async () => answer({ redraw: listCard('本月') }));
    expect((await post(platform, '/local/click', click({ entry: 'gone' }))).status).toBe(200);
    expect(received[0]?.pressed).toEqual({ view: '' });
  });

  it('is no message in the chat', async () => {
    const { platform, shown } = await started();
    await post(platform, '/local/click', click());
    expect(await shown()).toEqual([]);
  });
});
