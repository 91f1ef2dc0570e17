import { describe, expect, it } from 'vitest';
import { bindFor, unbindName } from '../../src/workspace/binding.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { holderOf, namesMeant, namesOf } from '../../src/workspace/people.ts';
import { rosterOf } from '../../src/workspace/roster.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

/** u1 administrates; u2 is 孙丽 by binding; u3 is called 郑凯, as somebody in the plan is; u4 and u5 are both called 何平. */
const group = (overrides: Partial<Workspace> = {}): Workspace =>
  aWorkspace({
    administrators: ['u1'],
    members: [
      aMember({ id: 'u1', name: '管理员' }),
      aMember({ id: 'u2', name: '小孙', bound: ['孙丽'] }),
      aMember({ id: 'u3', name: '郑凯' }),
      aMember({ id: 'u4', name: '何平' }),
      aMember({ id: 'u5', name: '何平' }),
    ],
    tasks: [
      aTask({ number: 1, owners: ['孙丽'], leaders: ['钱主席'] }),
      aTask({ number: 2, owners: ['钱进'], units: ['办公室'] }),
      aTask({ number: 3, owners: ['郑凯', '何平'] }),
      aTask({ number: 4, owners: ['钱主席'], cancelled: { reason: '并入', by: 'u1', at: 1 } }),
    ],
    ...overrides,
  });

const bind = (workspace: Workspace, by: string, id: string, name: string, evenIfCalled = false) =>
  bindFor(openChange(workspace, anActing({ by }), 'bind'), id, name, { evenIfCalled });
const unbind = (workspace: Workspace, by: string, name: string) =>
  unbindName(openChange(workspace, anActing({ by }), 'bind'), name);

describe('binding somebody', () => {
  it.each([
    ['an administrator', 'u1', true],
    ['the person', 'u3', true],
    ['somebody else', 'u2', false],
  ])('by %s', (_, by, ok) => {
    const workspace = group();
    expect(bind(workspace, by, 'u3', '钱主席').ok).toBe(ok);
    expect(namesOf(workspace, 'u3')).toEqual(ok ? ['钱主席', '郑凯'] : ['郑凯']);
  });

  it('is everybody’s while there is no administrator', () => {
    expect(bind(group({ administrators: [] }), 'u2', 'u3', '钱主席').ok).toBe(true);
  });

  it('names who may, where it is refused', () => {
    expect(bind(group(), 'u2', 'u3', '钱主席')).toEqual({
      ok: false,
      reason: 'not-allowed',
      may: ['u3', 'u1'],
      names: [],
    });
  });

  it.each([
    ['bound to another', '孙丽', true, { reason: 'name-taken', by: 'u2', called: false }],
    ['what the platform calls another', '郑凯', false, { reason: 'name-taken', by: 'u3', called: true }],
  ])('refuses a name %s', (_, name, evenIfCalled, refusal) => {
    expect(bind(group(), 'u1', 'u4', name, evenIfCalled)).toMatchObject(refusal);
  });

  it('takes a name from whom the platform calls so when that is meant, and gives it back when unbound', () => {
    const workspace = group();
    expect(bind(workspace, 'u1', 'u4', '郑凯', true).ok).toBe(true);
    expect(holderOf(workspace, '郑凯')).toBe('u4');
    expect(unbind(workspace, 'u1', '郑凯')).toEqual({ ok: true, name: '郑凯', member: 'u4' });
    expect(holderOf(workspace, '郑凯')).toBe('u3');
  });

  it('makes one person of two names', () => {
    const workspace = group();
    bind(workspace, 'u1', 'u3', '钱主席');
    bind(workspace, 'u1', 'u3', '钱进');
    expect(['钱主席', '钱进', '郑凯'].map((name) => namesMeant(workspace, name).toSorted())).toEqual(
      Array.from({ length: 3 }, () => ['钱主席', '钱进', '郑凯'].toSorted()),
    );
  });
});

describe('unbinding', () => {
  it.each([
    ['by an administrator', 'u1', '孙丽', true],
    ['by the person', 'u2', '孙丽', true],
    ['by somebody else', 'u3', '孙丽', { reason: 'not-allowed', may: ['u2', 'u1'] }],
    ['a name the platform gives', 'u1', '郑凯', { reason: 'not-bound', called: 'u3' }],
    ['a name of nobody', 'u1', '钱进', { reason: 'not-bound', called: null }],
  ])('%s', (_, by, name, expected) => {
    const workspace = group();
    const outcome = unbind(workspace, by, name);
    expect(outcome).toMatchObject(
      expected === true ? { ok: true, member: 'u2' } : { ok: false, ...(expected as object) },
    );
    expect(namesOf(workspace, 'u2')).toEqual(expected === true ? ['小孙'] : ['孙丽', '小孙']);
  });

  it('is taken back like any change', () => {
    const workspace = group();
    const open = openChange(workspace, anActing(), 'bind');
    unbindName(open, '孙丽');
    sealChange(open, '解绑');
    undoLast(workspace, anActing());
    expect(workspace.members).toEqual(group().members);
  });
});

describe('人员', () => {
  const lines = (workspace: Workspace, today = '2026-05-12') =>
    rosterOf(workspace, today).map(({ names, member, namesakes, open, deputy }) =>
      [names.join('、'), member, namesakes, open, deputy].join(' '),
    );

  it('lists who is nobody’s first, each person once with their open tasks', () => {
    expect(lines(group())).toEqual(['钱主席  0 1 ', '钱进  0 1 ', '何平  2 1 ', '孙丽、小孙 u2 0 1 ', '郑凯 u3 0 1 ']);
  });

  it('counts a person by all their names, and tells units somebody is bound to', () => {
    const workspace = group();
    for (const name of ['钱主席', '钱进', '办公室']) bind(workspace, 'u1', 'u3', name);
    expect(lines(workspace)).toEqual(['何平  2 1 ', '钱主席、钱进、办公室、郑凯 u3 0 3 ', '孙丽、小孙 u2 0 1 ']);
  });

  it('tells who acts for whom', () => {
    const leaves = [{ absent: '孙丽', deputy: '郑凯', from: '2026-05-12', until: '2026-05-12' }];
    expect(lines(group({ leaves })).at(-2)).toBe('孙丽、小孙 u2 0 1 郑凯');
    expect(lines(group({ leaves }), '2026-05-13').at(-2)).toBe('孙丽、小孙 u2 0 1 ');
  });
});
