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
