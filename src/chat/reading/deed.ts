import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said } from '../command.ts';
import { readNumbers } from './numbers.ts';
import { accountedFor, namesTask, type TasksSaid, tasksByWords } from './tasks.ts';

/** A command word with the tasks it is about, in whichever order: 完成 12 已开展, 12已完成,已开展, 把三八节活动延期到6月底. */
export interface Deed {
  tasks: TasksSaid;
  /** The command word as said. */
  word: string;
  /** Where in `said.text` people's own words begin; its length when there are none. */
  from: number;
  /** The words behind follow without a break: 12完成并归档. */
  glued: boolean;
}

/** Between a task and what happened to it; greedy and left to right, so the longer words come first. */
const ADVERBS = [
  ...[
    '我们这边',
    '我这边',
    '这边',
    '我们部门',
    '我们',
    '本部门',
    '由我',
    '我',
    '标记为',
    '标记成',
    '标为',
    '标成',
    '设为',
    '设成',
    '记为',
    '改为',
  ],
  ...[
    '算作',
    '视为',
    '都已经',
    '已经',
    '都已',
    '均已',
    '也已',
    '已',
    '都',
    '均',
    '全部',
    '全都',
    '全',
    '也',
    '刚刚',
    '刚才',
    '刚',
    '现已',
    '业已',
  ],
  ...[
    '顺利',
    '圆满',
    '按时',
    '按期',
    '如期',
    '终于',
    '今天',
    '今日',
    '今早',
    '昨天',
    '昨日',
    '这项',
    '那项',
    '这个',
    '那个',
  ],
  ...['任务', '工作', '事项', '活动', '项目', '的', '该', ':', ',', ' ', '给'],
].sort((a, b) => b.length - a.length);

const SEPARATORS = new Set([...' ,:;。、!-~']);
const FINISHED = ['了', '啦', '掉', '完毕', '好', '一下'];

/** How far `words` reach from `at`, one after another. */
const skip = (text: string, at: number, words: readonly string[]): number => {
  let end = at;
  for (;;) {
    const word = words.find((each) => text.startsWith(each, end));
    if (word === undefined) return end;
    end += word.length;
  }
};

const skipSeparators = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && SEPARATORS.has(text[end] ?? '')) end += 1;
  return end;
};

const wordAt = (text: string, at: number, words: readonly string[]): string | undefined =>
  words.find((word) => text.startsWith(word, at));

/** Where the words behind the command word or the task begin, and whether a break stands in front of them. */
const behind = (text: string, at: number): { from: number; glued: boolean } => {
  const after = skip(text, at, FINISHED);
  const from = skipSeparators(text, after);
  return { from, glued: from < text.length && from === at };
};

const ENDS = /[,;:。!]/;

/** Where a title in front of other words may end: at each break, at most so many. */
const breaks = (text: string): number[] => {
  const found: number[] = [];
  for (let at = 1; at < text.length && found.length < 8; at += 1) if (SEPARATORS.has(text[at] ?? '')) found.push(at);
  return [...found, text.length];
};

interface Reading {
  tasks: TasksSaid;
  end: number;
}

/** How well the title of the task a reading found accounts for its words. */
const accounted = (reading: Reading, text: string, context: Context): number => {
  const [number] = reading.tasks.kind === 'numbers' ? reading.tasks.numbers : [];
  const task = number === undefined ? undefined : taskOf(context.workspace, number);
  return task ? accountedFor(text.slice(0, reading.end), task.title) : 0;
};

/**
 * Words behind a command word: of the stretches up to a break that are surely a title, the one the title accounts for
 * best, the longer on a tie; else what stands before the first firm break.
 */
const titleBehind = (said: Said, context: Context, at: number): Reading => {
  const text = said.text.slice(at);
  const readings = breaks(text).map((end) => ({ tasks: tasksByWords(text.slice(0, end), said, context), end }));
  const sure = readings.filter(({ tasks }) => tasks.kind === 'numbers').reverse();
  const [best] = sure.sort((a, b) => accounted(b, text, context) - accounted(a, text, context));
  const firm = readings.find(({ end }) => end === text.length || ENDS.test(text[end] ?? ''));
  return best ?? firm ?? { tasks: { kind: 'missing' }, end: text.length };
};

