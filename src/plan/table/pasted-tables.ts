import { marksIn } from '../outline/marks-in.ts';
import { isListOfNames } from '../owners/names-in.ts';
import { shadowOf } from '../text/shadow.ts';
import { isMonthHeading } from '../time/time-of.ts';
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
/** The names of columns one below the other, blank lines between. */
const MOST_LINES_OF_HEAD = 40;

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

/** The first column of a stacked table numbers its rows or says when. */
const FIRST_HEAD = /^\s*.{0,4}(?:序|号|时间|時間|月|日期|周次|項次|项次).{0,6}\s*$/u;

const isWord = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== '' && line.trim().length <= 14;

/** One cell on each line, as many web pages give a table: the names of the columns one below the other, then the cells. */
const stacked = (lines: readonly string[], at: number): Found | undefined => {
  if (!FIRST_HEAD.test(lines[at] ?? '') || !isHeadWord((lines[at] ?? '').trim())) return undefined;
  const filled: { text: string; at: number }[] = [];
  for (let i = at; i < Math.min(lines.length, at + MOST_LINES_OF_HEAD); i++) {
    const text = (lines[i] ?? '').trim();
    if (text !== '') filled.push({ text, at: i });
    if (!isWord(lines[i]) && text !== '') break;
  }
  let columns = 0;
  while (columns < filled.length && isHeadWord(filled[columns]?.text ?? '')) columns++;
  const heads = filled.slice(0, columns).map((line) => line.text);
  const first = roleOfColumn(heads[0] ?? '');
  if (columns < 3 || rolesOfHead(heads) === undefined) return undefined;
  const from = (filled[columns - 1]?.at ?? at) + 1;
  if (first === 'number') return stackedRows(lines, from, heads, at, (line, rows) => line === String(rows));
  return first === 'time'
    ? stackedRows(lines, from, heads, at, (line) => isMonthHeading(shadowOf(line), false))
    : undefined;
};

const isHeadWord = (text: string): boolean => isWord(text) && !/^\d/u.test(text) && roleOfColumn(text) !== undefined;

/** Does a line open the next row? Told the line and how many rows there are, the head's counted in. */
type OpensRow = (line: string, rows: number) => boolean;

const stackedRows = (
  lines: readonly string[],
  from: number,
  heads: readonly string[],
  at: number,
  opens: OpensRow,
): Found | undefined => {
  const rows: Row[] = [row([...heads])];
  let next = from;
  let end = from;
  while (next < lines.length) {
    const text = (lines[next] ?? '').trim();
    if (text !== '' && !opens(text, rows.length)) break;
    next++;
    if (text === '') continue;
    const read = cellsOfRow(lines, next, heads.length - 1, (line) => opens(line, rows.length + 1));
    if (!read) break;
    rows.push(row([text, ...dealt(read.cells, heads.slice(1))]));
    next = read.end;
    end = next;
  }
  return rows.length > 1 ? { table: { rows }, lines: end - at } : undefined;
};

/** The lines up to the next row; where no further row follows, as many as there are columns. */
const cellsOfRow = (
  lines: readonly string[],
  from: number,
  columns: number,
  opens: (line: string) => boolean,
): { cells: string[]; end: number } | undefined => {
  const cells: string[] = [];
  let next = from;
  while (next < lines.length) {
    const cell = trim(lines[next] ?? '');
    if (opens(cell) || (cells.length >= columns && endsTable(lines, next, opens))) break;
    if (cell !== '') cells.push(cell);
    if (cells.length > MOST_LINES_OF_ROW) return undefined;
    next++;
  }
  return { cells, end: next };
};

/** No further row follows: what comes is text again. */
const endsTable = (lines: readonly string[], at: number, opens: (line: string) => boolean): boolean =>
  !lines.slice(at, at + MOST_LINES_OF_ROW).some((line) => opens(line.trim())) ||
  marksIn(shadowOf((lines[at] ?? '').slice(0, 8)))[0]?.kind === 'chinese';

const OWNERS: ReadonlySet<string> = new Set(['leaders', 'units', 'supportingUnits', 'responsible', 'owner']);

/**
 * Deals a row's lines to its columns. One each when the count fits; else names go to the owners' columns, in order,
 * what stands behind the last of them to the columns there, and the rest to the widest column of content.
 */
const dealt = (cells: readonly string[], heads: readonly string[]): string[] => {
  const roles = heads.map(roleOfColumn);
  const ownerColumns = roles.flatMap((role, i) => (OWNERS.has(role ?? '') ? [i] : []));
  const named = cells.flatMap((cell, i) => (isListOfNames(cell) ? [i] : []));
  const fits = cells.length === heads.length && ownerColumns.every((column) => named.includes(column));
  if (fits || ownerColumns.length === 0 || named.length < ownerColumns.length) return inOrder(cells, roles);
  const owners = named.slice(-ownerColumns.length);
  const dealtCells = heads.map(() => '');
  ownerColumns.forEach((column, i) => {
    dealtCells[column] = cells[owners[i] ?? -1] ?? '';
  });
  const before = inOrder(cells.slice(0, owners[0]), roles.slice(0, ownerColumns[0]));
  const after = cells.slice((owners.at(-1) ?? 0) + 1);
  before.forEach((cell, i) => {
    dealtCells[i] = cell;
  });
  after.forEach((cell, i) => {
    const column = (ownerColumns.at(-1) ?? 0) + 1 + i;
    if (column < dealtCells.length) dealtCells[column] = cell;
  });
  return dealtCells;
};

/** In the lines' order: too many, and the last column of content takes the surplus; too few, and times are told by their words. */
const inOrder = (cells: readonly string[], roles: readonly (string | undefined)[]): string[] => {
  const surplus = cells.length - roles.length;
  if (surplus > 0) {
    const main = Math.max(0, ...['task', 'detail', 'steps'].map((role) => roles.lastIndexOf(role)));
    return roles.map((_, i) =>
      i < main
        ? (cells[i] ?? '')
        : i === main
          ? cells.slice(main, main + surplus + 1).join('\n')
          : (cells[i + surplus] ?? ''),
    );
  }
  const rest = [...cells];
  return roles.map((role, i) => {
    const isTime = /^.{0,20}[月日年周季].{0,8}$/u.test(rest[0] ?? '');
    if (roles.length - i > rest.length && (role === 'time' || role === 'deadline') && !isTime) return '';
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
