import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { knownNames, namesInPlan } from './known-names.ts';
import { type Outcome, refuse } from './outcome.ts';
import { readable } from './plain-data.ts';
import type { MemberId } from './task.ts';
import type { Member, Workspace } from './workspace.ts';

export { type KnownNames, knownNames } from './known-names.ts';

/** Longer names are sentences that were meant for another command. */
const LONGEST_NAME = 20;

const asName = (written: string): string => written.normalize('NFKC').replace(/\s/gu, '');

export const memberOf = (workspace: Workspace, id: MemberId): Member | undefined =>
  readable(workspace.members).find((member) => member.id === id);

/** What to call a person: the first bound name, else the platform's, else 成员 and the end of the id. */
export const nameOf = (workspace: Workspace, id: MemberId): string => {
  const member = memberOf(workspace, id);
  return member?.bound[0] ?? member?.name ?? `成员${id.slice(-4)}`;
};

/** The person a name belongs to: who bound it, else the only member the platform calls so. */
export const holderOf = (workspace: Workspace, name: string): MemberId | undefined => {
  const members = readable(workspace.members);
  const bound = members.find((member) => member.bound.includes(name));
  if (bound) return bound.id;
  const called = members.filter((member) => member.name === name);
  return called.length === 1 ? called[0]?.id : undefined;
};

/** All names of the plan a person answers to: bound ones, and the platform's name when nobody else has it. */
export const namesOf = (workspace: Workspace, id: MemberId): string[] => {
  const member = memberOf(workspace, id);
  if (!member) return [];
  const { name, bound } = member;
  return name !== null && !bound.includes(name) && holderOf(workspace, name) === id ? [...bound, name] : [...bound];
};

/** All names of the person a name belongs to, this one first; the name alone while it is nobody's in the group. */
export const namesOfPerson = (workspace: Workspace, name: string): string[] => {
  const holder = holderOf(workspace, name);
  return holder === undefined ? [name] : [...new Set([name, ...namesOf(workspace, holder)])];
};

/** What the plan calls a person: the first of their names that stands in it, else the first of all; undefined for who has none. */
export const planNameOf = (workspace: Workspace, id: MemberId): string | undefined => {
  const names = namesOf(workspace, id);
  const { people, units } = knownNames(workspace);
  return names.find((name) => people.includes(name) || units.includes(name)) ?? names[0];
};

/** The members the platform calls so: of several nobody is guessed to be the plan's. */
export const membersCalled = (workspace: Workspace, name: string): MemberId[] =>
  readable(workspace.members)
    .filter((member) => member.name === name)
    .map(({ id }) => id);

/** A person as the platform tells of them. `isOwner` is missing where it does not tell who owns the group. */
export interface KnownPerson {
  id: MemberId;
  name: string | null;
  isOwner?: boolean;
}

/** Who owns the group, by what the platform tells now. Somebody who owns it no longer leaves it without. */
const ownerTold = ({ owner: before }: Workspace, people: readonly KnownPerson[]): MemberId | null => {
  const found = people.find(({ isOwner }) => isOwner === true)?.id;
  const isGone = people.some(({ id, isOwner }) => id === before && isOwner === false);
  return found ?? (isGone ? null : before);
};

/** Whether {@link learnMembers} would learn nothing. */
export const knowsMembers = (workspace: Workspace, people: readonly KnownPerson[]): boolean =>
  ownerTold(workspace, people) === workspace.owner &&
  people.every(({ id, name }) => {
    const known = memberOf(workspace, id);
    const said = name?.trim() || null;
    return known !== undefined && (said === null || said === known.name);
  });

const learnOwner = (workspace: Workspace, people: readonly KnownPerson[]): boolean => {
  const owner = ownerTold(workspace, people);
  if (owner === workspace.owner) return false;
  workspace.owner = owner;
  return true;
};

/**
 * Names of people as the platform lists them, and who owns the group; true when something was new. An empty or missing name
 * does not wipe a known one. Not a change of the history: nobody said it.
 */
export const learnMembers = (workspace: Workspace, members: readonly KnownPerson[]): boolean => {
  const places = new Map(readable(workspace.members).map(({ id, name }, index) => [id, { index, name }] as const));
  let learned = learnOwner(workspace, members);
  for (const { id, name } of members) {
    const known = places.get(id);
    const said = name?.trim() || null;
    if (!known) {
      places.set(id, { index: workspace.members.length, name: said });
      workspace.members.push({ id, name: said, bound: [] });
    } else if (said !== null && said !== known.name) {
      const member = workspace.members[known.index];
      if (member) member.name = said;
    } else continue;
    learned = true;
  }
  return learned;
};

/** Everybody who may administer: those made so, in order, and the group's owner. Empty before the first import where no owner is known. */
export const administratorsOf = (workspace: Workspace): MemberId[] => {
  const made = readable(workspace.administrators);
  const { owner } = workspace;
  return owner === null || made.includes(owner) ? [...made] : [...made, owner];
};

export const isAdministrator = (workspace: Workspace, id: MemberId): boolean =>
  workspace.owner === id || workspace.administrators.includes(id);

/** True when a name is a person's because it was bound to them, not because the platform calls them so. */
export const isBound = (workspace: Workspace, name: string): boolean =>
  readable(workspace.members).some((member) => member.bound.includes(name));

/**
 * 我是 / 绑定: the name of the plan now stands for this person too. `tasks`: how many open lines of the plan name it.
 * @param options `evenIfCalled`: even when the platform calls somebody else so, who is then another person of that name
 */
export const bindName = (
  open: OpenChange,
  id: MemberId,
  written: string,
  options: { evenIfCalled?: boolean } = {},
): Outcome<{ name: string; member: MemberId; tasks: number }> => {
  const { workspace } = open;
  const name = asName(written);
  if (name === '' || name.length > LONGEST_NAME) return refuse({ reason: 'bad-name', name: written });
  const member = memberOf(workspace, id);
  const holder = holderOf(workspace, name);
  const isFree = holder === undefined || (options.evenIfCalled === true && !isBound(workspace, name));
  if (holder === id ? member?.bound.includes(name) : !isFree) {
    return refuse({
      reason: 'name-taken',
      name,
      by: holder ?? id,
      mine: holder === id,
      called: !isBound(workspace, name),
    });
  }
  const on = { kind: 'member', id } as const;
  if (member) makeEdit(open, { on, field: `bound[${member.bound.length}]`, before: null, after: name });
  else makeEdit(open, { on, field: null, before: null, after: { id, name: null, bound: [name] } });
  const named = readable(workspace.tasks).filter((task) => !task.cancelled && namesInPlan(task).includes(name));
  return { ok: true, name, member: id, tasks: named.length };
};

/**
 * The names of the plan a word stands for: the names of the person it belongs to, the same name, else the units it is part
 * of (保障部 for 权益保障部). Empty when the plan has no such name.
 */
export const namesMeant = (workspace: Workspace, word: string): string[] => {
  const name = asName(word);
  if (holderOf(workspace, name) !== undefined) return namesOfPerson(workspace, name);
  const { units, people } = knownNames(workspace);
  if (units.includes(name) || people.includes(name)) return [name];
  return name.length < 2 ? [] : units.filter((unit) => unit.includes(name));
};
