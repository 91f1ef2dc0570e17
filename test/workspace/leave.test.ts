import { describe, expect, it } from 'vitest';
import { actingFor, deputiesOf, deputyOf } from '../../src/workspace/deputies.ts';
import { openChange, sealChange } from '../../src/workspace/history.ts';
import { endLeave, leavesFrom, takeLeave } from '../../src/workspace/leave.ts';
import { answerableNames } from '../../src/workspace/rights.ts';
import { select } from '../../src/workspace/selection.ts';
import { DEFAULT_SETTINGS, type Right } from '../../src/workspace/settings.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Leave, Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aTask } from '../builders/task.ts';
import { aMember, aWorkspace } from '../builders/workspace.ts';

const TODAY = '2026-05-12';

/** u2 is 孙丽 and 孙主任, u3 is called 郑凯, u4 is 何主席. */
const group = (leaves: Leave[] = [], close: Right = 'everyone'): Workspace =>
  aWorkspace({
    leaves: structuredClone(leaves),
    settings: { ...DEFAULT_SETTINGS, rights: { ...DEFAULT_SETTINGS.rights, close } },
    administrators: ['u1'],
    members: [
      aMember({ id: 'u1', name: '管理员' }),
      aMember({ id: 'u2', name: '小孙', bound: ['孙丽', '孙主任'] }),
      aMember({ id: 'u3', name: '郑凯' }),
      aMember({ id: 'u4', name: '何平', bound: ['何主席'] }),
    ],
    tasks: [
      aTask({ number: 1, owners: ['孙丽'] }),
      aTask({ number: 2, leaders: ['孙主任'], owners: ['钱进'] }),
      aTask({ number: 3, owners: ['郑凯'] }),
      aTask({ number: 4, owners: ['何主席'] }),
    ],
  });

const leave = (absent: string, from: string, until: string, deputy: string): Leave => ({
  absent,
  deputy,
  from: `2026-${from}`,
  until: `2026-${until}`,
});

const take = (workspace: Workspace, said: Leave, by = 'u1') => {
  const open = openChange(workspace, anActing({ by, today: TODAY }), 'leave');
  const outcome = takeLeave(open, said);
  sealChange(open, '请假');
  return outcome;
};

const end = (workspace: Workspace, name: string, coming = false, by = 'u1') => {
  const open = openChange(workspace, anActing({ by, today: TODAY }), 'leave');
  const outcome = endLeave(open, name, coming);
  sealChange(open, '销假');
  return outcome;
};

const said = ({ leaves }: Workspace) =>
  leaves.map(({ absent, from, until, deputy }) => `${absent} ${from.slice(5)}~${until.slice(5)} ${deputy}`);

describe('the days of a leave', () => {
  const workspace = group([leave('孙丽', '05-12', '05-20', '郑凯')]);

  it.each([
    ['05-11', undefined],
    ['05-12', '郑凯'],
    ['05-20', '郑凯'],
    ['05-21', undefined],
  ])('%s: %s', (day, deputy) => {
    expect(deputyOf(workspace, '孙丽', `2026-${day}`)).toBe(deputy);
  });

  it('are the person’s, whatever the name', () => {
    expect(['孙主任', '小孙', '钱进'].map((name) => deputyOf(workspace, name, TODAY))).toEqual([
      '郑凯',
      '郑凯',
      undefined,
    ]);
    expect(workspace.tasks.map((task) => [...deputiesOf(workspace, task, TODAY)].flat().join())).toEqual([
      '孙丽,郑凯',
      '孙主任,郑凯',
      '',
      '',
    ]);
  });

  it('make the deputy answer for the tasks, and see them under 我的', () => {
    const mine = (me: string, today: string) =>
      select(workspace, { filters: [{ kind: 'mine' }] }, { today, me }).rows.map(({ task }) => task.number);
    expect(workspace.tasks.slice(0, 2).map((task) => answerableNames(workspace, task, TODAY))).toEqual([
      ['孙丽', '郑凯'],
      ['钱进', '孙主任', '郑凯'],
    ]);
    expect(mine('u3', TODAY).toSorted()).toEqual([1, 2, 3]);
    expect(mine('u3', '2026-05-21')).toEqual([3]);
    expect(mine('u2', TODAY).toSorted()).toEqual([1, 2]);
    expect(actingFor(workspace, ['何主席'], TODAY)).toEqual([]);
  });
});

