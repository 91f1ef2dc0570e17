import { type IsoDate, yearOf } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { touches, type Window, yearWindow } from '../calendar/window.ts';
import { closingOf, deadlineOf, isUnscheduled, windowOfPeriod, windowOfTask } from './deadline.ts';
import { type Deputies, deputiesOf } from './deputies.ts';
import { type Filter, type Looking, taskTest } from './filter.ts';
import { type LightState, lightOf } from './light.ts';
import { readable } from './plain-data.ts';
import { planYearOf } from './plan-year.ts';
import type { Task } from './task.ts';
import { isClosed, isOverdue, periodInQuestion, taskState, turnsOf } from './task-state.ts';
import { waits } from './waiting.ts';
import type { Workspace } from './workspace.ts';
import { carryingsOf, taskInYear, type YearView } from './year-view.ts';

export type { Filter, Looking } from './filter.ts';

export interface Query {
  /** The time asked for; without it the whole plan year. */
  window?: Window | undefined;
  filters: Filter[];
}

/** One line of a list. For a recurring task `period` is the one the line is about, `periods` those the query touches. */
export interface Row {
  task: Task;
  period: PeriodKey | null;
  deadline: IsoDate;
  light: LightState;
  periods: { total: number; closed: number } | null;
  deputies: Deputies;
  /** The year it was carried into from the one asked for; null where it was not. `task` is then as it was left. */
  carriedTo: number | null;
  /** The turn the line is about waits for 销号. */
  waiting: boolean;
}

/** `overdueElsewhere` and `unscheduled`: tasks that meet the filters but lie outside the time, for the line at the foot. */
export interface Selection {
  rows: Row[];
  overdueElsewhere: number;
  unscheduled: number;
}

type Turn = PeriodKey | null;

/** Filters that ask for a state: without one cancelled tasks are left out of a list. */
export const STATE_KINDS: readonly string[] = [
  'overdue',
  'open',
  'due-soon',
  'not-begun',
  'closed',
  'waiting',
  'unscheduled',
  'no-progress',
  'cancelled',
];

/** Where a one-off task shows in a time list: where its window lies; one with only an end, or without a time, at its end. */
const listWindow = (task: Task): Window => {
  const window = windowOfTask(task);
  return task.schedule.start === null ? { start: window.end, end: window.end } : window;
};

const covers = (whole: Window, part: Window): boolean => whole.start <= part.start && part.end <= whole.end;

const turnsIn = (task: Task, window: Window | undefined): readonly Turn[] => {
  if (!window) return turnsOf(task);
  // All of a plan year is all of its tasks: one carried into it may have ended before it, an extended one may end after.
  if (task.schedule.freq === null && covers(window, yearWindow(task.year))) return [null];
  if (task.schedule.freq === null) return touches(listWindow(task), window) ? [null] : [];
  return turnsOf(task).filter((period) => period !== null && touches(windowOfPeriod(task, period), window));
};

const untouched = ({ progress, reports, closings }: Task): boolean =>
  progress.length + reports.length + closings.length === 0;

/** The turns of a task a list is about, or none when one of its states does not hold. */
const turnsMeeting = (
  workspace: Workspace,
  task: Task,
  turns: readonly Turn[],
  states: ReadonlySet<string>,
  today: IsoDate,
): readonly Turn[] => {
  let left = turns;
  if (states.has('waiting')) left = left.filter((turn) => waits(workspace, closingOf(task, turn)));
  if (states.has('overdue')) left = left.filter((turn) => isOverdue(task, turn, today));
  if (states.has('due-soon')) left = left.filter((turn) => lightOf(workspace, task, today, turn).name === '临期');
  if (states.has('not-begun')) left = left.filter((turn) => lightOf(workspace, task, today, turn).name === '未到期');
  if (states.has('open') && left.every((turn) => isClosed(task, turn))) return [];
  if (states.has('closed') && !left.every((turn) => isClosed(task, turn))) return [];
  if (states.has('unscheduled') && !(isUnscheduled(task) && taskState(task) === 'open')) return [];
  if (states.has('no-progress') && !(untouched(task) && taskState(task) === 'open')) return [];
  return left;
};

