import type { Ownership } from '../plan/plan-draft.ts';
import { type Amended, amendTask } from './amending.ts';
import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';
import type { Task } from './task.ts';
import { taskOf } from './task-lookup.ts';

/** Who is to answer for a task. `responsible` is 负责人, which a plan uses for 责任领导 and people for 责任人. */
export type Assignment = Partial<Ownership> & { responsible?: string[] };

/** 负责人 is the 责任领导 where the task names one and no 责任人. */
const placeOf = ({ leaders, owners }: Task): 'leaders' | 'owners' =>
  leaders.length > 0 && owners.length === 0 ? 'leaders' : 'owners';

/** 交办: the names given replace those of the same role; the other roles stay. */
export const assignTask = (open: OpenChange, number: number, assignment: Assignment): Outcome<Amended> => {
  const { responsible, ...names } = assignment;
  const task = taskOf(open.workspace, number);
  if (!task || responsible === undefined) return amendTask(open, number, names);
  const place = placeOf(task);
  return amendTask(open, number, { ...names, [place]: [...(names[place] ?? []), ...responsible] });
};
