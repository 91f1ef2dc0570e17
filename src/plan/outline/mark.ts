/** The forms of numbering, each a list of its own. */
export type MarkKind =
  | 'part' // 第一部分 第二章
  | 'chinese' // 一、
  | 'chinese-bracket' // (一)
  | 'stage' // 第一阶段
  | 'first' // 首先 其次 第三 最后
  | 'number' // 1、 1. ⒈
  | 'decimal' // 1.1
  | 'number-bracket' // (1) 1) ⑴
  | 'circled' // ①
  | 'letter' // a. A、
  | 'is' // 一是 二是 · 一要 二要
  | 'bullet'; // • - ●

/** How high a form usually stands; a mark opened under a form that stands lower begins a list above it. */
const RANKS: Readonly<Record<MarkKind, number>> = {
  part: 1,
  chinese: 2,
  'chinese-bracket': 3,
  stage: 4,
  first: 4,
  number: 5,
  decimal: 6,
  'number-bracket': 7,
  circled: 8,
  letter: 9,
  is: 10,
  bullet: 10,
};
/** Forms that stand under whatever is open: 首先 under 一、 as well as 一、 under nothing. */
const FLOATING: ReadonlySet<MarkKind> = new Set(['first', 'is', 'bullet', 'letter', 'stage']);

export const rankOf = (kind: MarkKind): number => RANKS[kind];
export const isFloating = (kind: MarkKind): boolean => FLOATING.has(kind);

/** 最后 has no number; it follows whatever came before. */
export const LAST = Number.POSITIVE_INFINITY;

/** A numbering mark found in a line: `from`–`to` holds the mark itself, spaces behind it included. */
export interface Mark {
  kind: MarkKind;
  ordinal: number;
  from: number;
  to: number;
}
