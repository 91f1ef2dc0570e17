import type { IsoDate } from '../calendar/date.ts';
import type { Acting } from './acting.ts';
import { makeEdit } from './editing.ts';
import { type OpenChange, stands } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { namesOfPerson } from './people.ts';
import { readable } from './plain-data.ts';
import { planYearOf } from './plan-year.ts';
import { maySpeakFor } from './rights.ts';
import type { Task } from './task.ts';
import { taskState } from './task-state.ts';
import type { Workspace } from './workspace.ts';

const ROLES = ['leaders', 'owners'] as const;

/** The open tasks of the plan year a person is 责任人 or 责任领导 of, under any of their names: what 移交 hands over. */
export const openTasksOf = (workspace: Workspace, name: string, today: IsoDate): Task[] => {
  const names = new Set(namesOfPerson(workspace, name));
  const year = planYearOf(workspace, today);
  return readable(workspace.tasks).filter(
    (task) =>
      task.year === year &&
      taskState(task) === 'open' &&
      ROLES.some((role) => task[role].some((each) => names.has(each))),
  );
};

/** Who took the tasks over last, for whoever presses the button late. */
const lastHandOver = (workspace: Workspace, names: readonly string[]) => {
  const listOf = (value: unknown): string[] => (Array.isArray(value) ? (value as string[]) : []);
  for (const change of readable(workspace.history).toReversed()) {
    if (change.verb !== 'hand-over' || !stands(change)) continue;
    const edit = change.edits.find(({ before }) => listOf(before).some((name) => names.includes(name)));
    const to = edit && listOf(edit.after).find((name) => !listOf(edit.before).includes(name));
    if (to !== undefined) return { to, by: change.by, at: change.at };
  }
  return null;
};

/** The names with those of one person replaced by one of another, each person once. */
const replaced = (
  list: readonly string[],
  from: ReadonlySet<string>,
  to: string,
  others: readonly string[],
): string[] => {
  const isThere = list.some((name) => others.includes(name));
  const names = list.flatMap((name) => (from.has(name) ? (isThere ? [] : [to]) : [name]));
  return [...new Set(names)];
};

/** The tasks 移交 would hand over, or why it may not be; changes nothing. */
export const handingOver = (
  workspace: Workspace,
  acting: Acting,
  from: string,
  to: string,
): Outcome<{ tasks: Task[] }> => {
  const [mine, theirs] = [namesOfPerson(workspace, from), namesOfPerson(workspace, to)];
  if (mine.some((name) => theirs.includes(name))) return refuse({ reason: 'same-person', name: from, other: to });
  const may = maySpeakFor(workspace, from, acting);
  if (!may.ok) return may;
  const tasks = openTasksOf(workspace, from, acting.today);
  return tasks.length > 0
    ? { ok: true, tasks }
    : refuse({ reason: 'nothing-to-hand-over', name: from, last: lastHandOver(workspace, mine) });
};

/**
 * 移交: in every open task of the plan year `to` stands where the person of `from` stood, as 责任人 and as 责任领导. Closed
 * and cancelled tasks keep the old name. `numbers` are those changed, ascending.
 */
export const handOver = (open: OpenChange, from: string, to: string): Outcome<{ numbers: number[] }> => {
  const { workspace, acting } = open;
  const found = handingOver(workspace, acting, from, to);
  if (!found.ok) return found;
  const mine = new Set(namesOfPerson(workspace, from));
  const theirs = namesOfPerson(workspace, to);
  for (const task of found.tasks) {
    for (const role of ROLES) {
      const before = task[role];
      if (!before.some((name) => mine.has(name))) continue;
      const after = replaced(before, mine, to, theirs);
      makeEdit(open, { on: { kind: 'task', number: task.number }, field: role, before, after });
    }
  }
  return { ok: true, numbers: found.tasks.map(({ number }) => number) };
};
