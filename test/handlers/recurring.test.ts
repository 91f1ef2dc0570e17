import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chat, openChat } from '../builders/chat.ts';
import { effectOf } from '../builders/effect.ts';
import { aLedger } from '../builders/ledger.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat();
});
afterAll(() => chat.close());

/** #2 every quarter, #3 every month, #4 every week; 12 May 2026. */
const talk = async (...texts: string[]) => {
  const ledger = aLedger();
  await chat.reset(ledger);
  let last = '';
  for (const text of texts) last = await chat.say(text);
  return { last, effect: effectOf(ledger, await chat.workspace()) };
};

const done = (number: number, ...periods: string[]) => periods.map((period) => `办结 ${number}/${period}`);

describe('periods are closed one by one', () => {
  it.each<[string, string[]]>([
    ['完成 2', done(2, '2026-Q2')],
    ['完成 3', done(3, '2026-05')],
    ['完成 4', done(4, '2026-W20')],
    ['完成 2 一季度', done(2, '2026-Q1')],
    ['完成 2第一季度', done(2, '2026-Q1')],
    ['完成 2 Q1', done(2, '2026-Q1')],
    ['完成 3 四月份', done(3, '2026-04')],
    ['完成 4 上上周', done(4, '2026-W18')],
    ['完成 3 本期', done(3, '2026-05')],
    ['完成 3 4月已报', [...done(3, '2026-04'), '进展 3:已报']],
    ['完成 3 4月份的台账已交', [...done(3, '2026-04'), '进展 3:台账已交']],
    ['完成 4 本周已更新', [...done(4, '2026-W20'), '进展 4:已更新']],
    ['完成 3 5月12日已报', [...done(3, '2026-05'), '进展 3:5月12日已报']],
    ['完成 2 5月已报', [...done(2, '2026-Q2'), '进展 2:5月已报']],
  ])('%s', async (text, expected) => {
    expect((await talk(text)).effect).toEqual(expected);
  });

  it.each<[string, string[]]>([
    ['完成 2 一季度、二季度', done(2, '2026-Q1', '2026-Q2')],
    ['完成 2 一季度和二季度', done(2, '2026-Q1', '2026-Q2')],
    ['完成 2 一季度二季度', done(2, '2026-Q1', '2026-Q2')],
    ['完成 2 一、二季度', done(2, '2026-Q1', '2026-Q2')],
    ['完成 2 一和二季度', done(2, '2026-Q1', '2026-Q2')],
    ['完成 3 1、2月', done(3, '2026-01', '2026-02')],
    ['完成 3 1和2月', done(3, '2026-01', '2026-02')],
    ['完成 3 四月和五月', done(3, '2026-04', '2026-05')],
    ['完成 3 4月、5月已报', [...done(3, '2026-04', '2026-05'), '进展 3:已报']],
    ['完成 4 18、19周', done(4, '2026-W18', '2026-W19')],
    ['完成 4 第18、19周', done(4, '2026-W18', '2026-W19')],
    ['3 4、5月完成了', done(3, '2026-04', '2026-05')],
    ['2一、二季度完成了', done(2, '2026-Q1', '2026-Q2')],
    ['完成 2、3', [...done(2, '2026-Q2'), ...done(3, '2026-05')]],
  ])('several: %s', async (text, expected) => {
    expect((await talk(text)).effect).toEqual(expected);
  });

  it.each([
    '完成 2 1-2季度',
    '完成 2 一二季度',
    '完成 3 1-3月',
    '完成 3 4.5月',
    '完成 3 前三个月',
    '完成 3 前两期',
    '完成 3 第一期',
    '完成 3 上期',
    '完成 3 每月',
    '完成 3 各期',
    '完成 3 全部',
    '完成 3 13月',
    '完成 3 4月30日已报',
    '完成 2 3月已报',
  ])('which ones is asked: %s', async (text) => {
    const { last, effect } = await talk(text);
    expect(effect).toEqual([]);
    expect(last).toMatch(/请写明哪一期,如“完成 \d \S+”/u);
  });

  it('names periods of the task itself when it asks', async () => {
    expect((await talk('完成 2 1-2季度')).last).toContain('如“完成 2 一季度”“完成 2 二季度”');
    expect((await talk('完成 2 一季度', '完成 2 1-2季度')).last).toContain('如“完成 2 二季度”。');
  });

  it.each([
    ['完成 2 三季度', '的三季度还没开始(7月1日 周三起),不能提前办'],
    ['完成 3 6月', '的6月还没开始(6月1日 周一起),不能提前办'],
    ['完成 4 下周', '还没开始(5月18日 周一起)'],
    ['完成 2 上半年', '没有“上半年”这一期,它的期是:一季度、二季度、三季度、四季度'],
    ['完成 2 去年四季度', '没有“2025年四季度”这一期'],
    ['完成 3 二季度', '没有“二季度”这一期'],
  ])('%s is refused: %s', async (text, said) => {
    const { last, effect } = await talk(text);
    expect(effect).toEqual([]);
    expect(last).toContain(said);
  });
});

describe('a period closed late', () => {
  it('is remembered, in the answer, the history, the card and the list', async () => {
    expect((await talk('完成 3 4月')).last).toContain('(时限4月30日 周四,逾期办结)');
    expect((await talk('完成 3 4月', '记录 3')).last).toContain('办结 4月(逾期)');
    expect((await talk('完成 3 4月', '4月 李芳')).last).toMatch(/🟡 #3/u);
  });

  it('is closed once, and may be opened again', async () => {
    expect((await talk('完成 3 4月', '完成 3 4月')).last).toContain('4月已经办结');
    expect((await talk('完成 3 4月', '重开 3')).effect).toEqual([]);
    expect((await talk('完成 3 3月', '完成 3 4月', '重开 3 3月')).effect).toEqual(done(3, '2026-04'));
  });
});

describe('statistics', () => {
  it('count periods, not the task', async () => {
    expect((await talk('完成 2 一季度', '统计 组织部')).last).toContain('办结率:14%(1/7');
    expect((await talk('完成 2 一、二季度', '统计 组织部')).last).toContain('办结率:29%(2/7');
    expect((await talk('完成 2 一季度', '查看 2')).last).toContain('各期:已办结1/4期');
  });

  it('call it 已完成 when every period is closed, and not before', async () => {
    expect((await talk('完成 2 一、二季度', '已完成 组织部')).last).toContain('没有“已完成 组织部”的任务');
    expect((await talk('完成 2 一季度', '一季度 已完成')).last).toContain('#2 开展换届情况摸底');
  });
});
