import { readable } from '../../workspace/plain-data.ts';
import type { Query } from '../../workspace/selection.ts';
import type { Task } from '../../workspace/task.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import { clearWinner, matchTitles } from '../../workspace/title-match.ts';
import type { Context, Said } from '../command.ts';
import { plainWords } from '../normalise.ts';
import { readListing } from './listing.ts';

/**
 * Which tasks a change names.
 *
 * - `numbers` said by number, or by words that leave no doubt
 * - `choice`  words that may stand for any of these (or for the only one, with some doubt): to be asked
 * - `none`    words like no title
 * - `set`     全部, 本月的, 办公室的: never stands for tasks in a change
 * - `missing` no task was named
 */
export type TasksSaid =
  | { kind: 'numbers'; numbers: number[] }
  | { kind: 'choice'; words: string; candidates: number[] }
  | { kind: 'none'; words: string }
  | { kind: 'set'; words: string; query: Query }
  | { kind: 'missing' };

/** No more candidates than a card of choices shows. */
const CANDIDATES = 10;
/** A candidate this far behind the first is not worth asking about. */
const WORTH_ASKING = 0.5;
/** Two characters (情况, 会议) stand in a title by chance; what they name is asked. */
const SHORTEST_TELLING = 3;
/** A candidate that shares no stretch of the words has to be this like them otherwise. */
const LIKE_ENOUGH = 0.5;
/** Share of the words that has to stand in the title as it is before a change acts on it; a slip of one in four may be there. */
const ACCOUNTED = 0.5;
/** Share for words beside a number, which must not name another task. */
const SAME_TASK = 0.75;

const QUOTES = /["'“”‘’「」『』《》〈〉【】[\]()]/g;
const PARTICLES = /[的地得 ,、。:;!?·…-]/g;
const EVERYTHING =
  /^(?:全部|所有|一切|每一?项|每个|剩下|剩余|其余|其他|别的|这些|那些|上面|以上|以下|下面|大家的|统统|通通|都|全)/;

const bare = (words: string): string => words.replace(QUOTES, '').replace(PARTICLES, '').toLowerCase();

/** 0–1: how much of the words stands in the title, counted in runs of at least two characters. */
export const accountedFor = (words: string, title: string): number => {
  const [said, known] = [bare(words), bare(plainWords(title))];
  if (said === '') return 0;
  if (known.includes(said)) return 1;
  let covered = 0;
  for (let at = 0; at < said.length; ) {
    let length = 0;
    while (at + length < said.length && known.includes(said.slice(at, at + length + 1))) length += 1;
    if (length >= 2) covered += length;
    at += Math.max(1, length);
  }
  return covered / said.length;
};

const workable = (context: Context): Task[] =>
  readable(context.workspace.tasks).filter((task) => task.cancelled === null);

/** Latin letters are pinyin: no title holds them, the match itself is the proof. */
const isPinyin = (words: string): boolean => /^[a-z ]+$/i.test(words);

/** 职代会 for 职工代表大会: all its characters in the title's order. */
const isShortened = (words: string, title: string): boolean => {
  const said = bare(words);
  let found = 0;
  for (const character of bare(plainWords(title))) if (character === said[found]) found += 1;
  return said.length > 2 && found === said.length;
};

/** Two characters have to stand in the title; longer words may be like it in other ways. */
const isLike = (words: string, { title }: Task, score: number): boolean =>
  accountedFor(words, title) > 0.3 ||
  isPinyin(words) ||
  (bare(words).length >= SHORTEST_TELLING && score >= LIKE_ENOUGH);

/** The tasks that words of a title stand for. Words that read as a list (本月, 办公室的) are no title. */
export const tasksByWords = (written: string, said: Said, context: Context): TasksSaid => {
  const words = written.replace(QUOTES, '').trim();
  if (bare(words) === '') return { kind: 'missing' };
  const tasks = workable(context);
  const same = tasks.filter((task) => bare(plainWords(task.title)) === bare(words));
  const [only] = same;
  if (only && same.length === 1) return { kind: 'numbers', numbers: [only.number] };
  const listing = readListing(said, context, words);
  if (listing) return { kind: 'set', words, query: { window: listing.time?.window, filters: listing.filters } };
  if (EVERYTHING.test(words)) return { kind: 'set', words, query: { filters: [] } };
  const found = matchTitles(tasks, words);
  const isTelling = bare(words).length >= SHORTEST_TELLING;
  const winner = same.length > 1 || !isTelling ? undefined : clearWinner(found);
  if (
    winner &&
    (isPinyin(words) || isShortened(words, winner.title) || accountedFor(words, winner.title) >= ACCOUNTED)
  ) {
    return { kind: 'numbers', numbers: [winner.number] };
  }
  const best = found.matches[0]?.score ?? 0;
  const near = found.matches
    .filter(({ score, task }) => score >= best * WORTH_ASKING && isLike(words, task, score))
    .slice(0, CANDIDATES);
  const [gone] = readable(context.workspace.tasks).filter(
    (task) => task.cancelled !== null && accountedFor(words, task.title) === 1,
  );
  if (near.length === 0 && gone) return { kind: 'numbers', numbers: [gone.number] };
  if (near.length === 0) return { kind: 'none', words };
  return { kind: 'choice', words, candidates: near.map(({ task }) => task.number) };
};

/** True when the words name just one task, and it is this one. */
export const namesTask = (words: string, task: Task): boolean => accountedFor(words, task.title) >= SAME_TASK;

/** Titles of the tasks named, for telling their words from the sentence's own. */
export const titlesOf = (tasks: TasksSaid, { workspace }: Context): string[] => {
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : tasks.kind === 'choice' ? tasks.candidates : [];
  return readable(workspace.tasks)
    .filter(({ number }) => numbers.includes(number))
    .map(({ title }) => plainWords(title));
};

/** True when one of the tasks named comes round. */
export const recurs = ({ tasks }: { tasks: TasksSaid }, { workspace }: Context): boolean =>
  tasks.kind === 'numbers' &&
  tasks.numbers.some((number) => (taskOf(workspace, number)?.schedule.freq ?? null) !== null);
