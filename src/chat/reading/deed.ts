import type { PeriodKey } from '../../calendar/period.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said, Wording } from '../command.ts';
import { beginsWithCommand, isCommandWord } from '../deed-words.ts';
import { plainWords, rawFrom } from '../normalise.ts';
import { type PeriodsSaid, readPeriods } from './deed-periods.ts';
import { readListing } from './listing.ts';
import { readNumbers } from './numbers.ts';
import { saysOfAnother } from './other-tasks.ts';
import { placesOf, skipSeparators, skipWords, wordAt } from './scan.ts';
import { namesTask, recurs, type TasksSaid, tasksByWords, titlesOf } from './tasks.ts';
import { ADVERBS, type TitleWords, titleAtFront, titleBefore, withoutDay } from './title-words.ts';

/** A command word with the tasks it is about, in whichever order: 完成 12 已开展 · 12已完成,已开展 · 把三八节活动延期到6月底. */
export interface Deed {
  tasks: TasksSaid;
  /** The command word as said. */
  word: string;
  /** Periods named beside the task: 2一季度完成了. */
  periods: PeriodKey[];
  span: boolean;
  /** Where in `said.text` what follows begins; what follows as matched and as typed. */
  from: number;
  rest: string;
  remark: string;
  /**
   * The message may say something else than the deed: its words run on from the command word or the number (12完成并归档,
   * 完成12的场地), they speak of another task (12完成,13还没) or are a command (完成12,撤销), or a number is repeated.
   */
  glued: boolean;
  wording: Wording;
}

/** A deed before its remark is taken from the message; `from` is where the remark begins in `said.text`. */
interface Frame extends Pick<Deed, 'tasks' | 'word' | 'glued'> {
  from: number;
  times?: PeriodsSaid;
}

/** 重开12吧,材料没交: said to be polite, no part of the reason. */
const SOFTENERS = ['吧', '啊', '哈'];
const FINISHED = ['完毕', '了', '啦', '掉', '好'];
/** 完成12的场地布置 is not 完成12. */
const BELONGS = /^(?:的|里|中|之|后|前|时|和|与|及|跟|还有)/;

/** What may follow 完成了 without a break. */
const TELLS = /^(?:已|共|来了|到了|参加|参与|出席|昨|今|上|效果|反响|一共|总共|并已|发放|覆盖|惠及|慰问了?|\d)/;

/** Where the words behind the command word begin, and whether a break stands in front of them. */
const behind = (text: string, at: number, mayFollow: RegExp | undefined): Pick<Frame, 'from' | 'glued'> => {
  const end = skipWords(text, at, FINISHED);
  const from = skipSeparators(text, end);
  const runsOn = from < text.length && from === end && mayFollow?.test(text.slice(from)) !== true;
  // 12完成了来了46人 tells what was done; 12完成了方案初稿 tells of a part.
  return { from, glued: runsOn && (end === at || !TELLS.test(text.slice(from))) };
};

/** How a command's words are used. */
export interface DeedWords {
  /** The longer ones first. */
  words: readonly string[];
  /** False when a space alone joins no numbers: 进展 12 3人到场. */
  spaced?: boolean;
  /** Those that may stand in front of the tasks; all of them when not given. */
  inFront?: readonly string[];
  /** True for what cannot be part of a title: 到6月底 behind 延期. */
  endsBefore?(rest: string): boolean;
  /** What may follow the command word without a break: 延期到, 延期一周. */
  mayFollow?: RegExp;
  /** True for words behind that speak against the deed: 完成12有难度. */
  isAgainst?(rest: string): boolean;
}

/** A message that is a title itself (完成换届选举) may be no deed: it is asked about. */
const askedIfTitle = (found: TitleWords, text: string, { workspace }: Context): TitleWords => {
  const [number] = found.tasks.kind === 'numbers' ? found.tasks.numbers : [];
  const title = number === undefined ? undefined : taskOf(workspace, number)?.title;
  const isTitle = number !== undefined && title !== undefined && plainWords(title).startsWith(text);
  return isTitle ? { ...found, tasks: { kind: 'choice', words: text, candidates: [number] } } : found;
};

