import { describe, expect, it } from 'vitest';
import { handOver, openTasksOf } from '../../src/workspace/handing-over.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { DEFAULT_SETTINGS, type Right } from '../../src/workspace/settings.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing, instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const closed = [{ period: null, late: false, check: null, by: 'u1', at: instant('2026-03-01') }];

/** u2 is 孙丽 and 孙主任; 郑凯 is nobody of the group. */
const group = (close: Right = 'everyone'): Workspace =>
  aWorkspace({
    settings: { ...DEFAULT_SETTINGS, rights: { ...DEFAULT_SETTINGS.rights, close } },
    administrators: ['u1'],
    members: [
      aMember({ id: 'u1', name: '管理员' }),
      aMember({ id: 'u2', name: '小孙', bound: ['孙丽', '孙主任'] }),
      aMember({ id: 'u3', name: '何平', bound: ['何主席'] }),
    ],
    tasks: [
      aTask({ number: 1, owners: ['孙丽'] }),
      aTask({ number: 2, owners: ['钱进'], leaders: ['孙主任'] }),
      aTask({ number: 3, owners: ['郑凯', '孙丽'], leaders: ['孙丽'] }),
      aTask({ number: 4, owners: ['孙丽'], closings: closed }),
      aTask({ number: 5, owners: ['孙丽'], cancelled: { reason: '并入', by: 'u1', at: 1 } }),
      aTask({ number: 6, owners: ['孙丽'], year: 2025 }),
      aTask({ number: 7, owners: ['孙丽'], schedule: aSchedule({ freq: 'quarterly' }) }),
      aTask({ number: 8, units: ['孙丽'] }),
      aTask({ number: 9, owners: ['孙丽', '何主席', '孙主任'] }),
    ],
  });

const hand = (workspace: Workspace, from: string, to: string, by = 'u1') => {
  const open = openChange(workspace, anActing({ by }), 'hand-over');
  const outcome = handOver(open, from, to);
  sealChange(open, '移交');
  return outcome;
};

const answering = ({ tasks }: Workspace) => tasks.map(({ owners, leaders }) => [...owners, '/', ...leaders].join(' '));

describe('移交', () => {
  it.each([
    '孙丽',
    '孙主任',
    '小孙',
  ])('by the name %s replaces all names of the person in open tasks of the year', (name) => {
    const workspace = group();
    expect(hand(workspace, name, '郑凯')).toEqual({ ok: true, numbers: [1, 2, 3, 7, 9] });
    expect(answering(workspace)).toEqual([
      '郑凯 /',
      '钱进 / 郑凯',
      '郑凯 / 郑凯',
      '孙丽 /',
      '孙丽 /',
      '孙丽 /',
      '郑凯 /',
      '/',
      '郑凯 何主席 /',
    ]);
  });

  it('does not name the same person twice under two names', () => {
    const workspace = group();
    hand(workspace, '孙丽', '何平');
    expect(answering(workspace).at(-1)).toBe('何主席 /');
    expect(answering(workspace)[0]).toBe('何平 /');
  });

  it('is one record, taken back whole', () => {
    const workspace = group();
    hand(workspace, '孙丽', '郑凯');
    expect(workspace.history).toHaveLength(1);
    undoLast(workspace, anActing());
    expect(workspace.tasks).toEqual(group().tasks);
  });

  it.each([
    ['to the same person under another name', '孙丽', '孙主任', { reason: 'same-person' }],
    ['from somebody with nothing to do', '何平', '孙丽', true],
    ['from somebody unknown', '周正', '孙丽', { reason: 'nothing-to-hand-over', last: null }],
  ])('%s', (_, from, to, expected) => {
    const workspace = group();
    expect(hand(workspace, from, to)).toMatchObject(expected === true ? { numbers: [9] } : (expected as object));
  });

  it('said twice tells who did it', () => {
    const workspace = group();
    hand(workspace, '孙丽', '郑凯', 'u2');
    expect(hand(workspace, '孙丽', '郑凯')).toMatchObject({
      reason: 'nothing-to-hand-over',
      last: { to: '郑凯', by: 'u2', at: anActing().at },
    });
    expect(openTasksOf(workspace, '孙丽', '2026-05-12')).toEqual([]);
  });

  it.each<[Right, string[]]>([
    ['everyone', ['u1', 'u2', 'u3', 'u9']],
    ['owners', ['u1', 'u2']],
    ['administrators', ['u1', 'u2']],
  ])('where %s may close, is for %s to say', (right, may) => {
    expect(['u1', 'u2', 'u3', 'u9'].filter((by) => hand(group(right), '孙丽', '郑凯', by).ok)).toEqual(may);
  });
});
