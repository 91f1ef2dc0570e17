import { readWhole } from './numerals.ts';

/** The tasks a message names by number, in the order said, each once; and how many characters of the text say so. */
export interface TaskNumbers {
  numbers: number[];
  length: number;
}

/** `1-999999` names no tasks; a range is a clerk's handful. */
const LONGEST_RANGE = 300;

/** After a number these make it something else: 6月, 3天, 85人, 60%, 2场, 9:00, 6.10. */
const MAKES_IT_ANOTHER =
  /^ ?(?:[月日年季周天个人家场次期件户名份篇项条届级类位对套台辆批班组度块元吨米平万亿点时分秒%:/]|\.\d|星期|礼拜|工作日|小时)/;
/** 12号前, 12号下午 are days. */
const MAKES_IT_A_DAY = /^号(?:前|之前|以前|后|之后|以后|上午|下午|晚|到|至|起)/;
const HEAD = /^(?:第|任务|编号|序号|#|no\.?|NO\.?|No\.?| )*/;
const SUFFIX = /^ ?(?:号任务|号工作|项任务|项工作|条任务|号项目|号|项|条)/;
const DATE_LIKE = /^(?:19|20)\d\d(?:[-./年]|$)/;

interface One {
  value: number;
  length: number;
}

/** One task number at the front, its # 第 号 项 included. */
const readOne = (text: string): One | undefined => {
  const head = HEAD.exec(text)?.[0] ?? '';
  const rest = text.slice(head.length);
  if (DATE_LIKE.test(rest)) return undefined;
  const found = readWhole(rest);
  if (found === undefined || found.value < 1 || found.value > 99_999) return undefined;
  const after = rest.slice(found.length);
  if (MAKES_IT_A_DAY.test(after)) return undefined;
  const named = SUFFIX.exec(after)?.[0] ?? '';
  // 12号 is a number; 12项 is a count unless it is 第12项.
  if (named !== '' && (named.trim().startsWith('号') || head.includes('第'))) {
    return { value: found.value, length: head.length + found.length + named.length };
  }
  if (MAKES_IT_ANOTHER.test(after)) return undefined;
  // A numeral that runs into more words is part of them: 三八节, 一季度, 五一.
  if (
    !/^\d/.test(rest) &&
    !/^(?:$|[ ,、。;:和与及跟到至~-])/.test(after) &&
    !/^(?:已|完成|办结|进展|延期|重开|了|是)/.test(after)
  ) {
    return undefined;
  }
  return { value: found.value, length: head.length + found.length };
};

const RANGE = /^ ?(?:-+|~|—+|–|到|至) ?/;
const JOINT = /^(?: ?(?:[、,;/&+]|和|与|及|跟|以及|还有) ?| )/;

const rangeEnd = (text: string, from: number): One | undefined => {
  const joint = RANGE.exec(text)?.[0];
  if (joint === undefined) return undefined;
  const end = readOne(text.slice(joint.length));
  // `延期 12 到 15` could be a day; a range goes up and stays small.
  return end && end.value > from && end.value - from <= LONGEST_RANGE
    ? { value: end.value, length: joint.length + end.length }
    : undefined;
};

/**
 * Task numbers at the front of a text: `12`, `#12`, `12号`, `第12项`, `十二`, `12、13`, `12 13`, `15-18`, `12和15到18`.
 * undefined when it does not begin with one; a date, a count or an amount (`6月`, `85人`, `60%`) is none.
 */
export const readNumbers = (text: string): TaskNumbers | undefined => {
  const numbers: number[] = [];
  let at = 0;
  for (;;) {
    const joint = at === 0 ? '' : JOINT.exec(text.slice(at))?.[0];
    if (joint === undefined) break;
    const one = readOne(text.slice(at + joint.length));
    if (one === undefined) break;
    at += joint.length + one.length;
    const last = rangeEnd(text.slice(at), one.value);
    if (last === undefined) numbers.push(one.value);
    else {
      for (let number = one.value; number <= last.value; number += 1) numbers.push(number);
      at += last.length;
    }
  }
  return numbers.length === 0 ? undefined : { numbers: [...new Set(numbers)], length: at };
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
