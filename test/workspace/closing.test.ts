import { describe, expect, it } from 'vitest';
import { closeTask, reopenTask } from '../../src/workspace/closing.ts';
import { openChange } from '../../src/workspace/history.ts';
import type { Task } from '../../src/workspace/task.ts';
import { anActing } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = (task: Partial<Task>, today = '2026-05-12', by = 'u1') =>
  openChange(aWorkspace({ tasks: [aTask(task)] }), anActing({ today, by }), 'close');

const may = aSchedule({ start: '2026-05-01', end: '2026-05-31' });
const quarterly = aSchedule({ freq: 'quarterly' });

describe('closing a one-off task', () => {
  it.each([
    ['in its window', '2026-05-12', false],
    ['on its last day', '2026-05-31', false],
    ['a day after its end', '2026-06-01', true],
    ['before its window', '2026-02-01', false],
  ])('%s (%s): late %s', (_, today, late) => {
    const open = opened({ schedule: may }, today);
    expect(closeTask(open, 1)).toEqual({
      ok: true,
      number: 1,
      title: '召开一次职工代表大会',
      period: null,
      deadline: '2026-05-31',
      late,
      check: null,
    });
    expect(open.workspace.tasks[0]?.closings).toEqual([
      { period: null, late, check: null, by: 'u1', at: open.acting.at },
    ]);
  });

  it('says who closed it and when, the second time', () => {
    const open = opened({ schedule: may, closings: [{ period: null, late: false, check: null, by: 'u7', at: 99 }] });
    expect(closeTask(open, 1)).toMatchObject({ ok: false, reason: 'already-closed', by: 'u7', at: 99, period: null });
    expect(open.edits).toEqual([]);
  });

  it('keeps a remark as a progress line', () => {
    const open = opened({ schedule: may });
    closeTask(open, 1, { remark: ' 已开展,参加85人 ' });
    expect(open.workspace.tasks[0]?.progress).toEqual([{ text: '已开展,参加85人', by: 'u1', at: open.acting.at }]);
  });

  it.each([
    ['no such number', 9, {}, { reason: 'no-such-task', number: 9 }],
    ['a period of a task without periods', 1, { period: '2026-04' }, { reason: 'not-recurring', number: 1 }],
  ])('refuses %s', (_, number, options, refusal) => {
    expect(closeTask(opened({ schedule: may }), number, options)).toMatchObject({ ok: false, ...refusal });
  });

  it('refuses a cancelled task, telling who cancelled it and why', () => {
    const open = opened({ cancelled: { reason: '并入其他工作', by: 'u3', at: 7 } });
    expect(closeTask(open, 1)).toMatchObject({
      ok: false,
      reason: 'task-cancelled',
      by: 'u3',
      at: 7,
      why: '并入其他工作',
    });
  });
});

describe('closing a recurring task', () => {
  it.each([
    ['the running period by default', undefined, { ok: true, period: '2026-Q2', late: false, deadline: '2026-06-30' }],
    ['a past period, late', '2026-Q1', { ok: true, period: '2026-Q1', late: true, deadline: '2026-03-31' }],
    ['not a period to come', '2026-Q3', { ok: false, reason: 'period-not-begun', begins: '2026-07-01' }],
    ['not a period of another kind', '2026-05', { ok: false, reason: 'not-its-period' }],
    ['not a period of another year', '2025-Q4', { ok: false, reason: 'not-its-period' }],
    ['not nonsense', '2026-Q9', { ok: false, reason: 'not-its-period' }],
  ])('%s', (_, period, outcome) => {
    expect(closeTask(opened({ schedule: quarterly }), 1, { period })).toMatchObject(outcome);
  });

  it('closes each period on its own', () => {
    const open = opened({ schedule: quarterly });
    expect(closeTask(open, 1)).toMatchObject({ ok: true, period: '2026-Q2' });
    expect(closeTask(open, 1, { period: '2026-Q1' })).toMatchObject({ ok: true, period: '2026-Q1' });
    expect(closeTask(open, 1)).toMatchObject({ ok: false, reason: 'already-closed', period: '2026-Q2' });
  });

  it('does not call a period late that ended before the task was imported', () => {
    const open = opened({ schedule: quarterly, addedAt: Date.parse('2026-05-02T09:00:00+08:00') });
    expect(closeTask(open, 1, { period: '2026-Q1' })).toMatchObject({ ok: true, late: false });
  });

  it.each([
    ['before its first period', '2026-02-10', { reason: 'period-not-begun', period: '2026-04', begins: '2026-04-01' }],
    ['after its last', '2026-08-10', { reason: 'which-period', periods: ['2026-04', '2026-05', '2026-06'] }],
  ])('without a running period, %s', (_, today, refusal) => {
    const schedule = aSchedule({ start: '2026-04-01', end: '2026-06-30', freq: 'monthly' });
    expect(closeTask(opened({ schedule }, today), 1)).toMatchObject({ ok: false, ...refusal });
  });
});

describe('reopening', () => {
  const closing = (period: string | null) => ({ period, late: false, check: null, by: 'u1', at: 1 });

  it('opens a one-off task again', () => {
    const open = opened({ schedule: may, closings: [closing(null)] });
    expect(reopenTask(open, 1)).toMatchObject({ ok: true, period: null });
    expect(open.workspace.tasks[0]?.closings).toEqual([]);
  });

  it.each([
    ['the running period', ['2026-Q1', '2026-Q2'], undefined, { ok: true, period: '2026-Q2' }],
    ['the only one closed', ['2026-Q1'], undefined, { ok: true, period: '2026-Q1' }],
    ['the named one', ['2026-Q1', '2026-Q2'], '2026-Q1', { ok: true, period: '2026-Q1' }],
    ['not one that is open', ['2026-Q2'], '2026-Q1', { ok: false, reason: 'not-closed', period: '2026-Q1' }],
    ['none when none is closed', [], undefined, { ok: false, reason: 'not-closed', period: '2026-Q2' }],
  ])('opens %s of a recurring task', (_, closed, period, outcome) => {
    const open = opened({ schedule: quarterly, closings: closed.map(closing) });
    expect(reopenTask(open, 1, { period })).toMatchObject(outcome);
  });

  it('asks which of several past periods is meant', () => {
    const schedule = aSchedule({ freq: 'monthly' });
    const open = opened({ schedule, closings: [closing('2026-02'), closing('2026-01')] });
    expect(reopenTask(open, 1)).toMatchObject({ ok: false, reason: 'which-period', periods: ['2026-01', '2026-02'] });
  });

  it('refuses an open task', () => {
    expect(reopenTask(opened({ schedule: may }), 1)).toMatchObject({ ok: false, reason: 'not-closed', period: null });
  });
});
