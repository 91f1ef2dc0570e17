import { describe, expect, it } from 'vitest';
import { pictureCommand } from '../../handlers/picture.ts';
import { statisticsCommand } from '../../handlers/statistics.ts';
import { timeListCommand } from '../../handlers/time-list.ts';
import { ask, cardOf, saysOn, textOf } from '../builders/asking.ts';
import { anOffice } from '../builders/office.ts';
import { aWorkspace } from '../builders/workspace.ts';

describe('统计', () => {
  const said = textOf(statisticsCommand, '统计');

  it.each([
    ['lights', '🔴逾期 2 🟡临期 1 🟢正常 3 ⚪未到期 12 ✅已办结 1'],
    ['tasks', '任务:19项(另取消1项)'],
    ['rates by unit', '权益保障部 ▓▓░░░░░░░░ 2/11 · 18%'],
    ['rates by section', '二、权益保障 ▓▓░░░░░░░░ 2/12 · 17%'],
    ['targets', '#2 参训(新增) ▓▓▓░░░░░░░ 50/200人 · 25%'],
  ])('tells %s', (_what, line) => {
    expect(said).toContain(line);
  });

  it('calls a target without a name by its task', () => {
    const workspace = anOffice();
    const target = workspace.tasks[1]?.targets[0];
    if (target) target.name = '';
    expect(textOf(statisticsCommand, '统计', { workspace })).toContain('#2 举办工会主席培训班(新增)');
  });

  it('holds a chart', () => {
    expect(cardOf(statisticsCommand, '统计').blocks.some(({ kind }) => kind === 'chart')).toBe(true);
  });

  it.each([
    ['统计 办公室', '统计 · 办公室', '统计 办公室'],
    ['办公室统计', '统计 · 办公室', '统计 办公室'],
    ['统计 保障部', '统计 · 保障部', '统计 保障部'],
    ['办公室完成情况', '统计 · 办公室', '统计 办公室'],
    ['统计 第二部分', '统计 · 第二部分', '统计 第二部分'],
    ['统计 我的', '统计 · 周敏', '统计 周敏'],
    ['统计 2026年', '统计', '统计 2026年'],
  ])('%s', (text, title, view) => {
    const card = cardOf(statisticsCommand, text);
    expect([card.title, card.view]).toEqual([title, view]);
    expect(cardOf(statisticsCommand, card.view).blocks).toEqual(card.blocks);
  });

  it('counts one unit alone', () => {
    expect(textOf(statisticsCommand, '统计 保障部')).toContain('任务:3项');
  });

  it('says that it counts the whole year when a month was asked for', () => {
    expect(textOf(statisticsCommand, '统计 5月')).toContain('按全年统计;5月的任务发“5月”看');
  });

  it('leads to the lists behind its numbers', () => {
    const says = saysOn(cardOf(statisticsCommand, '统计 宣教部'));
    expect(says).toEqual(['逾期 宣教部', '未完成 宣教部', '统计 宣教部 图']);
    for (const say of says.slice(0, 2)) cardOf(timeListCommand, say);
    expect(ask(pictureCommand, says[2] ?? '')?.reply.kind).toBe('file');
  });

  it('says so when nothing meets the filter, or there is no plan', () => {
    expect(textOf(statisticsCommand, '统计 2025年')).toContain('没有符合条件的任务');
    expect(textOf(statisticsCommand, '统计', { workspace: aWorkspace() })).toContain('导入');
  });

  it.each(['本周', '统计局来访', '完成 12', ''])('is not %j', (text) => {
    expect(ask(statisticsCommand, text)).toBeUndefined();
  });
});
