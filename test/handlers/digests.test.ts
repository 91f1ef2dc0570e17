import { describe, expect, it } from 'vitest';
import { monthlyCommand } from '../../handlers/monthly.ts';
import { weeklyCommand } from '../../handlers/weekly.ts';
import type { AnyCommand } from '../../src/chat/command.ts';
import { ask, cardOf, type Saying, textOf } from '../builders/asking.ts';
import { anOffice } from '../builders/office.ts';
import { aWorkspace } from '../builders/workspace.ts';

const titleOf = (command: AnyCommand, text: string, saying: Saying = {}): string =>
  cardOf(command, text, { workspace: anOffice(), ...saying }).title;

describe('月报', () => {
  it.each([
    ['月报', '5月月报'],
    ['月报 4月', '4月月报'],
    ['月报4月', '4月月报'],
    ['4月月报', '4月月报'],
    ['4月的月报', '4月月报'],
    ['4月份月报', '4月月报'],
    ['上月月报', '4月月报'],
    ['上个月的月报', '4月月报'],
    ['月报 2026年4月', '4月月报'],
    ['四月月报', '4月月报'],
    ['發月報', '5月月报'],
    ['看看4月月报', '4月月报'],
  ])('%s', (text, title) => {
    expect(titleOf(monthlyCommand, text)).toBe(title);
  });

  it.each([
    ['2026-05-01', '4月月报', '要5月到现在的,发“月报 5月”'],
    ['2026-05-10', '4月月报', '要5月到现在的,发“月报 5月”'],
    ['2026-05-11', '5月月报', '(截至11日);要4月的,发“月报 4月”'],
  ])('without a month, on %s it is the %s, and says so', (today, title, note) => {
    expect(titleOf(monthlyCommand, '月报', { today })).toBe(title);
    expect(textOf(monthlyCommand, '月报', { today, workspace: anOffice() })).toContain(note);
  });

  it('with a month says nothing of which was taken', () => {
    expect(textOf(monthlyCommand, '月报 4月', { workspace: anOffice() })).not.toContain('每月10日');
  });

  it('in January takes 12月 for the December that has been', () => {
    expect(titleOf(monthlyCommand, '月报 12月', { today: '2027-01-20' })).toContain('12月月报');
    expect(ask(monthlyCommand, '月报 下月', { today: '2027-01-20', workspace: anOffice() })?.reply.kind).toBe('text');
  });

  it('of a month to come is refused with the day it begins', () => {
    expect(textOf(monthlyCommand, '月报 下月', { workspace: anOffice() })).toBe(
      '6月还没开始(6月1日 周一起),到时再发“月报”',
    );
  });

  it('of a month before any plan is refused rather than told as a month in which all was done', () => {
    const workspace = anOffice();
    expect(textOf(monthlyCommand, '月报 2025年7月', { workspace })).toBe(
      '2025年7月还没有计划:本群最早的是2026年的计划',
    );
    expect(workspace.ledger.digests).toEqual([]);
    // Its second half is the first month of the plan.
    expect(titleOf(monthlyCommand, '月报 2025年12月')).toBe('2025年12月月报');
  });

  it('takes a month to come for last year’s only where there was a plan then', () => {
    expect(textOf(monthlyCommand, '月报 7月', { workspace: anOffice() })).toContain('7月还没开始');
  });

  it('goes by the month', () => {
    expect(textOf(monthlyCommand, '月报 二季度', { workspace: anOffice() })).toBe('月报按月出,请说“月报”或“月报 4月”');
  });

  it('of a month that is over stays as it was first printed; a running one does not', () => {
    const workspace = anOffice();
    const first = textOf(monthlyCommand, '月报 4月', { workspace });
    expect(workspace.ledger.digests.map(({ slot, outcome }) => [slot, outcome])).toEqual([
      ['monthly:2026-04', 'printed'],
    ]);
    const closed = workspace.tasks[0];
    closed?.closings.push({
      period: null,
      late: true,
      check: null,
      by: 'u1',
      at: Date.parse('2026-05-12T09:30:00+08:00'),
    });
    expect(textOf(monthlyCommand, '月报 4月', { workspace, today: '2026-05-13' })).toBe(first);
    textOf(monthlyCommand, '月报 5月', { workspace });
    expect(workspace.ledger.digests).toHaveLength(1);
  });
});

describe('周报', () => {
  it.each([
    ['周报', '第20周'],
    ['本周周报', '第20周'],
    ['周报 上周', '第19周'],
    ['上周的周报', '第19周'],
    ['周报 第18周', '第18周'],
  ])('%s is that of %s', (text, week) => {
    expect(titleOf(weeklyCommand, text)).toContain(`周报 ${week}`);
  });

  it('in January takes 第52周 for the week that has been', () => {
    expect(titleOf(weeklyCommand, '周报 第52周', { today: '2027-01-20' })).toContain('2026年第52周');
  });

  it('goes by the week', () => {
    expect(textOf(weeklyCommand, '周报 4月', { workspace: anOffice() })).toBe('周报按周出,请说“周报”或“周报 上周”');
  });
});

describe.each([
  ['月报', monthlyCommand],
  ['周报', weeklyCommand],
])('%s', (name, command) => {
  it.each([`设置 ${name} 关`, `完成 12 ${name}已写`, `${name}写好了`, '本周', ''])('is not %j', (text) => {
    expect(ask(command, text, { workspace: anOffice() })).toBeUndefined();
  });

  it('needs a plan', () => {
    expect(textOf(command, name, { workspace: aWorkspace() })).toContain('导入');
  });
});
