import type { Ownership } from '../plan/plan-draft.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import type { StatedField } from './importing/stated.ts';
import { type Outcome, refuse } from './outcome.ts';
import { plainCopy } from './plain-data.ts';
import { mayClose } from './rights.ts';
import type { Task } from './task.ts';
import { workableTask } from './task-lookup.ts';

/** Fields that are replaced as they stand; a 时限 has consequences of its own (see rescheduling.ts). */
export type AmendedField = Exclude<StatedField, 'schedule'>;

/** What a task is to say from now on; fields that are not given stay. */
export type Amendment = Partial<Pick<Task, AmendedField>>;

/** What an amendment came to. `title` as it was before. */
export interface Amended {
  number: number;
  title: string;
  differences: { field: AmendedField; before: unknown; after: unknown }[];
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** 责任单位 责任人 责任领导 give the right to close. */
const GIVES_RIGHTS: readonly (keyof Ownership)[] = ['units', 'owners', 'leaders'];

/**
 * 修改, 交办: replaces fields of a task. Who answers for it may be changed by whoever may close it, so that nobody gives
 * the right to themselves.
 */
export const amendTask = (open: OpenChange, number: number, amendment: Amendment): Outcome<Amended> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { title } = task;
  if (GIVES_RIGHTS.some((field) => amendment[field] !== undefined)) {
    const may = mayClose(open.workspace, task, open.acting);
    if (!may.ok) return may;
  }
  const stated = Object.entries(amendment) as [AmendedField, unknown][];
  const differences = stated
    .map(([field, after]) => ({ field, before: plainCopy<unknown>(task[field]), after }))
    .filter(({ before, after }) => !isSame(before, after));
  const [first] = stated;
  if (differences.length === 0) {
    return first === undefined
      ? refuse({ reason: 'unchanged' })
      : refuse({ reason: 'as-it-is', number, title, field: first[0], value: first[1] });
  }
  for (const { field, before, after } of differences) {
    makeEdit(open, { on: { kind: 'task', number }, field, before, after });
  }
  return { ok: true, number, title, differences };
};
