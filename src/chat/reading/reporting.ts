import { readable } from '../../workspace/plain-data.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said, Wording } from '../command.ts';
import { ADD_WORDS, beginsWithCommand, CORRECT_WORDS, REPORT_WORDS } from '../deed-words.ts';
import { plainWords, rawFrom } from '../normalise.ts';
import { type FigureSaid, type FiguresSaid, readFigures } from './figures.ts';
import { readNumber } from './numbers.ts';
import { longestFirst, placesOf, skipSeparators, skipWords, wordAt } from './scan.ts';
import { targetMeant } from './target-meant.ts';
import { type TasksSaid, tasksByWords, titlesOf } from './tasks.ts';
import { ADVERBS, titleBefore } from './title-words.ts';

/** A report as said: for which task, which figures, and what was written behind them. */
export interface ReportSaid extends FiguresSaid {
  tasks: TasksSaid;
  /** 更正: the figure is the cumulative total, and meant. */
  corrects: boolean;
  remark: string;
  /** No word of reporting was said: 会员 120人. It is asked about. */
  doubtful: boolean;
  wording: Wording;
}

const SAYS = longestFirst([...REPORT_WORDS, ...CORRECT_WORDS].join(' '));
/** They report when a target is counted in the unit: 7已完成2场, 12新增3家, 12累计45家. */
const REACHES = longestFirst(
  `新增 累计 完成 完成了 办结 做完 举办 举办了 开展 开展了 发展 发展了 新建 新建了 建立 成立 达到 建成 签订 共 增加 又 再 报 报了 加 加了 搞了 做了 办了`,
);

/** Units and names of the workspace's targets, the longest first. */
interface Known {
  units: readonly string[];
  names: readonly string[];
}

const knownOf = ({ workspace }: Context): Known => {
  const targets = readable(workspace.tasks).flatMap((task) => task.targets);
  const distinct = (words: string[], shortest: number) =>
    [...new Set(words.map(plainWords))].filter((word) => word.length >= shortest).sort((a, b) => b.length - a.length);
  const units = targets.map(({ unit }) => unit);
  const names = targets.map(({ name }) => name);
  return { units: distinct(units, 1), names: distinct(names, 2) };
};

const REMARK = /[,;。!]/;
/** Each place is tried as the end of a title; a report has its word early. */
const MOST_PLACES = 6;

interface Figures extends FiguresSaid {
  remark: string;
}

/** Figures to the end of the message, or up to a first mark behind which nothing is counted any more. */
const figuresFrom = (said: Said, from: number, known: Known): Figures | undefined => {
  const text = said.text.slice(from);
  const whole = readFigures(text, known);
  if (whole) return { ...whole, remark: '' };
  const cut = text.search(REMARK);
  if (cut < 0 || /\d/.test(text.slice(cut))) return undefined;
  const front = readFigures(text.slice(0, cut), known);
  return front && { ...front, remark: rawFrom(said, skipSeparators(said.text, from + cut)) };
};

const isFor = (figure: FigureSaid, number: number, { workspace }: Context): boolean => {
  const task = taskOf(workspace, number);
  if (task === undefined || figure.unit === '') return false;
  const meant = targetMeant(task, figure);
  // Two of its targets may be counted so: which one is asked.
  return meant.ok || task.targets.some(({ id }) => targetMeant(task, figure, id).ok);
};

/** The tasks with a target of this name: 上报 会员 120人. */
const tasksByTarget = (name: string, { workspace }: Context): number[] => {
  const tasks = readable(workspace.tasks).filter(({ cancelled }) => cancelled === null);
  const having = (fits: (target: string) => boolean) =>
    tasks.filter(({ targets }) => targets.some((target) => fits(plainWords(target.name)))).map(({ number }) => number);
  const same = having((target) => target === name);
  return same.length > 0 || name.length < 2 ? same : having((target) => target.includes(name));
};

/** A figure's name or unit alone, with no task said: the tasks that have such a target, else those of that title. */
const tasksOfFigures = (figures: FigureSaid[], said: Said, context: Context): TasksSaid => {
  const [{ name, unit, value } = { name: '', unit: '', value: 0 }] = figures;
  const named = name === '' ? [] : tasksByTarget(name, context);
  const [only] = named;
  if (only !== undefined && named.length === 1) return { kind: 'numbers', numbers: [only] };
  if (named.length > 1) return { kind: 'choice', words: name, candidates: named.slice(0, 10) };
  if (name !== '') return tasksByWords(name, said, context);
  const counted = readable(context.workspace.tasks).filter(({ targets }) =>
    targets.some((target) => target.unit === unit),
  );
  return unit === '' || counted.length === 0
    ? { kind: 'missing' }
    : { kind: 'choice', words: `${value}${unit}`, candidates: counted.slice(0, 10).map(({ number }) => number) };
};

