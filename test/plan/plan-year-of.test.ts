import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../src/plan/doubts.ts';
import { readPlanText } from '../../src/plan/read-plan-text.ts';

const TODAY = '2025-08-20';
const read = (text: string, year: number | null = null) => readPlanText(text, { year, today: TODAY });
const yearsOf = (title: string, year: number | null = null) => {
  const [plan] = read(`${title}\n九月份：\n1、召开会员大会\n一月份：\n1、慰问退休教师`, year).plans;
  return [plan?.year, ...(plan?.tasks.map(({ schedule }) => schedule.end) ?? [])];
};

/** Title → the plan's year, the end of September and the end of January. */
const TITLES: ReadonlyArray<readonly [string, number, string, string]> = [
  ['育才小学2025-2026学年第一学期工会工作计划', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学2025—2026学年度上学期工会工作计划', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学2025学年工会工作计划', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学2025-2026学年工会工作计划', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学2025年秋季学期工会工作计划', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学2025-2026学年第二学期工会工作计划', 2026, '2026-09-30', '2026-01-31'],
  ['育才小学2025学年第二学期工会工作计划', 2026, '2026-09-30', '2026-01-31'],
  ['育才小学工会全年工作安排(2025)', 2025, '2025-09-30', '2025-01-31'],
  ['育才小学教代会工作计划2025.9—2026.1', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学工会工作计划（2025年9月至2026年7月）', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学2025年春季学期工会工作计划', 2025, '2025-09-30', '2025-01-31'],
  ['育才小学二〇二五年工会工作计划', 2025, '2025-09-30', '2025-01-31'],
  ['育才小学二○二五至二○二六学年工会工作计划', 2025, '2025-09-30', '2026-01-31'],
  ['育才小学二零二五年度工会工作計劃', 2025, '2025-09-30', '2025-01-31'],
  ['2026育才小学工会工作计划', 2026, '2026-09-30', '2026-01-31'],
  ['2026总工会年度工作计划篇1', 2026, '2026-09-30', '2026-01-31'],
  ['育才小学2025年工会工作计划', 2025, '2025-09-30', '2025-01-31'],
];

describe('the year of a plan', () => {
  it.each(TITLES)('%s', (title, ...years) => {
    expect(yearsOf(title)).toEqual(years);
  });

  it('may stand before half of it without 年', () => {
    const { plans } = read('2026下半年工会工作计划\n1、走访企业\n2、走访2024名职工');
    expect(plans[0]?.tasks.map(({ schedule }) => [schedule.start, schedule.end])).toEqual([
      ['2026-07-01', '2026-12-31'],
      ['2026-07-01', '2026-12-31'],
    ]);
  });

  it('is that of the line which names the term, where the title names none', () => {
    const { plans } = read(
      '工会工作计划\n（2025-2026学年第一学期）\n九月份：\n1、召开会员大会\n一月份：\n1、慰问退休教师',
    );
    expect(plans[0]?.tasks.map(({ schedule }) => schedule.end)).toEqual(['2025-09-30', '2026-01-31']);
  });

  it.each([
    ['2025年9月1日', 2025],
    ['2024年12月20日', 2025],
    ['2025.3.1', 2025],
    ['二〇二四年三月五日', 2024],
  ] as const)('is told by %s under the name of who signed, where nothing else tells it', (day, year) => {
    expect(read(`工会工作计划\n1、走访企业\n2、慰问职工\n某厂工会\n${day}`).plans[0]?.year).toBe(year);
    expect(read(`工会2023年工作计划\n1、走访企业\n2、慰问职工\n某厂工会\n${day}`).plans[0]?.year).toBe(2023);
  });

  it('of a term without one is the year it opens in', () => {
    const { plans } = read('某园工会工作计划（秋季）\n十二月\n冬季长跑\n一月\n慰问教职工');
    expect(plans[0]?.tasks.map(({ schedule }) => schedule.end)).toEqual(['2025-12-31', '2026-01-31']);
  });

  it('is not that of a report of the year before', () => {
    const { plans } = readPlanText('1、完成2024年度工会统计年报\n2、召开全委会', { year: null, today: TODAY });
    expect(plans[0]?.year).toBe(2025);
  });

  it('is told by the dates of records, where nothing else tells it', () => {
    const record = (work: string, day: string) => `工作内容：${work}\n完成时间：${day}\n责任人：王强`;
    const { plans } = read(
      `一、任务\n${record('发展会员3名', '2024年6月30日')}\n\n${record('召开职代会', '2024年3月')}`,
    );
    expect(plans[0]?.tasks.map(({ schedule }) => schedule.end)).toEqual(['2024-06-30', '2024-03-31']);
  });

  it('that is handed in may be either half of the school year', () => {
    const title = '育才小学2025-2026学年第一学期工会工作计划';
    expect(yearsOf(title, 2025)).toEqual([2025, '2025-09-30', '2026-01-31']);
    expect(yearsOf(title, 2026)).toEqual([2025, '2025-09-30', '2026-01-31']);
    expect(yearsOf('育才小学2025-2026学年第二学期工会工作计划', 2025)).toEqual([2026, '2026-09-30', '2026-01-31']);
  });

  it('that is handed in wins over another school year', () => {
    expect(yearsOf('育才小学2023-2024学年第一学期工会工作计划', 2025)).toEqual([2025, '2025-09-30', '2026-01-31']);
    expect(yearsOf('育才小学2023-2024学年第二学期工会工作计划', 2026)).toEqual([2026, '2026-09-30', '2026-01-31']);
  });
});

/** An item of a plan for 2025-2026学年 → its window. */
const OF_TERM: ReadonlyArray<readonly [string, string | null, string | null]> = [
  ['元月10日前上报名册', null, '2026-01-10'],
  ['12月至1月慰问一线', '2025-12-01', '2026-01-31'],
  ['12月、1月慰问一线', '2025-12-01', '2026-01-31'],
  ['2-3月开展走访', '2026-02-01', '2026-03-31'],
  ['六七月慰问一线', '2026-06-01', '2026-07-31'],
  ['1月8日至15日开展走访', '2026-01-08', '2026-01-15'],
  ['一季度召开例会', '2026-01-01', '2026-03-31'],
  ['四季度召开例会', '2025-10-01', '2025-12-31'],
  ['春节前走访困难职工', null, '2026-02-16'],
  ['教师节期间走访教师', '2025-09-10', '2025-09-10'],
  ['2025年3月启动评选', '2025-03-01', '2025-03-31'],
  ['年底前完成考核', null, '2025-12-31'],
];

describe('the name of a plan', () => {
  it.each([
    '**某厂工会工作计划**',
    '某厂工会工作计划：',
    '某 厂 工 会 工 作 计 划',
    '某厂工会工作计划',
  ])('%s', (title) => {
    expect(read(`${title}\n一、走访企业\n二、慰问职工`).plans.map((plan) => plan.title)).toEqual(['某厂工会工作计划']);
  });
});

describe('a title that the text runs on from', () => {
  it('ends at the gap', () => {
    const { plans, skipped } = read(
      '某馆2025年工作计划 2025年，我馆将坚持服务至上。一、业务 1、采购图书500册。2、整理书库。二、安全 1、检查线路。2、开展演练。',
    );
    expect(plans.map(({ title, year, tasks }) => [title, year, tasks.length])).toEqual([
      ['某馆2025年工作计划', 2025, 4],
    ]);
    expect(skipped.map(({ text }) => text)).toContain('2025年，我馆将坚持服务至上。');
  });

  it('lends the whole year to nothing', () => {
    const { plans } = read('某馆2025年全年工作安排\n1、12月20日前结账\n2、整理书库');
    expect(plans[0]?.tasks.map(({ schedule }) => [schedule.start, schedule.end])).toEqual([
      [null, '2025-12-20'],
      [null, null],
    ]);
  });
});

describe('a month of a school year', () => {
  it.each(OF_TERM)('%s', (item, start, end) => {
    const { plans } = read(`育才小学2025-2026学年工会工作计划\n一、主要工作\n1、${item}\n2、开展谈心活动`);
    expect(plans[0]?.tasks[0]?.schedule).toMatchObject({ start, end });
  });

  it('in its second half is no other year to whoever confirms', () => {
    const reading = read('育才小学2025-2026学年工会工作计划\n一、主要工作\n1、1月慰问教师\n2、2027年1月慰问教师');
    expect(doubtsOf(reading, TODAY).map(({ number, reason }) => [number, reason])).toEqual([[2, 'other-year']]);
  });
});
