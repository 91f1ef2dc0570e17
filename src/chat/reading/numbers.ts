import { readWhole } from './numerals.ts';
import { longestFirst, wordAt } from './scan.ts';

/** The tasks a message names by number, in the order said, each once; and how many characters of the text say so. */
export interface TaskNumbers {
  numbers: number[];
  length: number;
  /** One was said twice: 12和13,12完成了 says more than its list. */
  repeats: boolean;
}

/** `1-999999` names no tasks; a range is a clerk's handful. */
const LONGEST_RANGE = 300;

/** After a number these make it something else: 6月, 3天, 85人, 60%, 2场, 9:00, 6.10; not where they begin a word: 12场地已定. */
const COUNTED = longestFirst(
  `月 日 年 季 周 天 个 人 家 场 次 期 件 户 名 份 篇 项 条 届 级 类 位 对 套 台 辆 批 班 组 度 块 元 吨 米 平 万 亿 点 时 分 秒 部 % /
  星期 礼拜 工作日 小时`,
);
const OWN_WORDS = longestFirst(
  `日程 日常 年终 年会 年底 周边 周年 天气 个别 个人 人员 人才 人大 人数 家访 家长 家庭 家园 场地 场馆 场所 次数 期间 期限 件数 户外 名单 名额
  份额 项目 条件 条例 届满 届时 级别 类别 位置 对接 对象 对外 对口 套餐 台账 批准 批复 班子 班组 组织 组建 组长 度假 元旦 平台 平时 点位 时间 时限
  分工 分管 分类 分发 分解 分组 部署 部门`,
);
const makesItAnother = (after: string): boolean =>
  /^(?:[.:]\d| ?[月年%]| ?日(?!程|常))/.test(after) ||
  (wordAt(after, 0, OWN_WORDS) === undefined && wordAt(after, 0, COUNTED) !== undefined);
/** 12号前, 12号下午 are days. */
const MAKES_IT_A_DAY = /^号(?:前|之前|以前|后|之后|以后|上午|下午|晚|到|至|起)/;
const HEAD = /^(?:第|任务|编号|序号|#|no\.?|NO\.?|No\.?| |[【([《“"])*/;
const SUFFIX = /^ ?(?:号任务|号工作|项任务|项工作|条任务|号项目|号|项|条)/;
const CLOSING = /^[】)\]》”"]/;
const DATE_LIKE = /^(?:19|20)\d\d(?:[-./年]|$)/;

interface One {
  value: number;
  length: number;
}

