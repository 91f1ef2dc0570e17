import { marksIn } from '../outline/marks-in.ts';
import { isListOfNames } from '../owners/names-in.ts';
import { shadowOf } from '../text/shadow.ts';
import { isMonthHeading } from '../time/time-of.ts';
import { roleOfColumn, rolesOfHead } from './columns.ts';
import { type FoundTable, MOST_LINES_OF_ROW, rowOf, trimmedCell } from './found-table.ts';
import type { Row } from './table.ts';

/** The names of columns one below the other, blank lines between. */
const MOST_LINES_OF_HEAD = 40;
/** The first column of a stacked table numbers its rows or says when. */
const FIRST_HEAD = /^\s*.{0,4}(?:序|号|时间|時間|月|日期|周次|項次|项次).{0,6}\s*$/u;

const isWord = (line: string | undefined): boolean =>
  line !== undefined && line.trim() !== '' && line.trim().length <= 14;

/** One cell on each line, as many web pages give a table: the names of the columns one below the other, then the cells. */
export const stackedTable = (lines: readonly string[], at: number): FoundTable | undefined => {
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
): FoundTable | undefined => {
  const rows: Row[] = [rowOf([...heads])];
  let next = from;
  let end = from;
  while (next < lines.length) {
    const text = (lines[next] ?? '').trim();
    if (text !== '' && !opens(text, rows.length)) break;
    next++;
    if (text === '') continue;
    const read = cellsOfRow(lines, next, heads.length - 1, (line) => opens(line, rows.length + 1));
    if (!read) break;
    rows.push(rowOf([text, ...dealt(read.cells, heads.slice(1))]));
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
    const cell = trimmedCell(lines[next] ?? '');
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
