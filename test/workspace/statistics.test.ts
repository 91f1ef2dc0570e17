import { describe, expect, it } from 'vitest';
import { statisticsOf } from '../../src/workspace/statistics.ts';
import { timeGone } from '../../src/workspace/target-state.ts';
import type { Task } from '../../src/workspace/task.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTarget, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const looking = { today: '2026-05-12', me: 'u1' };
const closing = (period: string | null) => ({ period, late: false, check: null, by: 'u1', at: 1 });
const tasks: Partial<Task>[] = [
  {
    section: ['二、维权'],
    units: ['保障部'],
    schedule: aSchedule({ start: '2026-03-01', end: '2026-03-31' }),
  },
  {
    section: ['二、维权'],
    units: ['办公室', '保障部'],
    schedule: aSchedule({ freq: 'quarterly' }),
    addedAt: instant('2026-04-02'),
    closings: [closing('2026-Q2')],
  },
  { section: ['一、组织'], units: ['保障部'], closings: [closing(null)] },
  {
    targets: [aTarget({ value: 100 })],
    reports: [{ target: 't1', value: 40, mode: 'add', by: 'u1', at: 1 }],
  },
  { section: ['一、组织'], units: ['办公室'], cancelled: { reason: '', by: 'u1', at: 1 } },
  { section: ['旧'], year: 2025 },
];
const workspace = aWorkspace({ tasks: tasks.map((task, index) => aTask({ number: index + 1, ...task })) });

describe('statistics', () => {
  const found = statisticsOf(workspace, [], looking);

  it('count periods of a recurring task, not the task, and not what was cancelled', () => {
    expect(found).toMatchObject({ year: 2026, tasks: 4, cancelled: 1 });
    expect(found.all).toEqual({ total: 6, closed: 2, overdue: 1, open: 4, rate: 1 / 3 });
  });

  it('by section, in the order of the plan, none last', () => {
    expect(found.sections.map(({ name, total, closed }) => [name, total, closed])).toEqual([
      ['二、维权', 4, 1],
      ['一、组织', 1, 1],
      ['', 1, 0],
    ]);
  });

  it('by unit, most first, none last; a task of two units counts in both', () => {
    expect(found.units.map(({ name, total, overdue }) => [name, total, overdue])).toEqual([
      ['保障部', 5, 1],
      ['办公室', 3, 0],
      ['', 1, 0],
    ]);
  });

  it('by light, each task once', () => {
    expect(found.lights).toEqual({ '🔴': 1, '🟡': 0, '🟢': 1, '⚪': 0, '✅': 2 });
  });

  it('with the targets', () => {
    expect(found.targets).toMatchObject([{ number: 4, cumulative: 40, share: 0.4, gap: 4, reported: true }]);
  });

  it('of a unit, of a year, of nothing', () => {
    expect(statisticsOf(workspace, [{ kind: 'name', name: '办公室' }], looking)).toMatchObject({
      tasks: 1,
      cancelled: 1,
    });
    expect(statisticsOf(workspace, [{ kind: 'year', year: 2025 }], looking)).toMatchObject({ year: 2025, tasks: 1 });
    expect(statisticsOf(aWorkspace(), [], looking).all).toEqual({ total: 0, closed: 0, overdue: 0, open: 0, rate: 0 });
  });
});

describe('序时', () => {
  it.each([
    ['the year on its first day', {}, '2026-01-01', 1 / 365],
    ['the year on its last', {}, '2026-12-31', 1],
    ['a window', { start: '2026-06-01', end: '2026-06-30' }, '2026-06-15', 0.5],
    ['before the window', { start: '2026-06-01', end: '2026-06-30' }, '2026-05-01', 0],
    ['after the window', { start: '2026-06-01', end: '2026-06-30' }, '2026-08-01', 1],
    ['a window that ends before it starts', { start: '2026-06-01', end: '2026-05-31' }, '2026-06-01', 1],
  ])('%s', (_, schedule, today, share) => {
    expect(timeGone(aTask({ schedule: aSchedule(schedule) }), today)).toBeCloseTo(share, 10);
  });
});
