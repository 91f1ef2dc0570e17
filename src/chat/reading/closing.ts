import type { PeriodKey } from '../../calendar/period.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said, Wording } from '../command.ts';
import { CLOSE_WORDS, CLOSE_WORDS_IN_FRONT } from '../deed-words.ts';
import { type DeedWords, readDeed } from './deed.ts';
import { type FigureSaid, readFigures } from './figures.ts';
import { readPercent } from './numerals.ts';
import { longestFirst } from './scan.ts';
import { isTakenBack } from './taken-back.ts';
import { accountedFor, type TasksSaid, tasksByWords } from './tasks.ts';
import { readTurns } from './turns.ts';

export { recurs } from './tasks.ts';

/** A closing or reopening as said. */
export interface ClosingSaid {
  tasks: TasksSaid;
  periods: PeriodKey[];
  /** A time was named that is no one period: which is meant has to be asked. */
  span: boolean;
  remark: string;
  /** The words behind run on from the command word or the number: they may say something else. */
  glued: boolean;
  /** The remark is nothing but a share done, or figures: it may be a report that was meant. */
  percent: number | null;
  figures: FigureSaid[];
  /** The tasks the remark would name if it were a title: 完成 12 三八节活动. */
  remarkAsTitle: TasksSaid;
  wording: Wording;
}

const LONGEST_TITLE = 40;

/** 完成情况, 完成率, 完成时间, 完成的 ask for something; they are no deed. */
const NO_DEED = /^(?:情况|率|度|时间|时限|日期|标准|质量|数|量|人|者|后|前|的|哪|多少|几|与否|没|不|什)/;
const PERCENT_END = /^[ ,。!了]*$/;

/** 13月, 第99周: a period there is not. It is no remark; which one is meant has to be asked. */
const NO_PERIOD = /^第? ?[\d一二三四五六七八九十]{1,4} ?(?:月份?|周|季度|个?半年)$/;

/** 完成 12 女职工讲座: the words are the task's own title, no remark. */
const namesOne = (words: string, numbers: number[], { workspace }: Context): boolean => {
  const task = numbers.length === 1 ? taskOf(workspace, numbers[0] ?? 0) : undefined;
  return task !== undefined && words.length > 1 && accountedFor(words, task.title) === 1;
};

/** Reads 完成 or 重开 with its tasks, periods and remark. */
export const readClosing = (said: Said, context: Context, words: DeedWords): ClosingSaid | undefined => {
  const deed = readDeed(said, context, words);
  if (!deed || (deed.glued && NO_DEED.test(deed.rest))) return undefined;
  const { periods, span, remark } = readTurns(deed, said, context);
  const isOwnTitle = deed.tasks.kind === 'numbers' && namesOne(deed.rest, deed.tasks.numbers, context);
  const percent = readPercent(deed.rest);
  return {
    tasks: deed.tasks,
    periods,
    span: span || (periods.length === 0 && NO_PERIOD.test(deed.rest)),
    remark: isOwnTitle ? '' : remark,
    glued: deed.glued,
    percent: percent && PERCENT_END.test(deed.rest.slice(percent.length)) ? percent.value : null,
    figures: remark === '' ? [] : (readFigures(deed.rest)?.figures ?? []),
    remarkAsTitle: deed.rest.length > LONGEST_TITLE ? { kind: 'missing' } : tasksByWords(deed.rest, said, context),
    wording: { ...deed.wording, own: deed.word },
  };
};

/** 12已结束, 12已落实: hardly anything else than a closing, but never so called; asked about. */
const ENDED = longestFirst('圆满结束 顺利结束 已经结束 结束 落实 落实到位');
const BEGINS_WITH_NUMBER = /^(?:#|第)?(?:\d|[一二三四五六七八九十])/;

/** Reads 完成 with its tasks, periods and remark; what only sounds like it is `glued`. */
export const readClosingClaim = (said: Said, context: Context): ClosingSaid | undefined => {
  const isAgainst = isTakenBack;
  const sure = readClosing(said, context, { words: CLOSE_WORDS, inFront: CLOSE_WORDS_IN_FRONT, isAgainst });
  if (sure || !BEGINS_WITH_NUMBER.test(said.text)) return sure;
  const loose = readClosing(said, context, {
    words: ENDED,
    inFront: [],
    isAgainst,
  });
  return loose && loose.remark === '' && loose.tasks.kind === 'numbers' ? { ...loose, glued: true } : undefined;
};

/** What a closing or a reopening is done to: each task, and each period named. */
export const turnsOf = ({ tasks, periods }: ClosingSaid): { number: number; period: PeriodKey | undefined }[] => {
  const numbers = tasks.kind === 'numbers' ? tasks.numbers : [];
  const turns = periods.length > 0 ? periods : [undefined];
  return numbers.flatMap((number) => turns.map((period) => ({ number, period })));
};
