import { addDays, instantAt, yearOf } from '../calendar/date.ts';
import type { Window } from '../calendar/window.ts';
import { isUnscheduled } from './deadline.ts';
import { type Filter, type Looking, taskTest } from './filter.ts';
import { planYearOf } from './plan-year.ts';
import { changeIn, type Stretch } from './target-change.ts';
import { isMeasured, type TargetState, targetStates } from './target-state.ts';
import type { Task } from './task.ts';
import { isOverdue, turnsOf } from './task-state.ts';
import type { Workspace } from './workspace.ts';
import { tasksOfYear } from './year-view.ts';

/** What a list of targets may ask of a target's own state. */
export type TargetCondition = 'reached' | 'short' | 'behind' | 'unreported';

/** Which targets are asked for; all conditions must hold. */
export interface TargetQuery {
  /** Of the task, as in any list; 未完成 and 已完成 are said of the target. */
  filters: Filter[];
  conditions: TargetCondition[];
  /** Tasks by number; empty for any. */
  numbers: number[];
  /** Words of the target's name or its task's title; empty for any. */
  words: string;
  /** With a time: what it added, and where the target stood at its end. */
  window?: Window | undefined;
}

/** One target of a list. `added`: what the time asked for brought, null where it cannot be known or no time was asked for. */
export interface TargetRow extends TargetState {
  added: number | null;
}

export interface TargetList {
  year: number;
  /** Furthest behind first; what cannot be measured yet last. */
  rows: TargetRow[];
}

const isReached = ({ reported, cumulative, goal }: TargetState): boolean => reported && cumulative >= goal.value;

/** More than this many points behind, a target makes its task 🟡. */
const isBehind = (state: TargetState, points: number): boolean => isMeasured(state) && state.gap < -points;

const conditionsOf = ({ filters, conditions }: TargetQuery): Set<TargetCondition> => {
  const found = new Set(conditions);
  for (const { kind } of filters) {
    if (kind === 'closed') found.add('reached');
    if (kind === 'open') found.add('short');
    if (kind === 'no-progress') found.add('unreported');
  }
  return found;
};

const meets = (state: TargetState, conditions: ReadonlySet<TargetCondition>, points: number): boolean =>
  (!conditions.has('reached') || isReached(state)) &&
  (!conditions.has('short') || !isReached(state)) &&
  (!conditions.has('behind') || isBehind(state, points)) &&
  (!conditions.has('unreported') || !state.reported);

const plain = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/[\p{P}\s]/gu, '')
    .toLowerCase();

/** The task's own part of the query. 逾期 is a task's, and its targets stand for it. */
const taskMeets = (task: Task, { filters, numbers }: TargetQuery, today: string): boolean => {
  const asks = (kind: Filter['kind']) => filters.some((filter) => filter.kind === kind);
  if ((task.cancelled !== null) !== asks('cancelled')) return false;
  if (asks('overdue') && !turnsOf(task).some((turn) => isOverdue(task, turn, today))) return false;
  if (asks('unscheduled') && !isUnscheduled(task)) return false;
  return numbers.length === 0 || numbers.includes(task.number);
};

const stretchOf = (window: Window): Stretch => ({
  from: instantAt(window.start, '00:00') - 1,
  until: instantAt(addDays(window.end, 1), '00:00') - 1,
});

const byGap = (a: TargetRow, b: TargetRow): number =>
  Number(isMeasured(b)) - Number(isMeasured(a)) || a.gap - b.gap || a.number - b.number;

/**
 * 指标: every target of a plan year, by how far it is behind. The year is the one named, that of the time, else the one
 * people mean now. A time that is not over stands as of today.
 */
export const listTargets = (workspace: Workspace, query: TargetQuery, looking: Looking): TargetList => {
  const { filters, window } = query;
  const said = filters.find((filter) => filter.kind === 'year');
  const year = said?.year ?? (window ? yearOf(window.start) : planYearOf(workspace, looking.today));
  const day = window && window.end < looking.today ? window.end : looking.today;
  const stretch = window && stretchOf({ ...window, end: day });
  const passes = taskTest(workspace, filters, looking);
  const conditions = conditionsOf(query);
  const words = plain(query.words);
  const rows = tasksOfYear(workspace, year)
    .map(({ task }) => task)
    .filter((task) => taskMeets(task, query, day) && passes(task))
    .flatMap((task) =>
      targetStates(task, day, stretch?.until).map((state) => ({
        ...state,
        added: stretch ? changeIn(task, state.target, stretch) : null,
      })),
    )
    .filter((row) => words === '' || plain(row.target.name).includes(words) || plain(row.title).includes(words))
    .filter((row) => meets(row, conditions, workspace.settings.lights.behindPoints));
  return { year, rows: rows.sort(byGap) };
};
