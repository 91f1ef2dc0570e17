/** A day written out, as strict xlsx files keep it. */
const ISO_DAY = /^(\d{4})-(\d{2})-(\d{2})T00:00:00(?:\.0+)?Z?$/u;

/** Words of a cell: one kind of line break, no control characters, no space at the ends. */
export const wordsText = (words: string): string =>
  words
    .replaceAll(/\r\n?|[\u2028\u2029\v\f]/gu, '\n')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go
    .replaceAll(/[\u0000-\u0008\u000e-\u001f\u007f\u200b\ufeff]/gu, '')
    .trim()
    .replace(ISO_DAY, (_, year: string, month: string, day: string) => `${year}年${Number(month)}月${Number(day)}日`);
