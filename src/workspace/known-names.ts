import { readable } from './plain-data.ts';
import type { Task } from './task.ts';
import type { Workspace } from './workspace.ts';

/** All names of the plan, each once, in the plan's order: units from 责任单位 and 配合单位, people from 责任领导 and 责任人. */
export interface KnownNames {
  units: string[];
  people: string[];
}

/** Every name a task is anybody's by. */
export const namesInPlan = (task: Task): string[] => [
  ...task.leaders,
  ...task.owners,
  ...task.units,
  ...task.supportingUnits,
];

const collect = (tasks: readonly Task[]): KnownNames => {
  const units = new Set<string>();
  const people = new Set<string>();
  for (const task of tasks) {
    for (const name of task.units) units.add(name);
    for (const name of task.supportingUnits) units.add(name);
    for (const name of task.leaders) people.add(name);
    for (const name of task.owners) people.add(name);
  }
  return { units: [...units], people: [...people] };
};

/** Every message is read with these names, so they are kept as long as the tasks are the same; only frozen ones stay so. */
const kept = new WeakMap<readonly Task[], KnownNames>();

/** All names of units and people in the plan. */
export const knownNames = (workspace: Workspace): KnownNames => {
  const tasks = readable(workspace.tasks);
  const known = kept.get(tasks) ?? collect(tasks);
  if (Object.isFrozen(tasks)) kept.set(tasks, known);
  return known;
};
