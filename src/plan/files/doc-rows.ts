import type { Block, Row } from '../table/table.ts';
import { blocksOfText } from '../text/blocks-of-text.ts';

/** A cell, however long, has no more paragraphs. */
const MOST_LINES_OF_ROW = 80;
/** A first cell of several paragraphs has short ones; what else stands before a row is text. */
const LINES_BEFORE_TAB = 3;
const LONGEST_BEFORE_TAB = 30;

/** Rows of a table, and the lines they took. */
interface Found {
  rows: string[][];
  from: number;
  to: number;
}

const tabsIn = (line: string): number => line.split('\t').length - 1;

/** Where the row that runs through a line ends: each cell ends with a tab, and the last one ends the line too. */
const endOfRow = (lines: readonly string[], at: number): number | undefined => {
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES_OF_ROW); i++) if (lines[i]?.endsWith('\t')) return i;
  return undefined;
};

const cellsOf = (lines: readonly string[], from: number, end: number): string[] =>
  lines
    .slice(from, end + 1)
    .join('\n')
    .split('\t')
    .slice(0, -1)
    .map((cell) => cell.trim());

/** The next row, given how many cells it must have; short lines may stand before its first tab. */
const rowAt = (
  lines: readonly string[],
  at: number,
  columns: number | undefined,
): { cells: string[]; end: number } | undefined => {
  let tab = at;
  while (tab - at <= LINES_BEFORE_TAB && tab < lines.length && tabsIn(lines[tab] ?? '') === 0) {
    if ((lines[tab] ?? '').length > LONGEST_BEFORE_TAB || columns === undefined) return undefined;
    tab++;
  }
  const end = endOfRow(lines, tab);
  if (end === undefined || tabsIn(lines[tab] ?? '') === 0) return undefined;
  const cells = cellsOf(lines, at, end);
  return tab > at && cells.length !== columns ? undefined : { cells, end };
};

/** A line with tabs before the table is no part of its first row: that has as many cells as the second. */
const startOfFirst = (lines: readonly string[], from: number, end: number): number => {
  const second = rowAt(lines, end + 1, undefined);
  if (!second) return from;
  let tabs = 0;
  for (let start = end; start >= from; start--) {
    tabs += tabsIn(lines[start] ?? '');
    if (tabs === second.cells.length) return start;
  }
  return from;
};

const tableAt = (lines: readonly string[], at: number): Found | undefined => {
  const first = rowAt(lines, at, undefined);
  if (!first) return undefined;
  const from = startOfFirst(lines, at, first.end);
  const head = cellsOf(lines, from, first.end);
  const rows = [head];
  let to = first.end + 1;
  for (let next = rowAt(lines, to, head.length); next; next = rowAt(lines, to, head.length)) {
    rows.push(next.cells);
    to = next.end + 1;
  }
  return { rows, from, to };
};

const rowsOf = (rows: readonly string[][]): Row[] => {
  const columns = Math.max(...rows.map((cells) => cells.length));
  return rows.map((cells) => ({ cells: [...cells, ...Array<string>(columns - cells.length).fill('')], hidden: false }));
};

/** The text of an old Word file, in which a table is cells that end with tabs, as lines and tables. */
export const blocksOfDocText = (text: string): Block[] => {
  const lines = text.split('\n');
  const blocks: Block[] = [];
  let plain: string[] = [];
  const flush = (): void => {
    blocks.push(...blocksOfText(plain.join('\n')));
    plain = [];
  };
  let at = 0;
  while (at < lines.length) {
    const found = tableAt(lines, at);
    if (!found) {
      plain.push(lines[at] ?? '');
      at++;
      continue;
    }
    plain.push(...lines.slice(at, found.from));
    if (found.rows.every((cells) => cells.length < 2)) plain.push(...found.rows.flat());
    else {
      flush();
      blocks.push({ kind: 'table', table: { rows: rowsOf(found.rows) } });
    }
    at = found.to;
  }
  flush();
  return blocks;
};
