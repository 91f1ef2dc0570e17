import type { Ownership } from '../plan/plan-draft.ts';
import { type Deputies, NO_DEPUTIES } from '../workspace/deputies.ts';
import { shorten } from './shorten.ts';

const NAMES_IN_A_LIST = 2;
/** Longer ones are no names but sentences read as such. */
const NAME_LIMIT = 40;

/** `李四(代:王五)` while 李四 is away. */
const sayName = (name: string, deputies: Deputies): string => {
  const deputy = deputies.get(name);
  return deputy === undefined ? name : `${name}(代:${deputy})`;
};

/** `办公室、组织部等4个`. */
const few = (names: string[], deputies: Deputies): string => {
  const shown = names
    .slice(0, NAMES_IN_A_LIST)
    .map((name) => shorten(sayName(name, deputies), NAME_LIMIT))
    .join('、');
  return names.length <= NAMES_IN_A_LIST ? shown : `${shown}等${names.length}个`;
};

/** Who answers for a task, for the quiet line of a list: unit and owner, else the leader; empty when nobody is named. */
export const sayOwners = ({ units, owners, leaders }: Ownership, deputies: Deputies = NO_DEPUTIES): string => {
  const named = [few(units, deputies), few(owners, deputies)].filter((part) => part !== '');
  return named.length > 0 ? named.join(' ') : few(leaders, deputies);
};

/** Everybody a task names, by role, for its card: 责任领导 责任单位 配合单位 责任人. */
export const ownershipFacts = (task: Ownership, deputies: Deputies = NO_DEPUTIES): [string, string][] => {
  const all = (names: string[]): string => names.map((name) => sayName(name, deputies)).join('、');
  return [
    ['责任领导', all(task.leaders)],
    ['责任单位', all(task.units)],
    ['配合单位', all(task.supportingUnits)],
    ['责任人', all(task.owners)],
  ];
};
