import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { saySetting } from '../../src/chat/reading/settings/read-setting.ts';
import { readReminders } from '../../src/chat/reading/settings/reminders.ts';
import type { ReminderSettings } from '../../src/workspace/settings.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { aCheckedLedger } from '../builders/checking.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

/** What sentences of one person do to the ledger, and the last answer. */
const said = async (
  texts: string | string[],
  { by = 'u1', ledger = aLedger() } = {},
): Promise<{ effect: string[]; answer: string }> => {
  await chat.reset(ledger);
  let answer = '';
  for (const text of [texts].flat()) answer = await chat.say(text, { by });
  return { effect: effectOf(ledger, await chat.workspace()), answer };
};

describe('rights are set', () => {
  it.each<[string, string[]]>([
    ['设置 办结 责任人', ['rights.close owners']],
    ['设置 办结 负责人', ['rights.close owners']],
    ['设置办结为管理员', ['rights.close administrators']],
    ['办结权限改成责任人', ['rights.close owners']],
    ['把办结权限设为管理员', ['rights.close administrators']],
    ['請設置辦結權限為管理員', ['rights.close administrators']],
    ['设置 办结 只有管理员', ['rights.close administrators']],
    ['设置:办结,管理员', ['rights.close administrators']],
    ['设置　办结　管理员吧', ['rights.close administrators']],
    ['设置 导入 责任人', ['rights.import owners']],
    ['设置导入管理员谢谢', ['rights.import administrators']],
    ['設置 匯入 管理員', ['rights.import administrators']],
    ['设置 设置 所有人', ['rights.settings everyone']],
    ['设置 设置 大家', ['rights.settings everyone']],
    ['设置权限改成责任人', ['rights.settings owners']],
    ['设置 办结 需核实', ['checks true']],
    ['设置 办结 要核实', ['checks true']],
    ['设置 办结 一律要核实', ['checks true']],
    ['设置 办结 管理员核实', ['checks true']],
    ['设置 办结 需要管理员核实', ['checks true']],
    ['办结要核实', ['checks true']],
    ['設置 辦結 需覈實', ['checks true']],
    ['开启核实', ['checks true']],
    ['设置 办结 责任人,需核实', ['rights.close owners', 'checks true']],
    ['设置 临期 3天', ['soonDays 3']],
    ['设置临期三天', ['soonDays 3']],
    ['设置 临期 提前５天', ['soonDays 5']],
    ['临期改成两周', ['soonDays 14']],
    ['设置 灯 3天', ['soonDays 3']],
    ['设置 落后 15个百分点', ['behindPoints 15']],
    ['设置 落后 15%', ['behindPoints 15']],
    ['设置 序时 20', ['behindPoints 20']],
    ['设置 灯 临期3天 落后15个百分点', ['soonDays 3', 'behindPoints 15']],
  ])('%s', async (text, expected) => {
    const { effect, answer } = await said(text);
    expect(effect).toEqual(expected);
    expect(answer).toContain('→');
    expect(answer).toContain('发"撤销"可撤回');
  });

  it.each([
    '设置 办结 不需核实',
    '设置 办结 不用核实',
    '办结不用核实',
    '办结无需核实',
    '关闭核实',
  ])('%s', async (text) => {
    expect((await said(text, { ledger: aCheckedLedger() })).effect).toEqual(['checks false']);
  });

  it('tells what becomes of closings', async () => {
    expect((await said('设置 办结 需核实')).answer).toContain('以后办结的由管理员销号:周敏');
    expect((await said('设置 办结 不需核实', { ledger: aCheckedLedger() })).answer).toContain(
      '原来待销号的5项直接算办结',
    );
    expect((await said('设置 办结 不需核实', { ledger: aCheckedLedger() })).answer).not.toContain('放假');
  });

  it.each(['设置 办结 管理员', '设置 办结 需核实', '设置 临期 3天'])('%s is taken back by 撤销', async (text) => {
    const { effect, answer } = await said([text, '撤销']);
    expect(effect).toEqual([]);
    expect(answer).toContain('已撤销');
  });

  it.each<[string, string]>([
    ['只有管理员能办结', 'rights.close administrators'],
    ['所有人都可以导入', 'rights.import everyone'],
    ['能不能把办结权限设为管理员?', 'rights.close administrators'],
    ['能不能设置办结要核实', 'checks true'],
    ['办结要核实吗', 'checks true'],
  ])('%s is asked about first', async (text, expected) => {
    expect((await said(text)).effect).toEqual([]);
    const set = (await said([text, '是'])).effect;
    // What is so already stays so: 所有人 may import anyway.
    expect(set).toEqual(expected === 'rights.import everyone' ? [] : [expected]);
  });
});

