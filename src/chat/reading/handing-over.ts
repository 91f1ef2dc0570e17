import type { Context, Said } from '../command.ts';
import { beginsWithCommand, HAND_OVER_WORDS } from '../deed-words.ts';
import { rawFrom } from '../normalise.ts';
import { readNumbers } from './numbers.ts';
import { isLikeAName, type Party, readPerson } from './person.ts';
import { longestFirst, skipSeparators, skipWords, wordAt } from './scan.ts';

/**
 * 移交 as said.
 *
 * - `all`     everything open of one person to another; `to` null when it was not said
 * - `numbers` 移交 12、13 李四, which is 交办: `to` as said
 * - `unsaid`  移交 and nothing else
 */
export type HandOverSaid =
  | { kind: 'all'; from: Party; to: Party | null; confirmed: boolean; frame: string }
  | { kind: 'numbers'; numbers: number[]; to: string; frame: string }
  | { kind: 'unsaid'; frame: string };

const CONFIRMED = / ?确认$/;
/** It stays in the frame, where it makes a question of the whole. */
const ASKED = /(?:吗|么)?\??$/;
const LEAD = longestFirst('把 将 从 由');
/** What of theirs is handed over; 张三的工作总结 is something else. */
const THEIRS = longestFirst(
  '的 名下 手上 手头 手里 现在 所有 全部 全部的 未完成 没完成 未办结 任务 工作 事项 事情 活儿 活 事 都 统统 全都',
);
const GIVES = longestFirst('移交 移交给 转交 转交给 交接 交接给 交给 转给 转到 移给 交由 改由 改给');
const TO = longestFirst('到 给 至 与 和 -> → - = : ,');
/** 交给李四办, 由李四负责. */
const DOES = / ?(?:来|去)?(?:办|负责|做|接手|处理|跟进|承担|接|接管)$/;

/** One whole person: known, or a name nobody knows yet. */
const partyOf = (words: string, typed: string, said: Said, context: Context): Party | undefined => {
  const person = readPerson(words, said, context);
  if (person?.length === words.length) return person;
  const bare = words.replace(DOES, '');
  if (bare !== words && bare !== '') return partyOf(bare, typed.slice(0, bare.length), said, context);
  const isName = isLikeAName(words.replace(/^@/, '')) && !beginsWithCommand(words);
  return isName ? { kind: 'stranger', said: words, length: words.length, name: typed.replace(/^@/, '') } : undefined;
};

const partyIn = (said: Said, from: number, to: number, context: Context): Party | undefined => {
  const start = skipSeparators(said.text, from);
  return partyOf(said.text.slice(start, to).trimEnd(), rawFrom(said, start, to), said, context);
};

/** 移交 张三 李四: two people, the first known or parted from the second by a space or 给. */
const twoPeople = (
  said: Said,
  from: number,
  to: number,
  context: Context,
): Pick<AllSaid, 'from' | 'to'> | undefined => {
  const { text } = said;
  const first = readPerson(text.slice(from, to), said, context);
  const space = text.slice(from, to).search(/[ ,]/);
  if (first) {
    const theirs = skipWords(text, skipSeparators(text, from + first.length), THEIRS);
    const link = skipWords(text, skipSeparators(text, theirs), TO);
    if (skipSeparators(text, link) >= to) return { from: first, to: null };
    const second = partyIn(said, link, to, context);
    return second && { from: first, to: second };
  }
  // 移交档案给市局 is some work of the plan; two words set apart are two people.
  if (space <= 0 || text[from - 1] !== ' ') return undefined;
  const giver = partyIn(said, from, from + space, context);
  const taker = partyIn(said, skipWords(text, skipSeparators(text, from + space), TO), to, context);
  return giver && taker && { from: giver, to: taker };
};

type AllSaid = Extract<HandOverSaid, { kind: 'all' }>;

