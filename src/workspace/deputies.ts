import type { IsoDate } from '../calendar/date.ts';
import { namesOfPerson } from './people.ts';
import { readable } from './plain-data.ts';
import type { Task } from './task.ts';
import type { Leave, Workspace } from './workspace.ts';

/** Names of a task's people who are away, each with who acts for them. */
export type Deputies = ReadonlyMap<string, string>;

/** What most tasks have on most days. */
export const NO_DEPUTIES: Deputies = new Map();

const isOn = ({ from, until }: Leave, day: IsoDate): boolean => from <= day && day <= until;

/** The leaves of a day, in the order they were said. */
export const leavesOn = (workspace: Workspace, day: IsoDate): Leave[] =>
  readable(workspace.leaves).filter((leave) => isOn(leave, day));

/** The deputy on a day of the person a name belongs to, if they are away; the latest leave counts. */
export const deputyOf = (workspace: Workspace, name: string, day: IsoDate): string | undefined => {
  const leaves = leavesOn(workspace, day);
  if (leaves.length === 0) return undefined;
  const names = namesOfPerson(workspace, name);
  return leaves.findLast(({ absent }) => names.includes(absent))?.deputy;
};

/** Who of a task's people is away on a day, and who acts for them. */
export const deputiesOf = (workspace: Workspace, task: Task, day: IsoDate): Deputies => {
  if (leavesOn(workspace, day).length === 0) return NO_DEPUTIES;
  const names = [...task.leaders, ...task.units, ...task.supportingUnits, ...task.owners];
  return new Map(
    names.flatMap((name): [string, string][] => {
      const deputy = deputyOf(workspace, name, day);
      return deputy === undefined ? [] : [[name, deputy]];
    }),
  );
};

/** Everybody the person of these names acts for on a day, by all their names; empty for who is nobody's deputy. */
export const actingFor = (workspace: Workspace, names: readonly string[], day: IsoDate): string[] => {
  const absent = leavesOn(workspace, day)
    .map((leave) => leave.absent)
    .filter((name) => names.includes(deputyOf(workspace, name, day) ?? ''));
  return [...new Set(absent.flatMap((name) => namesOfPerson(workspace, name)))];
};
