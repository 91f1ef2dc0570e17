import type { IsoDate } from '../../calendar/date.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said } from '../command.ts';
import { readTime } from './periods.ts';
import { isSeparator, longestFirst } from './scan.ts';
import { accountedFor, type TasksSaid, tasksByWords } from './tasks.ts';

/** Tasks named by words, and where in the text the words end. */
export interface TitleWords {
  tasks: TasksSaid;
  end: number;
}

const FIRM = /[,;:。!]/;
/** More breaks than this are a remark's own. */
const MOST_BREAKS = 8;
/** No title is longer. */
const LONGEST = 120;

type Ends = (rest: string) => boolean;

const breaks = (text: string, endsBefore: Ends): number[] => {
  const found: number[] = [];
  for (let at = 1; at < Math.min(text.length, LONGEST) && found.length < MOST_BREAKS; at += 1) {
    if (isSeparator(text, at) || endsBefore(text.slice(at))) found.push(at);
  }
  return [...found, text.length];
};

/** How well the title of the task a reading found accounts for its words. */
const accounted = (reading: TitleWords, text: string, context: Context): number => {
  const [number] = reading.tasks.kind === 'numbers' ? reading.tasks.numbers : [];
  const task = number === undefined ? undefined : taskOf(context.workspace, number);
  return task ? accountedFor(text.slice(0, reading.end), task.title) : 0;
};

/**
 * A title at the front of a text, other words behind: of the stretches up to a break that are surely a title, the one its
 * task accounts for best, the longer on a tie; else what stands before the first firm break.
 * @param endsBefore true for what cannot be part of a title: 到6月底 behind 延期
 */
export const titleAtFront = (
  text: string,
  said: Said,
  context: Context,
  endsBefore: Ends = () => false,
): TitleWords => {
  const readings = breaks(text, endsBefore).map((end) => ({
    tasks: tasksByWords(text.slice(0, end), said, context),
    end,
  }));
  const sure = readings.filter(({ tasks }) => tasks.kind === 'numbers').reverse();
  const [best] = sure.sort((a, b) => accounted(b, text, context) - accounted(a, text, context));
  const firm = readings.find(({ end }) => {
    const rest = text.slice(end);
    return rest === '' || FIRM.test(rest[0] ?? '') || endsBefore(rest.trimStart());
  });
  // 进展 培训 通知已发: words that may stand for several are asked about.
  const unsure = firm?.tasks.kind === 'none' ? readings.find(({ tasks }) => tasks.kind === 'choice') : undefined;
  return best ?? unsure ?? firm ?? { tasks: { kind: 'missing' }, end: text.length };
};

/** Between a task and what happened to it: 12号任务也已经顺利完成. */
export const ADVERBS = longestFirst(
  `我们这边 我这边 这边 我们部门 我们 本部门 由我 我 标记 标记为 标记成 标为 标成 设为 设成 记为 改为 算作 视为 都已经 已经 都已 均已 也已 已 都 均
  全部 全都 全 也 刚刚 刚才 刚 现已 业已 顺利 圆满 按时 按期 如期 终于 今天 今日 今早 昨天 昨日 再次 再 提前 这项 那项 这几项 那几项 这两项 两项都 三项都 这个 那个 任务 工作 事项 活动
  项目 的 该 给`,
).concat([':', ',', ' ']);

/** The day it happened, between the title and the word: 书画展5月10日已经办结. */
const DAY =
  /(?:于|在|是)?(?:(?:上个?月|\d{1,2}月)?\d{1,2}[日号]|上周[一二三四五六日天]|今天|昨天|前天|刚刚|刚才)?(?:一早|早上|上午|中午|下午|傍晚|晚上)?$/;

/** The words in front of a command word without the day at their end; undefined when none is there, or it is to come. */
export const withoutDay = (words: string, today: IsoDate): string | undefined => {
  const day = DAY.exec(words)?.[0] ?? '';
  const time = readTime(day.replace(/^[于在是]/, ''), today);
  const isToCome = time !== undefined && time.window.start > today;
  return day === '' || day.length === words.length || isToCome ? undefined : titleBefore(words.slice(0, -day.length));
};

/** The title in front of a command word, without the adverbs between: 三八节活动已经 → 三八节活动. */
export const titleBefore = (text: string): string => {
  let front = text;
  for (;;) {
    // 活动 and 工作 may be the title's own last word; they do no harm there.
    const adverb = ADVERBS.find(
      (word) => front.endsWith(word) && front.length > word.length && !/^[活工任]/.test(word),
    );
    if (adverb === undefined) return front;
    front = front.slice(0, -adverb.length);
  }
};
