import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../builders/acting.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';
import { aPlan } from '../builders/workspace.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

const planned = () => aLedger({ plans: [aPlan(), aPlan({ id: 'p2', title: '2027年工作计划', year: 2027 })] });

interface Setting {
  today?: string;
  by?: string;
  workspace?: ReturnType<typeof aLedger>;
}

const talk = async (texts: string[], { today = '2027-01-08', by = 'u1', workspace = planned() }: Setting = {}) => {
  await chat.reset(workspace);
  chat.clock.at = instant(today);
  const answers: string[] = [];
  for (const text of texts) answers.push(await chat.say(text, { by }));
  return { answers, last: answers.at(-1) ?? '', effect: effectOf(workspace, await chat.workspace()) };
};

const ONE_OFF = [1, 5, 6, 7, 8, 9, 10, 11, 12, 13, 15, 16, 17, 18];
const carried = (...numbers: number[]) => numbers.map((number) => `结转 ${number} 2026→2027`);

describe('结转 shows what would be carried, and changes nothing', () => {
  it.each([
    '结转',
    '結轉',
    '结转 2027',
    '结转到2027年',
    '结转2026年的任务',
    '结转 2026年到2027年',
    '把去年没完成的结转到今年',
    '去年未完成的任务结转过来',
    '未完成的结转到2027年',
    '全部结转',
    '结转全部',
    '查看结转',
    '能不能结转',
    '要不要结转?',
    '结转了吗',
  ])('%s', async (text) => {
    const { last, effect } = await talk([text]);
    expect(last).toContain('结转 · 2026年 → 2027年');
    expect(last).toContain('14项未完成的任务');
    expect(last).toContain('7项(1、11-13、15-17),结转后仍算逾期');
    expect(last).toContain('周期任务3项(2-4)不结转');
    expect(effect).toEqual([]);
  });

  it('page by page', async () => {
    expect((await talk(['结转'])).last).toContain('结转 2026年到2027年 第2页(下一页)');
    const { last } = await talk(['结转 2026年到2027年 第2页']);
    expect(last).toContain('#18 购置办公设备');
    expect(last).toContain('确认结转 2026年到2027年');
  });

  it.each([
    ['no plan of the new year', { workspace: aLedger() }, '结转', '请先导入2027年计划'],
    ['no plan, and confirmed all the same', { workspace: aLedger() }, '确认结转', '请先导入2027年计划'],
    ['no earlier year', { today: '2026-05-12' }, '结转', '没有2026年以前的任务'],
    ['a year too far', {}, '结转 2030年', '只能结转到2027年或2028年'],
    ['backwards', {}, '结转 2027年到2026年', '不能结转到2026年'],
  ])('%s', async (_, setting, text, said) => {
    const { last, effect } = await talk([text], setting);
    expect(last).toContain(said);
    expect(effect).toEqual([]);
  });

  it('goes without a plan when the year is named, and says so', async () => {
    const { answers, effect } = await talk(['结转 2027', '确认结转 2026年到2027年'], { workspace: aLedger() });
    expect(answers[0]).toContain('还没有2027年的计划');
    expect(effect).toEqual(carried(...ONE_OFF));
  });
});