const rowOf = (workspace: Workspace, { task, carriedTo }: YearView, turns: readonly Turn[], today: IsoDate): Row => {
  const periods = turns.filter((turn) => turn !== null);
  const recurring = task.schedule.freq !== null;
  const period = recurring ? periodInQuestion(task, today, periods) : null;
  const closed = periods.filter((key) => isClosed(task, key)).length;
  return {
    task,
    period,
    deadline: deadlineOf(task, period),
    light: lightOf(workspace, task, today, period),
    periods: recurring ? { total: periods.length, closed } : null,
    deputies: deputiesOf(workspace, task, today),
    carriedTo,
    waiting: waits(workspace, closingOf(task, period)),
  };
};

const byDeadline = (a: Row, b: Row): number =>
  a.deadline === b.deadline ? a.task.number - b.task.number : a.deadline < b.deadline ? -1 : 1;

/**
 * What the foot of a time list counts: tasks that are overdue, those of earlier years too, or of that year not scheduled, and
 * not in the list for it.
 */
const countsAtFoot = (tasks: Task[], window: Window, looking: Looking): Omit<Selection, 'rows'> => {
  const foot = { overdueElsewhere: 0, unscheduled: 0 };
  for (const task of tasks) {
    if (task.cancelled || task.year > yearOf(window.start)) continue;
    const inside = turnsIn(task, window);
    const overdue = turnsOf(task).some((turn) => !inside.includes(turn) && isOverdue(task, turn, looking.today));
    if (overdue) foot.overdueElsewhere += 1;
    else if (inside.length === 0 && isUnscheduled(task) && taskState(task) === 'open') foot.unscheduled += 1;
  }
  return foot;
};

/** The one plan year a list is about; undefined when its time reaches over the turn of the year. */
const yearAsked = (workspace: Workspace, { window, filters }: Query, today: IsoDate): number | undefined => {
  const said = filters.find((filter) => filter.kind === 'year');
  if (said) return said.year;
  if (!window) return planYearOf(workspace, today);
  return yearOf(window.start) === yearOf(window.end) ? yearOf(window.start) : undefined;
};

/**
 * The tasks a list is taken from, as its year has them. With a time all tasks, for some run over the turn of the year; else
 * those of the plan year, 逾期 and 待销号 also what earlier years left behind, for it is so still.
 */
const tasksAsked = (workspace: Workspace, query: Query, today: IsoDate): YearView[] => {
  const year = yearAsked(workspace, query, today);
  const carryings = carryingsOf(workspace);
  const reachesBack = query.filters.some(({ kind }) => kind === 'overdue' || kind === 'waiting');
  return readable(workspace.tasks).flatMap((task) => {
    const view = year === undefined ? undefined : taskInYear(task, year, carryings);
    const isTaken = query.window !== undefined || (reachesBack && year !== undefined && task.year < year);
    return view ?? (isTaken ? { task, carriedTo: null } : []);
  });
};

/**
 * The tasks asked for, by deadline, then number. Without a time, those of the plan year. Cancelled tasks show only when
 * asked for. A recurring task is one line: 已完成 when every period the list is about is closed, 逾期 when one of them is.
 * A year shows what was carried on from it as it was left.
 */
export const select = (workspace: Workspace, query: Query, looking: Looking): Selection => {
  const { window, filters } = query;
  const { today } = looking;
  const states = new Set<string>(filters.map(({ kind }) => kind).filter((kind) => STATE_KINDS.includes(kind)));
  const passes = taskTest(workspace, filters, looking);
  const views = tasksAsked(workspace, query, today).filter(({ task }) => passes(task));
  // What has no time is in no time: 本月 未排期 means all of them.
  const time = states.has('unscheduled') ? undefined : window;
  const rows: Row[] = [];
  for (const view of views) {
    const { task } = view;
    if ((task.cancelled !== null) !== states.has('cancelled')) continue;
    const turns = turnsIn(task, time);
    const meeting = states.has('cancelled') ? turns : turnsMeeting(workspace, task, turns, states, today);
    const counted = meeting.length > 0 || (time === undefined && states.size === 0);
    if (counted) rows.push(rowOf(workspace, view, meeting, today));
  }
  rows.sort(byDeadline);
  const foot = window && [...states].every((state) => state === 'open');
  const tasks = views.map(({ task }) => task);
  return { rows, ...(foot ? countsAtFoot(tasks, window, looking) : { overdueElsewhere: 0, unscheduled: 0 }) };
};
