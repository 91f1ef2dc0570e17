import { holderOf, knownNames } from '../../workspace/people.ts';
import type { Filter } from '../../workspace/selection.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Said } from '../command.ts';
import { plainWords } from '../normalise.ts';

/** A name at the front of a text: of a unit or person of the plan, or of a chat user who was @-ed. */
export interface NameSaid {
  filter: Filter;
  /** As it was said, to say it again. */
  said: string;
  length: number;
}

/** Names are compared as the message is matched: half-width and Simplified. */
const startsWith = (text: string, name: string): number => {
  const plain = plainWords(name);
  return plain !== '' && text.startsWith(plain) ? plain.length : 0;
};

const readMention = (text: string, said: Said): NameSaid | undefined => {
  for (const { id, name } of said.message.mentions) {
    const length = startsWith(text.slice(1), name) + 1;
    if (length > 1) return { filter: { kind: 'member', id }, said: text.slice(0, length), length };
  }
  return undefined;
};

/** The longest name of the plan, or of a known chat user, that the text begins with. */
const readKnown = (text: string, workspace: Workspace): NameSaid | undefined => {
  const { units, people } = knownNames(workspace);
  const bound = workspace.members.flatMap((member) =>
    member.name === null ? member.bound : [...member.bound, member.name],
  );
  const [best] = [...units, ...people, ...bound]
    .map((name) => ({ name, length: startsWith(text, name) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  if (best === undefined) return undefined;
  const holder = holderOf(workspace, best.name);
  const inPlan = units.includes(best.name) || people.includes(best.name);
  const filter: Filter =
    !inPlan && holder !== undefined ? { kind: 'member', id: holder } : { kind: 'name', name: best.name };
  return { filter, said: text.slice(0, best.length), length: best.length };
};

/** A name the text begins with: `@李四` of the message's mentions, else one the plan or the group knows, with or without @. */
export const readName = (text: string, said: Said, workspace: Workspace): NameSaid | undefined => {
  if (!text.startsWith('@')) return readKnown(text, workspace);
  const known = readKnown(text.slice(1), workspace);
  return readMention(text, said) ?? (known && { ...known, said: `@${known.said}`, length: known.length + 1 });
};

const SHORTEST_PART = 2;
const LONGEST_PART = 20;

/** A part of a unit's name that stands for this unit alone: 保障部 for 权益保障部. A part of two units' names is none. */
export const readPartOfUnit = (text: string, workspace: Workspace): NameSaid | undefined => {
  const units = knownNames(workspace).units.map((name) => ({ name, plain: plainWords(name) }));
  for (let length = Math.min(text.length, LONGEST_PART); length >= SHORTEST_PART; length -= 1) {
    const part = text.slice(0, length);
    const meant = units.filter(({ plain }) => plain.includes(part));
    if (meant.length > 1) return undefined;
    if (meant[0]) return { filter: { kind: 'name', name: meant[0].name }, said: part, length };
  }
  return undefined;
};
