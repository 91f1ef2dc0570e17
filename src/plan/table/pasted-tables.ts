import { marksIn } from '../outline/marks-in.ts';
import { shadowOf } from '../text/shadow.ts';
import { roleOfColumn, rolesOfHead } from './columns.ts';
import type { Row, Table } from './table.ts';

/** A text's raw lines with its tables taken out and put in their place. */
export type RawBlock = { kind: 'raw'; text: string } | { kind: 'table'; table: Table };

/** A table found in lines: the lines it took, from the first one on. */
interface Found {
  table: Table;
  lines: number;
}

const LONGEST_HEAD = 400;
const FEWEST_COLUMNS = 2;
/** A row, however long its cells, is cut over no more lines. */
const MOST_LINES_OF_ROW = 60;

const trim = (cell: string): string => cell.replace(/^[\s"]+|[\s"]+$/gu, '');
const row = (cells: string[]): Row => ({ cells, hidden: false });

const pipeCells = (line: string): string[] =>
  line
    .trim()
    .replace(/^[|｜]|[|｜]$/gu, '')
    .split(/[|｜]/u)
    .map((cell) => trim(cell.replaceAll(/<br ?\/?>/gu, '\n')));
const isPiped = (line: string): boolean => line.length < 20_000 && /[|｜].*[|｜]|^\s*[|｜]/u.test(line);
const isRuler = (cells: readonly string[]): boolean => cells.every((cell) => /^:?-{1,}:?$/u.test(cell));

/** Markdown: `| 序号 | 工作任务 |`, a ruler, rows. */
const piped = (lines: readonly string[], at: number): Found | undefined => {
  if (!isPiped(lines[at] ?? '')) return undefined;
  let end = at;
  while (end < lines.length && isPiped(lines[end] ?? '')) end++;
  const rows = lines.slice(at, end).map(pipeCells);
  const columns = rows[0]?.length ?? 0;
  if (end - at < 2 || columns < FEWEST_COLUMNS) return undefined;
  const body = rows.filter((cells) => !isRuler(cells));
  return {
    table: { rows: body.map((cells) => row(Array.from({ length: columns }, (_, i) => cells[i] ?? ''))) },
    lines: end - at,
  };
};

const tabCells = (line: string): string[] => line.split('\t').map(trim);
/** Columns kept apart by two spaces or more; asked of a head only. */
const spacedCells = (line: string): string[] =>
  line
    .trim()
    .split(/ {2,}|[　\t]+ */u)
    .map(trim);

/** Copied from a sheet: cells apart by tabs. A cell with line breaks runs over several lines until the row is full. */
const tabbed = (lines: readonly string[], at: number): Found | undefined => {
  const head = lines[at] ?? '';
  if (!head.includes('\t') || head.length > LONGEST_HEAD) return undefined;
  const columns = tabCells(head).length;
  if (columns < FEWEST_COLUMNS || rolesOfHead(tabCells(head)) === undefined) return undefined;
  return rowsBelow(lines, at, columns, tabCells, (line) => line.includes('\t'));
};

