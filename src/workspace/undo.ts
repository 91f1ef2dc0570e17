import type { Acting } from './acting.ts';
import type { Change } from './history.ts';
import type { Outcome } from './outcome.ts';
import type { Workspace } from './workspace.ts';

/** 撤销: takes back the speaker's last change, or the named one of theirs. `change` is the record of the undoing. */
export declare function undoLast(
  workspace: Workspace,
  acting: Acting,
  changeId?: string,
): Outcome<{ undone: Change; change: Change }>;
