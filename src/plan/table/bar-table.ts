import { rolesOfHead } from './columns.ts';
import { type FoundTable, rowOf, trimmedCell } from './found-table.ts';

const FEWEST_COLUMNS = 2;
/** A row is filled up to its head's columns; a head of thousands would fill the memory. */
const MOST_COLUMNS = 100;
const LONGEST_LINE = 20_000;
/** A cell cut by line breaks lies on no more lines. */
const MOST_LINES_OF_CELL = 8;
/** How far below a line the head that it is no part of is looked for. */
const HEAD_WITHIN = 3;

const barCells = (line: string): string[] =>
  line
    .trim()
    .replace(/^[|｜]|[|｜]$/gu, '')
    .split(/[|｜]/u)
    .map((cell) => trimmedCell(cell.replaceAll(/<br ?\/?>/gu, '\n')));
const isBarred = (line: string): boolean => line.length < LONGEST_LINE && /[|｜].*[|｜]|^\s*[|｜]/u.test(line);
const isRuler = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{1,}:?$/u.test(cell));

/** A line above the table that has bars of its own: 某公司 | 版本:1.0 | 内部. */
const standsAbove = (lines: readonly string[], at: number, columns: number): boolean => {
  if (rolesOfHead(barCells(lines[at] ?? '')) !== undefined) return false;
  for (let next = at + 1; next <= at + HEAD_WITHIN && isBarred(lines[next] ?? ''); next++) {
    const cells = barCells(lines[next] ?? '');
    if (cells.length !== columns && rolesOfHead(cells) !== undefined) return true;
  }
  return false;
};

/** A line with too few cells goes on in the next lines until they are full. */
const rowFrom = (lines: readonly string[], at: number, columns: number): { cells: string[]; lines: number } => {
  const cells = barCells(lines[at] ?? '');
  let taken = 1;
  const isOpen = (): boolean => cells.length < columns && !/[|｜]\s*$/u.test(lines[at + taken - 1] ?? '');
  while (isOpen() && taken < MOST_LINES_OF_CELL) {
    const line = lines[at + taken] ?? '';
    if (line.trim() === '' || /^\s*[|｜]/u.test(line)) break;
    const more = barCells(line);
    if (cells.length + more.length - 1 > columns) break;
    cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${more[0] ?? ''}`.trim();
    cells.push(...more.slice(1));
    taken++;
  }
  // What went on without ever coming to the row's end was no part of it.
  return cells.length < columns && taken > 1 ? { cells: barCells(lines[at] ?? ''), lines: 1 } : { cells, lines: taken };
};

/** Cells kept apart by bars: Markdown, with a ruler or without, or what a page's table leaves. */
export const barTable = (lines: readonly string[], at: number): FoundTable | undefined => {
  if (!isBarred(lines[at] ?? '') || !isBarred(lines[at + 1] ?? '')) return undefined;
  const columns = barCells(lines[at] ?? '').length;
  if (columns < FEWEST_COLUMNS || columns > MOST_COLUMNS || standsAbove(lines, at, columns)) return undefined;
  // Only what is a table is followed to its end: every line is looked at once.
  const rows: string[][] = [];
  let end = at;
  while (end < lines.length && isBarred(lines[end] ?? '')) {
    const row = rowFrom(lines, end, columns);
    if (!isRuler(row.cells)) rows.push(row.cells);
    end += row.lines;
  }
  const isTable =
    /^\s*[|｜]/u.test(lines[at] ?? '') ||
    rows.length < end - at ||
    rows.every((cells) => cells.length === columns) ||
    rows.some((cells) => rolesOfHead(cells) !== undefined);
  if (!isTable) return undefined;
  return {
    table: { rows: rows.map((cells) => rowOf(Array.from({ length: columns }, (_, i) => cells[i] ?? ''))) },
    lines: end - at,
  };
};
