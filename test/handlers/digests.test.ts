import { describe, expect, it } from 'vitest';
import { halfyearlyCommand } from '../../handlers/halfyearly.ts';
import { commands } from '../../handlers/index.ts';
import { monthlyCommand } from '../../handlers/monthly.ts';
import { quarterlyCommand } from '../../handlers/quarterly.ts';
import { weeklyCommand } from '../../handlers/weekly.ts';
import { yearlyCommand } from '../../handlers/yearly.ts';
import type { AnyCommand } from '../../src/chat/command.ts';
import { ask, cardOf, type Saying, saysOn, textOf } from '../builders/asking.ts';
import { anOffice } from '../builders/office.ts';
import { aTask } from '../builders/task.ts';
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
  ['季报', quarterlyCommand, '二季度季报', '2026年二季度'],
  ['季报 一季度', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['一季度季报', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['一季度的季报', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['上季度季报', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['季报 第一季度', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['一季度总结', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['一季度工作总结', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['季度总结', quarterlyCommand, '二季度季报', '2026年二季度'],
  ['季报 Q1', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['季報 第一季度', quarterlyCommand, '一季度季报', '2026年一季度'],
  ['半年总结', halfyearlyCommand, '上半年总结', '2026年上半年'],
  ['上半年总结', halfyearlyCommand, '上半年总结', '2026年上半年'],
  ['上半年工作总结', halfyearlyCommand, '上半年总结', '2026年上半年'],
  ['半年总结 上半年', halfyearlyCommand, '上半年总结', '2026年上半年'],
  ['2026年上半年总结', halfyearlyCommand, '上半年总结', '2026年上半年'],
  ['2025年下半年总结', halfyearlyCommand, '2025年下半年总结', '2025年下半年'],
  ['年中总结', halfyearlyCommand, '上半年总结', '2026年上半年'],
  ['年终总结', yearlyCommand, '2026年年终总结', '2026年'],
  ['2026年年终总结', yearlyCommand, '2026年年终总结', '2026年'],
  ['年终总结 2026年', yearlyCommand, '2026年年终总结', '2026年'],
  ['年终总结 今年', yearlyCommand, '2026年年终总结', '2026年'],
  ['年度总结', yearlyCommand, '2026年年终总结', '2026年'],
  ['2026年度总结', yearlyCommand, '2026年年终总结', '2026年'],
  ['2026年总结', yearlyCommand, '2026年年终总结', '2026年'],
  ['去年的年终总结', yearlyCommand, '2025年年终总结', '2025年'],
])('%s', (text, command, title, period) => {
  it('is what is asked for', () => {
    expect(titleOf(command, text)).toBe(title);
  });

  it('is one command’s only, and its paper is offered by a command that means the same next year', () => {
    const matching = commands.filter((each) => ask(each, text, { workspace: anOffice() }) !== undefined);
    expect(matching[0]?.name).toBe(command.name);
    const paper = saysOn(cardOf(command, text)).at(-1) ?? '';
    expect(paper).toBe(`${command.name} ${period} 文档`);
    expect(ask(command, paper, { today: '2027-06-12', workspace: anOffice() })?.reply.kind).toBe('file');
  });
});

describe('without a period', () => {
  it.each([
    [
      quarterlyCommand,
      '季报',
      '2026-04-30',
      '一季度季报',
      '4月底(含)以前,“季报”给上季度的;要二季度到现在的,发“季报 二季度”',
    ],
    [quarterlyCommand, '季报', '2026-05-01', '二季度季报', '(截至5月1日);要一季度的,发“季报 一季度”'],
    [
      halfyearlyCommand,
      '半年总结',
      '2026-08-31',
      '上半年总结',
      '8月底(含)以前,“半年总结”给上个半年的;要下半年到现在的,发“半年总结 下半年”',
    ],
    [
      yearlyCommand,
      '年终总结',
      '2027-04-30',
      '2026年年终总结',
      '4月底(含)以前,“年终总结”给上一年的;要2027年到现在的,发“年终总结 2027年”',
    ],
    [yearlyCommand, '年终总结', '2026-05-12', '2026年年终总结', '这是今年到今天的(截至5月12日)'],
  ])('%o: %s on %s is the %s, and says so', (command, text, today, title, note) => {
    expect(titleOf(command, text, { today })).toBe(title);
    expect(textOf(command, text, { today, workspace: anOffice() })).toContain(note);
  });

  it('a period that had no plan is not what is meant', () => {
    expect(titleOf(yearlyCommand, '年终总结', { today: '2026-02-02' })).toBe('2026年年终总结');
    expect(titleOf(quarterlyCommand, '季报', { today: '2026-01-20' })).toBe('一季度季报');
  });

  it('in January a quarter or half alone is the one that has been', () => {
    expect(titleOf(quarterlyCommand, '季报 四季度', { today: '2027-01-20' })).toBe('2026年四季度季报');
    expect(titleOf(halfyearlyCommand, '下半年总结', { today: '2027-01-20' })).toBe('2026年下半年总结');
  });
});

it.each([
  [quarterlyCommand, '季报 4月', '季报按季度出,请说“季报”或“季报 二季度”'],
  [halfyearlyCommand, '半年总结 二季度', '半年总结按半年出,请说“半年总结”或“上半年总结”'],
  [yearlyCommand, '年终总结 上半年', '年终总结按年出,请说“年终总结”或“2025年年终总结”'],
  [quarterlyCommand, '季报 三季度', '三季度还没开始(7月1日 周三起),到时再发“季报”'],
  [yearlyCommand, '年终总结 2024年', '2024年还没有计划:本群最早的是2026年的计划'],
])('%o: %s is answered with what can be had', (command, text, said) => {
  expect(textOf(command, text, { workspace: anOffice() })).toBe(said);
});

it('a quarter that is over stays as it was first printed, however it is ordered', () => {
  const workspace = anOffice();
  const first = textOf(quarterlyCommand, '季报 一季度', { workspace });
  expect(workspace.ledger.digests.map(({ slot }) => slot)).toEqual(['quarterly:2026-Q1']);
  workspace.tasks.splice(0);
  workspace.tasks.push(aTask({ number: 99, year: 2026, title: '后来的' }));
  expect(textOf(quarterlyCommand, '季报 一季度', { workspace, today: '2026-06-20' })).toBe(first);
  const byUnit = textOf(quarterlyCommand, '季报 一季度 按单位', { workspace, today: '2026-06-20' });
  expect(byUnit).toContain('权益保障部');
  expect(byUnit).not.toContain('后来的');
  expect(workspace.ledger.digests).toHaveLength(1);
});

describe('by section, unit or person', () => {
  it.each([
    ['月报 按科室', '权益保障部'],
    ['月报 按部门', '权益保障部'],
    ['月报 按单位', '权益保障部'],
    ['按责任单位的月报 5月', '权益保障部'],
    ['5月月报 按科室列', '权益保障部'],
    ['月报 分科室', '权益保障部'],
    ['月报 按人', '李芳'],
    ['月报 按责任人', '李芳'],
    ['月报 按部分', '二、权益保障'],
    ['月报 按板块 5月', '二、权益保障'],
  ])('%s', (text, group) => {
    const card = cardOf(monthlyCommand, text);
    expect(card.title).toBe('5月月报');
    const groups = card.blocks.flatMap((block) =>
      block.kind === 'text' && block.style === 'strong' ? [block.text] : [],
    );
    expect(
      groups.some((said) => said.startsWith(`${group} · `)),
      groups.join('|'),
    ).toBe(true);
  });

  it('as a paper says so in its name, and again in its button', () => {
    const reply = ask(monthlyCommand, '月报 5月 按单位 文档', { workspace: anOffice() })?.reply;
    if (reply?.kind !== 'file') throw new Error('no paper');
    expect(reply.paper).toMatchObject({ kind: 'digest', by: 'unit' });
    expect(reply.paper.name).toContain('工作安排（按单位）.docx');
    expect(saysOn(cardOf(monthlyCommand, '月报 按科室')).at(-1)).toBe('月报 2026年5月 按单位 文档');
  });
});

describe.each([
  ['月报', monthlyCommand],
  ['周报', weeklyCommand],
  ['季报', quarterlyCommand],
  ['半年总结', halfyearlyCommand],
  ['年终总结', yearlyCommand],
])('%s', (name, command) => {
  it.each([
    `设置 ${name} 关`,
    `完成 12 ${name}已写`,
    `${name}写好了`,
    `写${name}`,
    `${name} 按时`,
    `按${name}`,
    '本周',
    '全年',
    `${'的'.repeat(100_000)}${name}`,
    '',
  ])('is not %j', (text) => {
    expect(ask(command, text, { workspace: anOffice() })).toBeUndefined();
  });

  it('needs a plan', () => {
    expect(textOf(command, name, { workspace: aWorkspace() })).toContain('导入');
  });
});
