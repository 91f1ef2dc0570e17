import { FESTIVALS } from '../calendar/festivals.ts';
import { spellingScore } from './pinyin-match.ts';
import { readable } from './plain-data.ts';
import type { Task } from './task.ts';
import { type TitleFeatures, type Tokens, titleFeatures } from './title-features.ts';

/** A candidate; `score` 0–1, 1 is the same title. */
export interface TitleMatch {
  task: Task;
  score: number;
  /** Every character searched for is in the title, by writing or by sound: only such a one may be acted on. */
  complete: boolean;
}

/** Candidates best first, none below a usable score; `margin` is how far the first is ahead of the second (its score when alone). */
export interface TitleMatches {
  matches: TitleMatch[];
  margin: number;
}

/** A single character says less than a pair; it is there for slips (坐谈会) and for words in another order. */
const SINGLE_WEIGHT = 0.3;
/** How much of the score hangs on how much of the title was said. */
const TITLE_SHARE = 0.25;
/** Same sound, other character: nearly as good. */
const SOUND_FACTOR = 0.95;
/** All characters in the title's order, others between: how people shorten (职代会 for 职工代表大会). */
const SHORTENED_SCORE = 0.5;
/** The words stand in the item's text but not in its title. */
const IN_TEXT_SCORE = 0.4;
/** Below this a candidate has nothing to do with what was said. */
const USABLE = 0.3;
const CLEAR_SCORE = 0.5;
/** How far the second must lie behind: less when some of the words are not in it at all. */
const CLEAR_MARGIN = 0.12;
const CLEAR_MARGIN_INCOMPLETE = 0.05;
/** A name of a task, not a speech: what comes after is a remark. */
const MOST_PARTS = 60;
/** Said around a name without being part of it. */
const FILLERS = new Set('了个这那把将');
/** One number never stands for another that sounds like it: 七 and 期. */
const NUMERALS = /^[\d一二三四五六七八九十百零两]/u;

/** Said behind a name for what it names: 三八节活动. */
const GENERIC_TAIL = /(?:活动|工作|任务|事项)$/u;

/**
 * What people may call a task: its title, and before it the festival the plan gives as its time. `三八节:举办讲座` is
 * 三八节活动 to everybody; a mere month is the time of many.
 */
const calledOf = ({ title, schedule }: Task): string =>
  !title.includes(schedule.stated) && FESTIVALS.some((festival) => schedule.stated.startsWith(festival))
    ? `${schedule.stated}${title}`
    : title;

const sharedOf = (said: ReadonlySet<string>, there: ReadonlySet<string>): string[] => {
  const shared: string[] = [];
  for (const token of said) if (there.has(token)) shared.push(token);
  return shared;
};

/** Scores titles by the tokens they share with what was said; rare ones weigh more (IDF over these titles). */
const scoresBy = (said: Tokens, titles: readonly Tokens[]): number[] => {
  const singles = titles.map((title) => sharedOf(said.singles, title.singles));
  const pairs = titles.map((title) => sharedOf(said.pairs, title.pairs));
  const weigh = (shared: string[][], all: ReadonlySet<string>): Map<string, number> => {
    const found = new Map<string, number>();
    for (const tokens of shared) for (const token of tokens) found.set(token, (found.get(token) ?? 0) + 1);
    // A token in no title (a slip, a filler) must neither decide nor be ignored: as if in a few titles.
    const unseen = Math.sqrt(titles.length);
    return new Map([...all].map((token) => [token, Math.log(1 + titles.length / (found.get(token) ?? unseen))]));
  };
  const singleWeights = weigh(singles, said.singles);
  const pairWeights = weigh(pairs, said.pairs);
  const sum = (tokens: Iterable<string>, weights: Map<string, number>): number => {
    let total = 0;
    for (const token of tokens) total += weights.get(token) ?? 0;
    return total;
  };
  const whole = SINGLE_WEIGHT * sum(said.singles, singleWeights) + sum(said.pairs, pairWeights);
  return titles.map((title, index) => {
    const [single, pair] = [singles[index] ?? [], pairs[index] ?? []];
    const covered = (SINGLE_WEIGHT * sum(single, singleWeights) + sum(pair, pairWeights)) / whole;
    const ofTitle = title.pairs.size > 0 ? pair.length / title.pairs.size : single.length / title.singles.size;
    return covered > 0 ? covered * (1 - TITLE_SHARE + TITLE_SHARE * ofTitle) : 0;
  });
};