describe('确认结转', () => {
  it('carries what is unfinished then, in one change that 撤销 takes back', async () => {
    const { last, effect } = await talk(['结转', '完成 12', '确认结转 2026年到2027年']);
    expect(last).toContain('已结转13项');
    expect(last).toContain('结转 #11《召开职工代表大会》:2026年 → 2027年');
    expect(last).toContain('3项周期任务留在2026年');
    expect(effect).toEqual([...carried(...ONE_OFF.slice(0, 8)), '办结 12', ...carried(13, 15, 16, 17, 18)]);
    expect((await talk(['确认结转', '撤销'])).effect).toEqual([]);
  });

  it('pressed twice carries once, and says who did it', async () => {
    const { last, effect } = await talk(['确认结转 2026年到2027年', '确认结转 2026年到2027年']);
    expect(last).toContain('已经结转过了(周敏 1月8日 09:00)');
    expect(effect).toEqual(carried(...ONE_OFF));
  });

  it('is for administrators', async () => {
    const { last, effect } = await talk(['确认结转'], { by: 'u2' });
    expect(last).toContain('能办这件事的是:周敏');
    expect(effect).toEqual([]);
    expect((await talk(['结转 12'], { by: 'u2' })).effect).toEqual([]);
  });

  it('out of season is asked again', async () => {
    const asked = await talk(['确认结转 2026年到2027年'], { today: '2026-10-08' });
    expect(asked.last).toContain('现在不是年底年初,没有改动');
    expect(asked.effect).toEqual([]);
    expect((await talk(['确认结转 2026年到2027年', '是'], { today: '2026-10-08' })).effect).toHaveLength(14);
    expect((await talk(['结转 12 到2027年', '是'], { today: '2026-10-08' })).effect).toEqual(carried(12));
    expect((await talk(['结转 12 到2027年', '否'], { today: '2026-10-08' })).effect).toEqual([]);
  });

  it('is told in the task’s card and its history', async () => {
    expect((await talk(['结转 12', '查看 12'])).last).toContain('结转:2026年结转');
    expect((await talk(['结转 12', '记录 12'])).last).toContain('周敏 结转 2026年 → 2027年');
  });
});

describe('结转 of tasks by number or title', () => {
  it.each<[string, number[]]>([
    ['结转 12', [12]],
    ['结转12、15', [12, 15]],
    ['结转 15-17', [15, 16, 17]],
    ['12、15结转', [12, 15]],
    ['把12结转到2027年', [12]],
    ['12结转到今年', [12]],
    ['结转 女职工普法讲座', [12]],
    ['女职工普法讲座结转', [12]],
    ['请帮我结转一下12,谢谢', [12]],
    ['结转 12、2', [12]],
    ['结转 12、99', [12]],
  ])('%s', async (text, numbers) => {
    expect((await talk([text])).effect).toEqual(carried(...numbers));
  });

  it.each([
    ['结转 2', '是周期任务'],
    ['结转 14', '已取消'],
    ['结转 99', '没有 #99'],
    ['结转 培训班', '要结转哪一项'],
    ['能不能结转12', '要结转 #12'],
    ['12要结转吗', '要结转 #12'],
    ['不要结转12', '要结转 #12'],
    ['12结转了吗', '#12'],
    ['如果结转12', '要结转 #12'],
    ['结转 12 到2030年', ''],
    ['做好结转结余资金清理', ''],
    ['结转资金清理', ''],
    ['年终结转工作怎么做', ''],
    ['结束 12', ''],
  ])('%s changes nothing', async (text, said) => {
    const { last, effect } = await talk([text]);
    expect(effect, last).toEqual([]);
    expect(last).toContain(said);
  });
});

describe('the year before stays readable', () => {
  const later = async (text: string, today = '2027-02-10') =>
    (await talk(['确认结转', '完成 12', text], { today })).last;

  it.each(['2026年 未完成', '去年 未完成', '2026年', '去年'])('%s tells where it went', async (text) => {
    expect(await later(text)).toMatch(/#12 女职工普法讲座\n.*已结转至2027年/u);
  });

  it.each(['2026年 已完成', '去年 已完成', '2026年已完成'])('%s', async (text) => {
    expect(await later(text)).toContain('没有“');
  });

  it.each(['2026年5月', '去年5月'])('%s', async (text) => {
    expect(await later(text)).toMatch(/#12 女职工普法讲座\n.*已结转至2027年/u);
  });

  it.each(['已完成', '2027年 已完成', '今年 已完成'])('%s tells where it came from', async (text) => {
    expect(await later(text)).toMatch(/✅ #12 女职工普法讲座\n.*2026年结转/u);
  });

  it.each(['2026年 统计', '去年统计', '统计 2026年'])('%s counts it as not closed', async (text) => {
    const said = await later(text);
    expect(said).toContain('任务:17项(另取消1项)');
    expect(said).toContain('办结率:0%');
  });

  it('统计 counts it in the new year', async () => {
    expect(await later('统计')).toContain('办结率:7%(1/14');
  });
});
