import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat, replyText } from '../builders/chat.ts';
import { aCheckedLedger, CHECKING } from '../builders/checking.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

const said = async (texts: string | string[], { by = 'u1', ledger = aCheckedLedger() } = {}) => {
  await chat.reset(ledger);
  let answer = '';
  for (const text of [texts].flat()) answer = await chat.say(text, { by });
  const after = await chat.workspace();
  return { effect: effectOf(ledger, after), answer, history: after.history };
};

const granted = (...numbers: number[]) => numbers.map((number) => `销号 ${number}`);

describe('sentences that grant', () => {
  it.each<[string, string[]]>([
    ['销号 12', granted(12)],
    ['销号12', granted(12)],
    ['销号１２。', granted(12)],
    ['銷號 12', granted(12)],
    ['12销号', granted(12)],
    ['12销号了', granted(12)],
    ['第十二项销号', granted(12)],
    ['把12销号', granted(12)],
    ['麻烦销号12,谢谢', granted(12)],
    ['同意销号 12', granted(12)],
    ['准予销号12', granted(12)],
    ['核实 12', granted(12)],
    ['核实12', granted(12)],
    ['核實 12', granted(12)],
    ['12已核实', granted(12)],
    ['12核实通过', granted(12)],
    ['12通过', granted(12)],
    ['12同意', granted(12)],
    ['12、13核实无误', granted(12, 13)],
    ['销号12、13', granted(12, 13)],
    ['销号 12-13', granted(12, 13)],
    ['销号 99、12、11', granted(12)],
    ['销号 女职工普法讲座', granted(12)],
    ['女职工普法讲座销号', granted(12)],
    ['销号 2 一季度', ['销号 2/2026-Q1']],
    ['销号 2', ['销号 2/2026-Q1']],
    ['2一季度销号', ['销号 2/2026-Q1']],
    ['核实 2 一季度', ['销号 2/2026-Q1']],
    ['2一季度已核实', ['销号 2/2026-Q1']],
    ['销号 3 3月、4月', ['销号 3/2026-04', '销号 3/2026-03']],
    ['销号 3 2026-04', ['销号 3/2026-04']],
    ['销号 12 材料齐全', [...granted(12), '进展 12:销号:材料齐全']],
    ['12通过,材料齐全', [...granted(12), '进展 12:销号:材料齐全']],
  ])('%s', async (text, expected) => {
    expect((await said(text)).effect).toEqual(expected);
  });

  it('answer with before → after, and are taken back by 撤销', async () => {
    const { answer } = await said('销号 12');
    expect(answer).toContain('销号 #12《女职工普法讲座》:待销号 → ✅ 已销号(李芳 5月11日 10:00办结)');
    expect((await said(['销号 12、13', '撤销'])).effect).toEqual([]);
  });

  it('stand in 记录', async () => {
    expect((await said(['销号 2 一季度', '记录 2'])).answer).toContain('周敏 销号 一季度');
  });

  it.each([
    ['销号 11', '还没有办结,没有可销号的'],
    ['销号 16', '已经销号(周敏 5月11日 15:00)'],
    ['销号 17', '办结时还不需核实'],
    ['销号 14', '已取消'],
    ['销号 3', '要销号哪一期'],
    ['销号 3 1-3月', '请写明哪一期'],
    ['销号', '请带上编号'],
    ['销号 全部', '#13'],
    ['全部销号', '#13'],
    ['销号 12 走访慰问困难职工', '编号和标题对不上'],
    ['销号 12 60%', '要销号 #12'],
    ['核实 12 户家庭情况', '要销号 #12'],
    ['12通过验收', '要销号 #12'],
    ['12能销号吗', '要销号 #12'],
    ['12销号了吗', '要销号 #12'],
    ['不要销号12', '要销号 #12'],
    ['12没通过', '要销号 #12'],
    ['如果12销号', '要销号 #12'],
    ['12应销号', '要销号 #12'],
    ['消号 12', '要销号 #12'],
    ['申请销号 12', '待销号'],
    ['12申请销号', '待销号'],
  ])('%s → %s', async (text, told) => {
    const { effect, answer } = await said(text);
    expect(effect).toEqual([]);
    expect(answer).toContain(told);
  });

  it.each([
    ...['核实女职工普法讲座', '核实困难职工情况', '核实12人身份', '通过', '同意', '核实', '建立销号台账', '销号情况'],
    ...[
      '同意12延期到6月底',
      '会议通过12',
      '12情况核实',
      '取消销号 12',
      '撤销销号 12',
      '销号材料12份',
      '12经领导同意',
      '12要核实',
      '待核实12',
      '李四销假',
      '12的核实情况',
      '通过12个月努力',
      '三八节通过',
      '编号 12',
      '一致通过',
      '通过验收',
    ],
    ...['13走访通过', '12会议通过', '完成 12,销号', '进展 11 已核实', '进展 11 12通过', '12等待核实'],
  ])('%s grants nothing', async (text) => {
    const { history } = await said(text);
    expect(history.filter(({ verb }) => verb === 'verify')).toEqual([]);
  });

  it.each([
    '销号 12',
    '核实 12',
    '12通过',
    '12能销号吗',
  ])('%s, where closings are not checked, says so', async (text) => {
    const { effect, answer } = await said(text, { ledger: aLedger() });
    expect(effect).toEqual([]);
    expect(answer).toContain('本群办结不需核实');
  });

  it('12通过验收 is no grant where closings are not checked', async () => {
    expect((await said('12通过验收', { ledger: aLedger() })).answer).toContain('进展 12 通过验收');
  });
});