describe('设置 提醒', () => {
  it.each<[string, string[]]>([
    ['设置 提醒 关', ['reminders.on false']],
    ['关闭提醒', ['reminders.on false']],
    ['提醒关', ['reminders.on false']],
    ['设置提醒提前5天', ['reminders.aheadDays 5']],
    ['设置 提醒 提前一周', ['reminders.aheadDays 7']],
    ['设置 提醒 提前0天', ['reminders.aheadDays 0']],
    ['设置 提醒 不提前', ['reminders.aheadDays 0']],
    ['提醒改为提前5天', ['reminders.aheadDays 5']],
    ['设置 提醒 当天 关', ['reminders.onTheDay false']],
    ['设置 提醒 逾期每周 关', ['reminders.weekly false']],
    ['设置 逾期提醒 关', ['reminders.weekly false']],
    ['设置 提醒 时间 14:30', ['reminders.time 14:30']],
    ['设置 提醒 下午2点半', ['reminders.time 14:30']],
    ['设置 提醒 8:30', ['reminders.time 08:30']],
    ['设置 提醒 18:00', ['reminders.time 18:00']],
    ['设置 提醒 私聊 关', ['reminders.inPrivate false']],
    ['设置 提醒 点名 开', ['reminders.byName true']],
    ['打开提醒点名', ['reminders.byName true']],
    ['设置 提醒 升级 开', ['reminders.escalateAfter 5']],
    ['设置 提醒 升级 开 8个工作日', ['reminders.escalateAfter 8']],
    ['设置 提醒 升级 3个工作日', ['reminders.escalateAfter 3']],
    ['设置 提醒 提前5天,当天关,点名开', ['reminders.aheadDays 5', 'reminders.onTheDay false', 'reminders.byName true']],
  ])('%s', async (text, expected) => {
    const { effect, answer } = await said(text);
    expect(effect).toEqual(expected);
    expect(answer).toContain('发"撤销"可撤回');
    expect((await said([text, '撤销'])).effect).toEqual([]);
  });

  it('a question sets nothing', async () => {
    expect((await said('能不能设置提醒提前5天?')).effect).toEqual([]);
  });

  it.each<Partial<ReminderSettings>>([
    { on: false },
    { on: true },
    { on: true, aheadDays: 5 },
    { on: true, time: '14:30' },
    { aheadDays: 0, onTheDay: false, weekly: true, inPrivate: false, byName: true },
    { escalateAfter: null },
    { escalateAfter: 7 },
  ])('%j is offered in words that mean the same', (reminders) => {
    expect(readReminders(saySetting({ reminders }))?.patch).toEqual({ reminders });
  });

  it('is for administrators', async () => {
    const { effect, answer } = await said('设置 提醒 关', { by: 'u2' });
    expect(effect).toEqual([]);
    expect(answer).toContain('能办这件事的是:周敏');
  });
});

describe('what sets nothing', () => {
  it.each([
    ['设置提醒', '提醒:工作日 09:00,提前3天、当天、逾期每周'],
    ['设置 提醒', '提醒点名:关'],
    ['设置 提醒 提前3天', '本来就是这样'],
    ['设置 提醒 提前31天', '提前0到30天'],
    ['设置 提醒 时间 8:29', '时间8:30到18:00'],
    ['设置 提醒 18:01', '时间8:30到18:00'],
    ['设置 提醒 升级 61个工作日', '升级1到60个工作日'],
    ['设置 提醒 大声点', '设置 提醒 提前3天'],
    ['设置 临期 100天', '临期在0到60天之间'],
    ['设置 临期 很早', '设置 临期 5天'],
    ['设置 办结 随便', '设置 办结 需核实'],
    ['设置 办结 所有人', '本来就是这样'],
    ['设置 办结', '办结权限:所有人'],
    ['修改设置', '办结权限:所有人'],
    ['季报设置', '季报:每季度首个工作日 09:00'],
    ['查看设置 年终总结', '年终总结:每年首个工作日 09:00'],
    ['设置 季报 很早', '设置 季报 5日 9:00'],
    ['设置 年终总结 32日', '设置 年终总结 10日 9:00'],
    ['办结权限', '办结权限:所有人'],
    ['谁能办结?', '办结权限:所有人'],
    ['谁可以导入计划', '导入权限:所有人'],
    ['设置', '设置 办结 责任人'],
  ])('%s → %s', async (text, told) => {
    const { effect, answer } = await said(text);
    expect(effect).toEqual([]);
    expect(answer).toContain(told);
  });

  it.each([
    ...['提醒他完成12', '完成 管理员', '管理员办结', '办结 责任人', '由责任人完成', '责任人完成', '导入的计划要核实'],
    ...[
      '完成要核实',
      '核实',
      '需核实',
      '临期 3天',
      '临期3天的任务',
      '灯',
      '落后的有哪些',
      '设置一个奖项',
      '设置12完成',
      '把12办结改为管理员',
      '修改导入的计划',
    ],
    ...['不要设置办结需核实', '如果设置办结为管理员', '应该设置 办结 管理员'],
  ])('%s', async (text) => {
    expect((await said(text)).effect).toEqual([]);
  });
});

