import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkCalendarYears } from '../../src/doctor/calendar-years.ts';
import { checksFor } from '../../src/doctor/checks.ts';
import { checkClock } from '../../src/doctor/clock.ts';
import { settle } from '../../src/doctor/configuration.ts';
import { checkDataFolder } from '../../src/doctor/data-folder.ts';
import { checkDatabase } from '../../src/doctor/database.ts';
import { examine } from '../../src/doctor/examine.ts';
import type { Check } from '../../src/doctor/finding.ts';
import { checkFonts } from '../../src/doctor/fonts.ts';
import { isWell, sayReport } from '../../src/doctor/report.ts';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import { instant } from '../builders/acting.ts';
import { aFolder } from '../builders/folder.ts';
import { type FakeFeishu, startFakeFeishu } from '../fakes/feishu/fake-feishu.ts';
import { type FakeWecom, startFakeWecom } from '../fakes/wecom/fake-wecom.ts';
import { describeWithPostgres, openAt } from '../store/postgres/server.ts';

const log = pino({ level: 'silent' });
const NOW = instant('2026-05-18', '09:02');
const now = () => NOW;

const said = async (check: Check): Promise<string[]> =>
  (await check.look()).map(({ level, says }) => `${level} ${says.zh}`);

const reportOf = async (environment: NodeJS.ProcessEnv) => {
  const examined = await examine(checksFor(settle(environment), { now: Date.now, log, tag: 'test' }));
  return { well: isWell(examined), text: sayReport(examined) };
};

describe('configuration', () => {
  it('tells every fault at once, in both languages, and goes on with what is right', async () => {
    const { well, text } = await reportOf({ PORT: 'x', FEISHU_APP_ID: 'cli_1', DATA_DIR: aFolder() });
    expect(well).toBe(false);
    for (const words of [
      'PORT:',
      'FEISHU_APP_SECRET:',
      'FEISHU_ENCRYPT_KEY:',
      'PORT is missing or wrong',
      '数据文件夹',
    ])
      expect(text).toContain(words);
  });

  it('says that nobody can talk to a bot without a platform and without the page', async () => {
    const { well, text } = await reportOf({ LOCAL_CHAT: 'off', DATA_DIR: aFolder() });
    expect(well).toBe(false);
    expect(text).toContain('没有接入任何平台');
  });
});

describe('the data folder', () => {
  const at = (folder: string) => said(checkDataFolder(folder, 'test', now));

  it('is made by the first start where it is not there, and is not made by a look', async () => {
    const folder = join(aFolder(), 'store');
    expect(await at(folder)).toEqual(['note 还没有，第一次启动时会建', expect.stringMatching(/^good 可以写/)]);
    expect(readdirSync(join(folder, '..'))).toEqual([]);
  });

  it('is looked at beside a bot that uses it, and left as it was', async () => {
    const folder = aFolder();
    const store = await openJsonStore({ folder, now });
    await store.update('feishu:oc_1', (workspace) => {
      workspace.ledger.outbox.push({ key: 'k', reply: { kind: 'text', text: '好' }, since: NOW - 11 * 60_000 });
    });
    const before = readdirSync(folder);
    const found = await at(folder);
    expect(readdirSync(folder)).toEqual(before);
    await store.close();
    expect(found).toContain(`good 办结正在运行（进程 ${process.pid}）`);
    expect(found).toContain('good 1 个群');
    expect(found.at(-1)).toBe('fault 飞书：1 条消息在等着发出，最早的等了 11 分钟');
  });

  it('names a broken file and one that was set aside, each with the way out', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'feishu.oc_1.json'), '{"format":');
    writeFileSync(join(folder, 'feishu.oc_2.json.broken-20260518T010203Z-1a2b'), '');
    const findings = await checkDataFolder(folder, 'test', now).look();
    expect(findings.flatMap(({ todo }) => todo?.zh ?? [])).toEqual(
      expect.arrayContaining([
        '停掉办结，运行 npm run restore -- feishu.oc_1.json',
        '停掉办结，运行 npm run restore -- feishu.oc_2.json',
      ]),
    );
    expect(readdirSync(folder)).toContain('feishu.oc_1.json');
  });

  it('is a fault where it is no folder', async () => {
    const file = join(aFolder(), 'store');
    writeFileSync(file, '');
    expect(await at(file)).toEqual([expect.stringMatching(/^fault 数据文件夹 .* 不能写（ENOTDIR）/)]);
  });

  it.skipIf(process.getuid?.() === 0)('is a fault where it cannot be written', async () => {
    const folder = aFolder();
    chmodSync(folder, 0o500);
    expect(await at(folder)).toEqual([expect.stringMatching(/^fault 数据文件夹 .* 不能写（EACCES）/)]);
  });
});

