import { describe, expect, it } from 'vitest';
import { deadlineOf, originalEndOf } from '../../src/workspace/deadline.ts';
import { extendTask } from '../../src/workspace/extending.ts';
import { openChange } from '../../src/workspace/history.ts';
import type { Task } from '../../src/workspace/task.ts';
import { anActing } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = (task: Partial<Task>, today = '2026-05-12') =>
  openChange(aWorkspace({ tasks: [aTask(task)] }), anActing({ today }), 'extend');

const may = aSchedule({ start: '2026-05-01', end: '2026-05-31' });

describe('extending', () => {
  it('keeps the first end and counts the extensions', () => {
    const open = opened({ schedule: may });
    expect(extendTask(open, 1, '2026-06-30', ' 因场地装修 ')).toEqual({
      ok: true,
      number: 1,
      title: '召开一次职工代表大会',
      period: null,
      from: '2026-05-31',
      to: '2026-06-30',
      late: false,
      count: 1,
      original: '2026-05-31',
    });
    expect(extendTask(open, 1, '2026-07-31', '')).toMatchObject({
      ok: true,
      from: '2026-06-30',
      count: 2,
      original: '2026-05-31',
    });
    const task = aTask({ ...open.workspace.tasks[0] });
    expect(deadlineOf(task)).toBe('2026-07-31');
    expect(originalEndOf(task)).toBe('2026-05-31');
    expect(task.extensions[0]?.reason).toBe('因场地装修');
  });

  it.each([
    ['an earlier date', '2026-05-20', '2026-05-12', { reason: 'not-later', end: '2026-05-31' }],
    ['the same date', '2026-05-31', '2026-05-12', { reason: 'not-later', end: '2026-05-31' }],
    ['a later date that has gone by', '2026-06-10', '2026-06-20', { reason: 'date-past', to: '2026-06-10' }],
  ])('refuses %s', (_, to, today, refusal) => {
    const open = opened({ schedule: may }, today);
    expect(extendTask(open, 1, to, '')).toMatchObject({ ok: false, ...refusal });
    expect(open.edits).toEqual([]);
  });

  it('is 逾期申请 once the end has passed', () => {
    expect(extendTask(opened({ schedule: may }, '2026-06-01'), 1, '2026-06-10', '')).toMatchObject({
      ok: true,
      late: true,
    });
  });

  it('refuses a closed task, telling who closed it', () => {
    const open = opened({ schedule: may, closings: [{ period: null, late: false, check: null, by: 'u4', at: 5 }] });
    expect(extendTask(open, 1, '2026-06-30', '')).toMatchObject({
      ok: false,
      reason: 'already-closed',
      by: 'u4',
      at: 5,
    });
  });

  it('gives an unscheduled task its first end', () => {
    expect(extendTask(opened({}), 1, '2026-06-30', '')).toMatchObject({
      ok: true,
      from: null,
      late: false,
      original: null,
    });
  });

  it('does not end a task before it starts', () => {
    const open = opened({ schedule: aSchedule({ start: '2026-09-01' }) });
    expect(extendTask(open, 1, '2026-08-31', '')).toMatchObject({ ok: false, reason: 'not-later', end: '2026-08-31' });
    expect(extendTask(open, 1, '2026-09-01', '')).toMatchObject({ ok: true });
  });

  it('moves the end of the running period of a recurring task, and of no other', () => {
    const open = opened({ schedule: aSchedule({ freq: 'monthly' }) });
    expect(extendTask(open, 1, '2026-06-05', '')).toMatchObject({ ok: true, period: '2026-05', from: '2026-05-31' });
    const task = aTask({ ...open.workspace.tasks[0] });
    expect([deadlineOf(task, '2026-05'), deadlineOf(task, '2026-04'), deadlineOf(task, '2026-06')]).toEqual([
      '2026-06-05',
      '2026-04-30',
      '2026-06-30',
    ]);
  });

  it('moves the end of a named past period, late', () => {
    const open = opened({ schedule: aSchedule({ freq: 'monthly' }) });
    const extended = extendTask(open, 1, '2026-05-20', '', { period: '2026-04' });
    expect(extended).toMatchObject({ ok: true, period: '2026-04', from: '2026-04-30', late: true });
  });
});
