import fc from 'fast-check';
import { produce } from 'immer';
import { describe, expect, it } from 'vitest';
import { addTask } from '../../src/workspace/adding.ts';
import { closeTask, reopenTask } from '../../src/workspace/closing.ts';
import { makeEdit } from '../../src/workspace/editing.ts';
import { extendTask } from '../../src/workspace/extending.ts';
import { type OpenChange, openChange, sealChange } from '../../src/workspace/history.ts';
import { addProgress } from '../../src/workspace/progress.ts';
import { lastChangeNumber, workspaceAfter } from '../../src/workspace/rewinding.ts';
import { undoLast } from '../../src/workspace/undo.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { anActing } from '../builders/acting.ts';
import { anOffice } from '../builders/office.ts';
import { aTaskDraft } from '../builders/task.ts';

const DEEDS: Record<string, (open: OpenChange, number: number) => unknown> = {
  close: (open, number) => closeTask(open, number),
  reopen: (open, number) => reopenTask(open, number),
  progress: (open, number) => addProgress(open, number, '好'),
  extend: (open, number) => extendTask(open, number, '2026-12-31', '忙'),
  add: (open) => addTask(open, aTaskDraft(), 2026),
  edit: (open, number) => {
    const task = open.workspace.tasks.find((each) => each.number === number);
    if (task)
      makeEdit(open, { on: { kind: 'task', number }, field: 'units', before: task.units, after: [`处${number}`] });
  },
};

const step = (workspace: Workspace, what: string, number: number): Workspace =>
  produce(workspace, (draft) => {
    if (what === 'undo') return void undoLast(draft, anActing());
    const open = openChange(draft, anActing(), 'edit');
    DEEDS[what]?.(open, number);
    sealChange(open, what);
  });

const standing = ({ tasks, plans, settings, administrators }: Workspace) => ({
  tasks,
  plans,
  settings,
  administrators,
});

describe('workspaceAfter', () => {
  it('is the group as it was after each of its changes, undone ones too', () => {
    const deed = fc.tuple(fc.constantFrom(...Object.keys(DEEDS), 'undo'), fc.integer({ min: 1, max: 22 }));
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        const seen = new Map<number, Workspace>();
        let workspace = anOffice();
        seen.set(0, workspace);
        for (const [what, number] of deeds) {
          workspace = step(workspace, what, number);
          seen.set(lastChangeNumber(workspace), workspace);
        }
        for (const [change, then] of seen) {
          expect(standing(workspaceAfter(workspace, change))).toEqual(standing(then));
        }
      }),
      { numRuns: 50 },
    );
  });

  it('of the last change is the group itself', () => {
    const workspace = anOffice();
    expect(workspaceAfter(workspace, 0)).toBe(workspace);
  });
});
