import { describe, expect, it } from 'vitest';
import { targetsCommand } from '../../handlers/targets.ts';
import type { Card } from '../../src/cards/card.ts';
import { openChange } from '../../src/workspace/history.ts';
import { reportFigure } from '../../src/workspace/reporting.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { ask, cardOf, type Saying, saysOn, textOf } from '../builders/asking.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { aLedger } from '../builders/ledger.ts';
import { aTarget, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

type Reported = [number: number, target: string, value: number, day?: string];

/** The ledger with some figures reported: 宣讲 far ahead, 会员 behind, 驿站 past its goal. */
const reported = (
  figures: Reported[] = [
    [6, 't1', 8, '2026-04-10'],
    [7, 't1', 100, '2026-04-10'],
    [7, 't1', 20, '2026-05-06'],
    [8, 't1', 88, '2026-05-06'],
    [9, 't1', 18, '2026-05-06'],
  ],
): Workspace => {
  const workspace = structuredClone(aLedger());
  for (const [number, target, value, today = '2026-05-06'] of figures) {
    reportFigure(openChange(workspace, anActing({ today }), 'report'), number, {
      target,
      value,
      mode: null,
      confirmed: true,
    });
  }
  return workspace;
};

const barsOf = (card: Card) => card.blocks.flatMap((block) => (block.kind === 'progress' ? block.bars : []));
const names = (text: string, saying: Saying = {}) =>
  barsOf(cardOf(targetsCommand, text, { workspace: reported(), ...saying })).map(({ name }) => name);

const BASE = '#5 基层工会(新增)';
const TALKS = '#6 宣讲(新增)';
const MEMBERS = '#7 会员(新增)';
const RATE = '#8 签订率';
const POSTS = '#9 驿站(新增)';
const READING = '#9 书屋(新增)';
const DATING = '#10 交友';
const ALL = [BASE, READING, DATING, MEMBERS, TALKS, RATE, POSTS];

describe('指标', () => {
  it.each([
    ['指标', ALL],
    ['指標', ALL],
    ['指标完成情况', ALL],
    ['查看指标', ALL],
    ['全部指标', ALL],
    ['指标怎么样了', ALL],
    ['统计指标', ALL],
    ['指标 组织部', [BASE, MEMBERS]],
    ['指标组织部', [BASE, MEMBERS]],
    ['组织部指标', [BASE, MEMBERS]],
    ['组织部指标完成情况', [BASE, MEMBERS]],
    ['组织部的指标怎么样', [BASE, MEMBERS]],
    ['保障部 指标', [READING, RATE, POSTS]],
    ['指标 会员', [MEMBERS]],
    ['会员指标', [MEMBERS]],
    ['会员的指标', [MEMBERS]],
    ['指标 服务阵地', [READING, POSTS]],
    ['指标 7', [MEMBERS]],
    ['指标 5、7', [BASE, MEMBERS]],
    ['指标 落后', [BASE, READING, DATING, MEMBERS]],
    ['落后的指标', [BASE, READING, DATING, MEMBERS]],
    ['组织部 落后的指标', [BASE, MEMBERS]],
    ['指标 未上报', [BASE, READING, DATING]],
    ['指标 已达标', [POSTS]],
    ['超额的指标', [POSTS]],
    ['已完成的指标', [POSTS]],
    ['未完成的指标', [BASE, READING, DATING, MEMBERS, TALKS, RATE]],
    ['指标 未达标 保障部', [READING, RATE]],
  ])('%s', (text, expected) => {
    expect(names(text)).toEqual(expected);
  });

  it('tells how far, how much of the year, and how far behind or ahead, a level last until it is reported', () => {
    const said = textOf(targetsCommand, '指标', { workspace: reported() });
    expect(said).toContain('共7个 落后4 已达标1 未上报3');
    expect(said).toContain('120/500人 · 24% · 慢12个百分点');
    expect(said).toContain('8/10场 · 80% · 快44个百分点');
    expect(said).toContain('18/15个 · 120% · 超额3个 · 快84个百分点');
    expect(said).toContain('实达88%,目标≥95% · 距目标7个百分点');
    expect(names('指标', { workspace: reported([]) }).at(-1)).toBe(RATE);
  });

  it('of a time tells what it brought, and stands at its end', () => {
    const said = textOf(targetsCommand, '4月 指标', { workspace: reported() });
    expect(said).toContain('截至4月30日');
    expect(said).toContain('4月+100人 · 100/500人 · 20% · 慢13个百分点');
    expect(textOf(targetsCommand, '本月指标', { workspace: reported() })).toContain('本月+20人 · 120/500人');
    expect(textOf(targetsCommand, '12月 指标')).toContain('还没到');
  });

  it('of a period tells the year’s amount', () => {
    const task = aTask({
      text: '每月送戏2场',
      schedule: { start: null, end: null, freq: 'monthly', stated: '每月' },
      targets: [aTarget({ name: '送戏', value: 2, unit: '场' })],
    });
    expect(textOf(targetsCommand, '指标', { workspace: aWorkspace({ tasks: [task] }) })).toContain(
      '0/24场(每月2场×12期)',
    );
  });

  it('comes ten at a time, and the pages keep the filter', () => {
    const tasks = Array.from({ length: 14 }, (_, index) =>
      aTask({ number: index + 1, units: ['办公室'], targets: [aTarget()] }),
    );
    const workspace = aWorkspace({ tasks });
    const first = cardOf(targetsCommand, '指标 办公室 未上报', { workspace });
    expect(barsOf(first)).toHaveLength(10);
    expect(saysOn(first)).toContain('指标 办公室 未上报 第2页');
    const second = cardOf(targetsCommand, '指标 办公室 未上报 第2页', { workspace });
    expect(barsOf(second)).toHaveLength(4);
    expect(second.view).toBe('指标 办公室 未上报 第2页');
    expect(saysOn(second)).toContain('指标 办公室 未上报');
  });

  it('of 我的 names the person, so that the view is the same for everybody', () => {
    const workspace = aWorkspace({
      tasks: [aTask({ owners: ['李芳'], targets: [aTarget()] }), aTask({ number: 2, targets: [aTarget()] })],
      members: aLedger().members,
    });
    const card = cardOf(targetsCommand, '我的指标', { workspace, by: 'u2' });
    expect(card.view).toBe('指标 李芳');
    expect(barsOf(card)).toHaveLength(1);
    expect(textOf(targetsCommand, '我的指标', { workspace, by: 'u3' })).toContain('我是 张三');
  });

  it.each([
    ['指标 火箭', '没有叫“火箭”的指标'],
    ['指标 12', '#12 没有指标'],
    ['指标 办公室', '没有“办公室”的指标'],
    ['2025年指标', '没有“2025年”的指标'],
  ])('%s says so: %s', (text, said) => {
    expect(textOf(targetsCommand, text, { workspace: aLedger() })).toContain(said);
  });

  it('says what to do without a plan', () => {
    expect(textOf(targetsCommand, '指标', { workspace: aWorkspace() })).toContain('导入');
  });

  it.each([
    '指标体系建设',
    '分解下达指标任务书',
    '上报指标',
    '完成 指标分解',
    '本周',
    '12的指标是多少家',
    '',
  ])('is not %j', (text) => {
    expect(ask(targetsCommand, text, { workspace: aLedger() })).toBeUndefined();
  });

  it.each(HOSTILE_TITLES)('shows %s as it was typed', (title) => {
    const workspace = aWorkspace({ tasks: [aTask({ title, targets: [aTarget({ name: '' })] })] });
    expect(names('指标', { workspace })).toEqual([expect.stringContaining(Array.from(title).slice(0, 15).join(''))]);
  });
});