/** All that stands behind the word when it is asked after: 完成情况, 完成率怎么样, 延期情况. */
const ASKED_AFTER =
  /^(?:情况|率|度|进度|时间|时限|日期|标准|质量|数量|数|人数|统计|名单)(?:怎么样|如何|怎样|是多少|多少|呢)?$/;

/** 完成 12 已开展 · 完成三八节活动,参加85人 */
const wordFirst = (
  said: Said,
  context: Context,
  { words, inFront = words, endsBefore, spaced }: DeedWords,
): Frame | undefined => {
  const { text } = said;
  const start = skipWords(text, 0, ADVERBS);
  const word = wordAt(text, start, inFront);
  if (word === undefined || ASKED_AFTER.test(text.slice(start + word.length))) return undefined;
  const at = skipSeparators(text, skipWords(text, start + word.length, FINISHED));
  const taken = /^[把将]/.test(text.slice(at)) ? at + 1 : at;
  const numbers = readNumbers(text.slice(taken), spaced);
  if (numbers) {
    const end = taken + numbers.length;
    // 完成3的4月: the period of the task, not something that belongs to it.
    const of = /^ ?的/.exec(text.slice(end))?.[0].length ?? 0;
    const isPeriod = of > 0 && readPeriods(text.slice(end + of), context.today).length > 0;
    const from = skipSeparators(text, skipWords(text, isPeriod ? end + of : end, SOFTENERS));
    const glued = numbers.repeats || (from === end && BELONGS.test(text.slice(end)));
    return { tasks: { kind: 'numbers', numbers: numbers.numbers }, word, from, glued };
  }
  // 已完成 and 完成的 ask for a list.
  if (start > 0 || text.startsWith('的', at)) return undefined;
  if (at >= text.length) return { tasks: { kind: 'missing' }, word, from: text.length, glued: false };
  const { tasks, end } = askedIfTitle(titleAtFront(text.slice(taken), said, context, endsBefore), text, context);
  return {
    ...withPeriod(tasks, text.slice(taken, taken + end), said, context),
    word,
    from: skipSeparators(text, taken + end),
    glued: false,
  };
};

/** 12已完成 · 把12、13延期到6月底 · 2 一季度 完成 · 12 三八节活动 完成 */
const numberFirst = (said: Said, context: Context, { words, mayFollow }: DeedWords, at: number): Frame | undefined => {
  const { text } = said;
  const found = readNumbers(text.slice(at));
  if (!found) return undefined;
  const tasks = { kind: 'numbers', numbers: found.numbers } as const;
  const end = skipWords(text, at + found.length, ADVERBS);
  const times = readPeriods(text.slice(end), context.today, true);
  const place = skipWords(text, end + times.length, ADVERBS);
  const word = wordAt(text, place, words);
  if (word !== undefined) {
    const after = behind(text, place + word.length, mayFollow);
    return { tasks, word, times, ...after, glued: after.glued || found.repeats };
  }
  // The title beside the number: it has to be that task's own.
  const [only] = found.numbers;
  const task = found.numbers.length === 1 && only !== undefined ? taskOf(context.workspace, only) : undefined;
  if (!task) return undefined;
  const beside = placesOf(text, words, end).find((each) => namesTask(titleBefore(text.slice(end, each)), task));
  const later = beside === undefined ? undefined : wordAt(text, beside, words);
  return beside === undefined || later === undefined
    ? undefined
    : { tasks, word: later, ...behind(text, beside + later.length, mayFollow) };
};

const STANDS_FOR_ALL = /^(?:全部|所有|一切|每|剩|其余|其他|这些|那些|以上|统统|通通|都)/;

/** 办公室 未完成, 二季度 已完成: words that all are a time, a name or a state ask for a list. 全部完成 would be a change of all. */
const isList = (said: Said, context: Context): boolean =>
  !STANDS_FOR_ALL.test(said.text) && readListing(said, context, said.text, 'parts') !== undefined;

