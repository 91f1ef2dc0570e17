import type { Task } from './task.ts';

const DIGITS = '零一二三四五六七八九';
/** `三、` `第三部分` `(三)` `3.` `第三章` at the head of a heading. */
const NUMERAL = /^[(第]{0,2}([一二三四五六七八九十]{1,3}|\d{1,2})(?:部分|章|篇|板块|[、.)\s:])/u;

const readNumeral = (numeral: string): number => {
  if (/^\d/u.test(numeral)) return Number(numeral);
  const [tens, ones] = numeral.includes('十') ? numeral.split('十') : ['', numeral];
  const digit = (text: string | undefined, empty: number): number => (text ? DIGITS.indexOf(text) : empty);
  return (numeral.includes('十') ? digit(tens, 1) * 10 : 0) + digit(ones, 0);
};

/** The number a heading gives itself: 3 for `三、服务职工`; undefined when it has none. */
export const headingNumber = (heading: string): number | undefined => {
  const numeral = NUMERAL.exec(heading.normalize('NFKC').trim())?.[1];
  return numeral === undefined ? undefined : readNumeral(numeral);
};

/** Outermost headings of the tasks, each once, in the order of the plan. */
export const sectionsOf = (tasks: readonly Task[]): string[] => [
  ...new Set(tasks.map((task) => task.section[0]).filter((heading) => heading !== undefined)),
];

/** 第三部分: the headings that call themselves third, else the third heading. */
export const sectionsNumbered = (sections: string[], index: number): string[] => {
  const named = sections.filter((heading) => headingNumber(heading) === index);
  return named.length > 0 ? named : sections.slice(index - 1, index);
};