const NOTHING: Figures = { figures: [], confirmed: false, nth: null, target: null, remark: '' };

type Found = Omit<ReportSaid, 'wording' | 'doubtful'> & { doubtful?: boolean };
type Numbered = Extract<TasksSaid, { kind: 'numbers' }>;
const numbered = (number: number): Numbered => ({ kind: 'numbers', numbers: [number] });

/** 上报 12 3家 · 上报 会员 120人 · 更正 12 40 */
const wordFirst = (said: Said, context: Context, known: Known): Found | undefined => {
  const { text } = said;
  const start = skipWords(text, 0, ADVERBS);
  const word = wordAt(text, start, SAYS);
  if (word === undefined) return undefined;
  const corrects = CORRECT_WORDS.includes(word);
  const at = skipSeparators(text, start + word.length);
  const number = readNumber(text.slice(at));
  if (number) {
    const tasks = numbered(number.number);
    const end = at + number.length;
    if (skipSeparators(text, end) >= text.length) return { tasks, corrects, ...NOTHING };
    const figures = figuresFrom(said, end, known);
    return figures && { tasks, corrects, ...figures };
  }
  if (at >= text.length) return { tasks: { kind: 'missing' }, corrects, ...NOTHING };
  const figures = figuresFrom(said, at, known);
  if (!figures) return undefined;
  const tasks = tasksOfFigures(figures.figures, said, context);
  const [first, ...others] = figures.figures;
  // The name was the task's title, not its target's.
  const isTitle = first !== undefined && first.name !== '' && tasksByTarget(first.name, context).length === 0;
  return { tasks, corrects, ...figures, figures: isTitle ? [{ ...first, name: '' }, ...others] : figures.figures };
};

/** 12上报3家 · 7已完成2场 · 12新增3家; without a word of reporting only when a target is counted so. */
const taskFirst = (said: Said, context: Context, known: Known): Found | undefined => {
  const { text } = said;
  const at = /^[把将]/.test(text) ? 1 : 0;
  const number = readNumber(text.slice(at));
  if (number) {
    const tasks = numbered(number.number);
    return behindTask(said, context, known, tasks, skipWords(text, at + number.length, ADVERBS));
  }
  if (beginsWithCommand(text)) return undefined;
  for (const place of placesOf(text, [...SAYS, ...REACHES], at + 1).slice(0, MOST_PLACES)) {
    const tasks = tasksByWords(titleBefore(text.slice(at, place)), said, context);
    const found = tasks.kind === 'numbers' ? behindTask(said, context, known, tasks, place) : undefined;
    if (found) return found;
  }
  return undefined;
};

const behindTask = (said: Said, context: Context, known: Known, tasks: Numbered, at: number): Found | undefined => {
  const [number] = tasks.numbers;
  const says = wordAt(said.text, at, SAYS);
  if (says === undefined && wordAt(said.text, at, REACHES) === undefined) return undefined;
  const figures = figuresFrom(said, says === undefined ? at : at + says.length, known);
  if (!figures || number === undefined) return undefined;
  const fits = says !== undefined || figures.figures.every((figure) => isFor(figure, number, context));
  return fits ? { tasks, corrects: says !== undefined && CORRECT_WORDS.includes(says), ...figures } : undefined;
};

/** 会员 120人, 5 3家: figures of a target with no word of reporting. */
const bare = (said: Said, context: Context, known: Known): Found | undefined => {
  const { text } = said;
  // 新增会员120人 may be a task as well: 新增 asks.
  if (wordAt(text, 0, ADD_WORDS) !== undefined) return undefined;
  const number = readNumber(text);
  const figures = figuresFrom(said, number?.length ?? 0, known);
  if (!figures) return undefined;
  const [first] = figures.figures;
  const tasks = number ? numbered(number.number) : tasksOfFigures(figures.figures, said, context);
  const isTold = number
    ? figures.figures.every((figure) => isFor(figure, number.number, context))
    : first !== undefined && known.names.includes(first.name) && tasks.kind === 'numbers';
  return isTold ? { tasks, corrects: false, ...figures, doubtful: true } : undefined;
};

/** A report, in whichever order; undefined when the message is none. */
export const readReport = (said: Said, context: Context): ReportSaid | undefined => {
  const known = knownOf(context);
  const found = wordFirst(said, context, known) ?? taskFirst(said, context, known) ?? bare(said, context, known);
  return (
    found && {
      doubtful: false,
      ...found,
      wording: { frame: said.text, titles: titlesOf(found.tasks, context), remark: '' },
    }
  );
};
