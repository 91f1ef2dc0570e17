import { yearOf } from '../calendar/date.ts';
import { type Window, wholeYear } from '../calendar/window.ts';
import { type Filter, STATE_KINDS, select } from '../workspace/selection.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Context } from './command.ts';
import type { Listing } from './reading/listing.ts';

/** The plan year of a time asked for; undefined when it reaches over the turn of the year. */
export const yearWithin = ({ start, end }: Window): number | undefined =>
  yearOf(start) === yearOf(end) ? yearOf(start) : undefined;

/** Numbers of the tasks asked for, ascending. Cancelled ones stand in a ledger too, struck out, unless a state was named. */
export const numbersAsked = (
  workspace: Workspace,
  listing: Listing | null,
  year: number,
  context: Context,
): number[] => {
  const { acting, today } = context;
  const { time = null, filters = [] } = listing ?? {};
  const window = time === null || wholeYear(time.window) !== undefined ? undefined : time.window;
  const reachesBack = filters.some(({ kind }) => kind === 'overdue' || kind === 'waiting') && time === null;
  const byYear: Filter[] = window || reachesBack ? [] : [{ kind: 'year', year }];
  const all = (more: Filter[]) =>
    select(workspace, { window, filters: [...filters, ...byYear, ...more] }, { today, me: acting.by }).rows;
  const isByState = filters.some(({ kind }) => STATE_KINDS.includes(kind));
  const rows = [...all([]), ...(isByState ? [] : all([{ kind: 'cancelled' }]))];
  return rows.map(({ task }) => task.number).sort((a, b) => a - b);
};
