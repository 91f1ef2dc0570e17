import { describe, expect, it } from 'vitest';
import { pictureCommand } from '../../handlers/picture.ts';
import { statisticsCommand } from '../../handlers/statistics.ts';
import type { Picture } from '../../src/cards/picture.ts';
import { ask, textOf } from '../builders/asking.ts';
import { openChat } from '../builders/chat.ts';
import { anOffice } from '../builders/office.ts';
import { aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const pictureOf = (text: string, workspace = anOffice()): { name: string; picture: Picture } => {
  const reply = ask(pictureCommand, text, { workspace })?.reply;
  if (reply?.kind !== 'file' || reply.paper.kind !== 'chart') throw new Error(`no picture for ${text}`);
  return reply.paper;
};

const SECTIONS = '各部分办结率';
const UNITS = '各责任单位办结率';
const TARGETS = '指标与序时(落后的在前)';

describe('统计图', () => {
  it.each([
    ['统计 图', '2026年工作进度', [SECTIONS, UNITS, TARGETS]],
    ['统计图', '2026年工作进度', [SECTIONS, UNITS, TARGETS]],
    ['图表', '2026年工作进度', [SECTIONS, UNITS, TARGETS]],
    ['画一张统计图', '2026年工作进度', [SECTIONS, UNITS, TARGETS]],
    ['统计 2026年 图', '2026年工作进度 · 2026年', [SECTIONS, UNITS, TARGETS]],
    ['进度图', '2026年工作进度', [SECTIONS, UNITS]],
    ['指标图', '2026年指标进度', [TARGETS]],
    ['指标图 组织部', '2026年指标进度 · 组织部', [TARGETS]],
    ['组织部指标图', '2026年指标进度 · 组织部', [TARGETS]],
    ['统计 办公室 图', '2026年工作进度 · 办公室', [SECTIONS, UNITS]],
    ['统计 办公室的图', '2026年工作进度 · 办公室', [SECTIONS, UNITS]],
    ['统计图 办公室', '2026年工作进度 · 办公室', [SECTIONS, UNITS]],
    ['办公室的统计图', '2026年工作进度 · 办公室', [SECTIONS, UNITS]],
  ])('%s is %s', (text, title, headings) => {
    const { picture } = pictureOf(text);
    expect(picture.title.replace(' · 2026年', '')).toBe(title.replace(' · 2026年', ''));
    expect(picture.panels.map(({ heading }) => heading)).toEqual(headings);
  });

  it('holds the figures of 统计, and targets against 序时', () => {
    const { picture, name } = pictureOf('统计 图');
    expect(name).toBe('清河区总工会2026年工作进度.png');
    expect(picture.note).toBe('截至5月12日,共19项任务');
    expect(picture.panels[0]?.bars[1]).toEqual({
      name: '二、权益保障',
      share: 2 / 12,
      overdue: 0,
      expected: null,
      label: '2/12 · 17%',
    });
    expect(picture.panels[2]?.bars).toEqual([
      { name: '#2 参训(新增)', share: 0.25, overdue: 0, expected: 12 / 31, label: '50/200人 · 25% · 序时39%' },
    ]);
  });

  it('draws thirty bars of a kind and counts the rest', () => {
    const tasks = Array.from({ length: 40 }, (_, index) => aTask({ number: index + 1, units: [`第${index + 1}部`] }));
    const units = pictureOf('统计 图', aWorkspace({ tasks })).picture.panels.find(({ heading }) => heading === UNITS);
    expect([units?.bars.length, units?.left]).toEqual([30, 10]);
  });

  it('says so when there is nothing to draw', () => {
    expect(textOf(pictureCommand, '指标图 办公室')).toContain('没有量化指标');
    expect(textOf(pictureCommand, '统计 2025年 图')).toContain('没有符合条件');
    expect(textOf(pictureCommand, '统计图', { workspace: aWorkspace() })).toContain('导入');
  });

  it.each([
    '统计',
    '统计局图',
    '图',
    '完成 12 设计图',
    '12 场地图',
    '统计图书馆活动',
    '',
    '指标',
  ])('is not %j', (text) => {
    expect(ask(pictureCommand, text)).toBeUndefined();
  });

  it('统计 is still a card, and a picture asked for among the lines of a message is said to need its own', async () => {
    expect(ask(statisticsCommand, '统计')?.reply.kind).toBe('card');
    const chat = await openChat({ workspace: anOffice() });
    expect(await chat.say('统计图')).toBe('文件 清河区总工会2026年工作进度.png');
    expect(await chat.say('统计\n统计图')).toContain('请单独发这条命令');
    await chat.close();
  });
});
