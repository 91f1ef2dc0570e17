import { describe, expect, it } from 'vitest';
import { timedSentences } from '../../../src/plan/outline/timed-sentences.ts';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const tasksOf = (text: string) =>
  readPlanText(text, { year: 2026, today: '2026-01-10' }).plans.flatMap(({ tasks }) => tasks);

describe('a paragraph without numbers', () => {
  it.each([
    ['with one time is one deed', '4月召开职工代表大会。会前征集提案。', 1],
    ['with the same time twice is one deed', '4月召开职工代表大会。4月同时公布厂务。', 1],
    ['with different times is as many', '4月召开职工代表大会。9月举办运动会。', 2],
    ['keeps what leans on the sentence before', '4月召开职工代表大会。其中要安排述职。9月举办运动会。', 2],
    ['keeps its theme with the first', '民主管理要走在前面。4月召开职工代表大会。9月举办运动会。', 2],
    ['counts a deed without a time', '4月召开职工代表大会。建立困难职工台账并逐户走访。9月举办运动会。', 3],
  ])('%s', (_, text, count) => {
    const pieces = timedSentences(text, 2026);
    expect(pieces).toHaveLength(count);
    expect(pieces.join('')).toBe(text);
  });

  it('gives each deed its own time', () => {
    expect(
      tasksOf('工会工作计划\n\n4月召开职工代表大会,征集提案20条。每季度走访困难职工家庭。年底前完成会员信息更新。').map(
        ({ schedule }) => [schedule.end, schedule.freq],
      ),
    ).toEqual([
      ['2026-04-30', null],
      [null, 'quarterly'],
      ['2026-12-31', null],
    ]);
  });
});

describe('months', () => {
  it.each([
    ['with a theme behind', '★3月  主题:“志愿红”\n①开展义务理发;②清理楼道。\n★4月  主题:“缅怀先烈”\n到烈士陵园祭扫。'],
    ['with a theme in quotation marks', '3月“志愿红”\n①开展义务理发;②清理楼道。\n4月“缅怀先烈”\n到烈士陵园祭扫。'],
    [
      'one of them with a stray number',
      '三月份:1、开展义务理发;2、清理楼道。\n2、四月份:1、到烈士陵园祭扫;2、讲党史。\n五月份:1、慰问。',
    ],
  ])('%s head what stands below', (_, text) => {
    const ends = tasksOf(`党支部活动计划\n\n${text}`).map(({ schedule }) => schedule.end);
    expect(ends.slice(0, 3)).toEqual(['2026-03-31', '2026-03-31', '2026-04-30']);
  });
});

it('a label in a cell is no part of the name', () => {
  expect(
    tasksOf('序号\t工作事项\t责任人\t时限\n1\t更新水泵\t责任人:郗文\t3月底\n2\t编制报告\t责任人：万青\t6月底').map(
      ({ leaders }) => leaders,
    ),
  ).toEqual([['郗文'], ['万青']]);
});