describe('holidays', () => {
  const on = (day: string, folder = aFolder()) => said(checkCalendarYears(folder, () => instant(day, '09:00')));

  it('are asked for the next year from December on', async () => {
    expect(await on('2026-11-30')).toEqual(['good 有 2026 年的放假安排']);
    expect(await on('2026-12-01')).toEqual([
      'good 有 2026 年的放假安排',
      'note 没有 2027 年的放假安排，只按周一到周五算',
    ]);
  });

  it('of the running year are a fault when they are missing, and a file left out is named', async () => {
    const folder = aFolder();
    mkdirSync(join(folder, 'holidays'));
    writeFileSync(join(folder, 'holidays', '2027.json'), '{}');
    const [first, second] = await on('2027-01-04', folder);
    expect(first).toMatch(/^fault 没有 2027 年/);
    expect(second).toContain('2027.json 没有采用');
  });
});

it('a font that is not there is told with the way out', async () => {
  expect(await said(checkFonts())).toEqual(['good 图里的中文字体在']);
  expect(await said(checkFonts(() => '/nowhere/font.otf'))).toEqual([expect.stringMatching(/^fault 图里的中文字体/)]);
});

it('a check that hangs or fails ends as a finding and stops no other', async () => {
  const about = { zh: '甲', en: 'a' };
  const [hung, failed, fine] = await examine(
    [
      { about, look: () => new Promise(() => undefined) },
      { about, look: () => Promise.reject(new RangeError('secret words')) },
      { about, look: async () => [] },
    ],
    20,
  );
  expect(hung?.findings[0]?.says.zh).toBe('10 秒内没有结果');
  expect(failed?.findings[0]?.says.zh).toBe('这一项没有查成（RangeError）');
  expect(fine?.findings).toEqual([]);
});

describe('Feishu', () => {
  let fake: FakeFeishu;
  beforeAll(async () => {
    fake = await startFakeFeishu();
  });
  afterAll(() => fake.close());
  beforeEach(() => fake.heal());

  const environment = (): NodeJS.ProcessEnv => ({
    FEISHU_APP_ID: fake.app.appId,
    FEISHU_APP_SECRET: fake.app.appSecret,
    FEISHU_ENCRYPT_KEY: fake.app.encryptKey,
    FEISHU_DOMAIN: fake.domain,
    PUBLIC_URL: 'https://banjie.example.com',
    DATA_DIR: aFolder(),
  });
  const ALL = [
    'im:message.group_at_msg:readonly',
    'im:message.p2p_msg:readonly',
    'im:message:send_as_bot',
    'im:message:readonly',
    'im:resource',
    'im:chat.members:read',
    'im:chat:readonly',
    'contact:user.base:readonly',
  ];

  it('is well with good credentials and every scope', async () => {
    for (const name of ALL) fake.setScope(name, true);
    const { well, text } = await reportOf(environment());
    expect(text).toContain('✔ 权限齐全 / every scope is granted');
    expect(text).toContain('本机时间准');
    expect(well).toBe(true);
    expect(text).not.toContain('✘');
  });

  it('names a scope that was not granted: a fault where the bot cannot work without it', async () => {
    for (const name of ALL) fake.setScope(name, true);
    fake.setScope('im:message:send_as_bot', false);
    fake.setScope('im:resource', false);
    const { well, text } = await reportOf(environment());
    expect(text).toContain('✘ 没有权限 im:message:send_as_bot：发消息和卡片用');
    expect(text).toContain('· 没有权限 im:resource：发文件和图用');
    expect(well).toBe(false);
  });

  it.each([
    ['a wrong secret', { FEISHU_APP_SECRET: 'wrong-secret-1' }, '飞书不认这个 App ID 或 App Secret（10015）'],
    ['an unknown app', { FEISHU_APP_ID: 'cli_0000' }, '飞书不认这个 App ID 或 App Secret（10014）'],
    ['an address where nobody is', { FEISHU_DOMAIN: 'http://127.0.0.1:9' }, '连不上飞书'],
  ])('%s', async (_, wrong, words) => {
    const { well, text } = await reportOf({ ...environment(), ...wrong });
    expect(well).toBe(false);
    expect(text).toContain(words);
    for (const secret of [fake.app.appSecret, fake.app.encryptKey, 'wrong-secret-1'])
      expect(text).not.toContain(secret);
  });

  it.each([
    [230006, '应用没有开启机器人能力'],
    [99991401, '飞书不接受这台机器的 IP'],
  ])('number %i is told in words', async (code, words) => {
    fake.fault({ kind: 'refuse', code }, { path: '/bot/v3/info', times: 9 });
    expect((await reportOf(environment())).text).toContain(words);
  });

  it('shows how far the machine’s clock is off', async () => {
    const fast = await said(checkClock(fake.domain, () => Date.now() + 120_000));
    expect(fast[0]).toMatch(/^fault 本机时间快了 1(?:19|20|21) 秒/);
  });
});

