import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-11-20' };
const tasks = (text: string) =>
  readPlanText(`某校工会工作计划\n${text}`, OPTIONS).plans.flatMap((plan) =>
    plan.tasks.map((task) => [task.text, task.schedule.start, task.schedule.end]),
  );

const MARCH = ['2026-03-01', '2026-03-31'];
const MAY = ['2026-05-01', '2026-05-31'];
const SEPTEMBER = ['2026-09-01', '2026-09-30'];

describe('a plan by months on one line', () => {
  it.each([
    ['3月:春游;5月:拔河比赛;9月:慰问新教师。', ['3月:春游;', '5月:拔河比赛;', '9月:慰问新教师。']],
    [
      '3月份：春游。5月份：拔河比赛。9月份：慰问新教师。',
      ['3月份：春游。', '5月份：拔河比赛。', '9月份：慰问新教师。'],
    ],
    ['三月:春游,五月:拔河比赛,九月:慰问新教师', ['三月:春游,', '五月:拔河比赛,', '九月:慰问新教师']],
    ['我们是这样安排的。3月:春游 5月:拔河比赛 9月:慰问新教师', ['3月:春游', '5月:拔河比赛', '9月:慰问新教师']],
  ])('%s', (line, texts) => {
    expect(tasks(line)).toEqual([
      [texts[0], ...MARCH],
      [texts[1], ...MAY],
      [texts[2], ...SEPTEMBER],
    ]);
  });

  it('behind the name of its section', () => {
    expect(tasks('一、分月安排 3月:春游;5月:拔河比赛;9月:慰问新教师。\n二、其他\n做好登记。').slice(0, 3)).toEqual([
      ['3月:春游;', ...MARCH],
      ['5月:拔河比赛;', ...MAY],
      ['9月:慰问新教师。', ...SEPTEMBER],
    ]);
  });

  it('with the months in brackets', () => {
    expect(tasks('一、安排\n【3月】春游【5月】拔河比赛【9月】慰问新教师。').map(([text]) => text)).toEqual([
      '【3月】春游',
      '【5月】拔河比赛',
      '【9月】慰问新教师。',
    ]);
  });

  it('with a list in every month', () => {
    expect(tasks('三月份 1.春游 2.义诊 五月份 1.拔河比赛 九月份 1.慰问新教师 2.体检')).toEqual([
      ['1.春游', ...MARCH],
      ['2.义诊', ...MARCH],
      ['1.拔河比赛', ...MAY],
      ['1.慰问新教师', ...SEPTEMBER],
      ['2.体检', ...SEPTEMBER],
    ]);
  });

  it('in sentences', () => {
    expect(
      tasks('一、活动\n三月,组织春游。四月上旬,举办讲座。五月份开展拔河比赛。九月,慰问新教师。\n1、做好登记。').map(
        ([text]) => text,
      ),
    ).toEqual(['三月,组织春游。', '四月上旬,举办讲座。', '五月份开展拔河比赛。', '九月,慰问新教师。', '1、做好登记。']);
  });
});

describe('dated steps of one task stay together', () => {
  it.each([
    '1、泵房改造:2月招标;3月开工;10月验收。',
    '1、泵房改造。3月:招标;5月:开工;9月:验收。',
    '改造泵房,3月底前招标,6月开工,10月验收。',
    '举办两期培训班:5月一期,10月一期。',
  ])('%s', (line) => {
    expect(tasks(`一、工作任务\n${line}`)).toHaveLength(1);
  });
});
