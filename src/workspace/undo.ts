import type { Acting } from './acting.ts';
import { inverse, makeEdit } from './editing.ts';
import { type Change, changeOf, type Edit, lastChangeOf, openChange, sealChange, stands } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { readable } from './plain-data.ts';
import type { MemberId } from './task.ts';
import type { Workspace } from './workspace.ts';

/** What an edit lays a hand on. Two changes with a key in common cannot be taken back out of order. */
const touched = ({ on, field }: Edit): string => {
  switch (on.kind) {
    case 'task':
      return `task ${on.number}`;
    case 'plan':
      return `plan ${on.id}`;
    case 'member':
      return `member ${on.id}`;
    case 'workspace':
      return `workspace ${field?.split('[')[0]}`;
  }
};

/** The first standing change after `change` that touches something it touched, and the task in question. */
const changedSince = (workspace: Workspace, change: Change): { later: Change; number: number | null } | undefined => {
  const history = readable(workspace.history);
  const mine = new Set(change.edits.map(touched));
  for (const later of history.slice(history.findIndex(({ id }) => id === change.id) + 1)) {
    const common = stands(later) ? later.edits.find((edit) => mine.has(touched(edit))) : undefined;
    if (common) return { later, number: common.on.kind === 'task' ? common.on.number : null };
  }
  return undefined;
};

const undoable = (workspace: Workspace, by: MemberId, changeId?: string): Outcome<{ change: Change }> => {
  const change = changeId === undefined ? lastChangeOf(workspace, by) : changeOf(workspace, changeId);
  if (!change) {
    return refuse(
      changeId === undefined ? { reason: 'nothing-to-undo' } : { reason: 'no-such-change', change: changeId },
    );
  }
  const { id, summary } = change;
  if (change.verb === 'undo') return refuse({ reason: 'not-undoable', change: id });
  if (change.undoneBy !== null) {
    const undoing = changeOf(workspace, change.undoneBy) ?? change;
    return refuse({ reason: 'already-undone', change: id, summary, by: undoing.by, at: undoing.at });
  }
  if (change.by !== by) return refuse({ reason: 'not-your-change', change: id, summary, by: change.by, at: change.at });
  const since = changedSince(workspace, change);
  if (!since) return { ok: true, change };
  const { later, number } = since;
  return refuse({
    reason: 'changed-since',
    change: id,
    number,
    later: later.id,
    summary: later.summary,
    by: later.by,
    at: later.at,
  });
};

/**
 * 撤销: takes back the speaker's last change that stands, so that saying it again goes one step further back, or the
 * named one of theirs. Refused when anyone has changed the same thing since. `change` is the record of the undoing.
 */
export const undoLast = (
  workspace: Workspace,
  acting: Acting,
  changeId?: string,
): Outcome<{ undone: Change; change: Change }> => {
  const found = undoable(workspace, acting.by, changeId);
  if (!found.ok) return found;
  const open = openChange(workspace, acting, 'undo');
  for (const edit of found.change.edits.toReversed()) makeEdit(open, inverse(edit));
  const change = sealChange(open, `撤销:${found.change.summary}`);
  if (!change) return refuse({ reason: 'not-undoable', change: found.change.id });
  const undone = workspace.history[readable(workspace.history).findIndex(({ id }) => id === found.change.id)];
  if (undone) undone.undoneBy = change.id;
  return { ok: true, undone: { ...found.change, undoneBy: change.id }, change };
};
