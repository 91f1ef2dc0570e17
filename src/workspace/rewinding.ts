import { produce } from 'immer';
import type { Change } from './change.ts';
import { applyEdit, inverse } from './editing.ts';
import { readable } from './plain-data.ts';
import type { Workspace } from './workspace.ts';

const numberOf = ({ id }: Change): number => Number(id.slice(1));

/** The number of the group's last change, 0 before the first: `17` of `c17`. */
export const lastChangeNumber = ({ history }: Workspace): number => {
  const last = readable(history).at(-1);
  return last ? numberOf(last) : 0;
};

/**
 * The workspace as it stood after the change of a number, exactly: every later change is taken back in a copy. What the
 * history does not hold (members' names as the platform has them, the bot's own bookkeeping) is as it is now.
 */
export const workspaceAfter = (workspace: Workspace, change: number): Workspace => {
  const now = readable(workspace);
  const later = now.history.filter((each) => numberOf(each) > change);
  if (later.length === 0) return now;
  return produce(now, (draft) => {
    for (const { edits } of later.toReversed()) {
      for (const edit of edits.toReversed()) applyEdit(draft, inverse(edit));
    }
  });
};
