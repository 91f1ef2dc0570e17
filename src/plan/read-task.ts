import { draftTask } from './draft-task.ts';
import type { TaskDraft } from './plan-draft.ts';

/** One free sentence as a task of a year's plan, by the same rules as an item of a document (新增). */
export const readTask = (text: string, year: number): TaskDraft =>
  draftTask(text.trim(), { section: [], scope: null, owners: null, year });
