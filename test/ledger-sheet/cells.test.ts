import { describe, expect, it } from 'vitest';
import { isSameCell } from '../../src/ledger-sheet/cell.ts';
import { readDay, readTimeCell } from '../../src/ledger-sheet/day-cell.ts';
import { hasLostLines, newLines, readProgressLine } from '../../src/ledger-sheet/progress-cell.ts';
import { readTargetsCell, targetsWords } from '../../src/ledger-sheet/target-cell.ts';
import { readWork, workOf } from '../../src/ledger-sheet/work-cell.ts';
import { readRanges, sayRanges } from '../../src/plan/ledger/number-ranges.ts';
import type { TargetKind, TargetOp } from '../../src/plan/plan-draft.ts';
import { aTargetDraft } from '../builders/task.ts';

describe('a day in a cell', () => {
  it.each([
    ['2026年6月30日', '2026-06-30'],
    ['2026/6/30', '2026-06-30'],
    ['2026.6.30', '2026-06-30'],
    ['2026-06-30', '2026-06-30'],
    ['2026-06-30 00:00:00', '2026-06-30'],
    ['2026年6月30日(周二)', '2026-06-30'],
    ['20260630', '2026-06-30'],
    ['46203', '2026-06-30'],
    ['6月30日', '2026-06-30'],
    ['6/30', '2026-06-30'],
    ['6.30', '2026-06-30'],
    ['2026／6／30', '2026-06-30'],
    ['2027-1-4', '2027-01-04'],
    ['2026-02-30', undefined],
    ['6月底', undefined],
    ['12', undefined],
    ['99999', undefined],
    ['', undefined],
  ])('%s is %s', (cell, day) => {
    expect(readDay(cell, 2026)).toBe(day);
  });

  it.each([
    ['6月底', { start: null, end: '2026-06-30', freq: null }],
    ['6月底前完成', { start: null, end: '2026-06-30', freq: null }],
    ['二季度', { start: '2026-04-01', end: '2026-06-30', freq: null }],
    ['每季度', { start: null, end: null, freq: 'quarterly' }],
    ['每月 · 4月1日—7月31日', { start: '2026-04-01', end: '2026-07-31', freq: 'monthly' }],
  ])('%s is a time', (cell, time) => {
    expect(readTimeCell(cell, 2026)).toMatchObject(time);
  });

  it.each(['尽快', '长期', '6月底前请张三报方案', '', `6月底${'前'.repeat(100)}`])('%s is none', (cell) => {
    expect(readTimeCell(cell, 2026)).toBeUndefined();
  });
});

describe('isSameCell', () => {
  it.each([
    ['完成时限', { day: '2026-06-30' }, '2026年6月30日', true],
    ['完成时限', { day: '2026-06-30' }, '6.30', true],
    ['完成时限', { day: '2026-06-30' }, '2026年6月29日', false],
    ['完成时限', { day: '2026-06-30' }, '', false],
    ['完成时限', null, '', true],
    ['完成率', { share: 0.25 }, '25%', true],
    ['完成率', { share: 0.25 }, '0.25', true],
    ['完成率', { share: 0 }, '', false],
    ['责任人', '张三、李四', '张三、 李四', true],
    ['责任人', '张三、李四', '李四、张三', false],
    ['工作任务', '召开会议(一)', '召开会议（一）', true],
    ['责任人', '6.30', '6月30日', false],
  ] as const)('%s %j %j: %s', (column, cell, came, same) => {
    expect(isSameCell(column, cell, came, 2026)).toBe(same);
  });
});

describe('targets in a cell', () => {
  const ops: TargetOp[] = ['>=', '=', 'approx'];
  const kinds: TargetKind[] = ['increase', 'level', null];
  const all = ops.flatMap((op) =>
    kinds.flatMap((kind) =>
      ['会员', '', '驿站 新'].map((name) => aTargetDraft({ op, kind, name, value: 12.5, unit: '家' })),
    ),
  );

  it.each(all.map((target) => [targetsWords([target]), target] as const))('%s is read as it was', (words, target) => {
    expect(readTargetsCell(words)).toEqual([target]);
  });

  it.each([
    ['会员 新增≥600人', [{ name: '会员', value: 600, unit: '人', op: '>=', kind: 'increase' }]],
    ['会员 新增1.2万人', [{ name: '会员', value: 12000, unit: '人', op: '=', kind: 'increase' }]],
    ['签订率 ≥95%', [{ name: '签订率', value: 95, unit: '%', op: '>=', kind: 'level' }]],
    ['新增会员不少于600人', [{ name: '会员', value: 600, unit: '人', op: '>=', kind: 'increase' }]],
    ['', []],
  ])('%s', (words, targets) => {
    expect(readTargetsCell(words)).toMatchObject(targets);
  });

  it.each(['越多越好', '会员 新增500人\n越多越好'])('%s states none', (words) => {
    expect(readTargetsCell(words)).toBeUndefined();
  });
});

