import { knownNames, membersCalled } from '../../workspace/people.ts';
import { readable } from '../../workspace/plain-data.ts';
import type { MemberId } from '../../workspace/task.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Context, Said } from '../command.ts';
import { plainWords, rawFrom } from '../normalise.ts';
import { isLikeAName, readPerson } from './person.ts';
import { longestFirst, skipSeparators, skipWords } from './scan.ts';

/**
 * Whom a name is to be bound to.
 *
 * - `member`   a chat user
 * - `several`  so many members are called so
 * - `nobody`   a name nobody in the group answers to
 * - `unsaid`   绑定 王主席, and no more
 */
export type Whom =
  | { kind: 'member'; id: MemberId }
  | { kind: 'several'; count: number }
  | { kind: 'nobody' | 'unsaid' };

/** A name of the plan, as the plan writes it where it has it. */
export interface NameMeant {
  name: string;
  isKnown: boolean;
}

/** Whom it is to be bound to, and the words that say so. */
export interface WhomMeant {
  whom: Whom;
  whomSaid: string;
}

/** A stretch of the message, by its places in `said.text`. */
export interface Span {
  from: number;
  to: number;
}

/** A message being read. */
export interface Words {
  said: Said;
  context: Context;
}

const SEPARATED = /[ :,=→]/;
/** What joins a name and a person. Only where it does not belong to the name itself. */
const LINKS = longestFirst('到 给 为 成 是 就是 上 和 与 跟 叫 叫做 至');

/** The name of the plan, or one that is bound, that a stretch is; spaces do not count. */
const knownAs = (words: string, workspace: Workspace): string | undefined => {
  const { people, units } = knownNames(workspace);
  const bound = readable(workspace.members).flatMap((member) => member.bound);
  const bare = words.replaceAll(' ', '');
  return [...people, ...units, ...bound].find((name) => plainWords(name).replaceAll(' ', '') === bare);
};

/** A stretch without the spaces and marks around it. */
export const trimmed = (text: string, { from, to }: Span): Span => {
  let [start, end] = [from, to];
  while (start < end && SEPARATED.test(text[start] ?? '')) start += 1;
  while (end > start && SEPARATED.test(text[end - 1] ?? '')) end -= 1;
  return { from: start, to: end };
};

/** The name a stretch is: a known one, or what may be one. */
export const nameIn = ({ said, context }: Words, span: Span): NameMeant | undefined => {
  const { from, to } = trimmed(said.text, span);
  const words = said.text.slice(from, to);
  const known = knownAs(words, context.workspace);
  if (known !== undefined) return { name: known, isKnown: true };
  return isLikeAName(words) ? { name: rawFrom(said, from, to), isKnown: false } : undefined;
};

/** Whom a stretch names: it has to be a person and nothing else. A name of the plan that is nobody's yet is nobody. */
export const whomIn = ({ said, context }: Words, span: Span): WhomMeant | undefined => {
  const { from, to } = trimmed(said.text, span);
  const words = said.text.slice(from, to);
  const person = readPerson(words, said, context);
  if (person?.length === words.length && words !== '') {
    if (person.kind === 'several') return { whom: { kind: 'several', count: person.count }, whomSaid: words };
    const called = membersCalled(context.workspace, words).length;
    if (person.member === null && called > 1) return { whom: { kind: 'several', count: called }, whomSaid: words };
    return {
      whom: person.member === null ? { kind: 'nobody' } : { kind: 'member', id: person.member },
      whomSaid: words,
    };
  }
  return isLikeAName(words.replace(/^@/, '')) ? { whom: { kind: 'nobody' }, whomSaid: words } : undefined;
};

/** The two stretches 绑定 stands before or between: parted by an @, by a mark, or by where a known name ends. */
export const partedAt = ({ said, context }: Words, { from, to }: Span): [Span, Span] | undefined => {
  const { text } = said;
  const rest = text.slice(from, to);
  if (rest.startsWith('@')) {
    const person = readPerson(rest, said, context);
    if (!person) return undefined;
    const behind = from + person.length;
    return [
      { from: behind + linkAt(text.slice(behind, to), context), to },
      { from, to: behind },
    ];
  }
  const at = rest.indexOf('@');
  if (at > 0)
    return [
      { from, to: from + withoutLinkBehind(rest.slice(0, at), context) },
      { from: from + at, to },
    ];
  const person = readPerson(rest, said, context);
  const space = rest.search(SEPARATED);
  const end = person && person.length < rest.length ? person.length : space;
  if (end <= 0) return undefined;
  return [
    { from, to: from + end },
    { from: from + end + linkAt(rest.slice(end), context), to },
  ];
};

const separatorsAt = (text: string): number => {
  let at = 0;
  while (at < text.length && SEPARATED.test(text[at] ?? '')) at += 1;
  return at;
};

/** How much of the front only joins: 到 in 到李四, nothing of 成龙 when the plan has him. */
export const linkAt = (text: string, { workspace }: Context): number => {
  const spaces = skipSeparators(text, 0);
  if (knownAs(text.slice(spaces), workspace) !== undefined) return spaces;
  const link = skipWords(text, separatorsAt(text), LINKS);
  return link + separatorsAt(text.slice(link));
};

const withoutLinkBehind = (text: string, { workspace }: Context): number => {
  const { to } = trimmed(text, { from: 0, to: text.length });
  const link = LINKS.find((word) => text.endsWith(word, to));
  if (link === undefined || knownAs(text.slice(0, to), workspace) !== undefined) return to;
  return trimmed(text, { from: 0, to: to - link.length }).to;
};
