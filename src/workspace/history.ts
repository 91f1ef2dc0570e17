import type { Acting } from './acting.ts';
import type { Change, ChangeVerb, Edit } from './change.ts';
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
export declare function openChange(workspace: Workspace, acting: Acting, verb: ChangeVerb): OpenChange;
/** Writes the change into the history under `summary` (one Chinese line); undefined, and no record, when it has no edits. */
export declare function sealChange(open: OpenChange, summary: string): Change | undefined;
/** The person's latest change that can still be taken back: not undone, not itself an undo. */
export declare function lastChangeOf(workspace: Workspace, by: MemberId): Change | undefined;
/** 记录: every change that touched the task, newest first. */
export declare function changesOf(workspace: Workspace, number: number): Change[];
/** Numbers of the tasks a change touched, ascending. */
export declare function taskNumbersOf(change: Change): number[];
