import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { saveWebhook } from '../../src/platforms/wecom/webhook-file.ts';
import { GROUP, ROBOT } from '../fakes/wecom/fake-wecom.ts';
import { sealFor } from '../fakes/wecom/seal.ts';
import { PLAN } from './feishu-office.ts';
import { openWecomOffice, WEBHOOK, type WecomOffice } from './wecom-office.ts';

const AT = instantAt('2026-05-12', '10:00');

let office: WecomOffice;
const fake = () => office.fake;

beforeEach(async () => {
  office = await openWecomOffice({ at: AT, webhook: true });
});
afterEach(() => office.close());

const imported = async (): Promise<void> => {
  await fake().ask(PLAN);
  expect((await fake().say('确认导入')).text).toContain('已导入');
};
const until = async (met: () => boolean): Promise<void> => {
  for (let turns = 0; !met() && turns < 100; turns += 1) await wait(100);
  expect(met()).toBe(true);
};
const read = async (text: string): Promise<string> => (await fake().say(text)).text;

describe('(2) (3) the check of the address', () => {
  it('answers the bare text, also where a proxy made blanks of the pluses', async () => {
    for (let round = 0; round < 8; round += 1) {
      const sealed = sealFor(fake().keys, '1616140317555161061');
      const query = fake().query(sealed);
      query.set('echostr', sealed);
      const response = await fake().call('GET', query);
      expect([response.status, await response.text()]).toEqual([200, '1616140317555161061']);
      const blank = await fake().call('GET', String(query).replaceAll('%2B', '+'));
      expect([blank.status, await blank.text()]).toEqual([200, '1616140317555161061']);
    }
  });

  it('refuses a wrong signature, a missing or doubled parameter, another method', async () => {
    const sealed = sealFor(fake().keys, '1');
    const query = fake().query(sealed);
    expect((await fake().call('GET', query)).status).toBe(400);
    query.set('echostr', sealed);
    query.set('msg_signature', '0'.repeat(40));
    expect((await fake().call('GET', query)).status).toBe(401);
    query.append('timestamp', '2');
    expect((await fake().call('GET', query)).status).toBe(400);
    for (const method of ['PUT', 'DELETE']) {
      expect((await fetch(`${office.url()}/wecom/callback`, { method })).status).toBe(405);
    }
  });
});

describe('(4) (5) (22) what is not WeCom’s', () => {
  const post = (query: URLSearchParams, body: string) => fake().call('POST', query, body);

  it('is turned away and changes nothing: 4xx, never 5xx', async () => {
    await imported();
    const plain = JSON.stringify({ ...fake().envelope({}), msgtype: 'text', text: { content: '完成 4' } });
    const sealed = sealFor(fake().keys, plain);
    const query = fake().query(sealed);
    const tampered = new URLSearchParams(query);
    tampered.set('nonce', 'other');
    const foreign = sealFor(fake().keys, plain, { receiveId: 'corpX' });
    const statuses = [
      await post(tampered, JSON.stringify({ encrypt: sealed })),
      await post(fake().query(foreign), JSON.stringify({ encrypt: foreign })),
      await post(query, 'no json'),
      await post(query, '{"encrypt":5}'),
      await post(query, '[]'),
      await post(query, 'null'),
      await post(query, `{"encrypt":"${'a'.repeat(1_100_000)}"}`),
    ].map(({ status }) => status);
    expect(statuses).toEqual([401, 400, 400, 400, 400, 400, 413]);
    expect(await read('4')).not.toContain('✅');
  });

  it('an old time stamp is no fault: repeats are known by their message', async () => {
    const sealed = sealFor(
      fake().keys,
      JSON.stringify({ ...fake().envelope({}), msgtype: 'text', text: { content: '帮助' } }),
    );
    const response = await post(fake().query(sealed, '1409659813'), JSON.stringify({ encrypt: sealed }));
    expect(response.status).toBe(200);
  });
});

describe('(7) the same message several times', () => {
  it('at once, and again after a restart: one effect, one answer', async () => {
    await imported();
    const answers = await Promise.all([1, 2, 3, 4].map(() => fake().say('完成 4 参加85人', { id: 'SAME=' })));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    await office.restart();
    expect((await fake().say('完成 4 参加85人', { id: 'SAME=' })).text).toBe(answers[0]?.text);
    expect((await read('记录 4')).match(/参加85人/g)).toHaveLength(1);
  });
});

