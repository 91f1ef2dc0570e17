import { isSurelyPerson } from '../owners/by-part.ts';
import { isOffice, namesIn } from '../owners/names-in.ts';
import { shadowOf } from '../text/shadow.ts';
import { anchoredTable } from './anchored-table.ts';
import { barTable } from './bar-table.ts';
import { endsTable, hasSectionMark, isChineseNumber, isTimeCell, ordinalOfCell } from './cell-kinds.ts';
import { fits, isTyped } from './column-fit.ts';
import { type ColumnRole, roleOfColumn, rolesOfHead } from './columns.ts';
import { dealtCells } from './dealt-cells.ts';
import { type FoundTable, MOST_LINES_OF_ROW, mergedRow, rowOf, trimmedCell } from './found-table.ts';
import { fillMerged } from './merged-downwards.ts';
import { recordTable } from './record-table.ts';
import { looseTable, stackedTable } from './stacked-table.ts';
import type { Row, Table } from './table.ts';
import { withoutTimeNames } from './time-columns.ts';

/** A text's raw lines with its tables taken out and put in their place. */
export type RawBlock = { kind: 'raw'; text: string } | { kind: 'table'; table: Table };

const LONGEST_HEAD = 400;
const FEWEST_COLUMNS = 2;
const FEWEST_SPACED = 3;
const LONGEST_TIME_WORD = 3;
/** 备注 alone between two rows is the name of a part. */
const ONLY_NOTE = /^(?:说明|备注|附注)$/u;
/** A row copied from a page lacks the cell merged downwards into it; so many are left. */
const FEWEST_DEALT = 3;

const tabCells = (line: string): string[] => line.split('\t').map(trimmedCell);
/** Columns kept apart by two spaces or more; asked of a head only. */
const spacedCells = (line: string): string[] =>
  line
    .trim()
    .split(/ {2,}|[　\t]+ */u)
    .map(trimmedCell);

/** The roles of a head's cells; columns of months or quarters may be among them. */
const rolesOfPasted = (cells: readonly string[]): (ColumnRole | undefined)[] | undefined => {
  if (rolesOfHead(cells)) return rolesOfHead(cells);
  return rolesOfHead(withoutTimeNames(cells)) ? cells.map(roleOfColumn) : undefined;
};

/** How the rows below a head are cut into its columns. */
interface Layout {
  roles: readonly (ColumnRole | undefined)[];
  cut: (line: string) => string[];
  hasColumns: (line: string) => boolean;
  /** An empty cell leaves no trace, so that the cells of a row that is not full must be dealt by what they say. */
  deals: boolean;
}

/** Copied from a sheet: cells apart by tabs. A cell with line breaks runs over several lines until the row is full. */
const tabbed = (lines: readonly string[], at: number): FoundTable | undefined => {
  const head = lines[at] ?? '';
  if (!head.includes('\t') || head.length > LONGEST_HEAD) return undefined;
  const roles = rolesOfPasted(tabCells(head));
  if (roles === undefined || roles.length < FEWEST_COLUMNS) return undefined;
  const hasColumns = (line: string): boolean => line.includes('\t');
  const found = rowsBelow(lines, at, { roles, cut: tabCells, hasColumns, deals: false });
  if (found) fillMerged(found.table.rows, roles);
  return found;
};

const spaced = (lines: readonly string[], at: number): FoundTable | undefined => {
  const head = lines[at] ?? '';
  if (head.length > LONGEST_HEAD || head.includes('\t')) return undefined;
  const cells = spacedCells(head);
  const roles = cells.length < FEWEST_SPACED ? undefined : rolesOfPasted(cells);
  if (roles === undefined) return undefined;
  return rowsBelow(lines, at, {
    roles,
    cut: spacedCells,
    hasColumns: (line) => spacedCells(line).length > 1,
    deals: true,
  });
};

const rowsBelow = (lines: readonly string[], at: number, layout: Layout): FoundTable | undefined => {
  const rows: Row[] = [rowOf(layout.cut(lines[at] ?? ''))];
  let next = at + 1;
  let end = next;
  while (next < lines.length) {
    const line = lines[next] ?? '';
    if (goesOnInCell(line, rows, layout) || goesOnInLastCell(line, rows, layout)) {
      next += 1;
      end = next;
      continue;
    }
    const read = oneRow(lines, next, layout);
    if (!read) break;
    const filled = read.cells.some((cell) => cell !== '');
    if (filled) rows.push(rowOf(read.cells));
    next += read.lines;
    if (filled) end = next;
  }
  return rows.length > 1 ? { table: { rows }, lines: end - at } : undefined;
};

/** A line of nothing but names behind a row whose last cell holds such names is that cell's next line. */
const goesOnInLastCell = (line: string, rows: readonly Row[], { roles, hasColumns, deals }: Layout): boolean => {
  const words = line.trim();
  const row = rows.length > 1 ? rows.at(-1) : undefined;
  const last = roles.length - 1;
  const before = row?.cells[last] ?? '';
  if (deals || words === '' || before === '' || hasColumns(line) || hasSectionMark(words)) return false;
  const holds = HOLDS[roles[last] ?? 'note'];
  const names = namesIn(words);
  if (!row || !holds || names.length === 0 || ![...names, ...namesIn(before)].every(holds)) return false;
  row.cells[last] = `${before}\n${words}`;
  return true;
};
/** What names stand in a column: where people do, an office is the name of the section below. */
const HOLDS: Partial<Record<ColumnRole, (name: string) => boolean>> = {
  units: isOffice,
  supportingUnits: isOffice,
  leaders: isSurelyPerson,
  responsible: isSurelyPerson,
};

