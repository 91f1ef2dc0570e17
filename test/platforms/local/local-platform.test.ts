import { describe, expect, it } from 'vitest';
import { bodyOf, doorOf, doorRequest } from './door-request.ts';
import { NOW, started, text } from './started-platform.ts';

describe('delivering', () => {
  it('shows a reply in its own group, once per key', async () => {
    const { platform, shown } = await started();
    await platform.deliver('local:two', text('周报'), 'k1');
    await platform.deliver('local:two', text('周报'), 'k1');
    expect(await shown('two')).toMatchObject([{ kind: 'replied', at: NOW, reply: { text: '周报' } }]);
    expect(await shown('main')).toEqual([]);
  });

  it('gives a file as a link that saves it, and knows no other', async () => {
    const { platform, shown } = await started();
    await platform.deliver('local:main', { kind: 'file', name: '总结 1.docx', bytes: new Uint8Array([1, 2]) }, 'k1');
    const [entry] = await shown();
    if (entry?.kind !== 'replied' || entry.reply.kind !== 'file') throw new Error('no file');
    expect(entry.reply).toMatchObject({ name: '总结 1.docx', size: 2 });
    const get = (id: string) =>
      doorOf(platform, '/local/paper').handle(doorRequest({ query: new URLSearchParams({ id }) }));
    const answer = await get(new URL(entry.reply.href, 'http://x').searchParams.get('id') ?? '');
    expect(answer).toMatchObject({ status: 200, body: Buffer.from([1, 2]) });
    expect(answer.headers?.['content-disposition']).toBe(
      `attachment; filename*=UTF-8''${encodeURIComponent('总结 1.docx')}`,
    );
    expect((await get('another')).status).toBe(404);
  });

  it('gives a picture that may stand in the page, with words for who cannot see it', async () => {
    const { platform, shown } = await started();
    const bytes = new Uint8Array([0x89, 0x50]);
    await platform.deliver('local:main', { kind: 'picture', name: '进度.png', bytes, alt: '办公室 3/4' }, 'k1');
    const [entry] = await shown();
    if (entry?.kind !== 'replied' || entry.reply.kind !== 'picture') throw new Error('no picture');
    expect(entry.reply).toMatchObject({ name: '进度.png', alt: '办公室 3/4' });
    const query = new URL(entry.reply.href, 'http://x').searchParams;
    const answer = await doorOf(platform, '/local/paper').handle(doorRequest({ query }));
    expect(answer.headers).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' });
  });

  it.each(['local:three', 'feishu:main', 'local:', 'main'])('has no chat for %s', async (workspace) => {
    const { platform } = await started();
    await expect(platform.deliver(workspace, text('x'), 'k1')).rejects.toMatchObject({ code: 'target-gone' });
  });
});

describe('the page', () => {
  it('is told its groups, and falls back to the first', async () => {
    const { platform } = await started();
    const state = async (group: string) =>
      bodyOf(await doorOf(platform, '/local/state').handle(doorRequest({ query: new URLSearchParams({ group }) }))) as {
        group: string;
        groups: { id: string }[];
      };
    expect((await state('two')).group).toBe('two');
    expect((await state('nowhere')).group).toBe('main');
    expect((await state('')).groups.map(({ id }) => id)).toEqual(['main', 'two']);
  });

  it('gets no stream of a group that does not exist', async () => {
    const { platform } = await started();
    const query = new URLSearchParams({ group: 'three' });
    expect((await doorOf(platform, '/local/events').handle(doorRequest({ query }))).status).toBe(404);
  });

  it('is served to nobody else: every door has the guard', async () => {
    const { platform } = await started();
    for (const door of platform.doors) {
      const request = doorRequest({ method: door.method, path: door.path, headers: { host: 'evil.example:3000' } });
      expect([door.path, (await door.handle(request)).status]).toEqual([door.path, 403]);
    }
  });

  it('ends its streams when the bot stops', async () => {
    const { platform } = await started();
    const response = await doorOf(platform, '/local/events').handle(
      doorRequest({ query: new URLSearchParams({ group: 'main' }) }),
    );
    if (typeof response.body === 'string' || response.body === undefined || Buffer.isBuffer(response.body)) {
      throw new Error('no stream');
    }
    const stream = response.body;
    const ended = new Promise((resolve) => stream.once('end', resolve));
    stream.resume();
    await platform.stop();
    await ended;
    expect(stream.readableEnded).toBe(true);
  });
});