describe('WeCom', () => {
  const KEY = '693a91f6-7aaa-4bc4-97a0-0ec2sifa5aaa';
  let fake: FakeWecom;
  beforeAll(async () => {
    fake = await startFakeWecom();
    fake.api.keys.add(KEY);
  });
  afterAll(() => fake.api.close());
  beforeEach(() => {
    fake.api.pushed.length = 0;
  });

  const environment = (more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv => ({
    WECOM_TOKEN: 't',
    WECOM_ENCODING_AES_KEY: fake.keys.encodingAesKey,
    WECOM_API_BASE: fake.api.base,
    DATA_DIR: aFolder(),
    ...more,
  });

  it('tries each webhook without a word in the group', async () => {
    const { well, text } = await reportOf(environment({ WECOM_WEBHOOKS: `wrA=${KEY}` }));
    expect(text).toContain('✔ 群 wrA 的消息推送可用');
    expect(well).toBe(true);
    expect(fake.api.pushed).toEqual([]);
    expect(text).not.toContain(KEY);
  });

  it('names the group whose webhook is dead', async () => {
    const { well, text } = await reportOf(environment({ WECOM_WEBHOOKS: `wrA=${KEY},wrB=dead-key-00` }));
    expect(text).toContain('✘ 企业微信不认群 wrB 的消息推送');
    expect(text).toContain('✔ 群 wrA');
    expect(text).not.toContain('dead-key-00');
    expect(well).toBe(false);
  });

  it('looks at the registered ones too, and says when their file is broken', async () => {
    const folder = aFolder();
    writeFileSync(join(folder, 'wecom-webhooks'), '{');
    const { text } = await reportOf(environment({ DATA_DIR: folder }));
    expect(text).toContain('✘ 登记“消息推送”的文件 wecom-webhooks 读不出来');
  });

  it('without any says how digests come then', async () => {
    expect((await reportOf(environment())).text).toContain('还没有群登记“消息推送”');
  });
});

describeWithPostgres('a database', (server) => {
  it('is empty, then in shape, with what waits in it', async () => {
    const url = await server().newPlace();
    expect((await said(checkDatabase(url, now))).at(-1)).toBe('note 里面还没有表，第一次启动时会建');
    const store = await openAt(url);
    await store.update('wecom:wrA', (workspace) => {
      workspace.ledger.outbox.push({ key: 'k', reply: { kind: 'text', text: '好' }, since: NOW - 60_000 });
      workspace.ledger.pushing.goneSince = NOW;
    });
    await store.close();
    expect((await said(checkDatabase(url, now))).slice(1)).toEqual([
      'good 1 个群',
      'note 企业微信：1 条消息在等着发出，最早的等了 1 分钟',
      'note 企业微信：1 个群已解散，或把机器人移出了',
    ]);
    await server().dropPlace(url);
  });

  it('that is not there is told without its address', async () => {
    const url = 'postgres://somebody:hidden-word@127.0.0.1:9/none';
    const { well, text } = await reportOf({ DATABASE_URL: url });
    expect(well).toBe(false);
    expect(text).toContain('连不上：没有数据库在那个地址和端口上');
    expect(text).not.toContain('hidden-word');
  });
});
