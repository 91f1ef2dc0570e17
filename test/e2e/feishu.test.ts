import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { instantAt } from '../../src/calendar/date.ts';
import { type Office, openOffice, PLAN } from './feishu-office.ts';

const GROUP = 'oc_unionoffice';
const ELSEWHERE = 'oc_anothergroup';

let office: Office;

/** What the bot answers in the group, as people see it. */
const ask = async (text: string, options = {}) => (await office.fake.ask(text, { chat: GROUP, ...options })).text;
const sentTo = (chat: string) => office.fake.sentTo(chat).length;
/** Long enough for an answer that must not come. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 700));

describe('a day over Feishu', () => {
  beforeAll(async () => {
    office = await openOffice(instantAt('2026-05-12', '10:00'));
  });
  afterAll(() => office.close());

  it('previews a pasted plan, writes nothing before 确认导入, then lists its tasks', async () => {
    expect(await ask(PLAN)).toContain('6项任务');
    expect(await ask('全年')).not.toContain('书画展');
    const preview = office.fake.sentTo(GROUP)[0];
    const confirmed = await office.fake.click('确认导入', { chat: GROUP, messageId: preview?.messageId ?? '' });
    expect([confirmed.status, confirmed.clientError]).toEqual([200, 0]);
    await office.fake.waitFor((message) => message.text.includes('已导入'));
    expect(await ask('全年')).toContain('职工书画展');
  });

  it('lights: overdue, due soon and running are told apart, with a reason', async () => {
    expect(await ask('5')).toMatch(/🔴[\s\S]*逾期12天/u);
    expect(await ask('逾期')).toContain('书画展');
  });

  it('closes with an echo, and the same push four times changes once and answers once', async () => {
    const before = sentTo(GROUP);
    const pushes = await Promise.all(
      [1, 2, 3, 4].map(() => office.fake.push('完成 4 参加85人', { chat: GROUP, messageId: 'om_fourtimes' })),
    );
    expect(pushes.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const receipt = await office.fake.waitFor((message) => message.text.includes('参加85人'));
    expect(receipt.text).toContain('#4');
    expect(receipt.text).toContain('撤销');
    await aWhile();
    expect(sentTo(GROUP)).toBe(before + 1);
    expect(await ask('记录 4')).toContain('办结');
  });

  it('batches answer per number, and a bad one stops nothing', async () => {
    const said = await ask('完成 1 4 99');
    expect(said).toMatch(/#1[\s\S]*#4[\s\S]*#99|#1[\s\S]*99/u);
    expect(await ask('1')).toContain('✅');
    expect(await ask('撤销')).toContain('#1');
    expect(await ask('1')).not.toContain('✅');
  });

  it('takes figures, extensions, progress and additions, each with before and after', async () => {
    expect(await ask('上报 3 120')).toContain('120');
    expect(await ask('更正 3 100')).toMatch(/120[\s\S]*100/u);
    expect(await ask('延期 5 到6月底 因场地装修')).toMatch(/4月30日[\s\S]*6月30日 周二/u);
    expect(await ask('进展 5 场地已定')).toContain('场地已定');
    expect(await ask('新增 5月底前召开职代会 责任单位:办公室')).toMatch(/#7[\s\S]*5月31日/u);
    expect(await ask('统计')).toContain('宣教部');
    expect(await ask('找 书画')).toContain('#4');
  });

  it('hands out the 月报 as a paper', async () => {
    await office.fake.push('月报 4月 文档', { chat: GROUP });
    const { file } = await office.fake.waitFor((message) => message.type === 'file');
    expect(file?.name).toMatch(/2026年4月份工作总结及5月份工作安排\.docx$/u);
    expect(
      Buffer.from(file?.bytes ?? [])
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  });

  it('questions and wishes change nothing', async () => {
    for (const text of ['6能不能完成?', '别完成6', '如果6完成了就好了', '全部完成']) await ask(text);
    expect(await ask('6')).not.toContain('✅');
  });

  it('the digests are there on demand, in the literal words', async () => {
    expect(await ask('周报')).toMatch(/上周办结|本周应办/u);
    expect(await ask('月报 4月')).toMatch(/4月份工作总结[\s\S]*5月份工作安排/u);
  });

  it('a late click shows who did it, and changes nothing', async () => {
    const card = await office.fake.ask('1', { chat: GROUP });
    const value = card.buttons.find(({ label }) => /办结|完成/u.test(label))?.value ?? {};
    const press = (from: string) => office.fake.click(value, { chat: GROUP, messageId: card.messageId, from });
    const before = sentTo(GROUP);
    expect((await press('ou_lizhi')).toast?.content).toContain('#1');
    const late = await press('ou_other');
    expect([late.clientError, late.toast?.content]).toEqual([0, expect.stringMatching(/已.*办结/u)]);
    await vi.waitFor(() => expect(sentTo(GROUP)).toBe(before + 2), 3000);
    expect((await ask('记录 1')).match(/ 办结$/gmu)).toHaveLength(1);
  });

  it('another group sees nothing of this one', async () => {
    for (const text of ['全年', '4', '找 书画', '统计', '完成 4', '撤销', '记录 4']) {
      expect(await ask(text, { chat: ELSEWHERE })).not.toMatch(/书画展|会员/u);
    }
  });

  it('forged, stale and garbled pushes are turned away without effect', async () => {
    const before = sentTo(GROUP);
    const statuses = [];
    for (const variant of [
      'bad-signature',
      'no-signature',
      'stale',
      'wrong-token',
      'plaintext',
      'garbage',
      'huge',
    ] as const) {
      statuses.push((await office.fake.push('完成 6', { chat: GROUP, variant })).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 400, 413]);
    await aWhile();
    expect(sentTo(GROUP)).toBe(before);
  });

  it("people's text is shown as written", async () => {
    const hostile = '**粗** <at id=all></at> [点我](http://x) =cmd() @all';
    expect(await ask(`新增 6月30日前${hostile}`)).toContain('<at id=all></at>');
    const answer = await office.fake.ask('8', { chat: GROUP });
    expect(answer.text).toContain(hostile);
    const marked = JSON.stringify(answer.content, (key, value) =>
      key === 'summary' || value?.tag === 'plain_text' ? null : value,
    );
    expect(marked).not.toContain('<at');
  });

  it('a change acknowledged just before kill -9 is there after a restart, and its answer comes', async () => {
    office.fake.fault({ kind: 'hang' }, { times: 50, path: '/im/v1/messages' });
    const push = await office.fake.push('完成 6 已全部更新', { chat: GROUP });
    expect(push.status).toBe(200);
    await office.end('SIGKILL');
    office.fake.heal();
    await office.start();
    const answer = await office.fake.waitFor((message) => message.text.includes('已全部更新'));
    expect(answer.text).toContain('#6');
    expect(await ask('6')).toContain('✅');
  });

  it('no secret was written to the log, and SIGTERM ends it with 0', async () => {
    office.fake.fault({ kind: 'http-500' }, { times: 2 });
    await ask('本月');
    expect(await office.end('SIGTERM')).toBe(0);
    const { appSecret, encryptKey, verificationToken } = office.fake.app;
    for (const secret of [appSecret, encryptKey, verificationToken, 'Bearer t-']) {
      expect(office.output()).not.toContain(secret);
    }
  });

  it('Monday 09:00: one 周报, once, also after a restart; late it says 补发', async () => {
    office.fake.clear();
    await office.start(instantAt('2026-05-18', '08:59') + 55_000);
    const digest = await office.fake.waitFor((message) => message.text.includes('本周应办'), 20_000);
    expect(digest.text).toContain('逾期');
    expect(digest.text).not.toContain('补发');
    await office.end('SIGTERM');
    await office.start();
    await aWhile();
    expect(office.fake.sentTo(GROUP).filter((message) => message.text.includes('本周应办'))).toHaveLength(1);
    await office.end('SIGTERM');
    await office.start(instantAt('2026-05-26', '15:00'));
    const late = await office.fake.waitFor((message) => message.text.includes('补发'), 20_000);
    expect(late.text).toContain('数据截至');
  }, 60_000);
});