/** A short line set in under a row's task, without columns of its own, is the rest of that cell; it is put there. */
const goesOnInCell = (line: string, rows: readonly Row[], { roles, hasColumns, deals }: Layout): boolean => {
  const words = line.trim();
  const row = rows.length > 1 ? rows.at(-1) : undefined;
  const column = roles.findIndex((role) => role === 'task' || role === 'detail');
  const isRest = deals && /^(?: {3,}|[　\t])/u.test(line) && words !== '' && !hasColumns(line);
  if (!isRest || row?.cells[column] === undefined || hasSectionMark(words) || endsTable(words)) return false;
  if (isOver(row.cells[column]) || SIGNS.test(shadowOf(words))) return false;
  row.cells[column] += words;
  return true;
};
/** Who signed the plan below its table, and when. */
const SIGNS =
  /^\p{Script=Han}{4,}(?:委员会|工会|总工会|支部|党委|公司|学院|医院|办公室)$|^(?:20\d\d|二[〇零][〇零一二三四五六七八九]{2}) ?年.{2,10}日$/u;
/** What ends with a stop has no rest. */
const isOver = (cell: string): boolean => cell === '' || /[。;；!！]$/u.test(cell);

/** One row: a full line, or a line with more lines until it is full. A short line between rows is a row merged across. */
const oneRow = (
  lines: readonly string[],
  at: number,
  { roles, cut, hasColumns, deals }: Layout,
): { cells: string[]; lines: number } | undefined => {
  const columns = roles.length;
  const first = lines[at] ?? '';
  if (first.trim() === '') return lines.slice(at, at + 3).some(hasColumns) ? { cells: [], lines: 1 } : undefined;
  if (endsTable(first.trim()) && !(ONLY_NOTE.test(first.trim()) && lines.slice(at + 1, at + 3).some(hasColumns)))
    return undefined;
  if (!hasColumns(first)) {
    const goesOn = first.trim().length <= 40 && hasColumns(lines[at + 1] ?? '');
    return goesOn ? { ...mergedRow(trimmedCell(first), columns), lines: 1 } : undefined;
  }
  const cells = underMerged(first, cut(first), roles, deals).slice(0, deals ? undefined : columns);
  let taken = 1;
  while (cells.length < columns && taken < MOST_LINES_OF_ROW && at + taken < lines.length) {
    const line = lines[at + taken] ?? '';
    const more = cut(line);
    const opens = roles[0] === 'time' && isTimeCell(more[0] ?? '');
    if (
      opens ||
      line.trim() === '' ||
      cells.length + more.length - 1 > columns ||
      startsRow(more[0] ?? '', cells[0] ?? '')
    )
      break;
    cells[cells.length - 1] = `${cells.at(-1) ?? ''}\n${more[0] ?? ''}`.trim();
    for (const cell of more.slice(1)) cells.push(cell);
    taken++;
  }
  // An empty cell in it keeps its place: then it is the end that is lacking.
  const isShort =
    cells.length === columns - 1 &&
    cells.length >= FEWEST_DEALT &&
    cells.every((cell) => cell !== '') &&
    standsLast(cells.at(-1) ?? '', roles);
  if (isShort || (deals && cells.length !== columns && cells.length > 1))
    return { cells: dealtCells(cells.slice(0, MOST_LINES_OF_ROW), roles), lines: taken };
  return { cells: Array.from({ length: columns }, (_, i) => cells[i] ?? ''), lines: taken };
};

/** Does a cell stand under the last column that tells: then it is not the end of its row that is lacking. */
const standsLast = (cell: string, roles: Layout['roles']): boolean => {
  const last = roles.findLast((role) => role !== 'note');
  return isTyped(last) && fits(cell, last);
};

/**
 * A row under a month merged downwards has no first cell: with wide spaces it is set in, with tabs it has one cell less
 * and ends with names where the head says so.
 */
const underMerged = (line: string, cells: string[], roles: Layout['roles'], deals: boolean): string[] => {
  if (roles[0] !== 'time' || cells.length !== roles.length - 1 || isTimeCell(cells[0] ?? '')) return cells;
  const holds = HOLDS[roles.at(-1) ?? 'note'];
  const names = namesIn(cells.at(-1) ?? '');
  const isSetIn = /^(?: {3,}|[　\t])/u.test(line);
  // 择机, 适时: a time no list of words holds.
  if ((cells[0] ?? '').length <= LONGEST_TIME_WORD) return cells;
  return isSetIn || (!deals && holds && names.length > 0 && names.every(holds)) ? ['', ...cells] : cells;
};

/** The next number of the first column, or a section's name, begins the next row even if this one is not full. */
const startsRow = (next: string, first: string): boolean => {
  const number = ordinalOfCell(first);
  const ordinal = ordinalOfCell(next);
  return (
    (number !== undefined && ordinal === number + 1) ||
    (isChineseNumber(first) && (ordinal !== undefined || isChineseNumber(next))) ||
    hasSectionMark(next) ||
    endsTable(next)
  );
};

const READERS = [barTable, tabbed, spaced, anchoredTable, stackedTable, looseTable, recordTable];

/** Finds the tables of a pasted text: of pipes, of tabs, of wide spaces, of one cell a line. */
export const withTables = (lines: readonly string[]): RawBlock[] => {
  const blocks: RawBlock[] = [];
  let at = 0;
  while (at < lines.length) {
    let found: FoundTable | undefined;
    for (const read of READERS) found ??= read(lines, at);
    if (found) blocks.push({ kind: 'table', table: found.table });
    else blocks.push({ kind: 'raw', text: lines[at] ?? '' });
    if (found?.rest) blocks.push({ kind: 'raw', text: found.rest });
    at += found?.lines ?? 1;
  }
  return blocks;
};
