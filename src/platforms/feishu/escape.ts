/** Control characters but tab and line feed: they draw nothing, and a card with them may be refused. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the very characters to take out.
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f]/gu;
/** Half of a surrogate pair, which no UTF-8 can carry. */
const HALF_CHARACTER = /\p{Surrogate}/gu;
const ASCII_PUNCTUATION = /[!-/:-@[-`{-~]/gu;

/** People's text as Feishu can carry it; nothing visible is changed. For places Feishu shows as they are (`plain_text`). */
export function carriable(text: string): string {
  return text.replace(/\r\n?/gu, '\n').replace(CONTROL, '').replace(HALF_CHARACTER, '\ufffd');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return carriable(text).replace(/\s+/gu, ' ').trim();
}

/** At most `length` UTF-16 units, ended by … where something is missing; no character is cut in two. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/**
 * One line of people's text for a markdown element. Every ASCII punctuation mark becomes `&#N;`, as the platform's document
 * of the markdown element says: an entity is shown as its character and never taken for markup, be it Markdown or a tag.
 */
export function markdownText(text: string): string {
  return oneLine(text).replace(ASCII_PUNCTUATION, (mark) => `&#${mark.charCodeAt(0)};`);
}

/**
 * People's text for a text message, where `<at …>`, `<b>` and `[text](link)` are markup and nothing can be escaped: a
 * zero-width space after `<` and between `](` leaves the looks and takes the meaning.
 */
export function messageText(text: string): string {
  return carriable(text)
    .replace(/<(?=[a-z/!])/giu, '<\u200b')
    .replaceAll('](', ']\u200b(');
}