describe('请假', () => {
  it.each<[string, Leave[], Leave, string[]]>([
    ['is written down', [], leave('孙丽', '05-20', '06-01', '郑凯'), ['孙丽 05-20~06-01 郑凯']],
    [
      'is longer than it was',
      [leave('孙丽', '05-01', '05-20', '郑凯')],
      leave('孙丽', '05-12', '06-01', '郑凯'),
      ['孙丽 05-01~05-11 郑凯', '孙丽 05-12~06-01 郑凯'],
    ],
    [
      'is shorter than it was, under another name, with another deputy',
      [leave('孙主任', '05-12', '06-30', '郑凯')],
      leave('孙丽', '05-12', '05-15', '何主席'),
      ['孙丽 05-12~05-15 何主席'],
    ],
    [
      'is another one later',
      [leave('孙丽', '05-12', '05-20', '郑凯'), leave('郑凯', '08-01', '08-05', '孙丽')],
      leave('孙丽', '05-21', '05-22', '郑凯'),
      ['孙丽 05-12~05-20 郑凯', '郑凯 08-01~08-05 孙丽', '孙丽 05-21~05-22 郑凯'],
    ],
  ])('%s', (_, before, added, after) => {
    const workspace = group(before);
    expect(take(workspace, added).ok).toBe(true);
    expect(said(workspace)).toEqual(after);
    undoLast(workspace, anActing());
    expect(workspace.leaves).toEqual(before);
  });

  it.each<[string, Leave[], Leave, object]>([
    ['of the same person', [], leave('孙丽', '05-12', '05-20', '孙主任'), { reason: 'same-person' }],
    ['that ends before it begins', [], leave('孙丽', '05-20', '05-19', '郑凯'), { reason: 'leave-backwards' }],
    ['that is over', [], leave('孙丽', '05-01', '05-11', '郑凯'), { reason: 'leave-past', until: '2026-05-11' }],
    [
      'with a deputy who is away',
      [leave('郑凯', '05-20', '05-22', '何主席')],
      leave('孙丽', '05-12', '05-20', '郑凯'),
      { reason: 'deputy-away', deputy: '郑凯', from: '2026-05-20', until: '2026-05-22' },
    ],
    [
      'said twice',
      [leave('孙丽', '05-11', '05-20', '郑凯')],
      leave('孙主任', '05-12', '05-20', '郑凯'),
      { reason: 'unchanged' },
    ],
  ])('%s is refused', (_, before, added, refusal) => {
    const workspace = group(before);
    expect(take(workspace, added)).toMatchObject({ ok: false, ...refusal });
    expect(workspace.leaves).toEqual(before);
    expect(workspace.history).toEqual([]);
  });

  it('of a deputy tells for whom another is needed', () => {
    const workspace = group([leave('孙丽', '05-12', '05-20', '何平')]);
    expect(take(workspace, leave('何主席', '05-18', '05-19', '郑凯'))).toMatchObject({ also: [{ absent: '孙丽' }] });
    expect(take(workspace, leave('何主席', '06-18', '06-19', '郑凯'))).toMatchObject({ also: [] });
  });

  it.each<[Right, string[]]>([
    ['everyone', ['u1', 'u2', 'u3']],
    ['owners', ['u1', 'u2']],
    ['administrators', ['u1', 'u2']],
  ])('where %s may close, is for %s to say: the deputy may close', (right, may) => {
    const able = ['u1', 'u2', 'u3'].filter(
      (by) => take(group([], right), leave('孙丽', '05-12', '05-20', '郑凯'), by).ok,
    );
    expect(able).toEqual(may);
  });
});

describe('销假', () => {
  it.each<[string, Leave[], string[]]>([
    ['ends the running leave with yesterday', [leave('孙主任', '05-01', '06-01', '郑凯')], ['孙主任 05-01~05-11 郑凯']],
    ['takes away one that began today', [leave('孙丽', '05-12', '06-01', '郑凯')], []],
    [
      'leaves others alone',
      [
        leave('郑凯', '05-01', '06-01', '何主席'),
        leave('孙丽', '05-01', '06-01', '何主席'),
        leave('孙丽', '07-01', '07-02', '郑凯'),
      ],
      ['郑凯 05-01~06-01 何主席', '孙丽 05-01~05-11 何主席', '孙丽 07-01~07-02 郑凯'],
    ],
  ])('%s', (_, before, after) => {
    const workspace = group(before);
    expect(end(workspace, '孙丽').ok).toBe(true);
    expect(said(workspace)).toEqual(after);
    expect(deputyOf(workspace, '孙丽', TODAY)).toBeUndefined();
    undoLast(workspace, anActing());
    expect(workspace.leaves).toEqual(before);
  });

  it('of a leave still to come has to be meant', () => {
    const workspace = group([leave('孙丽', '05-20', '06-01', '郑凯')]);
    expect(end(workspace, '孙丽')).toMatchObject({ reason: 'not-on-leave', coming: '2026-05-20' });
    expect(end(workspace, '孙丽', true)).toMatchObject({ ok: true });
    expect(workspace.leaves).toEqual([]);
  });

  it('of nobody away, and by who may not, is refused', () => {
    expect(end(group(), '孙丽')).toMatchObject({ reason: 'not-on-leave', coming: null });
    const workspace = group([leave('孙丽', '05-01', '06-01', '郑凯')], 'owners');
    expect(end(workspace, '孙丽', false, 'u3')).toMatchObject({ reason: 'not-allowed', may: ['u2', 'u1'] });
  });
});

it('谁请假了 tells leaves that are not over, by their first day', () => {
  const workspace = group([
    leave('郑凯', '06-01', '06-02', '何主席'),
    leave('孙丽', '05-01', '05-11', '何主席'),
    leave('孙主任', '05-12', '05-12', '何主席'),
  ]);
  expect(leavesFrom(workspace, TODAY).map(({ absent }) => absent)).toEqual(['孙主任', '郑凯']);
  expect(leavesFrom(workspace, TODAY, '小孙').map(({ absent }) => absent)).toEqual(['孙主任']);
});
