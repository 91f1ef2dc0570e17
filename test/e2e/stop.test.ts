import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { type Office, openOffice } from './feishu-office.ts';

const CHAT = 'oc_unionoffice';

let office: Office;
const sockets: Socket[] = [];

beforeEach(async () => {
  office = await openOffice(instantAt('2026-05-12', '10:00'));
});
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy();
  await office.close();
});

/** A connection to the bot on which these bytes are sent and nothing else. */
async function holdOpen(bytes: string): Promise<void> {
  const { hostname, port } = new URL(await office.bot.url());
  const socket = connect(Number(port), hostname);
  sockets.push(socket);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(bytes);
}

describe('SIGTERM with everything in the way', () => {
  it('ends with 0 while Feishu hangs, a body does not come, and connections ask nothing', async () => {
    office.fake.fault({ kind: 'hang' }, { times: 50, path: '/im/v1/messages' });
    expect((await office.fake.push('我是 欧阳小月', { chat: CHAT })).status).toBe(200);
    await holdOpen('');
    await holdOpen('POST /feishu/events HTTP/1.1\r\nHost: bot\r\nContent-Length: 1000\r\n\r\n{');
    await holdOpen('GET /healthz HTT');
    expect(await office.end('SIGTERM')).toBe(0);
  });

  it('says 503 to whoever asks while it stops, and takes no more pushes', async () => {
    const url = await office.bot.url();
    office.fake.fault({ kind: 'hang' }, { times: 50, path: '/im/v1/messages' });
    expect((await office.fake.push('我是 欧阳小月', { chat: CHAT })).status).toBe(200);
    const ended = office.end('SIGTERM');
    await vi.waitFor(async () => expect((await fetch(`${url}/healthz`)).status).toBe(503), 2_000);
    expect((await office.fake.push('是', { chat: CHAT })).status).toBe(503);
    expect(await ended).toBe(0);
  });

  it('what was acknowledged before it goes out after the next start, once', async () => {
    office.fake.fault({ kind: 'hang' }, { times: 50, path: '/im/v1/messages' });
    expect((await office.fake.push('我是 欧阳小月', { chat: CHAT })).status).toBe(200);
    expect(await office.end('SIGTERM')).toBe(0);
    office.fake.heal();
    await office.start();
    await office.fake.waitFor(({ text }) => text.includes('欧阳小月'));
    await office.fake.ask('帮助', { chat: CHAT });
    expect(office.fake.sentTo(CHAT).filter(({ text }) => text.includes('欧阳小月'))).toHaveLength(1);
  });
});