/** 移交 张三 李四 · 移交 12、13 李四 · 移交 */
const wordFirst = (
  said: Said,
  context: Context,
  end: number,
): Omit<AllSaid, 'confirmed' | 'frame'> | HandOverSaid | undefined => {
  const { text } = said;
  const word = wordAt(text, 0, HAND_OVER_WORDS);
  if (word === undefined) return undefined;
  const at = skipSeparators(text, word.length);
  if (at >= end) return { kind: 'unsaid', frame: text };
  const taken = skipSeparators(text, skipWords(text, at, LEAD));
  const numbers = readNumbers(text.slice(taken, end));
  if (numbers) {
    const to = skipSeparators(text, skipWords(text, skipSeparators(text, taken + numbers.length), TO));
    const whom = partyIn(said, to, end, context);
    return to < end && !whom
      ? undefined
      : { kind: 'numbers', numbers: numbers.numbers, to: whom?.said ?? '', frame: text };
  }
  const people = twoPeople(said, taken, end, context);
  return people && { kind: 'all', ...people };
};

const STRANGER =
  /^([\p{Script=Han}·]{2,4}?)(?:的|名下的?)(?:全部|所有)?(?:任务|工作)(?:都|全部|全)?(?:移交|转交|交|转)给/u;

/** 12、13移交给李四, which is 交办 as well. */
const numbersFirst = (said: Said, context: Context, end: number): HandOverSaid | undefined => {
  const { text } = said;
  const start = skipSeparators(text, skipWords(text, 0, LEAD));
  const numbers = readNumbers(text.slice(start, end));
  if (!numbers) return undefined;
  const at = skipSeparators(text, start + numbers.length);
  const word = wordAt(text, at, HAND_OVER_WORDS);
  if (word === undefined) return undefined;
  const to = partyIn(said, skipWords(text, skipSeparators(text, at + word.length), TO), end, context);
  return to?.kind === 'known' ? { kind: 'numbers', numbers: numbers.numbers, to: to.said, frame: text } : undefined;
};

/** Somebody nobody knows whose work is to be given away: said so, rather than not understood. */
const strangerIn = (said: Said, start: number): Party | undefined => {
  const words = STRANGER.exec(said.text.slice(start))?.[1] ?? '';
  return isLikeAName(words)
    ? { kind: 'stranger', said: words, length: words.length, name: rawFrom(said, start, start + words.length) }
    : undefined;
};

/** 把张三的任务移交给李四 · 张三的工作交给李四: the giver has to be a person of the plan or the group. */
const personFirst = (said: Said, context: Context, end: number): Omit<AllSaid, 'confirmed' | 'frame'> | undefined => {
  const { text } = said;
  const start = skipSeparators(text, skipWords(text, 0, LEAD));
  const from = readPerson(text.slice(start, end), said, context) ?? strangerIn(said, start);
  if (!from) return undefined;
  const behind = start + from.length;
  const theirs = skipSeparators(text, skipWords(text, behind, THEIRS));
  const word = wordAt(text, theirs, GIVES);
  // 张三交给李四 gives a thing; only 张三移交给李四, or what is theirs, is all of it.
  if (word === undefined || (theirs === behind && wordAt(text, theirs, HAND_OVER_WORDS) === undefined))
    return undefined;
  const gives = skipSeparators(text, skipWords(text, theirs + word.length, TO));
  if (gives >= end) return { kind: 'all', from, to: null };
  const to = partyIn(said, gives, end, context);
  // 张三的工作移交清单 is no 移交 to somebody called 清单.
  const isParted = /[给 @]/.test(text.slice(theirs, gives + 1));
  return to && (to.kind !== 'stranger' || isParted) ? { kind: 'all', from, to } : undefined;
};

/** 移交 in whichever order; undefined when the message is none: 移交档案, 张三的工作总结交给李四. */
export const readHandOver = (said: Said, context: Context): HandOverSaid | undefined => {
  const { text } = said;
  const confirmed = CONFIRMED.exec(text)?.[0] ?? '';
  const end = text.length - (confirmed || (ASKED.exec(text)?.[0] ?? '')).length;
  const found = wordFirst(said, context, end) ?? numbersFirst(said, context, end) ?? personFirst(said, context, end);
  if (found?.kind !== 'all') return found;
  return { ...found, confirmed: confirmed !== '', frame: text };
};
