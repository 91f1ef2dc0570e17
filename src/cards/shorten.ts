/** Longest title in a list, in characters; the task's own card shows it whole. */
export const LIST_TITLE_LIMIT = 60;
/** Longest text block of a card, in characters: a whole Feishu card may have 30 KB, and a character takes up to four bytes. */
export const TEXT_LIMIT = 1500;

/** Characters as a reader counts them, so that no emoji is cut in half. */
const charactersOf = (text: string): string[] => Array.from(text);

/** People's text on one line: a run of line breaks becomes one space. Nothing else is touched. */
export const oneLine = (text: string): string => text.trim().replace(/[\n\r\v\f\u0085\u2028\u2029]+/gu, ' ');

/** One line of at most `limit` characters, ended by `…` when something was left off. */
export const shorten = (text: string, limit: number = LIST_TITLE_LIMIT): string => {
  const line = oneLine(text);
  const characters = charactersOf(line);
  return characters.length <= limit ? line : `${characters.slice(0, limit - 1).join('')}…`;
};

/** The text as typed, line breaks kept; over `limit` characters it ends with `…(全文共2000字)`. */
export const capText = (text: string, limit: number = TEXT_LIMIT): string => {
  const trimmed = text.trim();
  const characters = charactersOf(trimmed);
  if (characters.length <= limit) return trimmed;
  return `${characters.slice(0, limit).join('')}…(全文共${characters.length}字)`;
};
