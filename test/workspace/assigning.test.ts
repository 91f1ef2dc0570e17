import { describe, expect, it } from 'vitest';
import { type Assignment, assignTask } from '../../src/workspace/assigning.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { select } from '../../src/workspace/selection.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Task } from '../../src/workspace/task.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const opened = (task: Partial<Task>, workspace: Partial<Workspace> = {}) =>
  openChange(aWorkspace({ tasks: [aTask(task)], ...workspace }), anActing(), 'assign');

const named = { leaders: ['王明'], units: ['办公室'], owners: ['李婷'] };

describe('交办', () => {
  it.each<[string, Partial<Task>, Assignment, Partial<Task>]>([
    ['a person replaces 责任人', named, { owners: ['李芳'] }, { ...named, owners: ['李芳'] }],
    ['a unit replaces 责任单位', named, { units: ['组织部', '财务部'] }, { ...named, units: ['组织部', '财务部'] }],
    ['配合单位 by itself', named, { supportingUnits: ['组织部'] }, { ...named, supportingUnits: ['组织部'] }],
    ['负责人 where there is a 责任人', named, { responsible: ['李芳'] }, { ...named, owners: ['李芳'] }],
    ['负责人 where there is only a 责任领导', { leaders: ['王明'] }, { responsible: ['李芳'] }, { leaders: ['李芳'] }],
    ['负责人 where there is nobody', {}, { responsible: ['李芳'] }, { owners: ['李芳'] }],
    ['nobody any more', named, { owners: [] }, { ...named, owners: [] }],
  ])('%s', (_, task, assignment, expected) => {
    const open = opened(task);
    expect(assignTask(open, 1, assignment)).toMatchObject({ ok: true });
    expect(open.workspace.tasks[0]).toMatchObject(expected);
  });

  it('tells before and after', () => {
    expect(assignTask(opened(named), 1, { owners: ['李芳'], units: ['办公室'] })).toMatchObject({
      differences: [{ field: 'owners', before: ['李婷'], after: ['李芳'] }],
    });
  });

  it.each<[string, Partial<Task>, object]>([
    ['who has it already', { owners: ['李芳'] }, { reason: 'as-it-is', field: 'owners', value: ['李芳'] }],
    ['a cancelled task', { cancelled: { reason: '', by: 'u1', at: 1 } }, { reason: 'task-cancelled' }],
    ['a task there is not', { number: 2 }, { reason: 'no-such-task' }],
  ])('refuses %s', (_, task, refusal) => {
    const open = opened(task);
    expect(assignTask(open, 1, { owners: ['李芳'] })).toMatchObject({ ok: false, ...refusal });
    expect(open.edits).toEqual([]);
  });

  it('takes the right to close where it gives it, and none for 配合单位', () => {
    const rights = { ...DEFAULT_SETTINGS.rights, close: 'owners' as const };
    const workspace = {
      settings: { ...DEFAULT_SETTINGS, rights },
      administrators: ['u9'],
      members: [aMember({ id: 'u1', name: '访客' })],
    };
    expect(assignTask(opened(named, workspace), 1, { owners: ['访客'] })).toMatchObject({
      ok: false,
      reason: 'not-allowed',
    });
    expect(assignTask(opened(named, workspace), 1, { supportingUnits: ['组织部'] })).toMatchObject({ ok: true });
    const own = { ...workspace, members: [aMember({ id: 'u1', bound: ['李婷'] })] };
    expect(assignTask(opened(named, own), 1, { owners: ['李芳'] })).toMatchObject({ ok: true });
  });
});

it('我交办的 counts what was given by 交办, until it is taken back', () => {
  const open = opened(named);
  assignTask(open, 1, { owners: ['李芳'] });
  sealChange(open, '交办');
  const given = () =>
    select(open.workspace, { filters: [{ kind: 'assigned-by-me' }] }, { today: '2026-05-12', me: 'u1' }).rows.length;
  expect(given()).toBe(1);
  undoLast(open.workspace, anActing());
  expect(given()).toBe(0);
});
