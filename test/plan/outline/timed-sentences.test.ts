import { describe, expect, it } from 'vitest';
import { bracketedDeeds, timedSentences } from '../../../src/plan/outline/timed-sentences.ts';
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

describe('an item that is a section on one line', () => {
  it.each([
    ['民主管理方面。召开职代会(3月)。征集提案(2-3月)。', 2],
    ['召开职代会(3月)。征集提案(2-3月)。', 2],
    ['召开职代会(3月)。会前征集提案。', undefined],
    ['召开职代会,征集提案(3月)。', undefined],
  ])('%s', (text, deeds) => expect(bracketedDeeds(text)?.deeds.length).toBe(deeds));

  it('gives each of its deeds the time in its brackets', () => {
    const tasks = tasksOf(
      '工会工作计划\n一、民主管理方面。召开职代会(3月)。征集提案(2-3月)。\n二、文体方面。举办运动会(4月)。组织展演(7-9月)。',
    );
    expect(tasks.map(({ schedule }) => schedule.end)).toEqual(['2026-03-31', '2026-03-31', '2026-04-30', '2026-09-30']);
  });
});

describe('a month’s theme', () => {
  it('is no deed, and its month holds for the sentences behind it', () => {
    const tasks = tasksOf(
      '春季工作计划\n\n指导思想略。\n五月重点抓好劳动教育。举办整理书包比赛。5月20日前上报材料。六月下旬召开总结会。',
    );
    expect(tasks.map(({ schedule }) => schedule.end)).toEqual(['2026-05-31', '2026-05-20', '2026-06-30']);
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
