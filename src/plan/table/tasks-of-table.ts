import { draftTask, type Given } from '../draft-task.ts';
import type { Skipped, TaskDraft } from '../plan-draft.ts';
import type { Table } from './table.ts';

/** What a table holds: a row is a task. */
export const tasksOfTable = (table: Table, given: Given): { tasks: TaskDraft[]; skipped: Skipped[] } => ({
  tasks: table.rows.filter((row) => !row.hidden).map((row) => draftTask(row.cells.join(' '), given)),
  skipped: table.rows.filter((row) => row.hidden).map((row) => ({ text: row.cells.join(' '), reason: 'hidden' })),
});
