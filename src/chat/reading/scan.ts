/** Words parted by spaces as a list, the longest first, so that the first one a text begins with is the whole of it. */
export const longestFirst = (words: string): readonly string[] =>
  words.split(/\s+/).sort((a, b) => b.length - a.length);

/** The first of `words` that the text has at this place. */
export const wordAt = (text: string, at: number, words: readonly string[]): string | undefined =>
  words.find((word) => text.startsWith(word, at));

/** Where `words`, one after another from `at`, end. Left to right without going back, so linear in the text. */
export const skipWords = (text: string, at: number, words: readonly string[]): number => {
  let end = at;
  for (let word = wordAt(text, end, words); word !== undefined; word = wordAt(text, end, words)) end += word.length;
  return end;
};

/** The text without `words` at its end, one after another. */
export const cutWords = (text: string, words: readonly string[]): string => {
  let front = text;
  for (let word = words.find((each) => front.endsWith(each)); word; word = words.find((each) => front.endsWith(each))) {
    front = front.slice(0, -word.length);
  }
  return front;
};

/** Every place from `from` on where one of `words` stands. */
export const placesOf = (text: string, words: readonly string[], from: number): number[] => {
  const found: number[] = [];
  for (let at = from; at < text.length; at += 1) if (wordAt(text, at, words) !== undefined) found.push(at);
  return found;
};

const SEPARATORS = new Set([...' ,:;。、!']);

/** A space or a punctuation mark; a dash unless it makes a number negative. */
export const isSeparator = (text: string, at: number): boolean =>
  SEPARATORS.has(text[at] ?? '') || /^[-~—]+(?!\d)/.test(text.slice(at, at + 3));

/** Past the spaces and punctuation at this place. */
export const skipSeparators = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && isSeparator(text, end)) end += 1;
  return end;
};
