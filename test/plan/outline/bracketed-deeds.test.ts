import { describe, expect, it } from 'vitest';
import { bracketedDeeds } from '../../../src/plan/outline/bracketed-deeds.ts';
import { readPlanText } from '../../../src/plan/read-plan-text.ts';

const tasksOf = (text: string) =>
  readPlanText(text, { year: 2026, today: '2026-01-10' }).plans.flatMap(({ tasks }) => tasks);

describe('an item that is a section on one line', () => {
  it.each([
    ['民主管理方面。召开职代会(3月)。征集提案(2-3月)。', 2],
    ['召开职代会(3月)。征集提案(2-3月)。', 2],
    ['召开职代会(3月)。征集提案(2-3月)。开展慰问。', 3],
    ['召开职代会(3月)。征集提案(2-3月)。开展慰问。组织比赛。', undefined],
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