describe('sentences that send back', () => {
  it.each<[string, string[]]>([
    ['退回 12 缺签到表', ['重开 12', '进展 12:退回:缺签到表']],
    ['12退回,缺签到表', ['重开 12', '进展 12:退回:缺签到表']],
    ['退回 2 一季度', ['重开 2/2026-Q1']],
    ['退回 16 重做', ['重开 16', '进展 16:重开:重做']],
  ])('%s', async (text, expected) => {
    expect((await said(text)).effect).toEqual(expected);
  });

  it('say what was sent back, and who did so the second time', async () => {
    expect((await said('退回 12')).answer).toContain('退回 #12《女职工普法讲座》:✅ 已办结,待销号 → 未办结');
    expect((await said(['退回 12', '退回 12'])).answer).toContain('还没有办结(周敏 5月12日 10:00重开)');
  });
});

describe('what waits is shown', () => {
  it('in the receipt of 完成, with who may grant it', async () => {
    const { answer } = await said('完成 11 已召开', { by: 'u2' });
    expect(answer).toContain('未办结 → ✅ 已办结,待销号');
    expect(answer).toContain('由管理员销号或退回:周敏');
    expect(answer).toContain('销号 11 | 退回 11');
  });

  it('not in that of an administrator, whose closing is granted with it', async () => {
    expect((await said('完成 11')).answer).not.toContain('待销号');
    expect((await said(['完成 11', '销号 11'])).answer).toContain('已经销号(周敏');
  });

  it('when 完成 is said again', async () => {
    expect((await said('完成 12')).answer).toContain('在等管理员销号:发“销号 12”或“退回 12 原因”');
    expect((await said('完成 16')).answer).toContain('要再打开发“重开 16”');
  });

  it.each(['待销号', '待核实', '等待核实', '待销號的任务', '还有哪些待销号'])('%s lists it', async (text) => {
    const { answer } = await said(text);
    expect(answer).toContain('共4项');
    expect(answer).toContain('✅ #12 女职工普法讲座');
    expect(answer).toContain('销号 2 2026-Q1');
  });

  it.each([
    ['本月 待销号', '共2项'],
    ['权益保障部 待销号', '共2项'],
    ['统计', '待销号:5项'],
    ['统计 权益保障部', '待销号:3项'],
    ['12', '5月11日 10:00 李芳办结,待销号'],
    ['12', '销号 12 | 退回 12'],
    ['16', '销号:周敏 5月11日 15:00'],
    ['3', '待销号:3月、4月'],
  ])('%s tells: %s', async (text, told) => {
    expect((await said(text)).answer).toContain(told);
  });

  it('counts in digests as closed, as ever', async () => {
    const checked = await said('周报');
    const free = await said('周报', { ledger: aCheckedLedger({ settings: aLedger().settings }) });
    expect(checked.answer).toBe(free.answer);
  });

  it('does not wait any more where closings are not checked', async () => {
    const ledger = aCheckedLedger({ settings: aLedger().settings });
    expect((await said('12', { ledger })).answer).not.toContain('销号');
    expect((await said('统计', { ledger })).answer).not.toContain('待销号');
    expect((await said('待销号', { ledger })).answer).toContain('没有“待销号”的任务');
  });
});

