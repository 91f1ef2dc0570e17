/** Characters of 22 pt that fit between the margins of an official paper. */
const ROOM = 20;
/** More lines than this are left to the reader's program. */
const MOST_LINES = 3;
/** What breaking between any two words costs, against one character of difference between the lines. */
const BETWEEN_WORDS = 6;
const WORDS = new Intl.Segmenter('zh-CN', { granularity: 'word' });

const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, character) => sum + (/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 1 : 0.5),
    0,
  );

/** Where a title may break without tearing a word: before the year, behind it, before 及. */
const NATURAL = /(?<=\D)(?=(?:19|20)\d{2}年)|(?<=\d年)(?!度)|(?<=\D)(?=及)/gu;

interface Break {
  at: number;
  cost: number;
}

/** Every place a title may break: between words, not between a number and its unit. */
const breaksOf = (title: string): Break[] => {
  const natural = [...title.matchAll(NATURAL)].map(({ index }) => index);
  const between = [...WORDS.segment(title)]
    .map(({ index }) => index)
    .filter(
      (at) => !natural.includes(at) && /^[^月年\P{Script=Han}]\p{Script=Han}$/u.test(title.slice(at - 1, at + 1)),
    );
  return [
    ...natural.filter((at) => at > 0).map((at) => ({ at, cost: 0 })),
    ...between.map((at) => ({ at, cost: BETWEEN_WORDS })),
  ].toSorted((a, b) => a.at - b.at);
};

/** All ways to break the text into a number of lines. */
const waysToBreak = (breaks: readonly Break[], lines: number): Break[][] =>
  lines === 1
    ? [[]]
    : breaks.flatMap((last, index) =>
        waysToBreak(breaks.slice(0, index), lines - 1).map((before): Break[] => [...before, last]),
      );

const linesAt = (title: string, breaks: readonly Break[]): string[] =>
  [0, ...breaks.map(({ at }) => at)].map((from, index) => title.slice(from, breaks[index]?.at ?? title.length));

/**
 * The lines of a title: one where it fits, else two or three of about the same length that keep words whole, as GB/T 9704
 * asks for (回行时词意完整、排列对称、长短适宜). A longer one is left as it is.
 */
export const titleLines = (title: string): string[] => {
  const needed = Math.ceil(widthOf(title) / ROOM);
  if (needed <= 1 || needed > MOST_LINES) return [title];
  const ways = waysToBreak(breaksOf(title), needed)
    .map((breaks) => ({ lines: linesAt(title, breaks), cost: breaks.reduce((sum, { cost }) => sum + cost, 0) }))
    .map(({ lines, cost }) => ({ lines, widths: lines.map(widthOf), cost }))
    .filter(({ widths }) => Math.max(...widths) <= ROOM)
    .map(({ lines, widths, cost }) => ({ lines, cost: cost + Math.max(...widths) - Math.min(...widths) }))
    .toSorted((a, b) => a.cost - b.cost);
  return ways[0]?.lines ?? [title];
};
