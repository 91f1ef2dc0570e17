import { shadowOf } from '../text/shadow.ts';
import { timeOf } from '../time/time-of.ts';

/** A longer paragraph is no handful of deeds but a whole page on a line. */
const LONGEST = 2000;
const FEWEST_TIMED = 2;
/** A sentence that leans on the one before it. */
const LEANS = /^(?:其中|同时|并|这|该|以上|上述|此外还|对此|由|要求|确保|力争|做到|通过)/u;
const SHORTEST = 10;

/**
 * The deeds of an unnumbered paragraph, a sentence each, where at least two sentences state different times of their own:
 * one line of a ledger has one time. A sentence without a time in front of the first goes with it (it names the theme), one
 * that leans on the sentence before stays with that. The paragraph itself when it is one deed.
 */
export const timedSentences = (text: string, year: number): string[] => {
  if (text.length > LONGEST || text.includes('\n')) return [text];
  const sentences = text.split(/(?<=[。!?！？])(?=.)/u);
  if (sentences.length < FEWEST_TIMED) return [text];
  const times = sentences.map((sentence) => {
    const { start, end, freq } = timeOf(sentence, shadowOf(sentence), year, null);
    return start === null && end === null && freq === null ? '' : `${start} ${end} ${freq}`;
  });
  if (new Set(times.filter((time) => time !== '')).size < FEWEST_TIMED) return [text];
  const pieces: string[] = [];
  let theme = '';
  for (const [at, sentence] of sentences.entries()) {
    const isTimed = times[at] !== '';
    const last = pieces.length - 1;
    if (!isTimed && last < 0) theme += sentence;
    else if (!isTimed && (sentence.length < SHORTEST || LEANS.test(shadowOf(sentence)))) pieces[last] += sentence;
    else {
      pieces.push(`${theme}${sentence}`);
      theme = '';
    }
  }
  return pieces;
};

const ENDS_WITH_TIME = /[(（][^()（）]{0,16}(?:月|季度|全年|年[底初内]|旬|半年|[日号])[^()（）]{0,8}[)）]$/u;
const LONGEST_NAME = 16;

/**
 * 民主管理方面。召开职代会(3月)。征集提案(2月)。 — an item that is a section on one line: each sentence is a deed with its
 * time in brackets behind it, the first perhaps only names them. undefined when it is no such item.
 */
export const bracketedDeeds = (text: string): { name: string; deeds: string[] } | undefined => {
  if (text.length > LONGEST || text.includes('\n')) return undefined;
  const sentences = text.split(/(?<=[。；;])(?=.)/u);
  const isTimed = (sentence: string): boolean => ENDS_WITH_TIME.test(sentence.replace(/[。；;\s]+$/u, ''));
  const [first = '', ...others] = sentences;
  const hasName = !isTimed(first) && first.length <= LONGEST_NAME;
  const deeds = hasName ? others : sentences;
  return deeds.length >= FEWEST_TIMED && deeds.every(isTimed) ? { name: hasName ? first : '', deeds } : undefined;
};
