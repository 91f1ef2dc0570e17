import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { timeListCommand } from '../../handlers/time-list.ts';
import { cardText } from '../../src/cards/card-text.ts';
import { ask, cardOf, numbersOn, saysOn, textOf } from '../builders/asking.ts';
import { HOSTILE_TITLES } from '../builders/card.ts';
import { anOffice } from '../builders/office.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const VISITS = [9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20];

describe('time lists', () => {
  it.each<[string, number[]]>([
    ['今天', [5, 3, 2, 4]],
    ['本周', [5, 3, 2, 4]],
    ['下周', [3, 2, 4]],
    ['上周', [3, 2, 4]],
    ['本月', [3, 5, 2, 4]],
    ['4月', [1, 4]],
    ['四月份', [1, 4]],
    ['一季度', []],
    ['上半年', [1, 3, 5, 2, 4]],
    ['2025年', []],
  ])('%s', (text, numbers) => {
    expect(numbersOn(cardOf(timeListCommand, text))).toEqual(numbers);
  });

  it.each<[string, number[]]>([
    ['逾期', [1, 3]],
    ['已完成', [5]],
    ['已取消', [8]],
    ['未排期', [7]],
    ['我的', [3]],
    ['第二部分', [5, 4, 6, 7]],
    ['王明', [1, 6]],
    ['办公室', [6]],
  ])('a filter alone: %s', (text, numbers) => {
    expect(numbersOn(cardOf(timeListCommand, text))).toEqual(numbers);
  });

  it.each<[string, number[]]>([
    ['5月 李芳', [2, 4]],
    ['李芳 5月', [2, 4]],
    ['5月李芳的', [2, 4]],
    ['4月 宣教部 未完成', [1]],
    ['未完成 宣教部 4月', [1]],
    ['本月 已完成', [5]],
    ['本月有哪些逾期的?', [3]],
    ['第一部分 逾期', [1, 3]],
    ['本月 未排期', [7]],
  ])('time and filters in any order: %s', (text, numbers) => {
    expect(numbersOn(cardOf(timeListCommand, text))).toEqual(numbers);
  });

  it.each<[string, number[]]>([
    ['5月 保障部', [5, 4]],
    ['保障部负责的有哪些', [5, 4, 7]],
  ])('part of one unit’s name: %s', (text, numbers) => {
    expect(numbersOn(cardOf(timeListCommand, text))).toEqual(numbers);
  });

  it('takes no part of a name that two units have', () => {
    const tasks = [aTask({ units: ['宣传教育部'] }), aTask({ number: 2, units: ['教育培训部'] })];
    expect(ask(timeListCommand, '教育', { workspace: aWorkspace({ tasks }) })).toBeUndefined();
  });

  it.each(['12', '完成 12', '本周天气不错', '帮助', '', '不存在的单位 本月', '2026年2月30日'])('is not %j', (text) => {
    expect(ask(timeListCommand, text)).toBeUndefined();
  });
});

describe('the card of a list', () => {
  it('tells the days, the lights and who does what until when', () => {
    expect(textOf(timeListCommand, '本月 逾期')).toBe(
      '【本月 · 逾期】5月1日—5月31日\n共1项 🔴1\n🔴 #3 更新公众号\n   宣教部 周敏 · 每周 第19周 · 5月10日 周日 · 逾期2天\n▸ 可发送:完成 3 2026-W19',
    );
  });

  it('counts what lies elsewhere in one line, and keeps the filter on its buttons', () => {
    const card = cardOf(timeListCommand, '6月 权益保障部');
    expect(cardText(card)).toContain('另有未排期1项');
    expect(saysOn(card)).toContain('未排期 权益保障部');
    expect(saysOn(cardOf(timeListCommand, '6月'))).toContain('逾期');
  });

  it('strikes out what was cancelled and offers no closing of it', () => {
    const card = cardOf(timeListCommand, '已取消');
    expect(card.blocks[1]).toMatchObject({
      kind: 'taskRows',
      rows: [{ number: 8, struck: true, light: '', buttons: [] }],
    });
  });

  it('offers to close only what is open and has begun', () => {
    expect(saysOn(cardOf(timeListCommand, '今天'))).toEqual([
      '完成 3 2026-W20',
      '完成 2',
      '完成 4 2026-05',
      '逾期',
      '未排期',
    ]);
    const later = cardOf(timeListCommand, '下月 李芳');
    expect(numbersOn(later)).toEqual([4]);
    expect(saysOn(later)).not.toContain('完成 4 2026-06');
  });

  it('says what to do when there is no plan', () => {
    expect(textOf(timeListCommand, '本周', { workspace: aWorkspace() })).toContain('导入');
  });

  it('says how to be known when 我的 finds no name', () => {
    expect(textOf(timeListCommand, '我的', { by: 'u3' })).toContain('我是 张三');
    expect(textOf(timeListCommand, '我的 4月 逾期')).toContain('没有“4月 我的 逾期”的任务');
  });
});

