import { knownNames } from '../../workspace/known-names.ts';
import { namesOf } from '../../workspace/people.ts';
import type { Context } from '../command.ts';
import type { Listing } from './listing.ts';

/** The name the speaker has in the plan; undefined when none of theirs stands there. */
export const ownNameInPlan = ({ workspace, acting }: Context): string | undefined => {
  const { units, people } = knownNames(workspace);
  return namesOf(workspace, acting.by).find((name) => people.includes(name) || units.includes(name));
};

/**
 * The filters of a list in words that mean the same whoever says them: 我的 becomes the speaker's name, so that anybody
 * who turns the page of a card sees the list it was.
 */
export const sharedFilterWords = ({ filters, filterWords }: Listing, context: Context): string[] =>
  filterWords.map((words, index) => (filters[index]?.kind === 'mine' ? (ownNameInPlan(context) ?? words) : words));

/** Parts of a command joined by single spaces; empty ones are left out. */
export const sayTogether = (...words: string[]): string => words.filter((word) => word !== '').join(' ');
