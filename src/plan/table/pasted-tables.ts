import { rolesOfHead } from './columns.ts';
import { type FoundTable, MOST_LINES_OF_ROW, rowOf, trimmedCell } from './found-table.ts';
import { stackedTable } from './stacked-table.ts';
import type { Row, Table } from './table.ts';

/** A text's raw lines with its tables taken out and put in their place. */
export type RawBlock = { kind: 'raw'; text: string } | { kind: 'table'; table: Table };

const LONGEST_HEAD = 400;
const FEWEST_COLUMNS = 2;
/** A row is filled up to its head's columns; a head of thousands would fill the memory. */
const MOST_COLUMNS = 100;

const pipeCells = (line: string): string[] =>
  line
    .trim()
    .replace(/^[|｜]|[|｜]$/gu, '')
    .split(/[|｜]/u)
    .map((cell) => trimmedCell(cell.replaceAll(/<br ?\/?>/gu, '\n')));
const isPiped = (line: string): boolean => line.length < 20_000 && /[|｜].*[|｜]|^\s*[|｜]/u.test(line);
const isRuler = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{1,}:?$/u.test(cell));

/** Markdown: `| 序号 | 工作任务 |`, a ruler, rows. */
const piped = (lines: readonly string[], at: number): FoundTable | undefined => {
  if (!isPiped(lines[at] ?? '') || !isPiped(lines[at + 1] ?? '')) return undefined;
  const columns = pipeCells(lines[at] ?? '').length;
  if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS) return undefined;
  // Only what is a table is followed to its end: every line is looked at once.
  let end = at;
  while (end < lines.length && isPiped(lines[end] ?? '')) end++;
  const rows = lines.slice(at, end).map(pipeCells);
  const body = rows.filter((cells) => !isRuler(cells));
  return {
    table: { rows: body.map((cells) => rowOf(Array.from({ length: columns }, (_, i) => cells[i] ?? ''))) },
    lines: end - at,
  };
};

const tabCells = (line: string): string[] => line.split('\t').map(trimmedCell);
/** Columns kept apart by two spaces or more; asked of a head only. */
const spacedCells = (line: string): string[] =>
  line
    .trim()
    .split(/ {2,}|[　\t]+ */u)
    .map(trimmedCell);

/** Copied from a sheet: cells apart by tabs. A cell with line breaks runs over several lines until the row is full. */
const tabbed = (lines: readonly string[], at: number): FoundTable | undefined => {
  const head = lines[at] ?? '';
  if (!head.includes('\t') || head.length > LONGEST_HEAD) return undefined;
  const columns = tabCells(head).length;
  if (columns < FEWEST_COLUMNS || rolesOfHead(tabCells(head)) === undefined) return undefined;
  return rowsBelow(lines, at, columns, tabCells, (line) => line.includes('\t'));
};

const spaced = (lines: readonly string[], at: number): FoundTable | undefined => {
  const head = lines[at] ?? '';
  if (head.length > LONGEST_HEAD || head.includes('\t')) return undefined;
  const cells = spacedCells(head);
  if (cells.length < 3 || rolesOfHead(cells) === undefined) return undefined;
  return rowsBelow(lines, at, cells.length, spacedCells, (line) => spacedCells(line).length > 1);
};

const rowsBelow = (
  lines: readonly string[],
  at: number,
  columns: number,
  cut: (line: string) => string[],
  hasColumns: (line: string) => boolean,
): FoundTable | undefined => {
  const rows: Row[] = [rowOf(cut(lines[at] ?? ''))];
  let next = at + 1;
  let end = next;
  while (next < lines.length) {
    const read = oneRow(lines, next, columns, cut, hasColumns);
    if (!read) break;
    if (read.cells.some((cell) => cell !== '')) rows.push(rowOf(read.cells));
    next += read.lines;
    if (read.cells.some((cell) => cell !== '')) end = next;
  }
  return rows.length > 1 ? { table: { rows }, lines: end - at } : undefined;
};

/** One row: a full line, or a line with more lines until it is full. A short line between rows is a row merged across. */
const oneRow = (
  lines: readonly string[],
  at: number,
  columns: number,
  cut: (line: string) => string[],
  hasColumns: (line: string) => boolean,
): { cells: string[]; lines: number } | undefined => {
  const first = lines[at] ?? '';
  if (first.trim() === '') return lines.slice(at, at + 3).some(hasColumns) ? { cells: [], lines: 1 } : undefined;
  if (!hasColumns(first)) {
    const goesOn = first.trim().length <= 40 && hasColumns(lines[at + 1] ?? '');
    return goesOn ? { cells: [trimmedCell(first), ...Array<string>(columns - 1).fill('')], lines: 1 } : undefined;
  }
  const cells = cut(first).slice(0, columns);
  let taken = 1;
  while (cells.length < columns && taken < MOST_LINES_OF_ROW && at + taken < lines.length) {
    const line = lines[at + taken] ?? '';
    const more = cut(line);
    if (line.trim() === '' || cells.length + more.length - 1 > columns || startsRow(line, cells)) break;
    cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${more[0] ?? ''}`.trim();
    for (const cell of more.slice(1)) cells.push(cell);
    taken++;
  }
  return { cells: Array.from({ length: columns }, (_, i) => cells[i] ?? ''), lines: taken };
};

/** The next number of the first column begins the next row even if this one is not full. */
const startsRow = (line: string, cells: readonly string[]): boolean => {
  const number = Number(cells[0]);
  return cells[0] !== '' && Number.isInteger(number) && Number(line.split('\t')[0]) === number + 1;
};

const READERS = [piped, tabbed, spaced, stackedTable];

/** Finds the tables of a pasted text: of pipes, of tabs, of wide spaces, of one cell a line. */
export const withTables = (lines: readonly string[]): RawBlock[] => {
  const blocks: RawBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    let found: FoundTable | undefined;
    for (const read of READERS) found ??= read(lines, at);
    if (found) blocks.push({ kind: 'table', table: found.table });
    else blocks.push({ kind: 'raw', text: lines[at] ?? '' });
    at += found?.lines ?? 1;
  }
  return blocks;
};
