import { describe, expect, it } from 'vitest';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const OPTIONS = { year: 2026, today: '2026-01-05' };
const read = (text: string) =>
  (readPlanText(`某厂安环部工作计划\n${text}`, OPTIONS).plans[0]?.tasks ?? []).map(({ leaders, units, schedule }) => [
    ...leaders,
    ...units,
    schedule.end,
  ]);

describe('who is named behind the last item of a list in one line', () => {
  it('answers for all of its items', () => {
    expect(read('6月\n①布置宣传栏;②组织知识问答;③开展应急演练。责任人:周敏\n7月\n①检修风机;②清理水沟。')).toEqual([
      ['周敏', '2026-06-30'],
      ['周敏', '2026-06-30'],
      ['周敏', '2026-06-30'],
      ['2026-07-31'],
      ['2026-07-31'],
    ]);
  });

  it('answers for the last alone where others are named before', () => {
    expect(read('6月\n①布置宣传栏。责任人:王立新;②组织知识问答;③开展应急演练。责任人:周敏')).toEqual([
      ['王立新', '2026-06-30'],
      ['2026-06-30'],
      ['周敏', '2026-06-30'],
    ]);
  });

  it('answers for the last alone where each item has a line', () => {
    expect(read('6月\n1、布置宣传栏。\n2、组织知识问答。责任人:周敏')).toEqual([
      ['2026-06-30'],
      ['周敏', '2026-06-30'],
    ]);
  });
});
