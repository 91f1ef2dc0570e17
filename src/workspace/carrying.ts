import { dayOf, type IsoDate, monthOf, yearOf } from '../calendar/date.ts';
import { closingOf, deadlineOf } from './deadline.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { lineIdentity } from './importing/line-identity.ts';
import { type Outcome, refuse } from './outcome.ts';
import { readable } from './plain-data.ts';
import { mayCarry } from './rights.ts';
import type { Task } from './task.ts';
import { workableTask } from './task-lookup.ts';
import { taskState } from './task-state.ts';
import { plainTitle } from './title-features.ts';
import type { Workspace } from './workspace.ts';
import { carryingsOf } from './year-view.ts';

/** From the middle of December, when the year is drawn up, to the end of March, when the last of the new plans are out. */
const SEASON = { opens: { month: 12, day: 15 }, lastMonth: 3 };

const isYearEnd = (today: IsoDate): boolean =>
  monthOf(today) === SEASON.opens.month && dayOf(today) >= SEASON.opens.day;

/** True while 结转 is to be expected: 15 December to 31 March. */
export const isCarryingSeason = (today: IsoDate): boolean => isYearEnd(today) || monthOf(today) <= SEASON.lastMonth;

/** The year tasks are carried into when none is named: at the end of December the one to come. */
const yearToCome = (today: IsoDate): number => yearOf(today) + (isYearEnd(today) ? 1 : 0);

/** From which year into which; `from` null when there is no earlier one. */
export interface CarryYears {
  from: number | null;
  to: number;
}

/** The years meant: into the one named or the new one, out of the one named or the last before it that has tasks. */
export const carryYears = (
  workspace: Workspace,
  today: IsoDate,
  named: { from?: number | null; to?: number | null } = {},
): CarryYears => {
  const years = [...new Set(readable(workspace.tasks).map(({ year }) => year))].sort((a, b) => a - b);
  const to = named.to ?? yearToCome(today);
  return { from: named.from ?? years.findLast((year) => year < to) ?? null, to };
};

/** A task that may be carried on. `twin`: a task of the new year in the same words; `ended`: its own end is past. */
export interface Carryable {
  task: Task;
  twin: number | null;
  ended: boolean;
}

/** What 结转 would do: what is carried, what stays though unfinished — a twin is there already, or it recurs — and since when there is nothing to do. */
export interface CarryPreview {
  from: number;
  to: number;
  carried: Carryable[];
  doubled: Carryable[];
  recurring: Task[];
  /** The new year has no plan of its own yet. */
  unplanned: boolean;
}

const isLeftIn = (task: Task, year: number): boolean => task.year === year && taskState(task) === 'open';

/** How a task is told from others by its words alone: any task of the new year that has one of them is its twin. */
const identities = ({ text, title }: Task): string[] =>
  [`text ${lineIdentity(text)}`, `title ${plainTitle(title)}`].filter((identity) => !identity.endsWith(' '));

const hasPlan = (workspace: Workspace, year: number): boolean =>
  readable(workspace.plans).some((plan) => plan.year === year);

const previewOf = (workspace: Workspace, from: number, to: number, today: IsoDate): CarryPreview => {
  const tasks = readable(workspace.tasks);
  const there = new Map<string, number>();
  for (const task of tasks) {
    if (task.year !== to || task.cancelled !== null) continue;
    for (const identity of identities(task)) if (!there.has(identity)) there.set(identity, task.number);
  }
  const left = tasks.filter((task) => isLeftIn(task, from));
  const oneOff = left
    .filter(({ schedule }) => schedule.freq === null)
    .map((task): Carryable => {
      const twin = identities(task).flatMap((identity) => there.get(identity) ?? [])[0] ?? null;
      return {
        task,
        twin,
        ended: (task.schedule.end !== null || task.extensions.length > 0) && deadlineOf(task) < today,
      };
    });
  return {
    from,
    to,
    carried: oneOff.filter(({ twin }) => twin === null),
    doubled: oneOff.filter(({ twin }) => twin !== null),
    recurring: left.filter(({ schedule }) => schedule.freq !== null),
    unplanned: !hasPlan(workspace, to),
  };
};

/** 结转 goes into the running year or the next. */
const isNear = (to: number, today: IsoDate): boolean => to === yearOf(today) || to === yearOf(today) + 1;

/** The years as named by the speaker; null where they named none. */
export interface NamedYears {
  from: number | null;
  to: number | null;
}

/**
 * What 结转 would carry. Refused when there is nothing, when the year is not this or the next one, or when the new year has
 * no plan yet and was not named.
 */
export const previewCarrying = (workspace: Workspace, today: IsoDate, named: NamedYears): Outcome<CarryPreview> => {
  const { from, to } = carryYears(workspace, today, named);
  if (!isNear(to, today) || (from !== null && from >= to))
    return refuse({ reason: 'bad-carry-year', from, to, thisYear: yearOf(today) });
  const last = carryingsOf(workspace).findLast((carrying) => carrying.to === to && carrying.from === from);
  if (from === null) return refuse({ reason: 'nothing-to-carry', from, to, recurring: 0, doubled: [], last: null });
  const preview = previewOf(workspace, from, to, today);
  if (preview.carried.length === 0) {
    const doubled = preview.doubled.map(({ task }) => task.number);
    const before = last ? { by: last.by, at: last.at } : null;
    const recurring = preview.recurring.length;
    return refuse({ reason: 'nothing-to-carry', from, to, recurring, doubled, last: before });
  }
  if (preview.unplanned && named.to === null) return refuse({ reason: 'no-plan-for-year', from, to });
  return { ok: true, ...preview };
};

/** A task carried on, with its number, progress, reports, extensions and history. */
export interface Carried {
  number: number;
  title: string;
  from: number;
  to: number;
}

/** The plan of a year when it has just one: where that is not so nobody said which. */
const onlyPlanOf = (workspace: Workspace, year: number): string | null => {
  const [plan, ...others] = readable(workspace.plans).filter((each) => each.year === year);
  return plan && others.length === 0 ? plan.id : null;
};

/**
 * 结转 of one task: it belongs to the new year from now on, and remembers the one it comes from. Recurring tasks stay: their
 * periods are those of their year.
 */
export const carryTask = (open: OpenChange, number: number, to: number): Outcome<Carried> => {
  const { workspace, acting } = open;
  const may = mayCarry(workspace, acting);
  if (!may.ok) return may;
  const { today } = acting;
  if (!isNear(to, today)) return refuse({ reason: 'bad-carry-year', from: null, to, thisYear: yearOf(today) });
  const found = workableTask(workspace, number);
  if (!found.ok) return found;
  const { title, year, plan, carriedFrom, schedule } = found.task;
  if (year >= to) {
    const last = carryingsOf(workspace).findLast((carrying) => carrying.number === number && carrying.to === year);
    return refuse({ reason: 'of-that-year', number, title, year, carried: last ? { by: last.by, at: last.at } : null });
  }
  if (schedule.freq !== null) return refuse({ reason: 'stays-in-its-year', number, title, year });
  const closed = closingOf(found.task);
  if (closed) return refuse({ reason: 'already-closed', number, title, period: null, by: closed.by, at: closed.at });
  const on = { kind: 'task', number } as const;
  makeEdit(open, { on, field: 'year', before: year, after: to });
  makeEdit(open, { on, field: `carriedFrom[${carriedFrom.length}]`, before: null, after: year });
  const planned = onlyPlanOf(workspace, to);
  if (planned !== plan) makeEdit(open, { on, field: 'plan', before: plan, after: planned });
  return { ok: true, number, title, from: year, to };
};
