import { type Filter, type Looking, taskTest } from './filter.ts';
import { type Light, lightOf } from './light.ts';
import { planYearOf } from './plan-year.ts';
import { sectionsOf } from './section-choice.ts';
import { type TargetState, targetStates } from './target-state.ts';
import type { Task } from './task.ts';
import { isClosed, isOverdue, turnsOf } from './task-state.ts';
import { waitingTurns } from './waiting.ts';
import type { Workspace } from './workspace.ts';
import { tasksOfYear } from './year-view.ts';

/** Counts of things to do: a one-off task is one, a recurring task one per period. `rate` is closed ÷ total, 0–1. */
export interface Tally {
  total: number;
  closed: number;
  overdue: number;
  /** Not closed, overdue ones included. */
  open: number;
  rate: number;
}

export interface NamedTally extends Tally {
  name: string;
}

export interface Statistics {
  year: number;
  /** Tasks in the ledger, whatever number of periods they have. */
  tasks: number;
  cancelled: number;
  /** 待销号: closed, not yet granted, counted as `all` is; null where the group asks for no check. */
  waiting: number | null;
  all: Tally;
  /** By outermost heading, in the order of the plan; tasks under none last, with an empty name. */
  sections: NamedTally[];
  /** By 责任单位, most first; a task of two units counts in both; tasks of none last, with an empty name. */
  units: NamedTally[];
  /** Tasks by the light they show as a whole. */
  lights: Record<Light, number>;
  targets: TargetState[];
}

type Counts = Pick<Tally, 'total' | 'closed' | 'overdue'>;

const countsOf = (task: Task, today: string): Counts => {
  const turns = turnsOf(task);
  const closed = turns.filter((turn) => isClosed(task, turn)).length;
  return { total: turns.length, closed, overdue: turns.filter((turn) => isOverdue(task, turn, today)).length };
};

const add = (a: Counts, b: Counts): Counts => ({
  total: a.total + b.total,
  closed: a.closed + b.closed,
  overdue: a.overdue + b.overdue,
});

const NOTHING: Counts = { total: 0, closed: 0, overdue: 0 };

const tallyOf = ({ total, closed, overdue }: Counts): Tally => ({
  total,
  closed,
  overdue,
  open: total - closed,
  rate: total === 0 ? 0 : closed / total,
});

/** Sums the counts of tasks under each of their names; a task without one goes under the empty name. */
const grouped = (counted: [Task, Counts][], namesOf: (task: Task) => readonly string[]): Map<string, Counts> => {
  const groups = new Map<string, Counts>();
  for (const [task, counts] of counted) {
    const names = new Set(namesOf(task));
    for (const name of names.size === 0 ? [''] : names) groups.set(name, add(groups.get(name) ?? NOTHING, counts));
  }
  return groups;
};

const named = (groups: Map<string, Counts>, order: string[]): NamedTally[] =>
  [...order, ''].flatMap((name) => {
    const counts = groups.get(name);
    return counts ? [{ name, ...tallyOf(counts) }] : [];
  });

const bySection = (counted: [Task, Counts][]): NamedTally[] =>
  named(
    grouped(counted, ({ section }) => section.slice(0, 1)),
    sectionsOf(counted.map(([task]) => task)).filter((name) => name !== ''),
  );

const byUnit = (counted: [Task, Counts][]): NamedTally[] => {
  const groups = grouped(counted, ({ units }) => units);
  const total = (name: string): number => groups.get(name)?.total ?? 0;
  return named(
    groups,
    [...groups.keys()].filter((name) => name !== '').sort((a, b) => total(b) - total(a)),
  );
};

/** What each section of a year's plan came to on a day, cancelled tasks left out: as 统计 counts, without its lights. */
export const sectionTallies = ({ tasks }: Workspace, year: number, today: string): NamedTally[] =>
  bySection(
    tasks
      .filter((task) => task.year === year && task.cancelled === null)
      .map((task): [Task, Counts] => [task, countsOf(task, today)]),
  );

/**
 * 统计 of the tasks that meet the filters; without a year filter, of the plan year. Cancelled tasks are only counted as such.
 * A task carried on counts in the year it was left in as not closed, whatever became of it since.
 */
export const statisticsOf = (workspace: Workspace, filters: Filter[], looking: Looking): Statistics => {
  const { today } = looking;
  const asked = filters.find((filter) => filter.kind === 'year');
  const year = asked?.year ?? planYearOf(workspace, today);
  const passes = taskTest(workspace, filters, looking);
  const tasks = tasksOfYear(workspace, year)
    .map(({ task }) => task)
    .filter(passes);
  const live = tasks.filter(({ cancelled }) => cancelled === null);
  const counted = live.map((task): [Task, Counts] => [task, countsOf(task, today)]);
  const lights: Record<Light, number> = { '🔴': 0, '🟡': 0, '🟢': 0, '⚪': 0, '✅': 0 };
  for (const task of live) lights[lightOf(workspace, task, today).light] += 1;
  return {
    year,
    tasks: live.length,
    cancelled: tasks.length - live.length,
    waiting: workspace.settings.checksClosings
      ? live.reduce((sum, task) => sum + waitingTurns(workspace, task).length, 0)
      : null,
    all: tallyOf(counted.map(([, counts]) => counts).reduce(add, NOTHING)),
    sections: bySection(counted),
    units: byUnit(counted),
    lights,
    targets: live.flatMap((task) => targetStates(task, today)),
  };
};
