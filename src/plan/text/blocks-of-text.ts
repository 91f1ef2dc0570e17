import type { Block } from '../table/table.ts';
import { lineOf } from './line.ts';

/** A Markdown heading; the signs go, the level stays. */
const HEADING = /^\s{0,3}(#{1,6})\s+/u;
/** A rule or the fence of a code block. */
const RULE = /^\s{0,3}(?:-{3,}|\*{3,}|_{3,}|={3,}|```.*)\s*$/u;

/** The lines of a text, in the form every reader gives. */
export const blocksOfText = (text: string): Block[] => {
  const blocks: Block[] = [];
  let spaced = false;
  for (const raw of text.split(/\r\n|[\n\r\u2028\u2029]/u)) {
    const heading = HEADING.exec(raw);
    const line = lineOf(heading ? raw.slice(heading[0].length) : raw, heading?.[1]?.length ?? null, spaced);
    spaced = line.text === '';
    if (line.text !== '' && !RULE.test(raw)) blocks.push({ kind: 'line', line });
  }
  return blocks;
};
