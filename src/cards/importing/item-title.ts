import type { TaskDraft } from '../../plan/plan-draft.ts';
import { shorten } from '../shorten.ts';

const TITLE_LIMIT = 24;

/** A line's title where it is one of many. */
export const itemTitle = (task: Pick<TaskDraft, 'title'>): string => shorten(task.title, TITLE_LIMIT);
