import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const textsOf = (text: string): string[] =>
  readPlanText(text, { year: 2026, today: '2026-01-05' }).plans.flatMap(({ tasks }) => tasks.map((task) => task.text));

describe('numbers a file shelf puts before each sheet', () => {
  it('are taken out where they cut sentences, over headings of the document', () => {
    const text = `1、护理部2026年工作计划

一、抓质量

(一)每月交叉检查一次,由质控组长带队,重点查急救物品和护理文书,结果在护士长会上反馈,问题科

2、室限期整改。

二、抓培训

(一)选派骨干12名到上级医院进修,进修归来须在院内授课,授课情况记入个人技术档

3、案。

(二)举办读书会。`;
    expect(textsOf(text)).toEqual([
      '(一)每月交叉检查一次,由质控组长带队,重点查急救物品和护理文书,结果在护士长会上反馈,问题科室限期整改。',
      '(一)选派骨干12名到上级医院进修,进修归来须在院内授课,授课情况记入个人技术档案。',
      '(二)举办读书会。',
    ]);
  });

  it('are items where a list goes on over headings, each behind a whole sentence', () => {
    const text = `护理部2026年工作计划
一、抓质量
1、每月交叉检查一次,由质控组长带队,重点查急救物品。
二、抓培训
2、选派骨干12名到上级医院进修,归来授课。
三、抓服务
3、举办读书会。`;
    expect(textsOf(text)).toHaveLength(3);
  });

  it('are items below headings of two clauses, which end without a stop', () => {
    const text = `工会2026年工作计划
一、加强基层组织建设,夯实工会工作的基础
1、召开代表大会。
二、深化职工技能培训,提升职工队伍整体素质
2、举办技能比武。
三、维护职工合法权益,构建和谐稳定劳动关系
3、签订集体合同。`;
    expect(textsOf(text)).toEqual(['1、召开代表大会。', '2、举办技能比武。', '3、签订集体合同。']);
  });

  it('are items where each list begins anew and leaves its stops out', () => {
    const text = `护理部2026年工作计划
一、抓质量
1、每月交叉检查一次,由质控组长带队,重点查急救物品和护理文书
2、修订质量标准
二、抓培训
1、选派骨干12名到上级医院进修,进修归来须在院内授课并且建档
2、举办读书会
3、开展操作比武`;
    expect(textsOf(text)).toHaveLength(5);
  });
});
