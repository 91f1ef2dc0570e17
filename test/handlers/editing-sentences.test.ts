import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';
import { aTask } from '../builders/task.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

const said = async (texts: string[], ledger: Workspace = aLedger()) => {
  await chat.reset(ledger);
  let answer = '';
  for (const text of texts) answer = await chat.say(text);
  const after = await chat.workspace();
  return { effect: effectOf(ledger, after), answer, after };
};

describe('sentences that change a 时限', () => {
  it.each<[string, string]>([
    ['修改 12 时限 5-6月', 'schedule 12 2026-05-01/2026-06-30/'],
    ['修改12时限:6月底前', 'schedule 12 /2026-06-30/'],
    ['修改 １２ 時限 六月底前', 'schedule 12 /2026-06-30/'],
    ['修改第十二项的时限为6月底', 'schedule 12 /2026-06-30/'],
    ['修改时限 12 6月底', 'schedule 12 /2026-06-30/'],
    ['把12的时限改成6月底', 'schedule 12 /2026-06-30/'],
    ['请把12的时限改为6月底吧,谢谢', 'schedule 12 /2026-06-30/'],
    ['12时限改为6月底前', 'schedule 12 /2026-06-30/'],
    ['把12的时限从5月改到6月底', 'schedule 12 /2026-06-30/'],
    ['12时限提前到5月20日', 'schedule 12 2026-05-20/2026-05-20/'],
    ['12调整时限为6月底', 'schedule 12 /2026-06-30/'],
    ['调整 12 完成时间 到6月底', 'schedule 12 /2026-06-30/'],
    ['改12的时限为6月底', 'schedule 12 /2026-06-30/'],
    ['职代会的时限改为7月底', 'schedule 11 /2026-07-31/'],
    ['修改职代会的时限为7月底', 'schedule 11 /2026-07-31/'],
    ['修改 12 时限 每季度', 'schedule 12 //quarterly'],
    ['修改 12 时限 无', 'schedule 12 //'],
    ['修改 3 时限 每季度', 'schedule 3 //quarterly'],
  ])('%s', async (text, expected) => {
    expect((await said([text])).effect).toEqual([expected]);
  });

  it('a batch answers per number', async () => {
    const { effect, answer } = await said(['修改 12、14、99 时限 6月底']);
    expect(effect).toEqual(['schedule 12 /2026-06-30/']);
    expect(answer).toMatch(/恢复 14[\s\S]*没有 #99/);
  });

  it('a reason stays as a line of progress', async () => {
    expect((await said(['修改 12 时限 6月底 因场地装修'])).effect).toEqual([
      '进展 12:修改时限:场地装修',
      'schedule 12 /2026-06-30/',
    ]);
  });

  it('the deadline is what was asked for, whatever it was extended to, and 撤销 restores both', async () => {
    const { answer, effect } = await said(['延期 12 到7月底', '修改 12 时限 6月底']);
    expect(answer).toContain('5月1日—5月31日(延到7月31日 周五) → 6月30日 周二前,延期1次不再算,现在截止6月30日 周二');
    expect(effect).toEqual(['schedule 12 /2026-06-30/']);
    expect((await said(['延期 12 到7月底', '修改 12 时限 6月底', '撤销'])).effect).toEqual(['延期 12 2026-07-31']);
  });
});

describe('sentences that change what a task says', () => {
  it.each<[string, string]>([
    ['修改 12 标题 女职工普法讲座两场', 'title 12 "女职工普法讲座两场"'],
    ['修改12标题为女职工讲座', 'title 12 "女职工讲座"'],
    ['修改 12 标题 为职工办实事', 'title 12 "为职工办实事"'],
    ['修改 12 标题 改造職工之家', 'title 12 "改造職工之家"'],
    ['把12的标题改为“女职工讲座”', 'title 12 "女职工讲座"'],
    ['修改 12 标题 服务越来越好', 'title 12 "服务越来越好"'],
    ['修改 12 标题 =cmd|calc', 'title 12 "=cmd|calc"'],
    ['修改 12 标题 <at id=all></at>', 'title 12 "<at id=all></at>"'],
    ['修改 12 内容 5月:举办讲座。责任单位:办公室', 'text 12 "5月:举办讲座。责任单位:办公室"'],
    ['修改 12 责任人 李芳', 'owners 12 李芳'],
    ['变更12责任人为李芳', 'owners 12 李芳'],
    ['修改 12 责任人 无', 'owners 12 '],
    ['修改 12 责任单位 办公室、组织部', 'units 12 办公室、组织部'],
    ['修改 12 责任领导 王明', 'leaders 12 王明'],
    ['修改 12 配合单位 组织部', 'supportingUnits 12 组织部'],
  ])('%s', async (text, expected) => {
    expect((await said([text])).effect).toEqual([expected]);
  });

  it.each<[string, string[]]>([
    ['修改 1 部分 第二部分', ['二、权益保障']],
    ['修改 1 部分 权益', ['二、权益保障']],
    ['修改 1 部分 无', []],
  ])('%s', async (text, section) => {
    const tasks = [
      aTask({ number: 1, section: ['一、宣传教育'] }),
      aTask({ number: 2, title: '来信来访', section: ['二、权益保障'] }),
    ];
    const { after } = await said([text], aLedger({ tasks }));
    expect(after.tasks[0]?.section).toEqual(section);
  });
});

describe('sentences that change a target', () => {
  const target = async (texts: string[], number: number, place: number) => {
    const { after } = await said(texts);
    const found = after.tasks[number - 1]?.targets[place];
    return found && `${found.id} ${found.name} ${found.op}${found.value}${found.unit} ${found.kind}`;
  };

  it.each<[string[], number, number, string]>([
    [['修改 7 指标 会员 新增600人'], 7, 0, 't1 会员 >=600人 increase'],
    [['修改 7 指标 600'], 7, 0, 't1 会员 >=600人 increase'],
    [['7的指标改为600人'], 7, 0, 't1 会员 >=600人 increase'],
    [['修改 7 指标 约600人'], 7, 0, 't1 会员 approx600人 increase'],
    [['修改 7 指标 0.06万人'], 7, 0, 't1 会员 >=600人 increase'],
    [['修改 9 指标 书屋 8家'], 9, 1, 't2 书屋 >=8家 increase'],
    [['修改 9 指标 8', '书屋'], 9, 1, 't2 书屋 >=8家 increase'],
    [['上报 7 100', '修改 7 指标 600'], 7, 0, 't1 会员 >=600人 increase'],
    [['修改 12 指标 讲座 3场', '是'], 12, 0, 't1 讲座 =3场 increase'],
    [['修改 7 指标 企业 30家', '1'], 7, 1, 't2 企业 =30家 null'],
  ])('%s', async (texts, number, place, expected) => {
    expect(await target(texts, number, place)).toBe(expected);
  });

  it('keeps the reports', async () => {
    expect((await said(['上报 7 100', '修改 7 指标 600'])).after.tasks[6]?.reports).toHaveLength(1);
  });
});

describe('what is asked about, and answered', () => {
  it.each<[string[], string[]]>([
    [['修改 12 时限 3月', '是'], ['schedule 12 2026-03-01/2026-03-31/']],
    [['修改 12 时限 3月', '否'], []],
    [['修改 12 时限 10号', '是'], ['schedule 12 /2026-06-10/']],
    [['修改 12 6月底', '是'], ['schedule 12 /2026-06-30/']],
    [['12改到6月底', '是'], ['schedule 12 /2026-06-30/']],
    [['12的时限能不能改成6月底', '是'], ['schedule 12 /2026-06-30/']],
    [['把12的时限改成6月底可以吗', '否'], []],
    [['修改 12 责任人 张三', '是'], ['owners 12 张三']],
    [['修改 培训班 标题 新班', '17'], ['title 17 "新班"']],
    [['修改 12 部分 新的部分', '是'], ['section 12 新的部分']],
    [['修改 12 标题 新标题', '撤销'], []],
    [['修改 12 标题 A\n修改 12 时限 6月底'], ['title 12 "A"', 'schedule 12 /2026-06-30/']],
  ])('%s', async (texts, expected) => {
    expect((await said(texts)).effect).toEqual(expected);
  });
});

describe('what changes nothing', () => {
  it.each<[string[], string]>([
    [['修改'], '要改哪一项的哪一样'],
    [['修改 12'], '哪一样'],
    [['修改 12 颜色 红'], '哪一样'],
    [['修改12的时限'], '时限改成什么'],
    [['修改 12 标题'], '标题改成什么'],
    [['修改 培训班 标题'], '标题改成什么'],
    [['修改 12 时限 尽快'], '没看出是什么时间'],
    [['12时间改为线上'], '没看出是什么时间'],
    [['修改 12 时限 2月30日'], '没有“2月30日”'],
    [['修改 12 时限 13月'], '没有“13月”'],
    [['修改 12 时限 5月'], '本来就是5月1日—5月31日'],
    [['修改 12 时限 6月底 责任人 李芳'], '一样一句'],
    [['修改 12 标题 新标题,时限 6月'], '一样一句'],
    [['修改 12、13 标题 A'], '一次只能改一项'],
    [['修改 7 指标 很多'], '没看出是什么指标'],
    [['修改 7 指标 0'], '没看出是什么指标'],
    [['修改 7 指标 会员 500人'], '本来就是会员 新增≥500人'],
    [['修改 9 指标 8'], '是哪一个'],
    [['修改 12 指标 讲座 3场'], '加指标'],
    [['修改 培训班 时限 9月底'], '对得上2项'],
    [['修改 14 标题 A'], '恢复 14'],
    [['修改 99 标题 A'], '没有 #99'],
    [['12时限6月底前'], '要修改 #12'],
    [['12提前到5月20日'], '要修改 #12'],
    [['不要修改12的时限'], '#12 女职工普法讲座'],
    [['12的时限'], '#12 女职工普法讲座'],
    [['12标题是什么'], '#12 女职工普法讲座'],
    [['12改为线上'], ''],
    [['12的场地改为大礼堂'], ''],
    [['会议时间改到下午'], ''],
    [['修改记录'], ''],
    [['修改意见'], ''],
    [['修改密码'], ''],
    [['修改了哪些'], ''],
    [['12修改完成'], ''],
    [['方案修改完成'], ''],
    [['修改完善规章制度'], ''],
  ])('%s', async (texts, mentioned) => {
    const { effect, answer } = await said(texts);
    expect(effect, answer).toEqual([]);
    expect(answer).toContain(mentioned);
  });

  it.each<[string[], string[], string]>([
    [['完成 12', '修改 12 时限 6月底'], ['办结 12'], '已经办结'],
    [['完成 3', '修改 3 时限 每季度'], ['办结 3/2026-05'], '已有1期办结(5月)'],
  ])('%s', async (texts, effect, mentioned) => {
    const after = await said(texts);
    expect(after.effect).toEqual(effect);
    expect(after.answer).toContain(mentioned);
  });

  it('a title that begins with the word is looked up', async () => {
    const tasks = [aTask({ number: 1, title: '修改完善规章制度' })];
    expect((await said(['修改完善规章制度'], aLedger({ tasks }))).answer).toContain('#1 修改完善规章制度');
  });
});
