import { describe, expect, it } from 'vitest';
import { openChange } from '../../src/workspace/history.ts';
import { cumulative, type Figure, reportFigure } from '../../src/workspace/reporting.ts';
import type { Report, Target } from '../../src/workspace/task.ts';
import { anActing } from '../builders/acting.ts';
import { aTarget, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const aReport = (overrides: Partial<Report> = {}): Report => ({
  target: 't1',
  value: 10,
  mode: 'add',
  by: 'u1',
  at: 1,
  ...overrides,
});

const opened = (targets: Target[], reports: Report[] = []) =>
  openChange(aWorkspace({ tasks: [aTask({ targets, reports })] }), anActing(), 'report');

const aFigure = (overrides: Partial<Figure> = {}): Figure => ({ value: 3, mode: null, confirmed: false, ...overrides });

const members = aTarget({ id: 't1', name: '会员', value: 500, unit: '人', kind: 'increase' });
const rate = aTarget({ id: 't2', name: '签订率', value: 95, unit: '%', kind: 'level' });
const trainings = aTarget({ id: 't3', name: '培训', value: 4, unit: '场', kind: 'increase' });
const unclear = aTarget({ id: 't4', name: '职工书屋', value: 3, unit: '家', kind: null });
const money = aTarget({ id: 't5', name: '慰问金', value: 500_000, unit: '元', kind: 'increase' });

describe('新增 and 累计', () => {
  it.each([
    ['an increase adds', members, null, 3, 10, 13],
    ['an increase takes a total when said so', members, 'total', 45, 10, 45],
    ['a level is a total', rate, null, 60, 10, 60],
    ['a level adds when said so', rate, 'add', 5, 10, 15],
    ['an unclear one follows what was said', unclear, 'add', 1, 10, 11],
  ] as const)('%s', (_, target, mode, value, before, after) => {
    const open = opened([target], [aReport({ target: target.id })]);
    expect(reportFigure(open, 1, aFigure({ value, mode }))).toMatchObject({ ok: true, before, after });
    expect(cumulative(aTask({ ...open.workspace.tasks[0] }), target.id)).toBe(after);
  });

  it('asks when neither the plan nor the speaker tells', () => {
    const open = opened([unclear]);
    expect(reportFigure(open, 1, aFigure())).toMatchObject({ ok: false, reason: 'kind-unknown', value: 3 });
    expect(open.edits).toEqual([]);
  });

  it('passes 100 % without a word', () => {
    expect(reportFigure(opened([trainings]), 1, aFigure({ value: 6 }))).toMatchObject({ ok: true, share: 1.5 });
  });
});

describe('which target', () => {
  const all = [members, rate, trainings, money];

  it.each<[string, Partial<Figure>, string]>([
    ['by unit', { unit: '人' }, 't1'],
    ['by a unit like it', { unit: '名' }, 't1'],
    ['by unit in another width', { unit: '%' }, 't2'],
    ['by name', { name: '签订率' }, 't2'],
    ['by part of the name', { name: '签订' }, 't2'],
    ['by a name with words around it', { name: '新会员' }, 't1'],
    ['by id', { target: 't3' }, 't3'],
    ['by scaled unit', { unit: '万元' }, 't5'],
  ])('%s', (_, words, id) => {
    expect(reportFigure(opened(all), 1, aFigure(words))).toMatchObject({ ok: true, target: { id } });
  });

  it.each<[string, Target[], Partial<Figure>]>([
    ['nothing tells them apart', all, {}],
    ['no target has the unit', all, { unit: '座' }],
    ['the only target has another unit', [members], { unit: '场' }],
    ['unit and name contradict each other', all, { unit: '场', name: '会员' }],
    ['the id is unknown', all, { target: 't9' }],
  ])('refuses when %s, naming the targets', (_, targets, words) => {
    const refusal = reportFigure(opened(targets), 1, aFigure(words));
    expect(refusal).toMatchObject({ ok: false, reason: 'which-target', targets });
  });

  it('refuses a task without targets', () => {
    expect(reportFigure(opened([]), 1, aFigure())).toMatchObject({ ok: false, reason: 'no-targets' });
  });

  it.each([
    ['万人 of a target in 人', members, '万人', 1.2, 12_000],
    ['万元 of a target in 元', money, '万元', 0.3, 3000],
    ['亿元', money, '亿元', 1, 100_000_000],
    ['元 of a target in 万元', aTarget({ unit: '万元', value: 50 }), '元', 30_000, 3],
  ])('reads %s', (_, target, unit, value, after) => {
    expect(reportFigure(opened([target]), 1, aFigure({ unit, value }))).toMatchObject({ ok: true, after });
  });
});

describe('figures in doubt', () => {
  const reported = [aReport({ value: 40 })];

  it.each<[string, Partial<Figure>, object]>([
    ['a fall', { value: 30, mode: 'total' }, { ok: false, reason: 'fall', from: 40, to: 30 }],
    ['a tenfold total', { value: 400, mode: 'total' }, { ok: false, reason: 'tenfold', from: 40, to: 400 }],
    ['a tenfold sum', { value: 360 }, { ok: false, reason: 'tenfold', from: 40, to: 400 }],
    ['not a ninefold one', { value: 359 }, { ok: true, after: 399 }],
    ['not the same again', { value: 40, mode: 'total' }, { ok: true, after: 40 }],
    ['not a confirmed fall', { value: 30, mode: 'total', confirmed: true }, { ok: true, after: 30 }],
    ['not a confirmed jump', { value: 4000, confirmed: true }, { ok: true, after: 4040 }],
  ])('questions %s', (_, words, outcome) => {
    expect(reportFigure(opened([members], reported), 1, aFigure(words))).toMatchObject(outcome);
  });

  it('never questions a first report', () => {
    expect(reportFigure(opened([members]), 1, aFigure({ value: 9000 }))).toMatchObject({ ok: true, after: 9000 });
  });

  it('never questions a jump from nothing', () => {
    const open = opened([members], [aReport({ value: 0 })]);
    expect(reportFigure(open, 1, aFigure({ value: 300 }))).toMatchObject({ ok: true, after: 300 });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s', (value) => {
    expect(reportFigure(opened([members]), 1, aFigure({ value }))).toMatchObject({ ok: false, reason: 'bad-value' });
  });
});

describe('the cumulative figure', () => {
  const task = aTask({
    targets: [members],
    reports: [
      aReport({ value: 0.1, at: 10 }),
      aReport({ value: 0.2, at: 20 }),
      aReport({ value: 7, target: 't2', at: 20 }),
      aReport({ value: 45, mode: 'total', at: 30 }),
      aReport({ value: 5, at: 40 }),
    ],
  });

  it.each([
    [5, 0],
    [10, 0.1],
    [20, 0.3],
    [30, 45],
    [undefined, 50],
  ])('until %s is %s', (until, figure) => {
    expect(cumulative(task, 't1', until)).toBe(figure);
  });
});
