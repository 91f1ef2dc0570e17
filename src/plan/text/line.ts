import { type Shadow, shadowOf } from './shadow.ts';

/** One line of a document as written (ends trimmed), with its shadow. */
export interface Line {
  text: string;
  shadow: Shadow;
  /** 1 for the highest, when the document itself says it is a heading (Markdown #, a Word style). */
  level: number | null;
  /** A blank line stands before it. */
  spaced: boolean;
}

/** A line with the ends trimmed. Zero-width characters count as space, so they never keep a blank line alive. */
export const lineOf = (text: string, level: number | null, spaced: boolean): Line => {
  const shadow = shadowOf(text);
  const from = shadow.search(/\S/u);
  if (from < 0) return { text: '', shadow: '', level, spaced };
  let to = shadow.length;
  while (to > from && /\s/u.test(shadow.charAt(to - 1))) to--;
  return { text: text.slice(from, to), shadow: shadow.slice(from, to), level, spaced };
};

/** A piece of a line. */
export const sliceOf = (line: Line, from: number, to = line.text.length): Line =>
  lineOf(line.text.slice(from, to), line.level, line.spaced && from === 0);

/** Lines that were one. */
export const joinedLines = (lines: readonly Line[]): Line => ({
  text: lines.map((line) => line.text).join(''),
  shadow: lines.map((line) => line.shadow).join(''),
  level: lines[0]?.level ?? null,
  spaced: lines[0]?.spaced ?? false,
});
