import { describe, expect, it } from 'vitest';
import { addTask } from '../../src/workspace/adding.ts';
import { closeTask } from '../../src/workspace/closing.ts';
import { changesOf, lastChangeOf, openChange, sealChange, taskNumbersOf } from '../../src/workspace/history.ts';
import { confirmImport } from '../../src/workspace/importing/confirming.ts';
import { draftImport } from '../../src/workspace/importing/drafts.ts';
import { addProgress } from '../../src/workspace/progress.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { aTask, aTaskDraft } from '../builders/task.ts';
import { aWorkspace } from '../builders/workspace.ts';

const threeTasks = () => aWorkspace({ tasks: [1, 2, 3].map((number) => aTask({ number })) });

/** Closes tasks in one message and returns the change's id. */
const close = (workspace: Workspace, numbers: number[], by = 'u1') => {
  const open = openChange(workspace, anActing({ by }), 'close');
  for (const number of numbers) closeTask(open, number);
  return sealChange(open, `办结 ${numbers.join('、')}`)?.id ?? '';
};

const note = (workspace: Workspace, number: number, by = 'u1') => {
  const open = openChange(workspace, anActing({ by }), 'progress');
  addProgress(open, number, '场地已定');
  return sealChange(open, '进展')?.id ?? '';
};

const closedNumbers = (workspace: Workspace) =>
  workspace.tasks.filter(({ closings }) => closings.length > 0).map(({ number }) => number);

describe('a change', () => {
  it('is recorded with who, when, from which message, and what changed', () => {
    const workspace = threeTasks();
    const id = close(workspace, [2]);
    const { at } = anActing();
    expect(workspace.history).toEqual([
      {
        id,
        verb: 'close',
        by: 'u1',
        at,
        message: 'm1',
        summary: '办结 2',
        undoneBy: null,
        edits: [
          {
            on: { kind: 'task', number: 2 },
            field: 'closings[0]',
            before: null,
            after: { period: null, late: false, check: null, by: 'u1', at },
          },
        ],
      },
    ]);
  });

  it('leaves no record when nothing was changed', () => {
    const workspace = threeTasks();
    expect(close(workspace, [9])).toBe('');
    expect(workspace).toEqual(threeTasks());
  });

  it('is found again by task, newest first, and by person', () => {
    const workspace = threeTasks();
    const [first, second] = [close(workspace, [1, 2]), note(workspace, 2)];
    note(workspace, 3, 'u2');
    expect(changesOf(workspace, 2).map(({ id }) => id)).toEqual([second, first]);
    expect(lastChangeOf(workspace, 'u1')?.id).toBe(second);
    expect(changesOf(workspace, 2).map(taskNumbersOf)).toEqual([[2], [1, 2]]);
  });
});

describe('undo', () => {
  it('takes back a whole batch', () => {
    const workspace = threeTasks();
    const id = close(workspace, [1, 3]);
    const undone = undoLast(workspace, anActing());
    expect(undone).toMatchObject({ ok: true, undone: { id }, change: { verb: 'undo', summary: '撤销:办结 1、3' } });
    expect(closedNumbers(workspace)).toEqual([]);
    expect(workspace.history.map(({ undoneBy }) => undoneBy)).toEqual(['c2', null]);
  });

  it('goes one step further back each time, then says there is nothing', () => {
    const workspace = threeTasks();
    for (const number of [1, 2, 3]) close(workspace, [number]);
    const left = [1, 2, 3].map(() => undoLast(workspace, anActing()).ok && closedNumbers(workspace));
    expect(left).toEqual([[1, 2], [1], []]);
    expect(undoLast(workspace, anActing())).toEqual({ ok: false, reason: 'nothing-to-undo' });
  });

  it("takes back the speaker's own change, not another's", () => {
    const workspace = threeTasks();
    close(workspace, [1]);
    close(workspace, [2], 'u2');
    expect(undoLast(workspace, anActing()).ok).toBe(true);
    expect(closedNumbers(workspace)).toEqual([2]);
  });

  it('refuses when someone changed the same task since, naming who and what', () => {
    const workspace = threeTasks();
    close(workspace, [1, 2]);
    const later = note(workspace, 2, 'u2');
    const before = structuredClone(workspace);
    const refused = undoLast(workspace, anActing());
    expect(refused).toMatchObject({ ok: false, reason: 'changed-since', number: 2, by: 'u2', later, summary: '进展' });
    expect(workspace).toEqual(before);
    undoLast(workspace, anActing({ by: 'u2' }));
    expect(undoLast(workspace, anActing()).ok).toBe(true);
  });

  it('is not in the way of a change to another task', () => {
    const workspace = threeTasks();
    close(workspace, [1]);
    note(workspace, 2, 'u2');
    expect(undoLast(workspace, anActing()).ok).toBe(true);
  });
});

describe('undo of a named change', () => {
  it('is idempotent: the second says who took it back and when', () => {
    const workspace = threeTasks();
    const [first] = [close(workspace, [1]), close(workspace, [2])];
    const acting = anActing({ time: '11:30' });
    expect(undoLast(workspace, acting, first).ok).toBe(true);
    const before = structuredClone(workspace);
    expect(undoLast(workspace, anActing({ time: '12:00' }), first)).toMatchObject({
      ok: false,
      reason: 'already-undone',
      by: 'u1',
      at: acting.at,
    });
    expect(workspace).toEqual(before);
    expect(closedNumbers(workspace)).toEqual([2]);
  });

  it.each([
    ['an unknown one', 'c99', 'u1', 'no-such-change'],
    ["another person's", 'c1', 'u2', 'not-your-change'],
    ['an undoing', 'c3', 'u1', 'not-undoable'],
  ])('refuses %s', (_, id, by, reason) => {
    const workspace = threeTasks();
    close(workspace, [1]);
    close(workspace, [2]);
    undoLast(workspace, anActing());
    expect(undoLast(workspace, anActing({ by }), id)).toMatchObject({ ok: false, reason });
  });

  it("refuses when the speaker's own later change to the task stands", () => {
    const workspace = threeTasks();
    const [first, later] = [note(workspace, 1), note(workspace, 1)];
    expect(undoLast(workspace, anActing(), first)).toMatchObject({
      ok: false,
      reason: 'changed-since',
      later,
      by: 'u1',
    });
  });
});

describe('undo of additions', () => {
  it('takes the task away and never gives its number again', () => {
    const workspace = threeTasks();
    const add = () => {
      const open = openChange(workspace, anActing(), 'add');
      const task = addTask(open, aTaskDraft(), 2026);
      sealChange(open, '新增');
      return task.number;
    };
    expect(add()).toBe(4);
    undoLast(workspace, anActing());
    expect(workspace.tasks).toHaveLength(3);
    expect(add()).toBe(5);
  });

  it('takes back a confirmed import with its plan, tasks and administrator', () => {
    const workspace = aWorkspace();
    const reading = { plans: [{ title: '计划', year: 2026, tasks: [aTaskDraft(), aTaskDraft()] }], skipped: [] };
    const draft = draftImport(workspace, anActing(), '计划.txt', { kind: 'plan', reading });
    const open = openChange(workspace, anActing(), 'import');
    confirmImport(open, draft.id);
    sealChange(open, '导入');
    expect([workspace.tasks.length, workspace.plans.length, workspace.administrators]).toEqual([2, 1, ['u1']]);
    expect(undoLast(workspace, anActing()).ok).toBe(true);
    expect([workspace.tasks, workspace.plans, workspace.administrators]).toEqual([[], [], []]);
  });
});
