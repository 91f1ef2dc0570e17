import { type IsoDate, yearOf } from '../../calendar/date.ts';
import type { NamedYears } from '../../workspace/carrying.ts';
import type { Context, Said, Wording } from '../command.ts';
import { CARRY_WORDS } from '../deed-words.ts';
import { readDeed } from './deed.ts';
import { longestFirst, wordAt } from './scan.ts';
import type { TasksSaid } from './tasks.ts';

/** 结转 of a whole year as said. */
export interface YearCarryingSaid {
  years: NamedYears;
  /** 确认结转: it is to be done, not shown. */
  confirms: boolean;
  /** 确定: it was asked about and is meant. */
  certain: boolean;
  page: number;
}

const YEAR_WORDS: Record<string, number> = { 去年: -1, 上年: -1, 今年: 0, 本年: 0, 明年: 1, 来年: 1 };
const YEAR = /^(?:((?:19|20)\d\d) ?(?:年度?)?|(去年|上年|今年|本年|明年|来年)度?)/;
const INTO = longestFirst('到 至 入 进 转入 转到 转至');
const PAGE = /^第 ?(\d{1,4}) ?页/;
const DRESSING = longestFirst(
  `把 将 的 任务 工作 事项 项目 未完成 没完成 没有完成 未办结 没办结 未办完 没办完 全部 所有 新 年度 年 计划 过来 过去 预览 查看 看看 里 ,`,
).concat([' ', ':', '、', '。']);
const CONFIRMS = longestFirst('确认结转 确定结转 结转确认 确认');
const CERTAIN = '确定';

interface Scan {
  into: boolean;
  carries: boolean;
  said: YearCarryingSaid;
}

const takeYear = (rest: string, scan: Scan, today: IsoDate): number => {
  const found = YEAR.exec(rest);
  if (!found) return 0;
  const year = found[1] === undefined ? yearOf(today) + (YEAR_WORDS[found[2] ?? ''] ?? 0) : Number(found[1]);
  const { years } = scan.said;
  // 去年的结转, 2026年到2027年: the first one is left; 结转 2027: it is entered.
  const isLeft = !scan.into && (!scan.carries || /^ ?(?:的|到|至|转)/.test(rest.slice(found[0].length)));
  if (isLeft) years.from = year;
  else years.to = year;
  scan.into = false;
  return found[0].length;
};

/** One piece of a message that is about a year's 结转 and nothing else; 0 when it is something else. */
const takePiece = (rest: string, scan: Scan, today: IsoDate): number => {
  const confirms = wordAt(rest, 0, CONFIRMS);
  if (confirms !== undefined) {
    scan.said.confirms = true;
    scan.carries ||= confirms.includes('结转');
    return confirms.length;
  }
  const carries = wordAt(rest, 0, CARRY_WORDS);
  if (carries !== undefined) scan.carries = true;
  if (carries !== undefined) return carries.length;
  if (rest.startsWith(CERTAIN)) scan.said.certain = true;
  if (rest.startsWith(CERTAIN)) return CERTAIN.length;
  const page = PAGE.exec(rest);
  if (page) scan.said.page = Number(page[1]);
  if (page) return page[0].length;
  const year = takeYear(rest, scan, today);
  if (year > 0) return year;
  const into = wordAt(rest, 0, INTO);
  if (into !== undefined) scan.into = true;
  return into?.length ?? wordAt(rest, 0, DRESSING)?.length ?? 0;
};

const LONGEST = 40;

/** 结转 · 结转 2027 · 把去年未完成的结转到今年 · 确认结转 2026年到2027年; undefined when anything else is in the message. */
export const readYearCarrying = ({ text }: Said, { today }: Context): YearCarryingSaid | undefined => {
  if (text.length > LONGEST || !text.includes('结转')) return undefined;
  const said: YearCarryingSaid = { years: { from: null, to: null }, confirms: false, certain: false, page: 1 };
  const scan: Scan = { into: false, carries: false, said };
  for (let at = 0; at < text.length; ) {
    const length = takePiece(text.slice(at), scan, today);
    if (length === 0) return undefined;
    at += length;
  }
  return scan.carries ? said : undefined;
};

/** 结转 of tasks by number or title. */
export interface TaskCarryingSaid {
  tasks: TasksSaid;
  to: number | null;
  /** 确定: it was asked about and is meant. */
  certain: boolean;
  wording: Wording;
}

const INTO_YEAR =
  /^(?:(?:到|至|入|进|转入|转到) ?)?(?:(?:((?:19|20)\d\d) ?年?|(今年|本年|明年|来年))(?:度|的?计划|里)?)? ?(确定)?$/;

/** 结转 12、15 · 12结转到2027年 · 把三八节活动结转到明年; undefined when the message is none. */
export const readTaskCarrying = (said: Said, context: Context): TaskCarryingSaid | undefined => {
  const deed = readDeed(said, context, { words: CARRY_WORDS, mayFollow: /^(?:到|至|入|进)/ });
  if (!deed || (deed.tasks.kind !== 'numbers' && deed.tasks.kind !== 'choice') || deed.periods.length > 0)
    return undefined;
  const into = INTO_YEAR.exec(deed.rest);
  if (!into) return undefined;
  const named = into[2] === undefined ? null : yearOf(context.today) + (YEAR_WORDS[into[2]] ?? 0);
  return {
    tasks: deed.tasks,
    to: into[1] === undefined ? named : Number(into[1]),
    certain: into[3] !== undefined,
    wording: deed.wording,
  };
};
