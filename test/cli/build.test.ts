import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BotProcess, dataFolder, startBot } from '../e2e/bot-process.ts';
import { PLAN } from '../e2e/feishu-office.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;
const FOLDER = 'dist/test';

let fake: FakeFeishu;
let bot: BotProcess;
let data: Awaited<ReturnType<typeof dataFolder>>;

beforeAll(async () => {
  await run('npm', ['run', '--silent', 'build', '--', FOLDER], { cwd: ROOT });
  fake = await startFakeFeishu();
  data = await dataFolder();
  const environment = {
    DATA_DIR: path.join(data.folder, 'store'),
    LOCAL_CHAT: 'on',
    FEISHU_APP_ID: fake.app.appId,
    FEISHU_APP_SECRET: fake.app.appSecret,
    FEISHU_ENCRYPT_KEY: fake.app.encryptKey,
    FEISHU_DOMAIN: fake.domain,
  };
  bot = startBot(environment, [], 'pipe', [`${FOLDER}/src/main.js`]);
  fake.pushTo(`${await bot.url()}/feishu/events`);
}, 60_000);

afterAll(async () => {
  bot.signal('SIGTERM');
  await bot.exit();
  await fake.close();
  await data.remove();
  rmSync(path.join(ROOT, FOLDER), { recursive: true, force: true });
});

it('the built program answers, and keeps a plan', async () => {
  expect((await fake.ask(PLAN)).text).toContain('导入预览');
  expect((await fake.ask('确认导入')).text).toContain('#6');
});

it('reads a document in a process of its own', async () => {
  const bytes = Buffer.from('2026年工作计划\n1. 4月召开例会。\n2. 5月组织走访。');
  fake.addFile({ messageId: 'om_file', fileKey: 'file_1', name: '计划.txt', bytes });
  const content = { file_key: 'file_1', file_name: '计划.txt' };
  const before = new Set(fake.sent);
  await fake.push('', { raw: { type: 'file', content }, messageId: 'om_file', chat: 'oc_private', chatType: 'p2p' });
  const answer = await fake.waitFor((message) => !before.has(message), 10_000);
  expect(answer.text).toContain('读出2项任务');
});

it('draws a picture in a process of its own, and makes a paper', async () => {
  expect((await fake.ask('统计 图')).type).toBe('image');
  expect((await fake.ask('月报 文档')).type).toBe('file');
}, 20_000);

it('serves the page from what lies beside it', async () => {
  const url = await bot.url();
  for (const name of ['', 'local/page.js', 'local/style.css', 'local/sample-plan'])
    expect((await fetch(`${url}/${name}`)).status, name).toBe(200);
});

it('refuses a folder outside of the project, where it would find no packages', async () => {
  await expect(run('npm', ['run', '--silent', 'build', '--', '/tmp/elsewhere'], { cwd: ROOT })).rejects.toThrow(
    '本项目里',
  );
});