/** 完成 12 已开展 · 完成三八节活动,参加85人 */
const wordFirst = (said: Said, context: Context, words: readonly string[]): Deed | undefined => {
  const { text } = said;
  const start = skip(text, 0, ADVERBS);
  const word = wordAt(text, start, words);
  if (word === undefined) return undefined;
  const at = skipSeparators(text, skip(text, start + word.length, FINISHED));
  const taken = text.startsWith('把', at) || text.startsWith('将', at) ? at + 1 : at;
  const numbers = readNumbers(text.slice(taken));
  if (numbers) {
    const end = taken + numbers.length;
    const from = skipSeparators(text, end);
    return { tasks: { kind: 'numbers', numbers: numbers.numbers }, word, from, glued: false };
  }
  // 已完成 and 已完成的 ask for a list.
  if (start > 0 || text.startsWith('的', at)) return undefined;
  if (at >= text.length) return { tasks: { kind: 'missing' }, word, from: text.length, glued: false };
  const { tasks, end } = titleBehind(said, context, taken);
  return { tasks, word, from: skipSeparators(text, taken + end), glued: false };
};

/** 12已完成 · 把12、13延期到6月底 · 12 三八节活动 完成 */
const numberFirst = (said: Said, context: Context, words: readonly string[], at: number): Deed | undefined => {
  const { text } = said;
  const found = readNumbers(text.slice(at));
  if (!found) return undefined;
  const end = at + found.length;
  let place = skip(text, end, ADVERBS);
  let word = wordAt(text, place, words);
  const [only] = found.numbers;
  if (word === undefined && found.numbers.length === 1 && only !== undefined) {
    // The title beside the number: it has to be that task's own.
    const task = taskOf(context.workspace, only);
    place = [...positions(text, words, place)].find((each) => task && namesTask(text.slice(end, each), task)) ?? -1;
    word = place < 0 ? undefined : wordAt(text, place, words);
  }
  if (word === undefined) return undefined;
  return { tasks: { kind: 'numbers', numbers: found.numbers }, word, ...behind(text, place + word.length) };
};

const positions = (text: string, words: readonly string[], from: number): number[] => {
  const found: number[] = [];
  for (let at = from; at < text.length; at += 1) if (wordAt(text, at, words) !== undefined) found.push(at);
  return found;
};

/** 三八节活动完成了,参加85人: the last command word with a title in front and a break, or nothing, behind. */
const titleFirst = (said: Said, context: Context, words: readonly string[], at: number): Deed | undefined => {
  const { text } = said;
  for (const place of positions(text, words, at + 1)
    .slice(-5)
    .reverse()) {
    const word = wordAt(text, place, words) ?? '';
    const { from, glued } = behind(text, place + word.length);
    const tasks = tasksByWords(frontOf(text.slice(at, place)), said, context);
    if (glued && tasks.kind !== 'numbers') continue;
    if (tasks.kind === 'numbers' || tasks.kind === 'choice' || isEverything(tasks)) return { tasks, word, from, glued };
  }
  return undefined;
};

const isEverything = (tasks: TasksSaid): boolean =>
  tasks.kind === 'set' && /^(?:全部|所有|一切|每|剩|其余|其他|这些|那些|以上|统统|通通|都)/.test(tasks.words);

/** The title in front of a command word, without the adverbs between: 三八节活动已经 → 三八节活动. */
const frontOf = (text: string): string => {
  let front = text;
  for (;;) {
    const adverb = ADVERBS.find((word) => front.endsWith(word) && front.length > word.length && word !== '活动');
    if (adverb === undefined) return front;
    front = front.slice(0, -adverb.length);
  }
};

/**
 * Reads a change of tasks: one of the command `words` before or after the tasks. undefined when the message is none: no
 * command word, or nothing in front of one that could be a task.
 * @param words the longer ones first
 */
export const readDeed = (said: Said, context: Context, words: readonly string[]): Deed | undefined => {
  const { text } = said;
  const first = wordFirst(said, context, words);
  if (first) return first;
  const at = /^[把将给]/.test(text) ? skipSeparators(text, 1) : 0;
  return numberFirst(said, context, words, at) ?? titleFirst(said, context, words, at);
};
