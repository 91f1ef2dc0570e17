import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-01-05' };
const textsOf = (line: string): string[] =>
  readPlanText(`工会2026年工作计划\n${line}\n五月:义诊。\n六月:表彰。`, OPTIONS).plans.flatMap(({ tasks }) =>
    tasks.map(({ text }) => text),
  );
/** The deeds of the line alone; `五月` and `六月` stand below it so that it is one of several. */
const deedsOf = (line: string): string[] => textsOf(line).slice(0, -2);

describe('the deeds of a month in one line', () => {
  it.each<[line: string, ...deeds: string[]]>([
    ['四月:召开大会;走访职工。', '四月:召开大会;', '走访职工。'],
    [
      '四月份,组织党员祭扫;对党员逐一摸底;由支部书记讲党课。',
      '四月份,组织党员祭扫;',
      '对党员逐一摸底;',
      '由支部书记讲党课。',
    ],
    ['二季度:义诊;义卖。', '二季度:义诊;', '义卖。'],
    ['【四月】召开大会;走访职工。', '【四月】召开大会;', '走访职工。'],
    ['四月:召开大会;并于会后走访职工;其中困难职工10户。', '四月:召开大会;并于会后走访职工;其中困难职工10户。'],
    ['四月:召開大會;並於會後走訪職工;該項工作由辦公室協助。', '四月:召開大會;並於會後走訪職工;該項工作由辦公室協助。'],
    ['四月:清点药箱[药品;器械]。', '四月:清点药箱[药品;器械]。'],
    ['四月:学习「会议精神;重要讲话」。', '四月:学习「会议精神;重要讲话」。'],
    ['四月:召开大会,会议议程:听取报告;审议预算;选举主席。', '四月:召开大会,会议议程:听取报告;审议预算;选举主席。'],
    ['四月:召开大会(责任人:林晓);走访职工。', '四月:召开大会(责任人:林晓);走访职工。'],
  ])('%s', (line, ...deeds) => expect(deedsOf(line)).toEqual(deeds));

  it('each have the month of a frame that stands under another month', () => {
    const tasks = readPlanText('工会2026年计划\n3月\n1、筹备大会。\n【四月】组织健步走;启动竞赛。', OPTIONS).plans[0]
      ?.tasks;
    expect(tasks?.map(({ schedule }) => schedule.end)).toEqual(['2026-03-31', '2026-04-30', '2026-04-30']);
  });
});