describe('lines of progress', () => {
  it.each([
    ['', '场地已定', ['场地已定']],
    ['5月7日 场地已定', '5月7日 场地已定\n名单已报', ['名单已报']],
    ['5月7日 场地已定', '名单已报\n5月7日  场地已定', ['名单已报']],
    ['5月7日 场地已定', '5月7日 场地已定;名单已报', ['名单已报']],
    ['5月7日 场地已定', '5月7日 场地已定\uff1b名单已报', ['名单已报']],
    ['5月7日 场地已定', '5月7日 场地已定。', []],
    ['5月7日 场地已定', '', []],
    ['甲\n乙', '乙\n甲', []],
    ['甲', '甲乙', ['乙']],
  ])('%j came back as %j: %j', (before, came, lines) => {
    expect(newLines(before, came)).toEqual(lines);
  });

  it.each([
    ['甲\n乙', '乙', true],
    ['甲\n乙', '乙\n甲', false],
    ['甲', '甲;丙', false],
    ['甲', '', true],
    ['', '甲', false],
  ])('%j → %j lost some: %s', (before, came, lost) => {
    expect(hasLostLines(before, came)).toBe(lost);
  });

  it.each([
    ['讲师已定(60%)', '讲师已定', 60],
    ['讲师已定（60％）', '讲师已定', 60],
    ['60%', '', 60],
    ['签订率达95%', '签订率达95%', null],
    ['讲师已定(160%)', '讲师已定(160%)', null],
  ])('%s', (line, text, percent) => {
    expect(readProgressLine(line)).toEqual({ text, percent });
  });
});

describe('工作任务', () => {
  const plain = { title: '举办职工书画展', text: '4月下旬:举办职工书画展。责任单位:宣教部;责任领导:王明' };

  it.each([
    [plain, '4月下旬:举办职工书画展。'],
    [{ title: '书画展', text: '举办职工书画展' }, '举办职工书画展'],
    [{ title: '办展', text: `办展${' '.repeat(9)}\uff0c责任人:王明` }, '办展'],
    [{ title: '文化活动', text: '举办职工书画展' }, '文化活动\n举办职工书画展'],
    [{ title: '责任人:王明', text: '责任人:王明' }, '责任人:王明'],
    [{ title: '举办书画展', text: '举办书画展(责任人:王明,责任单位:宣教部)。' }, '举办书画展。'],
    [{ title: '举办书画展', text: '举办书画展,责任人:王明。' }, '举办书画展。'],
  ])('%j stands as %j', (task, words) => {
    expect(workOf(task)).toBe(words);
  });

  it.each([
    [plain, '5月举办职工书画展', { title: '5月举办职工书画展', text: '5月举办职工书画展' }],
    [
      { title: '文化活动', text: '举办书画展。责任单位:宣教部' },
      '文体活动\n举办书画展。',
      { title: '文体活动', text: '举办书画展。责任单位:宣教部' },
    ],
    [{ title: '文化活动', text: '举办书画展' }, '文化活动\n举办摄影展', { title: '文化活动', text: '举办摄影展' }],
  ])('%j edited to %j', (task, cell, read) => {
    expect(readWork(cell, task)).toEqual(read);
  });
});

describe('ranges of numbers', () => {
  it.each([
    [[], ''],
    [[3], '3'],
    [[3, 1, 2, 7, 8], '1-3,7-8'],
  ])('%j is %j', (numbers, text) => {
    expect(sayRanges(numbers)).toBe(text);
    expect(readRanges(text)).toEqual([...numbers].sort((a, b) => a - b));
  });

  it.each(['a', '1-', '3-1', '1,,2', '1-9999999', '-1'])('%s is none', (text) => {
    expect(readRanges(text)).toBeUndefined();
  });
});