describe('管理员', () => {
  const li = { id: 'u7', name: '李四' };
  const saying = async (text: string, by = 'u1', mentions = [li], ledger = aLedger()) => {
    await chat.reset(ledger);
    const answer = await chat.say(text, { by, mentions });
    return { effect: effectOf(ledger, await chat.workspace()), answer };
  };

  it.each([
    ...['设置 管理员 @李四', '设置管理员@李四', '设置 管理员 添加 @李四', '添加管理员 @李四', '新增一位管理员 @李四'],
    ...[
      '管理员加上@李四',
      '把@李四设为管理员',
      '将 @李四 任命为管理员',
      '設置 管理員 @李四',
      '请设置管理员为@李四,谢谢',
    ],
  ])('%s adds', async (text) => {
    const { effect, answer } = await saying(text);
    expect(effect).toEqual(['administrators u1 u7']);
    expect(answer).toContain('管理员 周敏 → 周敏、李四');
  });

  it.each([
    ...[
      '取消管理员 小李',
      '设置 管理员 移除 小李',
      '管理员 移除 李芳',
      '取消李芳的管理员',
      '把小李的管理员取消',
      '移除管理员小李',
    ],
    ...['撤销管理员 小李', '取消管理員 小李', '删除管理员:小李'],
  ])('%s removes', async (text) => {
    const { effect, answer } = await saying(text, 'u1', [], aLedger({ administrators: ['u1', 'u2'] }));
    expect(effect).toEqual(['administrators u1']);
    expect(answer).toContain('管理员 周敏、李芳 → 周敏');
  });

  it('adds several at once, and tells whom it does not know', async () => {
    const { effect, answer } = await saying('设置 管理员 @李四、小李、赵六');
    expect(effect).toEqual(['administrators u1 u7 u2']);
    expect(answer).toContain('不知道“赵六”是群里的哪一位');
  });

  it.each([
    ['取消管理员 周敏', '最后一位管理员'],
    ['取消管理员 访客', '访客不是管理员'],
    ['设置 管理员 周敏', '周敏已经是管理员'],
    ['设置 管理员 赵六', '不知道“赵六”是群里的哪一位'],
    ['添加管理员 赵六', '不知道“赵六”是群里的哪一位'],
    ['取消管理员', '请说明是谁'],
    ['管理员', '本群的管理员:周敏'],
    ['设置 管理员', '本群的管理员:周敏'],
    ['谁是管理员?', '本群的管理员:周敏'],
    ['谁能销号?', '本群的管理员:周敏'],
    ['查看管理员名单', '本群的管理员:周敏'],
    ['让小李当管理员', '要把李芳加为管理员吗'],
    ['能不能把小李设为管理员', '要把李芳加为管理员吗'],
    ['设置 管理员 小李吗', '要把李芳加为管理员吗'],
  ])('%s → %s', async (text, told) => {
    const { effect, answer } = await saying(text, 'u1', []);
    expect(effect).toEqual([]);
    expect(answer).toContain(told);
  });

  it('whose name two people have is offered by id', async () => {
    const ledger = aLedger();
    ledger.members.push({ id: 'u8', name: '王五', bound: [] }, { id: 'u9', name: '王五', bound: [] });
    await chat.reset(ledger);
    expect(await chat.say('设置 管理员 王五')).toContain('不知道“王五”是群里的哪一位');
    await chat.say('能不能把@王五设为管理员', { mentions: [{ id: 'u9', name: '王五' }] });
    await chat.say('是');
    expect(effectOf(ledger, await chat.workspace())).toEqual(['administrators u1 u9']);
  });

  it('新增管理员培训 is a task', async () => {
    expect((await saying('新增管理员培训')).effect).toEqual(['新增 19:管理员培训']);
  });

  it.each([
    '管理员培训',
    '取消管理员培训',
    '管理员要参加培训',
    '李芳不是管理员',
    '我是管理员',
    '通知管理员',
  ])('%s changes none', async (text) => {
    expect((await saying(text)).effect).toEqual([]);
  });

  it('shows the group’s owner, who may set and grant', async () => {
    const ledger = aCheckedLedger({ owner: 'u3' });
    expect((await saying('管理员', 'u1', [], ledger)).answer).toContain('周敏、访客(群主)');
    expect((await saying('取消管理员 访客', 'u1', [], ledger)).answer).toContain('访客是群主');
    expect((await saying('设置 临期 3天', 'u3', [], ledger)).effect).toEqual(['soonDays 3']);
    expect((await saying('销号 12', 'u3', [], ledger)).effect).toEqual(['销号 12']);
  });
});
