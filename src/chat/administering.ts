import { administratorsOf, nameOf } from '../workspace/people.ts';
import type { MemberId } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';

const sayName = (workspace: Workspace, id: MemberId): string =>
  `${nameOf(workspace, id)}${workspace.owner === id ? '(群主)' : ''}`;

/** Names of those people, the group's owner marked: `['周敏', '王五(群主)']`. */
export const sayNames = (workspace: Workspace, ids: readonly MemberId[]): string[] =>
  ids.map((id) => sayName(workspace, id));

/** Everybody who administers the group, by name. */
export const sayAdministrators = (workspace: Workspace): string[] => sayNames(workspace, administratorsOf(workspace));
