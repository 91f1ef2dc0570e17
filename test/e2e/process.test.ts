import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BotProcess, dataFolder, startBot } from './bot-process.ts';

/** An app whose Feishu is not there. */
const FEISHU = {
  FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
  FEISHU_APP_SECRET: 'hush',
  FEISHU_ENCRYPT_KEY: 'hush-hush',
  FEISHU_DOMAIN: 'http://127.0.0.1:9',
};

let data: Awaited<ReturnType<typeof dataFolder>>;
const bots: BotProcess[] = [];

beforeEach(async () => {
  data = await dataFolder();
});
afterEach(async () => {
  for (const bot of bots.splice(0)) {
    bot.signal('SIGKILL');
    await bot.exit();
  }
  await data.remove();
});

function start(environment: Record<string, string> = {}): BotProcess {
  const bot = startBot({ DATA_DIR: data.folder, LOG_LEVEL: 'warn', ...environment });
  bots.push(bot);
  return bot;
}

describe('the process', () => {
  it('starts with no configuration, prints one line with an address, and serves the chat page there', async () => {
    const bot = start();
    const url = await bot.url();
    expect(bot.stdout()).toBe(`办结已启动,打开聊天页:${url}/\n`);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect(await (await fetch(url)).text()).toContain('lang="zh-CN"');
  });

  it('goes with code 0 on SIGTERM, also while a page is listening', async () => {
    const bot = start();
    const events = await fetch(`${await bot.url()}/local/events?group=main`);
    expect(events.headers.get('content-type')).toContain('text/event-stream');
    bot.signal('SIGTERM');
    expect(await bot.exit()).toBe(0);
    await events.body?.cancel().catch(() => undefined);
  });

  it('names every fault of its configuration at once and does not start', async () => {
    const bot = start({
      PORT: 'x',
      LOCAL_CHAT: 'maybe',
      FEISHU_APP_ID: 'cli_a1b2c3d4e5f60718',
      FEISHU_APP_SECRET: 'hush',
    });
    expect(await bot.exit()).toBe(1);
    for (const name of ['PORT', 'LOCAL_CHAT', 'FEISHU_ENCRYPT_KEY']) expect(bot.stderr()).toContain(name);
    expect(bot.stderr()).not.toContain('hush');
    expect(bot.stdout()).toBe('');
  });

  it('says so when the port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    const bot = start({ PORT: String(port) });
    expect(await bot.exit()).toBe(1);
    expect(bot.stderr()).toContain(`端口 ${port} 已被占用`);
    other.close();
  });

  it('says which setting is wrong when there is no such address', async () => {
    const bot = start({ HOST: 'no-such-host.invalid' });
    expect(await bot.exit()).toBe(1);
    expect(bot.stderr()).toContain('请检查 HOST 和 PORT');
  });

  it('refuses a data folder that another process uses', async () => {
    await start().url();
    const second = start();
    expect(await second.exit()).toBe(1);
    expect(second.stderr()).toMatch(/^没有启动:/u);
    expect(second.stderr()).not.toContain('    at ');
  });

  it.skipIf(!existsSync('/dev/full'))('serves, and ends with 0, when its log cannot be written', async () => {
    const full = await open('/dev/full', 'w');
    const bot = startBot({ ...FEISHU, DATA_DIR: data.folder, LOG_LEVEL: 'trace' }, [], full.fd);
    bots.push(bot);
    const door = `${await bot.url()}/feishu/events`;
    // A forged push and a broken one: each writes a line of log.
    expect((await fetch(door, { method: 'POST', body: '{}' })).status).toBe(401);
    expect((await fetch(door, { method: 'POST', body: '{' })).status).toBe(400);
    bot.signal('SIGTERM');
    expect(await bot.exit()).toBe(0);
    await full.close();
  });

  it('keeps the chat page away when a real platform is configured', async () => {
    const bot = start(FEISHU);
    expect((await fetch(await bot.url())).status).toBe(404);
  });
});
