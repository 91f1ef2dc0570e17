import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const YEAR = { year: 2026, today: '2026-01-05' };
const ledIn = (text: string): [string, string[]][] =>
  readPlanText(`2026年工会工作计划\n${text}`, YEAR).plans.flatMap(({ tasks }) =>
    tasks.map((task): [string, string[]] => [task.title, task.leaders]),
  );

describe('people in closing brackets', () => {
  it('lead where several items name different ones', () => {
    expect(ledIn('1、组织教师座谈会(韩梅)\n2、开展跳绳比赛(邵晴、李明)。\n3、更新会员名册')).toEqual([
      ['组织教师座谈会', ['韩梅']],
      ['开展跳绳比赛', ['邵晴', '李明']],
      ['更新会员名册', []],
    ]);
  });

  it.each([
    ['only one item has any', '1、学习先进人物事迹(张桂芳)\n2、开展跳绳比赛'],
    ['they hold something else', '1、组织疗休养(江西)\n2、开展跳绳比赛(操场)\n3、参观展览(第二批)'],
    ['all name the same', '1、学习先进事迹(张桂芳)\n2、观看影片(张桂芳)'],
  ])('say nothing where %s', (_, text) => {
    expect(ledIn(text).every(([, leaders]) => leaders.length === 0)).toBe(true);
    expect(ledIn(text).length).toBeGreaterThan(1);
  });
});
