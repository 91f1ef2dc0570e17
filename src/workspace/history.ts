import type { Acting } from './acting.ts';
import type { Change, ChangeVerb, Edit } from './change.ts';
import { readable } from './plain-data.ts';
import type { MemberId } from './task.ts';
import type { Workspace } from './workspace.ts';

export type { Change, ChangeVerb, Edit, Subject } from './change.ts';

/** A change being made: domain functions add their edits to it, {@link sealChange} writes it into the history. */
export interface OpenChange {
  /** The draft that is being changed. */
  workspace: Workspace;
  acting: Acting;
  verb: ChangeVerb;
  edits: Edit[];
}

/** Begins a change. Nothing is written until an edit is made. */
export const openChange = (workspace: Workspace, acting: Acting, verb: ChangeVerb): OpenChange => ({
  workspace,
  acting,
  verb,
  edits: [],
});

const nextChangeId = (history: readonly Change[]): string => `c${Number(history.at(-1)?.id.slice(1) ?? 0) + 1}`;

/** Writes the change into the history under `summary` (one Chinese line); undefined, and no record, when it has no edits. */
export const sealChange = (open: OpenChange, summary: string): Change | undefined => {
  if (open.edits.length === 0) return undefined;
  const { by, at, message } = open.acting;
  const { history } = open.workspace;
  const change: Change = {
    id: nextChangeId(history),
    verb: open.verb,
    by,
    at,
    message,
    summary,
    edits: open.edits,
    undoneBy: null,
  };
  history.push(change);
  return change;
};

/** The change with this id. */
export const changeOf = (workspace: Workspace, id: string): Change | undefined =>
  readable(workspace.history).find((change) => change.id === id);

/** True while a change stands: it was not taken back and is not itself a taking back. */
export const stands = (change: Change): boolean => change.undoneBy === null && change.verb !== 'undo';

/** The person's latest change that can still be taken back: not undone, not itself an undo. */
export const lastChangeOf = (workspace: Workspace, by: MemberId): Change | undefined =>
  readable(workspace.history).findLast((change) => change.by === by && stands(change));

/** Numbers of the tasks a change touched, ascending. */
export const taskNumbersOf = (change: Change): number[] => {
  const numbers = new Set<number>();
  for (const { on } of change.edits) if (on.kind === 'task') numbers.add(on.number);
  return [...numbers].sort((a, b) => a - b);
};

/** 记录: every change that touched the task, newest first. */
export const changesOf = (workspace: Workspace, number: number): Change[] =>
  readable(workspace.history)
    .filter(({ edits }) => edits.some(({ on }) => on.kind === 'task' && on.number === number))
    .reverse();