describe('authority is asked on the command and on the click', () => {
  const owners = { ...CHECKING, rights: { close: 'owners', import: 'administrators', settings: 'owners' } } as const;
  const PLAN = '导入 2026\n一、组织建设\n1. 4月召开联席会议。责任单位:办公室';

  it.each([
    ['销号 12', '周敏'],
    ['退回 12', '周敏'],
    ['重开 12', '周敏'],
    ['完成 11', '周敏、王明'],
    ['重开 16', '周敏、组织部'],
    ['设置 办结 所有人', '周敏、各项任务的责任人'],
    ['设置 临期 3天', '周敏、各项任务的责任人'],
    ['设置 周报 关', '周敏、各项任务的责任人'],
    ['设置 管理员 访客', '周敏'],
    ['取消管理员 周敏', '周敏'],
    [PLAN, '周敏'],
  ])('%s by somebody who may not: %s', async (text, may) => {
    const ledger = aCheckedLedger({ settings: owners });
    const refusal = `没有改动,能办这件事的是:${may}`;
    const spoken = await said(text, { by: 'u3', ledger });
    expect([spoken.answer, spoken.effect, spoken.history]).toEqual([refusal, [], []]);
    await chat.reset(ledger);
    const pressed = await chat.press(text, '查看 12', 'u3');
    expect(replyText(pressed.reply)).toBe(refusal);
    expect(pressed.toast).toBe(refusal);
    expect(effectOf(ledger, await chat.workspace())).toEqual([]);
  });

  it('an import previewed by one who may is not confirmed by one who may not', async () => {
    await chat.reset(aCheckedLedger({ settings: owners }));
    const preview = await chat.receive(chat.message(PLAN));
    const confirm = /确认导入 \S+/.exec(replyText(preview.reply))?.[0] ?? '';
    const pressed = await chat.press(confirm, '', 'u3');
    expect(pressed.toast).toContain('能办这件事的是:周敏');
    expect((await chat.workspace()).tasks).toHaveLength(18);
  });

  it('a right taken away since the card was drawn is gone', async () => {
    await chat.reset(aCheckedLedger({ administrators: ['u1', 'u2'] }));
    const card = await chat.say('12', { by: 'u2' });
    expect(card).toContain('销号 12');
    await chat.say('取消管理员 小李');
    expect((await chat.press('销号 12', '查看 12', 'u2')).toast).toBe('没有改动,能办这件事的是:周敏');
    expect((await chat.press('销号 12', '查看 12', 'u1')).toast).toContain('已销号');
    expect((await chat.press('销号 12', '查看 12', 'u1')).toast).toContain('已经销号(周敏 5月12日 10:00)');
    expect((await chat.press('退回 12', '查看 12', 'u1')).toast).toContain('重开 #12');
  });

  it('before there is an administrator a refusal tells how one comes about', async () => {
    expect((await said('销号 12', { ledger: aCheckedLedger({ administrators: [] }) })).answer).toContain(
      '首位导入计划的人就是',
    );
  });
});