describe('(8) (9) (10) slow answers', () => {
  it('a poll for an answer that is done finds it, also after a restart', async () => {
    await fake().ask(PLAN, { id: 'SLOW=' });
    const id = `${Buffer.from('SLOW=').toString('base64url')}.${AT.toString(36)}`;
    await office.restart();
    const polled = await fake().poll(id);
    expect([polled.finished, polled.text.includes('6项任务')]).toEqual([true, true]);
  });

  it('an answer another process may be at is waited for, not for ever', async () => {
    const id = `${Buffer.from('ELSEWHERE=').toString('base64url')}.${AT.toString(36)}`;
    expect((await fake().poll(id)).finished).toBe(false);
    office.setClock(AT + 91_000);
    const late = await fake().poll(id);
    expect([late.finished, late.text]).toEqual([true, expect.stringContaining('重新发')]);
  });

  it('an unknown stream is finished', async () => {
    expect((await fake().poll('no-such-stream')).finished).toBe(true);
  });
});

describe('(12) how the robot is called', () => {
  it.each([
    `@${ROBOT} 本月`,
    `本月 @${ROBOT}`,
    `@${ROBOT}\u2005本月`,
    `@${ROBOT}\u00a0本月`,
    `＠${ROBOT}　本月`,
    '本月',
    '@别的名字 本月',
  ])('%j is understood', async (content) => {
    await imported();
    const answer = await fake().deliver({ ...fake().envelope({}), msgtype: 'text', text: { content } });
    expect(answer.text).toContain('走访困难职工');
  });

  it('the robot alone is answered, not passed over', async () => {
    const answer = await fake().deliver({ ...fake().envelope({}), msgtype: 'text', text: { content: `@${ROBOT}` } });
    expect(answer.finished).toBe(true);
  });

  it('other people who are called stay in the text', async () => {
    await imported();
    expect(await read('交办 4 @李四 5月20日')).toContain('李四');
  });
});

describe('(13) what comes besides text', () => {
  it('mixed content is read by its words', async () => {
    await imported();
    const items = [
      { msgtype: 'text', text: { content: `@${ROBOT} 本月` } },
      { msgtype: 'image', image: { url: 'https://x.myqcloud.com/1' } },
    ];
    const answer = await fake().deliver({ ...fake().envelope({}), msgtype: 'mixed', mixed: { msg_item: items } });
    expect(answer.text).toContain('走访困难职工');
  });

  it('voice is read as the words it was made into', async () => {
    await imported();
    const single = { ...fake().envelope({ chat: null }), msgtype: 'voice', voice: { content: '帮助' } };
    expect((await fake().deliver(single)).text).toContain('导入');
  });

  it('a quoted plan is imported by 导入 alone', async () => {
    const quote = { msgtype: 'text', text: { content: PLAN.replace('导入 2026\n', '') } };
    expect((await fake().ask('导入 2026', { quote })).text).toContain('6项任务');
  });

  it('a quoted file is fetched, opened and read; its name is told', async () => {
    const quote = fake().quoteFile('2026年工作要点.txt', Buffer.from(PLAN.replace('导入 2026\n', '')));
    const preview = await fake().ask('导入 2026', { quote });
    expect(preview.text).toContain('6项任务');
    expect(preview.text).toContain('2026年工作要点.txt');
    expect((await fake().say('确认导入')).text).toContain('已导入');
    expect(await read('全年')).toContain('职工书画展');
  });
});

describe('(14) files that cannot be read', () => {
  it('an expired link, a file sealed for another, one that is no document, a forbidden place: a sentence each', async () => {
    const expired = fake().quoteFile('a.docx', Buffer.from('x'));
    fake().api.expire((expired.file as { url: string }).url);
    expect((await fake().ask('导入', { quote: expired })).text).toContain('重新引用');
    const foreign = { msgtype: 'file', file: { url: 'https://evil.example.com/a.docx' } };
    expect((await fake().ask('导入', { quote: foreign })).text).toContain('没有下载');
    const bomb = fake().quoteFile('a.docx', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(400, 7)]));
    expect((await fake().ask('导入', { quote: bomb })).text).toMatch(/读不|打不开|不完整|重/u);
    const large = fake().quoteFile('b.docx', Buffer.alloc(11 * 1024 * 1024));
    expect((await fake().ask('导入', { quote: large })).text).toContain('10MB');
    expect(await read('帮助')).toContain('导入');
  }, 60_000);
});

