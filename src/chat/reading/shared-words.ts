import { deputyOf, leavesOn } from '../../workspace/deputies.ts';
import { knownNames } from '../../workspace/known-names.ts';
import { namesOf } from '../../workspace/people.ts';
import type { Context } from '../command.ts';
import type { Listing } from './listing.ts';

/** The name the speaker has in the plan; undefined when none of theirs stands there. */
export const ownNameInPlan = ({ workspace, acting }: Context): string | undefined => {
  const { units, people } = knownNames(workspace);
  return namesOf(workspace, acting.by).find((name) => people.includes(name) || units.includes(name));
};

/** Whom the speaker acts for today, each by the name in which the leave was said. */
export const actsFor = ({ workspace, acting, today }: Context): string[] => {
  const names = namesOf(workspace, acting.by);
  return [
    ...new Set(
      leavesOn(workspace, today)
        .map(({ absent }) => absent)
        .filter((absent) => names.includes(deputyOf(workspace, absent, today) ?? '')),
    ),
  ];
};

/** 我的 in words anybody can say: 李芳; 李芳名下 where more than what names her is hers, for she acts for somebody away. */
const ownWords = (context: Context): string | undefined => {
  const own = ownNameInPlan(context);
  if (actsFor(context).length === 0) return own;
  const name = own ?? namesOf(context.workspace, context.acting.by)[0];
  return name === undefined ? undefined : `${name}名下`;
};

/**
 * The filters of a list in words that mean the same whoever says them: 我的 becomes the speaker's name, so that anybody
 * who turns the page of a card sees the list it was.
 */
export const sharedFilterWords = ({ filters, filterWords }: Listing, context: Context): string[] =>
  filterWords.map((words, index) => (filters[index]?.kind === 'mine' ? (ownWords(context) ?? words) : words));

/** Parts of a command joined by single spaces; empty ones are left out. */
export const sayTogether = (...words: string[]): string => words.filter((word) => word !== '').join(' ');