const isComplete = (said: TitleFeatures, title: TitleFeatures): boolean =>
  said.parts.every(
    (part, index) =>
      title.written.singles.has(part) ||
      FILLERS.has(part) ||
      (!NUMERALS.test(part) && title.sounded.singles.has(said.syllables[index] ?? part)),
  );

const isShortened = (said: TitleFeatures, title: TitleFeatures): boolean => {
  let found = 0;
  for (const part of title.parts) if (part === said.parts[found]) found += 1;
  return said.parts.length > 2 && found === said.parts.length;
};

/** Letters somebody typed for pinyin, if that is what they typed: all of it, sounds of the characters between included. */
const lettersOf = (said: TitleFeatures): string => (/[a-z]{2}/u.test(said.plain) ? said.syllables.join('') : '');

const rank = (tasks: readonly Task[], words: string, said: TitleFeatures): TitleMatch[] => {
  const titles = tasks.map((task) => titleFeatures(calledOf(task)));
  const written = scoresBy(
    said.written,
    titles.map((title) => title.written),
  );
  const sounded = scoresBy(
    said.sounded,
    titles.map((title) => title.sounded),
  );
  const letters = lettersOf(said);
  return tasks.flatMap((task, index) => {
    const title = titles[index];
    if (!title) return [];
    if (title.plain === said.plain || titleFeatures(task.title).plain === said.plain)
      return [{ task, score: 1, complete: true }];
    const spelled = letters === '' ? 0 : spellingScore(letters, title.syllables);
    const shortened = isShortened(said, title) ? SHORTENED_SCORE : 0;
    const byTitle = Math.max(written[index] ?? 0, SOUND_FACTOR * (sounded[index] ?? 0), spelled, shortened);
    const inText = byTitle < IN_TEXT_SCORE && said.parts.length > 1 && task.text.includes(words);
    const score = Math.min(inText ? IN_TEXT_SCORE : byTitle, 0.99);
    return score < USABLE ? [] : [{ task, score, complete: spelled >= byTitle || isComplete(said, title) }];
  });
};

/**
 * Finds tasks by words of their title: typos, word order, quotation marks don't matter; full pinyin and initials work.
 * Tasks in the result are for reading, also inside a change.
 */
export const matchTitles = (tasks: readonly Task[], words: string): TitleMatches => {
  const all = titleFeatures(words.slice(0, 4 * MOST_PARTS));
  if (all.parts.length === 0 || all.parts.length > MOST_PARTS) return { matches: [], margin: 0 };
  const ranked = rank(readable(tasks), words.trim(), all);
  const bare = titleFeatures(all.plain.replace(GENERIC_TAIL, ''));
  // Without its tail, when with it no title has every character.
  const matches =
    bare.parts.length >= 2 && bare !== all && !ranked.some(({ complete }) => complete)
      ? rank(readable(tasks), words.trim(), bare)
      : ranked;
  matches.sort((a, b) => b.score - a.score || a.task.number - b.task.number);
  const [first, second] = matches;
  return { matches, margin: (first?.score ?? 0) - (second?.score ?? 0) };
};

/** The one task that is meant, if the words leave no doubt: all of them in its title, and no other title near. */
export const clearWinner = ({ matches, margin }: TitleMatches): Task | undefined => {
  const [first, second] = matches;
  if (!first?.complete || first.score < CLEAR_SCORE) return undefined;
  if (first.score === 1 && second?.score !== 1) return first.task;
  return margin >= (second?.complete === false ? CLEAR_MARGIN_INCOMPLETE : CLEAR_MARGIN) ? first.task : undefined;
};
