import type { TaskDraft } from '../plan/plan-draft.ts';
import type { OpenChange } from './history.ts';
import type { Task } from './task.ts';

/** Adds one task under the next number and returns it as plain data. */
export declare function addTask(open: OpenChange, draft: TaskDraft, year: number): Task;
