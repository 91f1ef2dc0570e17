/** Control characters but tab and line feed, and halves of surrogate pairs: they draw nothing, and no UTF-8 carries the latter. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to take out.
const UNFIT = /[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu;
const ADDRESS = /https?:\/\/[^\s<>]+/gu;
/** Signs of Markdown, of WeCom's tags (`<font>`, `<@userid>`) and of its tables, each with the full-width twin that means nothing. */
const TWINS: Record<string, string> = {
  '*': '＊',
  _: '＿',
  '`': '｀',
  '~': '～',
  '<': '＜',
  '>': '＞',
  '|': '｜',
  '\\': '＼',
};
/** An underscore inside a word, as in a group's id, means nothing and stays: people copy it. */
const SIGNS = /[*`~<>|\\]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;
/** What makes a line a heading, a list or a rule, at its very front. */
const LINE_FRONT = /^([ \t]*)(#|[-+=](?=[ \t\-=])|\d+[.)](?=[ \t]))/gmu;
const LINK = /\]\(/gu;
/** Draws nothing, and parts what would have a meaning together. */
const APART = '\u200b';

/** People's text as WeCom can carry it; nothing visible is changed. */
export const carriable = (text: string): string => text.replace(/\r\n?/gu, '\n').replace(UNFIT, '');

/** The same on one line. */
export const oneLine = (text: string): string => carriable(text).replace(/\s+/gu, ' ').trim();

const inertWords = (words: string): string =>
  words
    .replace(SIGNS, (sign) => TWINS[sign] ?? sign)
    .replace(LINE_FRONT, (_, blanks: string, front: string) => `${blanks}${front}${APART}`)
    .replace(LINK, `]${APART}(`);

/**
 * People's text for Markdown, where nothing can be escaped: signs that mean something become their full-width twins or are
 * parted, so that a title with `<@all>`, `<font>` or `**` is shown and does nothing. An address stays as it is.
 */
export function inert(text: string): string {
  const fit = carriable(text);
  let shown = '';
  let end = 0;
  for (const { 0: address, index } of fit.matchAll(ADDRESS)) {
    shown += inertWords(fit.slice(end, index)) + address;
    end = index + address.length;
  }
  return shown + inertWords(fit.slice(end));
}

/** At most `length` characters, ended by … where something is missing. */
export function clip(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`;
}
