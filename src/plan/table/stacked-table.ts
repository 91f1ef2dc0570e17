import { shadowOf } from '../text/shadow.ts';
import { isMonthHeading } from '../time/time-of.ts';
import { hasSectionMark, isTimeCell, ordinalOfCell } from './cell-kinds.ts';
import { byAnySpace, CellStream, type LineCut, wholeLine } from './cell-stream.ts';
import { type ColumnRole, roleOfColumn, rolesOfHead } from './columns.ts';
import { evenRows } from './even-rows.ts';
import type { FoundTable } from './found-table.ts';
import { rowOf } from './found-table.ts';
import { type Head, openedRows, type RowsFound } from './stacked-rows.ts';

/** The names of columns one below the other, blank lines between. */
const MOST_CELLS_OF_HEAD = 40;
const MOST_COLUMNS = 14;
const FEWEST_COLUMNS = 3;
/** Three names of two characters, apart by spaces. */
const SHORTEST_HEAD = 8;
const LONGEST_HEAD_WORD = 14;
/** A line that could be the name of a column, or begin with one. */
const LONGEST_FIRST = 20;

const isHeadWord = (text: string): boolean =>
  text !== '' &&
  !/[:：]$/u.test(text) &&
  text.length <= LONGEST_HEAD_WORD &&
  !/^\d/u.test(text) &&
  !hasSectionMark(text) &&
  !isTimeCell(text) &&
  roleOfColumn(text) !== undefined;

/** The names at the head: as many as follow each other, or as it is known to have. */
const headsAt = (stream: CellStream, most: number): { heads: string[]; next: number } => {
  const heads: string[] = [];
  let next = 0;
  for (let at = 0; at < MOST_CELLS_OF_HEAD && heads.length < most; at++) {
    const text = stream.textAt(at);
    if (text === '' && stream.at(at)) continue;
    // Two columns of one name there are none.
    if (!isHeadWord(text) || heads.includes(text)) break;
    heads.push(text);
    next = at + 1;
  }
  return { heads, next };
};

/** Does a column's name tell what stands in it? A remark's does not, yet it is one. */
const isCertain = (text: string, role: ColumnRole | undefined): boolean =>
  (role !== undefined && role !== 'note') || /^(?:备 ?注|完成情况|进展情况|进展|状态|附注)$/u.test(shadowOf(text));

const foundIn = (lines: readonly string[], at: number, stream: CellStream, head: Head, rows: RowsFound) => {
  const end = stream.at(rows.end - 1);
  const table = { rows: [rowOf([...head.names]), ...rows.rows] };
  if (!end) return { table, lines: lines.length - at };
  return end.last
    ? { table, lines: end.line + 1 - at }
    : { table, lines: end.line + 1 - at, rest: stream.restOfLine(rows.end) };
};

/** How the cells of a table stand, and how many its head has when that is known. */
interface Layout {
  cut: LineCut;
  joint: string;
  columns: number | null;
}

const tableOf = (lines: readonly string[], at: number, layout: Layout): FoundTable | undefined => {
  const { cut, joint } = layout;
  const stream = new CellStream(lines, at, cut);
  const { heads, next } = headsAt(stream, layout.columns ?? MOST_COLUMNS);
  if (heads.length < FEWEST_COLUMNS) return undefined;
  const first = roleOfColumn(heads[0] ?? '');
  const whole: Head = { names: heads, roles: heads.map(roleOfColumn), joint };
  if (first === 'number' || first === 'time') {
    if (rolesOfHead(heads) === undefined) return undefined;
    // Where a column of last days stands beside the months, a day opens no row; 2月底完成 is a remark.
    const hasDays = whole.roles.slice(1).some((role) => role === 'time' || role === 'deadline');
    const opens =
      first === 'number'
        ? (cell: string) => ordinalOfCell(cell)
        : (cell: string, last: number) =>
            isMonthHeading(shadowOf(cell), false) || (!hasDays && isTimeCell(cell) && !/(?:完成|办结)$/u.test(cell))
              ? last + 1
              : undefined;
    const rows = openedRows(stream, next, whole, opens);
    if (rows) return foundIn(lines, at, stream, whole, rows);
  }
  // 部门 | 序号 | …: a kind merged downwards before the number has no cell in the rows, or one above the first of them.
  const inner = heads.slice(1);
  if (roleOfColumn(inner[0] ?? '') === 'number' && rolesOfHead(inner) !== undefined) {
    const head: Head = { names: inner, roles: inner.map(roleOfColumn), joint };
    const rows = openedRows(stream, next, head, (cell) => ordinalOfCell(cell));
    if (rows) return foundIn(lines, at, stream, head, rows);
  }
  // Without a number the first cells of a row look like names of columns; the longest head that fits is one.
  let columns = heads.findIndex((head, i) => !isCertain(head, whole.roles[i]));
  if (columns < 0 || layout.columns !== null) columns = heads.length;
  for (; columns >= FEWEST_COLUMNS; columns--) {
    const names = heads.slice(0, columns);
    const roles = rolesOfHead(names);
    const from = placeBehind(stream, columns);
    const rows = roles && evenRows(stream, from, { names, roles, joint });
    if (rows) return foundIn(lines, at, stream, { names, roles, joint }, rows);
  }
  return undefined;
};

/** The place behind so many filled cells. */
const placeBehind = (stream: CellStream, cells: number): number => {
  let at = 0;
  for (let left = cells; left > 0; at++) if (stream.textAt(at) !== '') left--;
  return at;
};

/** One cell on each line, as many web pages give a table: the names of the columns one below the other, then the cells. */
export const stackedTable = (lines: readonly string[], at: number): FoundTable | undefined => {
  const line = lines[at] ?? '';
  const first = line.length > LONGEST_FIRST ? '' : (wholeLine(line)[0] ?? '');
  if (!isHeadWord(first) || !isCertain(first, roleOfColumn(first))) return undefined;
  return tableOf(lines, at, { cut: wholeLine, joint: '\n', columns: null });
};

/** Names of columns and cells kept apart by single spaces, a row on a line, over several lines, or all on one. */
export const looseTable = (lines: readonly string[], at: number): FoundTable | undefined => {
  const line = (lines[at] ?? '').slice(0, 400).trim();
  if (line.length < SHORTEST_HEAD || !/\s/u.test(line)) return undefined;
  const head = line.split(/\s+/u, MOST_COLUMNS);
  const loose = { cut: byAnySpace, joint: ' ' };
  if (head.length >= FEWEST_COLUMNS && head.every(isHeadWord) && rolesOfHead(head) !== undefined) {
    const found = tableOf(lines, at, { ...loose, columns: head.length });
    if (found) return found;
  }
  const certain = head.findIndex((word) => !isHeadWord(word) || !isCertain(word, roleOfColumn(word)));
  const columns = certain < 0 ? head.length : certain;
  if (columns < FEWEST_COLUMNS || rolesOfHead(head.slice(0, columns)) === undefined) return undefined;
  return tableOf(lines, at, { ...loose, columns: null });
};
