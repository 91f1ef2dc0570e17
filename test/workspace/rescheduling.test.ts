import { describe, expect, it } from 'vitest';
import type { Schedule } from '../../src/plan/plan-draft.ts';
import { deadlineOf } from '../../src/workspace/deadline.ts';
import { extendTask } from '../../src/workspace/extending.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { rescheduleTask } from '../../src/workspace/rescheduling.ts';
import type { Task } from '../../src/workspace/task.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import { anActing } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = (task: Partial<Task>) => openChange(aWorkspace({ tasks: [aTask(task)] }), anActing(), 'edit');
const may = aSchedule({ start: '2026-05-01', end: '2026-05-31', stated: '5月' });
const june = aSchedule({ end: '2026-06-30', stated: '6月底前' });
const monthly = aSchedule({ freq: 'monthly', stated: '每月' });
const closing = (period: string | null) => ({ period, late: false, check: null, by: 'u2', at: 5 });
const extension = (period: string | null, to: string) => ({
  ...{ period, from: null, to, reason: '', late: false, by: 'u1', at: 5 },
});

describe('修改 时限', () => {
  it('replaces the schedule, earlier or later', () => {
    const open = opened({ schedule: may });
    expect(rescheduleTask(open, 1, june)).toMatchObject({ ok: true, before: may, after: june, deadline: '2026-06-30' });
    expect(rescheduleTask(open, 1, aSchedule({ end: '2026-05-20' }))).toMatchObject({ deadline: '2026-05-20' });
  });

  it.each([
    ['earlier', june, '2026-06-30'],
    ['as it was stated', may, '2026-05-31'],
    ['without an end', aSchedule({ start: '2026-06-01' }), '2026-12-31'],
  ])('to a day %s takes out extensions that would win over it', (_, schedule, deadline) => {
    const open = opened({ schedule: may, extensions: [extension(null, '2026-07-15'), extension(null, '2026-07-31')] });
    expect(rescheduleTask(open, 1, schedule)).toMatchObject({ ok: true, deadline });
    expect(open.workspace.tasks[0]?.extensions).toEqual([]);
  });

  it('is taken back with the extensions by one 撤销', () => {
    const workspace = aWorkspace({ tasks: [aTask({ schedule: may })] });
    const extending = openChange(workspace, anActing(), 'extend');
    extendTask(extending, 1, '2026-07-31', '忙');
    sealChange(extending, '延期');
    const before = structuredClone(workspace.tasks);
    const open = openChange(workspace, anActing(), 'edit');
    rescheduleTask(open, 1, june);
    sealChange(open, '修改');
    undoLast(workspace, anActing());
    expect(workspace.tasks).toEqual(before);
  });

  it('keeps the extension of a period that stays what it was', () => {
    const extensions = [extension('2026-05', '2026-06-05'), extension('2026-12', '2027-01-05')];
    const open = opened({ schedule: monthly, extensions });
    rescheduleTask(open, 1, aSchedule({ freq: 'monthly', end: '2026-06-30' }));
    const task = aTask({ ...open.workspace.tasks[0] });
    expect(task.extensions.map(({ period }) => period)).toEqual(['2026-05']);
    expect(deadlineOf(task, '2026-05')).toBe('2026-06-05');
  });

  it.each<[string, Partial<Task>, Schedule, object]>([
    ['the same days', { schedule: may }, { ...may, stated: '五月' }, { reason: 'as-it-is', field: 'schedule' }],
    ['a closed task', { schedule: may, closings: [closing(null)] }, june, { reason: 'already-closed', by: 'u2' }],
    [
      'another cadence where periods are closed',
      { schedule: monthly, closings: [closing('2026-04'), closing('2026-03')] },
      aSchedule({ freq: 'quarterly' }),
      { reason: 'turns-closed', periods: ['2026-03', '2026-04'] },
    ],
    [
      'a window that leaves a closed period out',
      { schedule: monthly, closings: [closing('2026-03')] },
      aSchedule({ freq: 'monthly', start: '2026-05-01' }),
      { reason: 'turns-closed' },
    ],
    ['a cancelled task', { cancelled: { reason: '', by: 'u1', at: 1 } }, june, { reason: 'task-cancelled' }],
  ])('refuses %s', (_, task, schedule, refusal) => {
    const open = opened(task);
    expect(rescheduleTask(open, 1, schedule)).toMatchObject({ ok: false, ...refusal });
    expect(open.edits).toEqual([]);
  });

  it.each([
    ['another cadence while none is closed', {}, aSchedule({ freq: 'quarterly' })],
    [
      'a window that holds the closed periods',
      { closings: [closing('2026-04')] },
      { ...monthly, start: '2026-03-01', end: null },
    ],
  ])('takes %s', (_, task, schedule) => {
    expect(rescheduleTask(opened({ schedule: monthly, ...task }), 1, schedule)).toMatchObject({ ok: true });
  });
});
