import { holderOf, knownNames, membersCalled, planNameOf } from '../../workspace/people.ts';
import { readable } from '../../workspace/plain-data.ts';
import type { MemberId } from '../../workspace/task.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Context, Said } from '../command.ts';
import { MOOD_WORDS } from '../mood-words.ts';
import { plainWords } from '../normalise.ts';

/**
 * One person named at the front of a text.
 *
 * - `known`    `name` is what the plan calls them, else what the group does; `member` null while the name is nobody's yet
 * - `several`  `count` members are called so, and none of them is known to be the plan's
 * - `nameless` @-ed, or the speaker, but no name is theirs alone
 */
export type PersonSaid = { said: string; length: number } & (
  | { kind: 'known'; name: string; member: MemberId | null }
  | { kind: 'several'; count: number }
  | { kind: 'nameless'; member: MemberId }
);

/** Somebody a sentence is about: a person known, or a name that neither the plan nor the group has. */
export type Party = PersonSaid | { kind: 'stranger'; said: string; length: number; name: string };

const startsWith = (text: string, name: string): number => {
  const plain = plainWords(name);
  return plain !== '' && text.startsWith(plain) ? plain.length : 0;
};

const asMember = (member: MemberId, said: string, workspace: Workspace): PersonSaid => {
  const name = planNameOf(workspace, member);
  const at = { said, length: said.length };
  return name === undefined ? { ...at, kind: 'nameless', member } : { ...at, kind: 'known', name, member };
};

const SELF = /^(?:我(?![们校院局市县区单会省镇街所厂])(?:自己|本人)?|本人)/;

/** All names of people: of the plan, bound, and the platform's. */
const namesKnown = (workspace: Workspace): string[] => {
  const { people, units } = knownNames(workspace);
  const members = readable(workspace.members);
  return [...people, ...units, ...members.flatMap(({ name, bound }) => (name === null ? bound : [...bound, name]))];
};

const asName = (name: string, said: string, workspace: Workspace): PersonSaid => {
  const { people, units } = knownNames(workspace);
  const member = holderOf(workspace, name);
  const at = { said, length: said.length };
  if (people.includes(name) || units.includes(name)) return { ...at, kind: 'known', name, member: member ?? null };
  return member === undefined
    ? { ...at, kind: 'several', count: membersCalled(workspace, name).length }
    : { ...at, kind: 'known', name: planNameOf(workspace, member) ?? name, member };
};

/** The longest of some things by a name of theirs that the text begins with. */
const longestAt = <Thing>(text: string, things: readonly Thing[], nameOf: (thing: Thing) => string) => {
  const [best] = things
    .map((thing) => ({ thing, length: startsWith(text, nameOf(thing)) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return best;
};

const readKnown = (text: string, workspace: Workspace): PersonSaid | undefined => {
  const best = longestAt(text, namesKnown(workspace), (name) => name);
  return best && asName(best.thing, text.slice(0, best.length), workspace);
};

/** `@李四` of the message's mentions, else by a known name, else by their id, as the bot's own buttons name namesakes. */
const readAt = (text: string, said: Said, workspace: Workspace): PersonSaid | undefined => {
  const name = text.slice(1);
  const mention = longestAt(name, said.message.mentions, (each) => each.name);
  if (mention) return asMember(mention.thing.id, text.slice(0, 1 + mention.length), workspace);
  const known = readKnown(name, workspace);
  if (known) return { ...known, said: `@${known.said}`, length: known.length + 1 };
  const member = longestAt(name, readable(workspace.members), ({ id }) => id);
  return member && asMember(member.thing.id, text.slice(0, 1 + member.length), workspace);
};

/** A person the text begins with: 我, @李四, or a name the plan or the group knows. */
export const readPerson = (text: string, said: Said, { workspace, acting }: Context): PersonSaid | undefined => {
  if (text.startsWith('@')) return readAt(text, said, workspace);
  const known = readKnown(text, workspace);
  const self = known ? undefined : SELF.exec(text)?.[0];
  return self === undefined ? known : asMember(acting.by, self, workspace);
};

/** How a command names a member so that it is understood without an @: by a name that is theirs alone, else by id. */
export const sayAsPerson = (id: MemberId, workspace: Workspace): string => {
  const name = planNameOf(workspace, id);
  return `@${name ?? id}`;
};

/** What may be a name though nobody is known by it: two to four characters, or a unit's. */
const LIKE_A_NAME = /^(?:[\p{Script=Han}·]{2,4}|[\p{Script=Han}]{2,12}(?:部|室|科|处|办|会|局|中心|站|队|组))$/u;

/** Characters of sentences, in no name: 我是来测试的, 我是不是王明. */
const OF_SENTENCES = /[不是来说想要在的有个问去没这那谁什么也都很第一吗呢可能请别给把被]/;

/** 如果, 尽快, 好像: words that put a sentence in a mood are in no name either. */
const setsMood = (text: string): boolean => MOOD_WORDS.some(({ words }) => words.some((word) => text.includes(word)));

/** True for what may be a name though neither the plan nor the group has it. */
export const isLikeAName = (text: string): boolean =>
  LIKE_A_NAME.test(text) && !OF_SENTENCES.test(text) && !setsMood(text);