const spaced = (lines: readonly string[], at: number): Found | undefined => {
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
): Found | undefined => {
  const rows: Row[] = [row(cut(lines[at] ?? ''))];
  let next = at + 1;
  let end = next;
  while (next < lines.length) {
    const read = oneRow(lines, next, columns, cut, hasColumns);
    if (!read) break;
    if (read.cells.some((cell) => cell !== '')) rows.push(row(read.cells));
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
    return goesOn ? { cells: [trim(first), ...Array<string>(columns - 1).fill('')], lines: 1 } : undefined;
  }
  const cells = cut(first).slice(0, columns);
  let taken = 1;
  while (cells.length < columns && taken < MOST_LINES_OF_ROW && at + taken < lines.length) {
    const line = lines[at + taken] ?? '';
    const more = cut(line);
    if (line.trim() === '' || cells.length + more.length - 1 > columns || startsRow(line, cells)) break;
    cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${more[0] ?? ''}`.trim();
    cells.push(...more.slice(1));
    taken++;
  }
  return { cells: Array.from({ length: columns }, (_, i) => cells[i] ?? ''), lines: taken };
};

/** The next number of the first column begins the next row even if this one is not full. */
const startsRow = (line: string, cells: readonly string[]): boolean => {
  const number = Number(cells[0]);
  return cells[0] !== '' && Number.isInteger(number) && Number(line.split('\t')[0]) === number + 1;
};

const isWord = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== '' && line.trim().length <= 14;

/** One cell on each line, as many web pages give a table: the names of the columns one below the other, then the cells. */
const stacked = (lines: readonly string[], at: number): Found | undefined => {
  const filled: { text: string; at: number }[] = [];
  for (let i = at; i < lines.length && filled.length < MOST_LINES_OF_ROW; i++) {
    const text = (lines[i] ?? '').trim();
    if (text !== '') filled.push({ text, at: i });
    if (!isWord(lines[i]) && text !== '') break;
  }
  let columns = 0;
  while (columns < filled.length && isHeadWord(filled[columns]?.text ?? '')) columns++;
  const heads = filled.slice(0, columns).map((line) => line.text);
  if (columns < 3 || rolesOfHead(heads) === undefined || roleOfColumn(heads[0] ?? '') !== 'number') return undefined;
  return stackedRows(lines, (filled[columns - 1]?.at ?? at) + 1, heads, at);
};

const isHeadWord = (text: string): boolean => isWord(text) && !/^\d/u.test(text) && roleOfColumn(text) !== undefined;

const stackedRows = (
  lines: readonly string[],
  from: number,
  heads: readonly string[],
  at: number,
): Found | undefined => {
  const rows: Row[] = [row([...heads])];
  let number = 1;
  let next = from;
  let end = from;
  while (next < lines.length) {
    const text = (lines[next] ?? '').trim();
    if (text === '') {
      next++;
      continue;
    }
    if (text !== String(number)) break;
    const cells: string[] = [];
    next++;
    while (
      next < lines.length &&
      (lines[next] ?? '').trim() !== String(number + 1) &&
      !(cells.length >= heads.length - 1 && endsTable(lines, next, number))
    ) {
      const cell = trim(lines[next] ?? '');
      if (cell !== '') cells.push(cell);
      next++;
      if (cells.length > MOST_LINES_OF_ROW) return rows.length > 1 ? { table: { rows }, lines: end - at } : undefined;
    }
    rows.push(row([String(number), ...dealt(cells, heads.slice(1))]));
    end = next;
    number++;
  }
  return rows.length > 1 ? { table: { rows }, lines: end - at } : undefined;
};

/** No further row follows: what comes is text again. */
const endsTable = (lines: readonly string[], at: number, number: number): boolean =>
  !lines.slice(at, at + MOST_LINES_OF_ROW).some((line) => line.trim() === String(number + 1)) ||
  marksIn(shadowOf((lines[at] ?? '').slice(0, 8)))[0]?.from === 0;

/** Deals a row's lines to its columns: one each when the count fits, else the longest run of lines to the longest cell. */
const dealt = (cells: readonly string[], heads: readonly string[]): string[] => {
  if (cells.length <= heads.length) return dealtByRole(cells, heads);
  const extra = cells.length - heads.length;
  const roles = heads.map(roleOfColumn);
  const main = Math.max(0, ...['task', 'detail', 'steps'].map((role) => roles.findLastIndex((one) => one === role)));
  return heads.map((_, i) => {
    if (i < main) return cells[i] ?? '';
    return i === main ? cells.slice(main, main + extra + 1).join('\n') : (cells[i + extra] ?? '');
  });
};

/** With a cell missing, times and names are told by what they are. */
const dealtByRole = (cells: readonly string[], heads: readonly string[]): string[] => {
  if (cells.length === heads.length) return [...cells];
  const rest = [...cells];
  return heads.map((head, i) => {
    const role = roleOfColumn(head);
    const isTime = (cell: string): boolean => cell.length <= 20 && /[月日年周季]/u.test(cell);
    const missing = heads.length - i > rest.length;
    if (missing && (role === 'time' || role === 'deadline') && !isTime(rest[0] ?? '')) return '';
    return rest.shift() ?? '';
  });
};

const READERS = [piped, tabbed, spaced, stacked];

/** Finds the tables of a pasted text: of pipes, of tabs, of wide spaces, of one cell a line. */
export const withTables = (lines: readonly string[]): RawBlock[] => {
  const blocks: RawBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    let found: Found | undefined;
    for (const read of READERS) found ??= read(lines, at);
    if (found) blocks.push({ kind: 'table', table: found.table });
    else blocks.push({ kind: 'raw', text: lines[at] ?? '' });
    at += found?.lines ?? 1;
  }
  return blocks;
};
