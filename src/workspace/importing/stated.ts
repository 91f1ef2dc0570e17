import type { TaskDraft } from '../../plan/plan-draft.ts';
import type { Edit } from '../change.ts';
import { stands } from '../history.ts';
import { readable } from '../plain-data.ts';
import type { Task } from '../task.ts';
import type { Workspace } from '../workspace.ts';

/** The fields of a task that a document states. */
export const STATED_FIELDS = [
  'schedule',
  'leaders',
  'units',
  'supportingUnits',
  'owners',
  'targets',
  'section',
  'title',
  'text',
] as const satisfies readonly (keyof TaskDraft)[];

export type StatedField = (typeof STATED_FIELDS)[number];
export type Stated = Pick<TaskDraft, StatedField>;

const isStated = (field: string | null): field is StatedField => STATED_FIELDS.some((each) => each === field);

const isAddition = ({ field, after }: Edit): boolean => field === null && after !== null;

const statedBy = (edits: readonly Edit[], stated: Map<number, Stated>): void => {
  for (const { on, field, after } of edits) {
    if (on.kind !== 'task') continue;
    if (field === null && after !== null) stated.set(on.number, after as Task);
    const before = stated.get(on.number);
    if (before && isStated(field)) stated.set(on.number, { ...before, [field]: after });
  }
};

/**
 * What documents last said of each task, by number: as it was imported or added, and changed by later imports alone.
 * Against it a change made in the group (交办, 修改) is told from one made in a new document.
 */
export const lastStated = (workspace: Workspace): Map<number, Stated> => {
  const stated = new Map<number, Stated>();
  for (const change of readable(workspace.history)) {
    if (!stands(change)) continue;
    if (change.verb === 'import' || change.verb === 'add') statedBy(change.edits, stated);
    // A ledger is the group's own: what came in with it was changed by the group, only its new rows were first stated there.
    if (change.verb === 'ledger') statedBy(change.edits.filter(isAddition), stated);
  }
  return stated;
};