/** One task number at the front, its # 第 号 项 and brackets included. */
const readOne = (text: string, isOrdinal = false): One | undefined => {
  const head = HEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(head.length);
  if (DATE_LIKE.test(rest)) return undefined;
  const found = readWhole(rest);
  if (found === undefined || found.value < 1 || found.value > 99_999) return undefined;
  const after = rest.slice(found.length);
  const length = head.length + found.length;
  if (/[【([《“"]/.test(head)) return CLOSING.test(after) ? { value: found.value, length: length + 1 } : undefined;
  if (MAKES_IT_A_DAY.test(after)) return undefined;
  const named = SUFFIX.exec(after)?.[0] ?? '';
  // 12号 is a number; 12项 is a count unless it is 第12项.
  if (named !== '' && (named.trim().startsWith('号') || isOrdinal || head.includes('第'))) {
    return { value: found.value, length: length + named.length };
  }
  // 第一,场地已定 counts points, not tasks.
  const countsPoints = head.includes('第') && !/^\d/.test(rest);
  return countsPoints || makesItAnother(after) || runsOn(rest, after) ? undefined : { value: found.value, length };
};

/** A Chinese numeral that runs into more words is part of them: 三八节, 一季度, 五一. */
const runsOn = (text: string, after: string): boolean =>
  !/^\d/.test(text) &&
  !/^(?:$|[ ,、。;:和与及跟到至~-])/.test(after) &&
  !/^(?:已|都|均|也|全|刚|完成|办结|办完|做完|搞定|进展|进度|延期|推迟|重开|退回|上报|更正|了|是|的)/.test(after);

const RANGE = /^(?: ?(?:-+|~|—+|–) ?|[到至])/;
const JOINT = /^(?: ?(?:[、,;/&]|和|与|及|跟|以及|还有|and) ?| )/i;

/** The end of a range that begins in front of the text; `'bad'` when it runs backwards or too far to be meant. */
const rangeEnd = (text: string, from: number, isOrdinal: boolean): One | 'bad' | undefined => {
  const joint = RANGE.exec(text)?.[0];
  const end = joint === undefined ? undefined : readOne(text.slice(joint.length), isOrdinal);
  if (joint === undefined || end === undefined) return undefined;
  // 延期 11到15号 names a day.
  if (/[到至]/.test(joint) && text.slice(joint.length, joint.length + end.length).endsWith('号')) return undefined;
  const length = end.value - from;
  return length > 0 && length <= LONGEST_RANGE ? { value: end.value, length: joint.length + end.length } : 'bad';
};

/** 一、二季度, 18、19周: numbers that share a word for a period. */
const SHARED_COUNT =
  /^ ?第? ?[\d一二三四五六七八九十]{1,3} ?(?:[、,]|和|与|及|跟) ?第? ?[\d一二三四五六七八九十]{1,3} ?(?:月|季度|周)/;

/**
 * Task numbers at the front of a text: `12`, `#12`, `12号`, `第12项`, `十二`, `12、13`, `12 13`, `15-18`, `12和15到18`.
 * undefined when it does not begin with one; a date, a count or an amount (`6月`, `85人`, `60%`) is none.
 * @param spaced whether a space alone joins numbers: 完成 12 13, but 进展 12 3人到场
 */
export const readNumbers = (text: string, spaced = true): TaskNumbers | undefined => {
  const numbers: number[] = [];
  let [at, spacedFrom] = [0, 0];
  for (;;) {
    const joint = at === 0 ? '' : JOINT.exec(text.slice(at))?.[0];
    if (joint === undefined || (joint === ' ' && !spaced)) break;
    const one = readOne(text.slice(at + joint.length), numbers.length > 0 && text.startsWith('第'));
    if (one === undefined && numbers.length > 1 && SHARED_COUNT.test(text.slice(spacedFrom))) {
      // 完成 2 一、二季度: what a space joined begins a list of periods.
      numbers.splice(numbers.length - 1);
      at = spacedFrom;
      break;
    }
    // A list that goes on with something else is none: 12、13场.
    if (one === undefined && joint.includes('、')) return undefined;
    if (one === undefined) break;
    const rest = text.slice(at + joint.length + one.length);
    // 完成 12 3 人到场: what a space joins and a counting word follows is a count.
    if (joint === ' ' && rest.startsWith(' ') && wordAt(rest, 1, COUNTED) !== undefined) break;
    const last = rangeEnd(rest, one.value, text.startsWith('第'));
    if (last === 'bad') return undefined;
    // 1-3月: the number belongs to what follows.
    if (last === undefined && /^ ?[-~—–]+ ?\d/.test(rest)) break;
    if (joint === ' ') spacedFrom = at;
    at += joint.length + one.length;
    if (last === undefined) numbers.push(one.value);
    else {
      for (let number = one.value; number <= last.value; number += 1) numbers.push(number);
      at += last.length;
    }
  }
  const distinct = [...new Set(numbers)];
  return numbers.length === 0
    ? undefined
    : { numbers: distinct, length: at, repeats: distinct.length < numbers.length };
};

/** One task number at the front, nothing joined to it: for 上报 12 3, where the 3 is the figure. */
export const readNumber = (text: string): { number: number; length: number } | undefined => {
  const one = readOne(text);
  return one && { number: one.value, length: one.length };
};

/** The whole text is task numbers and nothing else. */
export const onlyNumbers = (text: string): number[] | undefined => {
  const found = readNumbers(text);
  return found && found.length === text.length ? found.numbers : undefined;
};
