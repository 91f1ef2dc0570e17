import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-01-05' };
const factsOf = (text: string) =>
  (readPlanText(`机关支部2026年工作计划\n三、党日安排\n${text}`, OPTIONS).plans[0]?.tasks ?? []).map(
    ({ text, leaders, schedule }) => [
      text.split('\n').at(text.startsWith('主题') ? 1 : 0),
      schedule.end,
      leaders.join(),
    ],
  );

describe('records written place by place, each under its month', () => {
  it('have the month of the line above them', () => {
    const text =
      '1月主题党日\n主题:对标看齐\n内容:召开组织生活会,开展评议。\n责任人:林晓\n\n十月主题党日\n主题:礼赞\n内容:参观示范片区。\n责任人:周敏';
    expect(factsOf(text)).toEqual([
      ['内容:召开组织生活会,开展评议。', '2026-01-31', '林晓'],
      ['内容:参观示范片区。', '2026-10-31', '周敏'],
    ]);
  });

  it('give each of the several things a place holds, with who answers', () => {
    const text =
      '3月主题党日\n主题:学雷锋\n内容:①到小区清理楼道;②召开座谈会,听取意见。\n责任人:林晓\n4月主题党日\n主题:缅怀\n内容:赴陵园敬献花篮。\n责任人:周敏';
    expect(factsOf(text)).toEqual([
      ['①到小区清理楼道;', '2026-03-31', '林晓'],
      ['②召开座谈会,听取意见。', '2026-03-31', '林晓'],
      ['内容:赴陵园敬献花篮。', '2026-04-30', '周敏'],
    ]);
  });
});
