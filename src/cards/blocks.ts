import type { Bar, Block, Button, TaskRow } from './card.ts';
import { capText } from './shorten.ts';

/** Cards with more rows are paged. */
export const ROWS_PER_PAGE = 10;
/** A block of lines shows this many, and tells how many more there are. */
const LINES_SHOWN = 40;
/** Characters of all lines of a block together. */
const LINES_BUDGET = 2400;
/** Characters of one line, and of one fact. */
const LINE_LIMIT = 300;

/** A paragraph, capped. */
export const plain = (text: string): Block => ({ kind: 'text', text: capText(text), style: 'plain' });
/** A paragraph in bold, capped. */
export const strong = (text: string): Block => ({ kind: 'text', text: capText(text), style: 'strong' });
/** A small grey paragraph, capped. */
export const quiet = (text: string): Block => ({ kind: 'text', text: capText(text), style: 'quiet' });
export const heading = (text: string): Block => ({ kind: 'heading', text });
export const taskRows = (rows: TaskRow[]): Block => ({ kind: 'taskRows', rows });
export const bars = (list: Bar[]): Block => ({ kind: 'progress', bars: list });
export const chart = (title: string, list: Bar[]): Block => ({ kind: 'chart', title, bars: list });

/** Lines numbered 1. 2. 3. */
export const numbered = (lines: string[]): Block => ({ kind: 'lines', lines: capLines(lines), numbered: true });
/** Lines with bullets. */
export const bulleted = (lines: string[]): Block => ({ kind: 'lines', lines: capLines(lines), numbered: false });

/** Name and value pairs; those without a value are left out. */
export const facts = (pairs: [name: string, value: string | null | undefined][]): Block => ({
  kind: 'facts',
  facts: pairs.flatMap(([name, value]) => (value ? [{ name, value: capText(value, LINE_LIMIT) }] : [])),
});

/** A button that says `say`; see {@link Button}. */
export const button = (label: string, say: string, tone: Button['tone'] = 'default'): Button => ({ label, say, tone });
export const buttons = (list: Button[]): Block => ({ kind: 'buttons', buttons: list });

/** Lines of one block share a budget of characters, so that a batch of three hundred long titles still fits a card. */
const capLines = (lines: string[]): string[] => {
  const shown = lines.slice(0, LINES_SHOWN);
  const each = Math.min(LINE_LIMIT, Math.max(60, Math.floor(LINES_BUDGET / Math.max(1, shown.length))));
  const left = lines.length - shown.length;
  return [...shown.map((line) => capText(line, each)), ...(left > 0 ? [`……共${lines.length}条,其余${left}条略`] : [])];
};

/** True when there is something to draw: an empty list of facts, rows, lines or buttons is nothing. */
const holdsSomething = (block: Block): boolean => {
  switch (block.kind) {
    case 'text':
    case 'heading':
      return block.text !== '';
    case 'lines':
    case 'mentions':
      return block.lines.length > 0;
    case 'taskRows':
      return block.rows.length > 0;
    case 'facts':
      return block.facts.length > 0;
    case 'progress':
    case 'chart':
      return block.bars.length > 0;
    case 'buttons':
      return block.buttons.length > 0;
  }
};

/** The blocks that hold something, in order; `null` stands for a part that is not there. */
export const blocksOf = (...blocks: (Block | Block[] | null)[]): Block[] =>
  blocks.flat().filter((block): block is Block => block !== null && holdsSomething(block));