describe('(15) buttons', () => {
  const QUESTION = '上报 3 5000';

  it('a question comes as a card; a click answers it once, and the card says who', async () => {
    await imported();
    await fake().say('上报 3 20');
    const asked = await fake().say(QUESTION);
    expect(asked.buttons.length).toBeGreaterThan(1);
    const yes = asked.buttons[0]?.key ?? '';
    const first = await fake().click(asked, yes, { id: 'CLICK1=' });
    expect(first.taskId).toBe(asked.taskId);
    expect(first.text).toContain('操作人:WangFang');
    expect(first.text).toContain('5000');
    expect(first.buttons.map(({ text }) => text)).toEqual(['撤销']);
    const again = await fake().click(asked, yes, { id: 'CLICK1=' });
    expect(again.text).toBe(first.text);
    expect((await read('记录 3')).match(/5000/g)?.length).toBeGreaterThan(0);
  });

  it('an unknown key is told, and changes nothing', async () => {
    const answer = await fake().click({ taskId: 'b_x' }, 'done:12');
    expect(answer.text).toContain('不能用了');
  });

  it('a used button says so', async () => {
    const used = await fake().click({ taskId: 'b_x' }, 'done:12');
    expect(used.buttons.map(({ style }) => style)).toEqual([4]);
    expect((await fake().click(used, used.buttons[0]?.key ?? '')).text).toContain('已经处理过了');
  });

  it('two people at once: each hears what came of it', async () => {
    await imported();
    await fake().say('上报 3 20');
    const asked = await fake().say(QUESTION);
    const yes = asked.buttons[0]?.key ?? '';
    const both = await Promise.all(
      ['WangFang', 'LiSi'].map((by, index) => fake().click(asked, yes, { by, id: `BOTH${index}=` })),
    );
    for (const answer of both) expect(answer.taskId).toBe(asked.taskId);
    expect((await read('指标')).match(/5[,，]?0[02]0/g)).not.toBeNull();
  });
});

describe('(16) (20) kinds without use', () => {
  it.each([
    { msgtype: 'location', location: {} },
    { msgtype: 'text' },
    { msgtype: 'text', text: { content: '   ' } },
    { msgtype: 'image', image: { url: 'https://x.myqcloud.com/1' } },
    { msgtype: 'event', event: { eventtype: 'disconnected_event' } },
    { msgtype: 'event', event: { eventtype: 'feedback_event', feedback_event: { id: 'f', type: 1 } } },
    { msgtype: 'event' },
    { msgtype: 'stream' },
  ])('%j is answered with an empty 200', async (more) => {
    const answer = await fake().deliver({ ...fake().envelope({}), ...more });
    expect([answer.status, answer.plain]).toEqual([200, null]);
  });

  it('nothing at all is answered with an empty 200', async () => {
    expect((await fake().deliver({})).status).toBe(200);
  });

  it('who opens the single chat is welcomed', async () => {
    const plain = {
      msgid: 'e1',
      aibotid: 'A',
      from: { corpid: 'c', userid: 'u' },
      msgtype: 'event',
      event: { eventtype: 'enter_chat' },
    };
    expect((await fake().deliver(plain)).text).toContain('导入');
  });
});

describe('(17) a long answer', () => {
  it('keeps the limit, cuts no character, and says how much is missing', async () => {
    const answer = await fake().say(Array.from({ length: 10 }, () => '帮助').join('\n'));
    expect(Buffer.byteLength(answer.text)).toBeLessThanOrEqual(20_480);
    expect(Buffer.byteLength(answer.text)).toBeGreaterThan(18_000);
    expect(answer.text).toMatch(/…其余\d+行未显示/u);
    expect(answer.text).not.toContain('\ufffd');
  });
});

