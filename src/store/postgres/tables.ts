import type { ColumnType } from 'kysely';

/** One workspace. */
export interface WorkspaceTable {
  id: string;
  /** Raised by one with each change of the document. */
  version: number;
  /** Names the transaction that wrote this version: after a lost connection it tells whether that one was committed. */
  written_by: string;
  /** The whole workspace, as `jsonb.ts` makes it fit. */
  document: ColumnType<never, Buffer, Buffer>;
  /** Entries in the document's outbox. */
  outbox: number;
  /** Nothing is owed before, ms since the epoch; 0 after a change. */
  next_look: number;
  looked_at: number;
}

export interface Tables {
  workspace: WorkspaceTable;
}
