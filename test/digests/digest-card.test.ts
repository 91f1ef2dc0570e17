import { describe, expect, it } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import type { Block } from '../../src/cards/card.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { compile } from '../../src/digests/compile.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import { digestText } from '../../src/digests/digest-text.ts';
import { renderCard } from '../../src/platforms/feishu/render.ts';
import type { Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { anOffice } from './office.ts';

const calendar = stateCouncilCalendar();
const MONDAY = instant('2026-04-27');
const MAY = instant('2026-05-06');

/** Three hundred tasks with long titles, spread over every part of a digest. */
const manyTasks = (): Task[] =>
  Array.from({ length: 300 }, (_, index) => {
    const end = ['2026-04-10', '2026-04-29', '2026-05-06', '2026-04-24', '2026-12-31'][index % 5] ?? null;
    return aTask({
      number: index + 1,
      title: `第${index + 1}项${'深入开展职工思想政治引领工作'.repeat(6)}`,
      units: ['组织宣传教育和网络工作部', '权益保障部', '办公室'],
      leaders: ['王海', '陈静'],
      owners: ['李梅', '周强', '吴敏'],
      schedule: aSchedule({ end }),
      targets: [aTarget({ name: '新就业形态劳动者入会人数'.repeat(4) })],
      reports: [{ target: 't1', value: 3, mode: 'add', by: 'u1', at: instant('2026-04-22') }],
      closings:
        index % 5 === 3 ? [{ period: null, late: false, check: null, by: 'u1', at: instant('2026-04-23') }] : [],
      progress: [{ text: '正在推进'.repeat(40), by: 'u1', at: instant('2026-04-23') }],
    });
  });
const rowsOf = (block: Block): number => {
  if (block.kind === 'taskRows') return block.rows.length;
  if (block.kind === 'lines') return block.lines.length;
  return block.kind === 'progress' ? block.bars.length : 0;
};
const says = (blocks: Block[]) =>
  blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons.map(({ label, say }) => `${label}:${say}`) : []));

describe('digestCard', () => {
  const office = anOffice({ tasks: manyTasks() });
  const weekly = digestCard(compile(office, 'weekly', '2026-W18', { asOf: MONDAY, calendar }));
  const monthly = digestCard(compile(office, 'monthly', '2026-04', { asOf: MAY, calendar }));

  it.each([
    ['周报', weekly],
    ['月报', monthly],
  ])('%s of 300 tasks stays small: ten of each part', (_name, card) => {
    expect(Math.max(...card.blocks.map(rowsOf))).toBe(10);
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(20_000);
    expect(card.blocks.length).toBeLessThan(40);
  });

  it('keeps every part within the limits of a real platform, the moment of the facts included', () => {
    for (const card of [weekly, monthly]) {
      const drawn = JSON.stringify(renderCard(card));
      expect(drawn.split('"tag":').length).toBeLessThan(100);
      expect(Buffer.byteLength(JSON.stringify(drawn))).toBeLessThan(25_000);
      expect(drawn).toContain('数据截至');
      expect(drawn).not.toContain('其余');
    }
  });

  it('counts the rest and offers the list of it', () => {
    expect(says(weekly.blocks)).toEqual([
      '还有50项,看“第17周 已完成”:第17周 已完成',
      '还有50项,看“第18周 未完成”:第18周 未完成',
      '还有50项,看“逾期”:逾期',
      '还有50项,看“第19周 未完成”:第19周 未完成',
      '看指标:指标',
      '文档:周报 2026年第18周 文档',
    ]);
    expect(says(monthly.blocks)).toEqual([
      '还有50项,看“4月 已完成”:4月 已完成',
      '还有110项,看“逾期”:逾期',
      '还有110项,看“4月 未完成”:4月 未完成',
      '看指标:指标',
      '还有50项,看“5月”:5月',
      '文档:月报 2026年4月 文档',
    ]);
  });

  it('holds the words of the office', () => {
    const words = ['上周办结', '本周应办', '逾期', '临期(下周)', '指标', '数据截至 4月27日 09:00', '全年300项'];
    for (const word of words) expect(cardText(weekly)).toContain(word);
    for (const word of ['4月份工作总结', '5月份工作安排', '责任领导:王海、陈静', '本月新增3人', '完成年度任务1%']) {
      expect(cardText(monthly)).toContain(word);
    }
  });

  it('marks what was sent after its hour', () => {
    const digest = { ...compile(anOffice(), 'weekly', '2026-W18', { asOf: MONDAY, calendar }), late: true };
    expect(digestCard(digest).title).toBe('周报 第18周(4月27日—5月3日) · 补发');
    expect(digestText(digest)).toContain('补发');
  });

  it('warns by its colour only when something is overdue', () => {
    const tone = (tasks: Task[]) =>
      digestCard(compile(anOffice({ tasks }), 'weekly', '2026-W18', { asOf: MONDAY, calendar })).tone;
    expect(tone([aTask({ schedule: aSchedule({ end: '2026-04-20' }) })])).toBe('warning');
    expect(tone([aTask({ schedule: aSchedule({ end: '2026-04-30' }) })])).toBe('neutral');
  });

  it('shows people’s text as typed', () => {
    const title = '=cmd|" /C calc"!A0 <at id=all></at> **粗**\n第二行';
    const digest = compile(
      anOffice({ tasks: [aTask({ title, schedule: aSchedule({ end: '2026-04-20' }) })] }),
      'weekly',
      '2026-W18',
      { asOf: MONDAY, calendar },
    );
    const shown = '=cmd|" /C calc"!A0 <at id=all></at> **粗** 第二行';
    expect(digestText(digest)).toContain(shown);
    expect(cardText(digestCard(digest))).toContain('=cmd|" /C calc"!A0 <at id=all>');
  });
});

describe('digestText', () => {
  it('leaves nothing out', () => {
    const text = digestText(compile(anOffice({ tasks: manyTasks() }), 'monthly', '2026-04', { asOf: MAY, calendar }));
    for (const number of [4, 299]) expect(text).toMatch(new RegExp(`第${number}项[^\\n]+\\(#${number} `));
    expect(text).not.toMatch(/undefined|null|NaN/);
  });

  it('names each role in the plan of the next month', () => {
    const text = digestText(compile(anOffice(), 'monthly', '2026-04', { asOf: MAY, calendar }));
    expect(text).toContain('2. 举办青年座谈会(#4) · 5月4日—5月8日 · 责任领导:陈静;责任单位:组织部');
  });
});
