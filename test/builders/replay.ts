import { applyEdit } from '../../src/workspace/editing.ts';
import { newWorkspace } from '../../src/workspace/new-workspace.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

/**
 * The workspace that its history alone makes of an empty one. Names of people are the platform's, which no change records:
 * they are there from the start, bound to nothing.
 */
export const replayed = (workspace: Workspace): Workspace => {
  const made = newWorkspace(workspace.id, workspace.createdAt);
  made.members = workspace.members.map(({ id, name }) => ({ id, name, bound: [] }));
  for (const { edits } of workspace.history) for (const edit of edits) applyEdit(made, structuredClone(edit));
  return made;
};

/** What the history has to account for. Numbers given, settled imports, questions and the ledger are no changes. */
export const recorded = ({ tasks, plans, settings, administrators, leaves, members }: Workspace) => ({
  tasks,
  plans,
  settings,
  administrators,
  leaves,
  members: members.map(({ id, bound }) => ({ id, bound })).sort((a, b) => (a.id < b.id ? -1 : 1)),
});
