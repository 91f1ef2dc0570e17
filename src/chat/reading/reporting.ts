import type { IsoDate } from '../../calendar/date.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said, Wording } from '../command.ts';
import { ADD_WORDS, beginsWithCommand, CORRECT_WORDS, REPORT_WORDS } from '../deed-words.ts';
import { rawFrom } from '../normalise.ts';
import { timeOfFigures } from './figure-times.ts';
import { type FigureSaid, type FiguresSaid, readFigures } from './figures.ts';
import { readNumber } from './numbers.ts';
import { type KnownTargets, knownTargets, tasksByTarget, tasksOfFigures, tasksWithTarget } from './report-tasks.ts';
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
  /** What stands where the figure should and is none: 约3家, 3-5家. Empty when there is a figure, or nothing. */
  unread: string;
  wording: Wording;
}

const SAYS = longestFirst([...REPORT_WORDS, ...CORRECT_WORDS].join(' '));
/** They report when a target is counted in the unit: 7已完成2场, 12新增3家, 12累计45家. */
const REACHES = longestFirst(
  `新增 累计 完成 完成了 办结 做完 举办 举办了 开展 开展了 发展 发展了 新建 新建了 建立 成立 达到 建成 签订 共 增加 又 再 报 报了 加 加了 搞了 做了 办了 建了 建成了 签了 开了 招了 走访了 慰问了 组织了 发放了`,
);

