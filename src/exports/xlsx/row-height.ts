/** Points of one line of 11-point text, and of the space above and below. */
const LINE = 15;
const PADDING = 5;
/** A sheet allows no higher row ([ECMA-376] 18.3.1.73). */
const HIGHEST = 409;

/** What takes two places of a column's width: Chinese, and full-width marks. */
const WIDE = /[\u1100-\u115f\u2e80-\uffdc\u{1f000}-\u{3ffff}]/u;

const widthOf = (line: string): number => {
  let width = 0;
  for (const sign of line) width += WIDE.test(sign) ? 2 : 1;
  return width;
};

/** Lines some words take in a column of a width in characters. */
const linesIn = (words: string, width: number): number =>
  words.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / Math.max(1, width - 1))), 0);

/** The height, in points, at which every cell of a row shows all its words. Programs differ in whether they find it themselves. */
export const rowHeight = (cells: readonly { words: string; width: number }[]): number => {
  const lines = cells.reduce((most, { words, width }) => Math.max(most, linesIn(words, width)), 1);
  return Math.min(HIGHEST, lines * LINE + PADDING);
};
