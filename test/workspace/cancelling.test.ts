import { describe, expect, it } from 'vitest';
import { cancelTask, restoreTask } from '../../src/workspace/cancelling.ts';
import { openChange } from '../../src/workspace/history.ts';
import { lightOf } from '../../src/workspace/light.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing, instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const opened = (task: Partial<Task>, workspace: Partial<Workspace> = {}) =>
  openChange(aWorkspace({ tasks: [aTask(task)], ...workspace }), anActing(), 'cancel');

const closing = (period: string | null) => ({ period, late: false, check: null, by: 'u2', at: instant('2026-04-02') });
const cancelled = { reason: '天气', by: 'u2', at: instant('2026-05-05') };

describe('取消', () => {
  it('keeps the task, with the reason, who and when', () => {
    const open = opened({});
    expect(cancelTask(open, 1, ' 经费未批 ')).toMatchObject({ ok: true, number: 1, why: '经费未批' });
    expect(open.workspace.tasks[0]?.cancelled).toEqual({ reason: '经费未批', by: 'u1', at: anActing().at });
  });

  it('needs no reason, and the light then names none', () => {
    const open = opened({});
    cancelTask(open, 1, '');
    const [task] = open.workspace.tasks;
    expect(task && lightOf(open.workspace, task, '2026-05-12').reason).toBe('已取消');
  });

  it('cancels a recurring task of which some periods are closed', () => {
    const open = opened({ schedule: aSchedule({ freq: 'monthly' }), closings: [closing('2026-03')] });
    expect(cancelTask(open, 1, '')).toMatchObject({ ok: true });
  });

  it.each<[string, Partial<Task>, object]>([
    ['closed', { closings: [closing(null)] }, { reason: 'closed-not-cancelled', by: 'u2' }],
    ['cancelled', { cancelled }, { reason: 'already-cancelled', why: '天气', by: 'u2' }],
    ['not there', { number: 2 }, { reason: 'no-such-task', number: 1 }],
  ])('refuses what is %s', (_, task, refusal) => {
    const open = opened(task);
    expect(cancelTask(open, 1, '停')).toMatchObject({ ok: false, ...refusal });
    expect(open.edits).toEqual([]);
  });

  it('takes the right to close', () => {
    const rights = { ...DEFAULT_SETTINGS.rights, close: 'administrators' as const };
    const settings = { ...DEFAULT_SETTINGS, rights };
    expect(cancelTask(opened({}, { settings, administrators: ['u9'] }), 1, '')).toMatchObject({
      ok: false,
      reason: 'not-allowed',
      may: ['u9'],
    });
    const other = opened({ cancelled }, { settings, administrators: ['u9'] });
    expect(restoreTask(other, 1)).toMatchObject({ ok: false, reason: 'not-allowed' });
  });
});

describe('恢复', () => {
  it('brings a task back with what it had', () => {
    const open = opened({ cancelled, owners: ['李芳'] });
    expect(restoreTask(open, 1)).toMatchObject({ ok: true, why: '天气' });
    expect(open.workspace.tasks[0]).toMatchObject({ cancelled: null, owners: ['李芳'] });
  });

  it.each([
    [{}, false],
    [{ closings: [closing(null)] }, true],
  ])('refuses %j: it was not cancelled', (task, closed) => {
    expect(restoreTask(opened(task), 1)).toMatchObject({ ok: false, reason: 'not-cancelled', closed });
  });
});
