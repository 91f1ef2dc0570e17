import { holderOf, knownNames } from '../../workspace/people.ts';
import type { Context, Said } from '../command.ts';
import { BIND_WORDS } from '../deed-words.ts';
import {
  linkAt,
  type NameMeant,
  nameIn,
  partedAt,
  type Span,
  trimmed,
  type WhomMeant,
  type Words,
  whomIn,
} from './binding-words.ts';
import { readPerson } from './person.ts';
import { skipSeparators, wordAt } from './scan.ts';

/** 绑定 as said. */
export interface BindingSaid extends NameMeant, WhomMeant {
  /** 别名: the two names are one person's, whoever of them is in the group. */
  isAlias: boolean;
  confirmed: boolean;
  frame: string;
}

const CONFIRMED = / ?确认$/;
/** It stays in the frame, where it makes a question of the whole. */
const ASKED = / ?(?:吗|么)?\??$/;
const TAKES = /^[把将] ?/;
const IS = /^ ?(?:就是|也就是|是|叫|即|=) ?/;
const SAME = /^ ?(?:就是|也就是|也叫|又叫|又名|即|=|==) ?/;
const ARE_ONE = /^ ?(?:和|跟|与|同|、) ?/;
const ONE = / ?(?:是|就是|都是)?(?:同一个?人|一个人)$/;

const named = (text: string, { from, to }: Span): string => text.slice(from, to);

/** The name and the person of two stretches, in the order they fit. */
const paired = (words: Words, [first, second]: [Span, Span]) => {
  const [name, whom] = [nameIn(words, first), whomIn(words, second)];
  const { workspace } = words.context;
  // 绑定 李四 张三, where 李四 is in the group and 张三 in the plan.
  const isTurned =
    whom?.whom.kind === 'nobody' &&
    knownNames(workspace).people.includes(nameIn(words, second)?.name ?? '') &&
    whomIn(words, first)?.whom.kind === 'member';
  const fitting = isTurned ? { ...nameIn(words, second), ...whomIn(words, first) } : { ...name, ...whom };
  const { name: bound, isKnown, whom: to, whomSaid } = fitting;
  return bound === undefined || isKnown === undefined || to === undefined || whomSaid === undefined
    ? undefined
    : { name: bound, isKnown, whom: to, whomSaid };
};

type Found = NameMeant & WhomMeant;

/** 绑定 王主席 @王五 · 把王主席绑定到@王五 · 王主席绑定@王五 */
const withWord = (words: Words, end: number): Found | undefined => {
  const { text } = words.said;
  const start = TAKES.exec(text)?.[0].length ?? 0;
  const word = wordAt(text, start, BIND_WORDS);
  if (word !== undefined) {
    const from = skipSeparators(text, start + word.length);
    const parts = partedAt(words, { from, to: end });
    const pair = parts && paired(words, parts);
    if (pair) return pair;
    const only = nameIn(words, { from, to: end });
    // 绑定会员卡 is some other binding.
    const isName = only?.isKnown || text[from - 1] === ' ';
    return only && isName ? { ...only, whom: { kind: 'unsaid' }, whomSaid: '' } : undefined;
  }
  const at = text.indexOf('绑定', start);
  if (at <= start || at >= end) return undefined;
  const behind = at + 2;
  const second = { from: behind + linkAt(text.slice(behind, end), words.context), to: end };
  const first = { from: start, to: at };
  const pair = paired(words, text[start] === '@' ? [second, first] : [first, second]);
  return pair?.isKnown ? pair : undefined;
};

/** @王五 是 王主席 · 王主席是@王五: only with an @, and only names the plan has: 王五是办公室的 says something else. */
const withIs = (words: Words, end: number): Found | undefined => {
  const { said, context } = words;
  const { text } = said;
  const at = text.indexOf('@');
  if (at < 0) return undefined;
  const person = readPerson(text.slice(at), said, context);
  if (!person) return undefined;
  const behind = at + person.length;
  const link = at === 0 ? (IS.exec(text.slice(behind, end))?.[0].length ?? 0) : 0;
  if (at === 0 && link === 0) return undefined;
  const front = / ?(?:就是|也就是|是|即|=) ?$/.exec(text.slice(0, at));
  if (at > 0 && (front === null || behind !== end)) return undefined;
  const name = at === 0 ? { from: behind + link, to: end } : { from: 0, to: front?.index ?? 0 };
  const pair = paired(words, [name, { from: at, to: behind }]);
  // @王五 是办公室 may as well tell where he works.
  return pair && !knownNames(context.workspace).units.includes(pair.name) && pair.isKnown ? pair : undefined;
};

/** Of two names of one person the one that is nobody's yet is bound to whoever has the other. */
const asAlias = (words: Words, first: Span, second: Span, mustBeKnown: boolean): Found | undefined => {
  const { workspace } = words.context;
  const [a, b] = [nameIn(words, first), nameIn(words, second)];
  const known = (span: Span) => {
    const person = readPerson(named(words.said.text, span), words.said, words.context);
    return person?.length === span.to - span.from;
  };
  if (!a || !b || (mustBeKnown && !(known(trimmed(words.said.text, first)) && known(trimmed(words.said.text, second)))))
    return undefined;
  const [ofA, ofB] = [holderOf(workspace, a.name), holderOf(workspace, b.name)];
  if (ofB === undefined && ofA !== undefined) {
    return { ...b, whom: { kind: 'member', id: ofA }, whomSaid: a.name };
  }
  return { ...a, whom: ofB === undefined ? { kind: 'nobody' } : { kind: 'member', id: ofB }, whomSaid: b.name };
};

/** 别名 王主席 王强 · 王主席就是王强 · 王主席和王强是同一个人. Without 别名 both have to be known names and all there is. */
const withAlias = (words: Words, end: number): Found | undefined => {
  const { text } = words.said;
  const word = /^(?:别名|设置?别名|同一个?人)[ :]*/.exec(text)?.[0];
  if (word !== undefined) {
    const parts = partedAt(words, { from: word.length, to: end });
    return parts && asAlias(words, parts[0], parts[1], false);
  }
  const first = readPerson(text, words.said, words.context);
  if (!first || text.startsWith('@')) return undefined;
  const rest = text.slice(first.length, end);
  const one = ONE.exec(rest);
  const link = one ? ARE_ONE.exec(rest) : SAME.exec(rest);
  if (!link) return undefined;
  const second = { from: first.length + link[0].length, to: one ? first.length + one.index : end };
  return asAlias(words, { from: 0, to: first.length }, second, true);
};

/** 绑定, 别名 and @王五 是 王主席; undefined when the message is none of them. */
export const readBinding = (said: Said, context: Context): BindingSaid | undefined => {
  const { text } = said;
  const words = { said, context };
  const confirmed = CONFIRMED.exec(text)?.[0] ?? '';
  const end = text.length - (confirmed || (ASKED.exec(text)?.[0] ?? '')).length;
  const found = withWord(words, end) ?? withIs(words, end);
  const alias = found ? undefined : withAlias(words, end);
  const read = found ?? alias;
  // 别 in 别名 denies nothing.
  const frame = text.replace('别名', '绑定');
  return read && { ...read, isAlias: alias !== undefined, confirmed: confirmed !== '', frame };
};
