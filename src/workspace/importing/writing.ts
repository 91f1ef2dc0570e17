import type { TargetDraft } from '../../plan/plan-draft.ts';
import { makeEdit } from '../editing.ts';
import type { OpenChange } from '../history.ts';
import { readable } from '../plain-data.ts';
import type { Task } from '../task.ts';
import { taskOf } from '../task-lookup.ts';
import type { ComparedTask } from './comparison.ts';
import { type Difference, targetsAfter } from './differences.ts';

const valueAfter = ({ field, after }: Difference, draft: ComparedTask['draft'], task: Task): unknown => {
  if (field === 'targets') return targetsAfter(after as TargetDraft[], task);
  // The document's own words go with the dates.
  return field === 'schedule' ? draft.schedule : after;
};

/** Changes a task as its line of a document has it now; what the group keeps is left. */
export const changeTask = (open: OpenChange, { draft, number, differences, restores }: ComparedTask): void => {
  const task = number === null ? undefined : readable(taskOf(open.workspace, number));
  if (!task) return;
  const on = { kind: 'task', number: task.number } as const;
  for (const difference of differences) {
    if (difference.kept !== null) continue;
    const { field } = difference;
    makeEdit(open, { on, field, before: task[field], after: valueAfter(difference, draft, task) });
    if (field === 'text' && draft.title !== task.title)
      makeEdit(open, { on, field: 'title', before: task.title, after: draft.title });
  }
  if (restores) makeEdit(open, { on, field: 'cancelled', before: task.cancelled, after: null });
};

/** Cancels a task that a document does not have any more. */
export const cancelGone = (open: OpenChange, number: number, reason: string): void => {
  const { by, at } = open.acting;
  makeEdit(open, { on: { kind: 'task', number }, field: 'cancelled', before: null, after: { reason, by, at } });
};