describe('(18) pushes through the webhook', () => {
  const papers = async () => fake().api.pushed.filter(({ type }) => type === 'file');
  it('a paper asked for is announced in the answer and comes as a file', async () => {
    await imported();
    expect(await read('导出')).toContain('马上发到群里');
    await until(() => fake().api.pushed.some(({ type }) => type === 'file'));
    const [file] = await papers();
    expect(file?.file?.name).toMatch(/\.xlsx$/u);
    expect(file?.file?.bytes.subarray(0, 2).toString()).toBe('PK');
  }, 30_000);

  it.each([
    ['busy', { kind: 'code', code: -1 }],
    ['reset', { kind: 'reset' }],
    ['a proxy’s page', { kind: 'html', status: 502 }],
  ] as const)(
    '%s: it comes all the same, once',
    async (_, fault) => {
      await imported();
      fake().api.faults.push(fault);
      await fake().say('导出');
      await until(() => fake().api.pushed.some(({ type }) => type === 'file'));
      await wait(300);
      expect(await papers()).toHaveLength(1);
    },
    30_000,
  );

  it('a webhook that is gone is told with the next answer, and not called again and again', async () => {
    await imported();
    fake().api.keys.clear();
    await fake().say('导出');
    await wait(1_500);
    expect(fake().api.calls.length).toBeLessThan(4);
    const told = await read('本月');
    expect(told).toContain('失效');
    expect(told).toContain(GROUP);
  }, 30_000);
});

describe('(19) (21) (23) people’s text, ids and secrets', () => {
  it('a title with tags and signs does nothing', async () => {
    await fake().ask(
      '导入 2026\n某区总工会2026年工作要点\n1. 5月办<@all>**职工**<font>会</font>`x`。责任单位:宣教部。',
    );
    await fake().say('确认导入');
    const list = await read('5月');
    expect(list).toContain('＜@all＞');
    expect(list).not.toMatch(/<@|<font|\*\*职工|`x`/u);
  });

  it('chat ids that differ in case are different groups', async () => {
    await imported();
    expect((await fake().say('5月', { chat: GROUP.toLowerCase() })).text).not.toContain('走访');
  });

  it('no token, key, signature or address of a click reaches the log', async () => {
    await imported();
    fake().api.faults.push({ kind: 'html', status: 502 });
    await fake().ask('导入', {
      quote: { msgtype: 'file', file: { url: `${fake().api.base}/media/none?q-signature=cossecret` } },
    });
    fake().api.keys.clear();
    await fake().say('导出');
    await wait(1_500);
    const forged = fake().query('x');
    await fake().call('POST', forged, JSON.stringify({ encrypt: sealFor(fake().keys, '{}') }));
    const log = office.logged();
    expect(log.length).toBeGreaterThan(10);
    for (const secret of [
      fake().keys.token,
      fake().keys.encodingAesKey,
      'webhooksecret',
      'cossecret',
      'responsesecret',
    ]) {
      expect(log).not.toContain(secret);
    }
  }, 30_000);
});

describe('a group without a webhook', () => {
  beforeEach(async () => {
    await office.close();
    office = await openWecomOffice({ at: AT });
  });

  it('is told once how to get one, and again where a file is wanted', async () => {
    const first = await fake().say('帮助');
    expect(first.text).toContain('消息推送');
    expect(first.text).toContain(GROUP);
    expect((await fake().say('帮助')).text).not.toContain('还没有接通');
    await imported();
    expect(await read('导出')).toContain('还没有接通');
  });

  it('is sent what waited as soon as it has one and somebody speaks', async () => {
    await imported();
    office.setClock(instantAt('2026-05-18', '09:00'));
    await wait(6_000);
    saveWebhook(path.join(office.dataDir, 'wecom-webhooks'), GROUP, WEBHOOK);
    office.setClock(instantAt('2026-05-18', '09:01'));
    expect(await read('帮助')).not.toContain('第21周');
    await until(() => fake().api.pushed.some(({ text }) => text.includes('第21周')));
  }, 30_000);

  it('finds its digest as part of the next answer, once', async () => {
    await imported();
    office.setClock(instantAt('2026-05-18', '09:00'));
    await wait(6_000);
    const answer = await read('帮助');
    expect(answer).toContain('周报');
    expect(answer).toContain('第21周');
    expect(await read('帮助')).not.toContain('第21周');
  }, 30_000);
});
