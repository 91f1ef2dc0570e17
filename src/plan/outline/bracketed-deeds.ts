/** A longer item is no handful of deeds. */
const LONGEST = 2000;
const FEWEST_TIMED = 2;

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
  // Behind those with their time may stand one that has none.
  const timed = deeds.findLastIndex(isTimed) + 1;
  const isOne = timed >= FEWEST_TIMED && deeds.slice(0, timed).every(isTimed) && deeds.length - timed <= 1;
  return isOne ? { name: hasName ? first : '', deeds } : undefined;
};
