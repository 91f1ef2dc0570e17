import type { TaskDraft } from '../plan-draft.ts';
import { shadowOf } from '../text/shadow.ts';
import { isSurelyPerson } from './by-part.ts';
import { namesIn } from './names-in.ts';

/** The bracket an item closes with, as `组织座谈会(韩梅)` does. */
const CLOSING_BRACKET = /[(（]([^()（）\n]{2,24})[)）][。;；,， ]{0,2}$/u;
/** One bracket may hold anything: a place, a hero to learn from. A page that names several people so says who does it. */
const FEWEST_NAMED = 2;

const peopleIn = (text: string): string[] => {
  const names = namesIn(CLOSING_BRACKET.exec(text.trimEnd())?.[1] ?? '');
  return names.every((name) => isSurelyPerson(name) && shadowOf(name).length <= 4) ? names : [];
};

const isNobodys = ({ leaders, units, supportingUnits, owners }: TaskDraft): boolean =>
  [leaders, units, supportingUnits, owners].every((names) => names.length === 0);

/**
 * The tasks of a plan, led by whom their closing bracket names. Only where two items or more name different people so and
 * nobody else is named there: a person's name alone in one bracket could be anyone.
 */
export const ledByBracketed = (tasks: readonly TaskDraft[]): TaskDraft[] => {
  const people = tasks.map((task) => (isNobodys(task) ? peopleIn(task.text) : []));
  const named = people.filter((names) => names.length > 0);
  if (named.length < FEWEST_NAMED || new Set(named.flat()).size < FEWEST_NAMED) return [...tasks];
  return tasks.map((task, at) => {
    const leaders = people[at] ?? [];
    if (leaders.length === 0) return task;
    return { ...task, title: task.title.replace(CLOSING_BRACKET, ''), leaders };
  });
};