/** 三八节活动完成了,参加85人: the last command word with a title in front. */
const titleFirst = (said: Said, context: Context, { words, mayFollow }: DeedWords, at: number): Frame | undefined => {
  const { text } = said;
  if (beginsWithCommand(text.slice(at)) || isList(said, context)) return undefined;
  for (const place of placesOf(text, words, at + 1)
    .slice(-5)
    .reverse()) {
    const word = wordAt(text, place, words) ?? '';
    const after = behind(text, place + word.length, mayFollow);
    const front = titleBefore(text.slice(at, place));
    const named = withPeriod(tasksByWords(front, said, context), front, said, context);
    const read = named.tasks.kind === 'numbers' ? named : (withoutItsDay(front, said, context) ?? named);
    const { tasks } = read;
    if (tasks.kind === 'numbers' || read.times) return { ...read, word, ...after };
    if (after.glued) continue;
    const asks = tasks.kind === 'choice' || (tasks.kind === 'set' && STANDS_FOR_ALL.test(tasks.words));
    if (asks) return { tasks, word, ...after };
  }
  return undefined;
};

/** 书画展5月10日: the one-off task, the day left off. Which turn of one that comes round the day means is asked. */
const withoutItsDay = (front: string, said: Said, context: Context): Timed | undefined => {
  const words = withoutDay(front, context.today);
  const tasks = words === undefined ? undefined : tasksByWords(words, said, context);
  return tasks?.kind === 'numbers' && !recurs({ tasks }, context) ? { tasks } : undefined;
};

type Timed = Pick<Frame, 'tasks' | 'times'>;

/**
 * The tasks words name, or the recurring task they name with a period: 换届摸底一季度 is the first quarter's turn, though
 * 每季度开展一次换届摸底 holds every character of it.
 */
const withPeriod = (tasks: TasksSaid, words: string, said: Said, context: Context): Timed => {
  const timed = titleWithPeriod(words, said, context);
  if (!timed) return { tasks };
  const isSure = timed.tasks.kind === 'numbers' && (recurs(timed, context) || tasks.kind !== 'numbers');
  return isSure || tasks.kind !== 'numbers' ? timed : { tasks };
};

/** 换届摸底一季度, 一季度换届摸底: a title with a period before or behind it. */
const titleWithPeriod = (front: string, said: Said, context: Context): Required<Timed> | undefined => {
  const before = readPeriods(front, context.today, true);
  const splits = before.length > 0 ? [{ title: front.slice(before.length), times: before }] : [];
  for (let at = Math.max(1, front.length - 12); at < front.length; at += 1) {
    const times = readPeriods(front.slice(at), context.today);
    if (times.length > 0 && at + times.length === front.length) splits.push({ title: front.slice(0, at), times });
  }
  const read = splits
    .filter(({ times }) => !times.span)
    .map(({ title, times }) => ({ tasks: tasksByWords(title.replace(/^的/, ''), said, context), times }));
  return read.find(({ tasks }) => tasks.kind === 'numbers') ?? read.find(({ tasks }) => tasks.kind === 'choice');
};

/** 把12完成, 今天把12办完了. */
const TAKES = /^(?:(?:今天|昨天|刚才|刚刚|上午|下午|我们?|已经?)*(?=[把将]))?[把将给]/;

/**
 * Reads a change of tasks: one of the command `words` before or after the tasks. undefined when the message is none: no
 * command word, or nothing in front of one that could be a task.
 */
export const readDeed = (said: Said, context: Context, words: DeedWords): Deed | undefined => {
  const { text } = said;
  const at = skipSeparators(text, TAKES.exec(text)?.[0].length ?? 0);
  const frame =
    wordFirst(said, context, words) ?? numberFirst(said, context, words, at) ?? titleFirst(said, context, words, at);
  if (!frame) return undefined;
  const { tasks, word, from, glued, times } = frame;
  const rest = text.slice(from);
  return {
    tasks,
    word,
    glued: glued || saysOfAnother(rest) || isCommandWord(rest) || words.isAgainst?.(rest) === true,
    from,
    periods: times?.periods ?? [],
    span: times?.span ?? false,
    rest,
    remark: rest === '' ? '' : rawFrom(said, from),
    wording: { frame: text.slice(0, from), titles: titlesOf(tasks, context), remark: rest },
  };
};
