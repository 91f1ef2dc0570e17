import type { IsoDate } from '../calendar/date.ts';
import { deputyOf } from './deputies.ts';
import { knownNames, namesInPlan } from './known-names.ts';
import { holderOf, isBound, membersCalled, namesOf } from './people.ts';
import { readable } from './plain-data.ts';
import { planYearOf } from './plan-year.ts';
import type { MemberId } from './task.ts';
import { taskState } from './task-state.ts';
import type { Workspace } from './workspace.ts';

/** One person of the plan. */
export interface RosterLine {
  /** All names of theirs that the plan or the group has, those of the plan first. */
  names: string[];
  member: MemberId | null;
  /** So many members are called so and none is known to be meant; 0 where that is not what keeps the name from being anybody's. */
  namesakes: number;
  /** Open tasks of the plan year that name them. */
  open: number;
  deputy: string | null;
}

/**
 * 人员: who the plan names, each person once, those who are nobody's in the group yet first, else in the order of the plan.
 * Units are told only where somebody is bound to them.
 */
export const rosterOf = (workspace: Workspace, today: IsoDate): RosterLine[] => {
  const { people, units } = knownNames(workspace);
  const year = planYearOf(workspace, today);
  const open = readable(workspace.tasks).filter((task) => task.year === year && taskState(task) === 'open');
  const told = new Set<string>();
  const lines: RosterLine[] = [];
  for (const name of [...people, ...units.filter((unit) => isBound(workspace, unit))]) {
    if (told.has(name)) continue;
    const member = holderOf(workspace, name) ?? null;
    const all = member === null ? [name] : namesOf(workspace, member);
    const names = [...new Set([name, ...all.filter((each) => people.includes(each) || units.includes(each)), ...all])];
    for (const each of names) told.add(each);
    const namesakes = member === null ? membersCalled(workspace, name).length : 0;
    const named = open.filter((task) => namesInPlan(task).some((each) => names.includes(each)));
    lines.push({ names, member, namesakes, open: named.length, deputy: deputyOf(workspace, name, today) ?? null });
  }
  return [...lines.filter(({ member }) => member === null), ...lines.filter(({ member }) => member !== null)];
};
