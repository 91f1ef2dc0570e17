import type { Ownership } from '../plan/plan-draft.ts';
import { shorten } from './shorten.ts';

const NAMES_IN_A_LIST = 2;
/** Longer ones are no names but sentences read as such. */
const NAME_LIMIT = 40;

/** `办公室、组织部等4个`. */
const few = (names: string[]): string => {
  const shown = names
    .slice(0, NAMES_IN_A_LIST)
    .map((name) => shorten(name, NAME_LIMIT))
    .join('、');
  return names.length <= NAMES_IN_A_LIST ? shown : `${shown}等${names.length}个`;
};

/** Who answers for a task, for the quiet line of a list: unit and owner, else the leader; empty when nobody is named. */
export const sayOwners = ({ units, owners, leaders }: Ownership): string => {
  const named = [few(units), few(owners)].filter((part) => part !== '');
  return named.length > 0 ? named.join(' ') : few(leaders);
};

/** Everybody a task names, by role, for its card: 责任领导 责任单位 配合单位 责任人. */
export const ownershipFacts = (task: Ownership): [string, string][] => [
  ['责任领导', task.leaders.join('、')],
  ['责任单位', task.units.join('、')],
  ['配合单位', task.supportingUnits.join('、')],
  ['责任人', task.owners.join('、')],
];
