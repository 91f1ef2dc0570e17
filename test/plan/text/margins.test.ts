import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

/** Breaks a text at a width in Chinese characters, as a PDF does: a figure or a letter takes half the room of one. */
const broken = (text: string, width: number): string => {
  let line = '';
  let used = 0;
  const lines: string[] = [];
  for (const character of text) {
    const room = /[\u0020-\u007e]/u.test(character) ? 0.5 : 1;
    if (used + room > width && !/[,。;、]/u.test(character)) {
      lines.push(line);
      [line, used] = ['', 0];
    }
    line += character;
    used += room;
  }
  return [...lines, line].join('\n');
};

const ITEMS = [
  '1.深化理论武装。组织职工学习新修订的工会法和安全生产规定,依托书屋、夜校等阵地开展宣讲,全年宣讲不少于6场,覆盖职工400人次以上。',
  '2.推动集体合同提质。开展专项合同履约检查,把弹性工时、育儿假等内容写入合同文本,8月底前完成续签,四季度前各分会的续签率要求达到100%。',
  '3.加大普法力度。3月份在各营业厅、检修班、调度室设置展板和咨询台,编印权益手册500册,发放到一线职工手中并解答大家关心的各类问题。',
  '4.做好健康关爱。9月底前组织职工体检和心理测评,参检率95%以上,同时为新进厂的职工和外包队伍办理互助保障,做到应保尽保不漏一人。',
];

describe('lines broken at a margin', () => {
  it.each([28, 34, 35, 40])('are put together again at a width of %i', (width) => {
    const text = `某厂工会2026年工作计划\n${ITEMS.map((item) => broken(item, width)).join('\n')}`;
    const tasks = readPlanText(text, { year: 2026, today: '2026-01-05' }).plans[0]?.tasks ?? [];
    expect(tasks.map((task) => task.text)).toEqual(ITEMS);
  });

  it('a line of the page that is longer changes nothing', () => {
    const text = `某厂工会2026年工作计划\n本厂地处新区东侧,职工来自全国各地的二十多个县市,常年在岗的有一千八百余人,其中一线操作工占七成左右\n${ITEMS.map((item) => broken(item, 34)).join('\n')}`;
    const tasks = readPlanText(text, { year: 2026, today: '2026-01-05' }).plans[0]?.tasks ?? [];
    expect(tasks.map((task) => task.text).slice(-4)).toEqual(ITEMS);
  });
});
