import { appendTo } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { workableTask } from './task-lookup.ts';

export interface Progressed {
  number: number;
  title: string;
  text: string;
  percent: number | null;
}

/** 进展: adds a dated line, with the share done (0–100) when given. The text may be empty only when there is a share. */
export const addProgress = (open: OpenChange, number: number, text: string, percent?: number): Outcome<Progressed> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const line = text.trim();
  if (line === '' && percent === undefined) return refuse({ reason: 'empty-text' });
  if (percent !== undefined && !(percent >= 0 && percent <= 100)) return refuse({ reason: 'bad-percent', percent });
  const { by, at } = open.acting;
  appendTo(open, found.task, 'progress', { text: line, ...(percent === undefined ? {} : { percent }), by, at });
  return { ok: true, number, title: found.task.title, text: line, percent: percent ?? null };
};
