import { type Line, sliceOf } from '../text/line.ts';
import { isBoilerplate } from './boilerplate.ts';
import { LINKS_FOLLOW } from './boilerplate-words.ts';

/** A shorter line is one; a page that was put on one line is longer. */
const SHORTEST_PAGE = 300;
/** What a page writes around a document is short, and has words. */
const LONGEST_SCRAP = 60;
/** A row of links, 首页 > 首页 > …, is one line however long. */
const SHORTEST_ON_AVERAGE = 12;
const WORDS = /\p{Script=Han}[^\s]*\p{Script=Han}/u;

const isOfPage = (word: Line): boolean =>
  word.shadow.length <= LONGEST_SCRAP && WORDS.test(word.shadow) && isBoilerplate(word);

/** Where the words of a line begin and end; words are what spaces keep apart. */
const wordsOf = ({ shadow }: Line): { from: number; to: number }[] =>
  [...shadow.matchAll(/\S+/gu)].map(({ index, 0: word }) => ({ from: index, to: index + word.length }));

/**
 * The lines of a page whose breaks became spaces: it is cut again behind the end of a sentence and around what only a page
 * writes, so that this can be told from the document. Behind 相关推荐 each word is a link. Any other line stays whole.
 */
export const linesApart = (line: Line): Line[] => {
  if (line.shadow.length < SHORTEST_PAGE || line.level !== null) return [line];
  const starts = new Set<number>([0]);
  // The same words come again and again in what was made to be slow.
  const verdicts = new Map<string, boolean>();
  let inLinks = false;
  let endsSentence = false;
  let endsScrap = false;
  for (const { from, to } of wordsOf(line)) {
    const word = line.shadow.slice(from, to);
    const ofPage = verdicts.get(word) ?? isOfPage(sliceOf(line, from, to));
    verdicts.set(word, ofPage);
    // The day of a link goes with it.
    if ((inLinks && /\p{Script=Han}/u.test(word)) || endsSentence || endsScrap || ofPage) starts.add(from);
    inLinks ||= ofPage && LINKS_FOLLOW.test(word);
    endsSentence = /[。!?]$/u.test(word);
    endsScrap = ofPage;
  }
  const from = [...starts];
  if (line.shadow.length < from.length * SHORTEST_ON_AVERAGE) return [line];
  return from
    .map((start, at) => sliceOf(line, start, from[at + 1] ?? line.text.length))
    .filter(({ text }) => text !== '');
};