const DAYS = /\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}[日号]/g;
const REMARK = /[,;。!]/;
/** 20人,其中女职工8人: a share of what was counted. */
const SHARE = /[ ,(]*其中/;
/** 宣讲这个月办了两场: the running time adds nothing. */
const RUNNING = /(?:这个?月|本月|这周|本周|今天|今年)(?:已经|已|又)?$/;
/** It was done, and when. */
const TOLD = /了|过|又|再|\+|这个?月|本月|这周|本周|今天|昨天|前天|上周|上月|累计|总数/;
/** Each place is tried as the end of a title; a report has its word early. */
const MOST_PLACES = 6;

interface Figures extends FiguresSaid {
  remark: string;
}

/** Figures to the end of the message, or up to a first mark behind which nothing is counted any more. */
const figuresFrom = (said: Said, from: number, known: KnownTargets, dated = false): Figures | undefined => {
  const text = said.text.slice(from);
  const whole = readFigures(text, { ...known, dated });
  if (whole) return { ...whole, remark: '' };
  const share = text.search(SHARE);
  const all = share > 0 ? readFigures(text.slice(0, share), { ...known, dated }) : undefined;
  if (all) return { ...all, remark: rawFrom(said, skipSeparators(said.text, from + share)) };
  const cut = text.search(REMARK);
  // A number behind may be another figure; a day is none.
  if (cut < 0 || /\d/.test(text.slice(cut).replace(DAYS, ''))) return undefined;
  const front = readFigures(text.slice(0, cut), { ...known, dated });
  return front && { ...front, remark: rawFrom(said, skipSeparators(said.text, from + cut)) };
};

const isFor = (figure: FigureSaid, number: number, { workspace }: Context): boolean => {
  const task = taskOf(workspace, number);
  if (task === undefined || figure.unit === '') return false;
  const meant = targetMeant(task, figure);
  // Two of its targets may be counted so: which one is asked.
  return meant.ok || task.targets.some(({ id }) => targetMeant(task, figure, id).ok);
};

const NOTHING: Figures = { figures: [], confirmed: false, nth: null, target: null, when: '', remark: '' };

type Found = Omit<ReportSaid, 'wording' | 'doubtful' | 'unread'> & { doubtful?: boolean; unread?: string };
const numbered = (number: number): TasksSaid => ({ kind: 'numbers', numbers: [number] });

/** 3-5家, 约3家, 十几家 speak of a number, but tell none. */
const SPEAKS_OF_A_NUMBER = /\d|[一二两三四五六七八九十百千万几数半]/;

/** 上报 5 3家, 上报 5:3家: the number and where the figure begins. */
const numberAt = (text: string, at: number): { number: number; end: number } | undefined => {
  const colon = /^#?\d{1,5}(?:号|项)?(?= ?:)/.exec(text.slice(at))?.[0];
  const found = readNumber(colon ?? text.slice(at));
  return found && { number: found.number, end: at + found.length };
};

/** 上报 建设服务阵地 驿站3个: a title, then the figures. A target of just that name comes first. */
const titleThenFigures = (said: Said, context: Context, known: KnownTargets, at: number): Found | undefined => {
  const { text } = said;
  const ends = [...text.slice(at).matchAll(/[ ,:]/g)].slice(0, MOST_PLACES).map((mark) => at + mark.index);
  for (const end of ends.reverse()) {
    const words = text.slice(at, end);
    if (tasksWithTarget(words, context)) continue;
    const tasks = tasksByWords(words, said, context);
    const figures = tasks.kind === 'numbers' ? figuresFrom(said, skipSeparators(text, end), known, true) : undefined;
    if (figures) return { tasks, corrects: false, ...figures };
  }
  return undefined;
};

/** 上报 12 3家 · 上报 会员 120人 · 更正 12 40 */
const wordFirst = (said: Said, context: Context, known: KnownTargets): Found | undefined => {
  const { text } = said;
  const start = skipWords(text, 0, ADVERBS);
  const word = wordAt(text, start, SAYS);
  if (word === undefined) return undefined;
  const corrects = CORRECT_WORDS.includes(word);
  const at = skipSeparators(text, start + word.length);
  const number = numberAt(text, at);
  if (number) {
    const tasks = numbered(number.number);
    const from = skipSeparators(text, number.end);
    if (from >= text.length) return { tasks, corrects, ...NOTHING };
    const figures = figuresFrom(said, from, known, true);
    if (figures) return { tasks, corrects, ...figures };
    const isNumber = from > number.end && SPEAKS_OF_A_NUMBER.test(text.slice(from));
    return isNumber ? { tasks, corrects, ...NOTHING, unread: rawFrom(said, from) } : undefined;
  }
  if (at >= text.length) return { tasks: { kind: 'missing' }, corrects, ...NOTHING };
  const titled = titleThenFigures(said, context, known, at);
  if (titled) return { ...titled, corrects };
  const figures = figuresFrom(said, at, known, true);
  if (!figures) return undefined;
  const tasks = tasksOfFigures(figures.figures, said, context);
  const [first, ...others] = figures.figures;
  // The name was the task's title, not its target's.
  const isTitle = first !== undefined && first.name !== '' && tasksByTarget(first.name, context) === undefined;
  return { tasks, corrects, ...figures, figures: isTitle ? [{ ...first, name: '' }, ...others] : figures.figures };
};

/** 5的累计更正为40, 5累计数改成40. */
const TOTAL_CHANGED = /^ ?的?(?:累计数?|总数|数字|数据|指标)(?:更正|改正|订正|纠正|改)(?:为|成|到)? ?/;

/** 12上报3家 · 7已完成2场 · 12新增3家; without a word of reporting only when a target is counted so. */
const taskFirst = (said: Said, context: Context, known: KnownTargets): Found | undefined => {
  const { text } = said;
  const at = /^[把将]/.test(text) ? 1 : 0;
  const number = readNumber(text.slice(at));
  if (number) {
    const tasks = numbered(number.number);
    const changed = TOTAL_CHANGED.exec(text.slice(at + number.length))?.[0].length ?? 0;
    const total = changed > 0 ? figuresFrom(said, at + number.length + changed, known) : undefined;
    if (total) return { tasks, corrects: true, ...total };
    return behindTask(said, context, known, tasks, skipWords(text, at + number.length, ADVERBS));
  }
  if (beginsWithCommand(text)) return undefined;
  for (const place of placesOf(text, [...SAYS, ...REACHES], at + 1).slice(0, MOST_PLACES)) {
    const words = titleBefore(text.slice(at, place).replace(RUNNING, ''));
    const tasks = tasksWithTarget(words, context) ?? tasksByWords(words, said, context);
    const found = behindTask(said, context, known, tasks, place);
    if (found) return found;
  }
  return undefined;
};

const behindTask = (
  said: Said,
  context: Context,
  known: KnownTargets,
  tasks: TasksSaid,
  at: number,
): Found | undefined => {
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : tasks.kind === 'choice' ? tasks.candidates : [];
  const says = wordAt(said.text, at, SAYS);
  if (numbers.length === 0 || (says === undefined && wordAt(said.text, at, REACHES) === undefined)) return undefined;
  const figures = figuresFrom(said, says === undefined ? at : at + says.length, known, says !== undefined);
  if (!figures) return undefined;
  const fits = (number: number) => figures.figures.every((figure) => isFor(figure, number, context));
  const isMeant = says === undefined ? numbers.every(fits) : tasks.kind === 'numbers' || numbers.some(fits);
  return isMeant ? { tasks, corrects: says !== undefined && CORRECT_WORDS.includes(says), ...figures } : undefined;
};

/** 会员 120人, 5 3家: figures of a target with no word of reporting. */
const bare = (said: Said, context: Context, known: KnownTargets): Found | undefined => {
  const { text } = said;
  // 新增会员120人 may be a task as well: 新增 asks.
  if (wordAt(text, 0, ADD_WORDS) !== undefined || beginsWithCommand(text)) return undefined;
  const number = readNumber(text);
  const figures = figuresFrom(said, number?.length ?? 0, known);
  if (!figures) return undefined;
  const [first] = figures.figures;
  const tasks = number ? numbered(number.number) : tasksOfFigures(figures.figures, said, context);
  const isTold = number
    ? figures.figures.every((figure) => isFor(figure, number.number, context))
    : first !== undefined && known.names.includes(first.name) && tasks.kind !== 'none';
  // 会员本月增加了46名 says what was done; 会员 120人 and 新发展会员30人 may remind, or be a goal.
  const doubtful = !TOLD.test(text) || figures.figures.some(({ mode }) => mode === null);
  return isTold ? { tasks, corrects: false, ...figures, doubtful } : undefined;
};

/** 6月新增3家, said in May: it cannot have happened yet. */
const isToCome = (when: string, today: IsoDate): boolean => {
  const time = when === '' ? undefined : timeOfFigures(when, today);
  return time !== undefined && time.window.start > today;
};

/** A report, in whichever order; undefined when the message is none. */
export const readReport = (said: Said, context: Context): ReportSaid | undefined => {
  const known = knownTargets(context);
  const found = wordFirst(said, context, known) ?? taskFirst(said, context, known) ?? bare(said, context, known);
  if (!found) return undefined;
  const { when } = found;
  const titles = titlesOf(found.tasks, context);
  const toCome = isToCome(when, context.today);
  // 截至4月底 is no day to come.
  const frame = toCome || when === '' ? said.text : said.text.replace(when, '');
  return { unread: '', ...found, doubtful: toCome || found.doubtful === true, wording: { frame, titles, remark: '' } };
};
