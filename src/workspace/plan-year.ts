import { type IsoDate, yearOf } from '../calendar/date.ts';
import { readable } from './plain-data.ts';
import type { Workspace } from './workspace.ts';

/** The plan year people mean when they name none: today's if there are tasks for it, else the last one before it, else the next. */
export const planYearOf = (workspace: Workspace, today: IsoDate): number => {
  const now = yearOf(today);
  const years = [...new Set(readable(workspace.tasks).map((task) => task.year))].sort((a, b) => a - b);
  return years.findLast((year) => year <= now) ?? years[0] ?? now;
};