describe('a month that is over, of a plan that runs over New Year', () => {
  const window = { start: '2027-01-01', end: '2027-01-31' };
  const workspace = aWorkspace({
    tasks: [
      aTask({ number: 1, schedule: aSchedule(window), leaders: ['王明'] }),
      aTask({ number: 2, schedule: aSchedule({ start: '2027-02-01', end: '2027-02-28' }) }),
    ],
  });
  const said = (text: string, today: string) => textOf(timeListCommand, text, { workspace, today });

  it.each([
    ['1月', '没有“1月”的任务。明年的有1项,发“2027年1月”看'],
    ['2月', '没有“2月”的任务。明年的有1项,发“2027年2月”看'],
    ['1月 王明', '没有“1月 王明”的任务。明年的有1项,发“2027年1月 王明”看'],
    ['一季度', '没有“一季度”的任务。明年的有2项,发“2027年一季度”看'],
  ])('%s names the one to come', (text, answer) => {
    expect(said(text, '2026-11-27')).toContain(answer);
    const [, say = ''] = /发“([^”]+)”/.exec(said(text, '2026-11-27')) ?? [];
    expect(numbersOn(cardOf(timeListCommand, say, { workspace, today: '2026-11-27' })).length).toBeGreaterThan(0);
  });

  it.each([
    ['3月', '2026-11-27'],
    ['2025年1月', '2026-11-27'],
    ['12月', '2026-11-27'],
  ])('%s has none', (text, today) => {
    expect(said(text, today)).not.toContain('明年');
  });
});

describe('pages', () => {
  it('come ten at a time, with buttons that keep the filter', () => {
    const first = cardOf(timeListCommand, '12月 基层工作部');
    expect(numbersOn(first)).toEqual(VISITS.slice(0, 10));
    expect(saysOn(first)).toContain('12月 基层工作部 第2页');
    const second = cardOf(timeListCommand, '12月 基层工作部 第2页');
    expect(numbersOn(second)).toEqual(VISITS.slice(10));
    expect(second.view).toBe('12月 基层工作部 第2页');
    expect(saysOn(second)).toContain('12月 基层工作部');
  });

  it('beyond the last are the last', () => {
    expect(numbersOn(cardOf(timeListCommand, '基层工作部 第99页'))).toEqual(VISITS.slice(10));
  });

  it('of 我的 name the person, so that whoever turns them sees the same list', () => {
    const mine = cardOf(timeListCommand, '5月 我的', { by: 'u2' });
    expect(mine.title).toBe('5月 · 我的(李芳)');
    expect(mine.view).toBe('5月 李芳');
    expect(numbersOn(cardOf(timeListCommand, mine.view, { by: 'u3' }))).toEqual(numbersOn(mine));
  });
});

describe('whatever the list', () => {
  const words = ['本月', '全年', '12月', '逾期', '未完成', '李芳', '保障部', '第三部分', '我的', '无进展', '第2页'];

  it('its view and its page buttons draw a list again', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 1, maxLength: 4 }), (chosen) => {
        const answer = ask(timeListCommand, chosen.join(' '));
        if (answer?.reply.kind !== 'card') return;
        const { card } = answer.reply;
        expect(cardOf(timeListCommand, card.view).view).toBe(card.view);
        for (const say of saysOn(card).filter((each) => each.includes('页'))) cardOf(timeListCommand, say);
        expect(numbersOn(card).length).toBeLessThanOrEqual(10);
        expect(saysOn(card).length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 60 },
    );
  });

  it.each(HOSTILE_TITLES)('shows %s as it was typed', (title) => {
    const workspace = anOffice({
      tasks: [aTask({ title, units: [title], schedule: aSchedule({ end: '2026-05-31' }) })],
    });
    const said = textOf(timeListCommand, '本月', { workspace });
    expect(said).toContain(`#1 ${title}\n   ${title} · 5月31日`);
  });

  it('shortens a title of two thousand characters', () => {
    const tasks = Array.from({ length: 30 }, (_, index) =>
      aTask({ number: index + 1, title: '长'.repeat(2000), units: ['部'.repeat(500)] }),
    );
    const card = cardOf(timeListCommand, '全年', { workspace: aWorkspace({ tasks }) });
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(10_000);
  });
});
