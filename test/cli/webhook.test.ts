import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Webhooks } from '../../src/platforms/wecom/webhooks.ts';
import { type FakeWecom, GROUP, startFakeWecom } from '../fakes/wecom/fake-wecom.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
const KEY = '693a91f6-7xxx-4bc4-97a0-0ec2sifa5aaa';

let folder = '';
let fake: FakeWecom;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'banjie-webhook-'));
  fake = await startFakeWecom();
  fake.api.keys.add(KEY);
});
afterAll(async () => {
  await fake.api.close();
  rmSync(folder, { recursive: true, force: true });
});

const webhook = async (...args: string[]): Promise<{ code: number; said: string }> => {
  const wecom = { WECOM_TOKEN: 't', WECOM_ENCODING_AES_KEY: fake.keys.encodingAesKey, WECOM_API_BASE: fake.api.base };
  const env = { ...process.env, DATA_DIR: folder, ...wecom };
  try {
    const { stdout } = await run('npm', ['run', '--silent', 'webhook', '--', ...args], { cwd: ROOT, env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
};
const keyOf = (chat: string) => new Webhooks(new Map(), join(folder, 'wecom-webhooks'), () => 0).keyOf(chat);

it('registers an address that WeCom knows, for its owner’s eyes alone, and takes it out again', async () => {
  const address = `https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=${KEY}`;
  expect(await webhook(GROUP, address)).toEqual({ code: 0, said: expect.stringContaining('已登记') });
  expect(keyOf(GROUP)).toBe(KEY);
  expect(keyOf(GROUP.toLowerCase())).toBeUndefined();
  expect(statSync(join(folder, 'wecom-webhooks')).mode & 0o777).toBe(0o600);
  expect((await webhook('--list')).said).toBe(`${GROUP}\n`);
  expect((await webhook('--remove', GROUP)).code).toBe(0);
  expect(keyOf(GROUP)).toBeUndefined();
});

it.each([
  ['a key WeCom does not know', [GROUP, 'aaaaaaaa-0000'], '不认这个地址'],
  ['an address without a key', [GROUP, 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send'], '没有 key'],
  ['no group', ['群里', KEY], '群编号不对'],
  ['nothing', [], '用法'],
  ['an option there is not', ['--all'], '用法'],
])('%s is refused in words and changes nothing', async (_, args, words) => {
  expect(await webhook(...args)).toEqual({ code: 1, said: expect.stringContaining(words) });
  expect(readFileSync(join(folder, 'wecom-webhooks'), 'utf8')).not.toContain('aaaaaaaa');
});
