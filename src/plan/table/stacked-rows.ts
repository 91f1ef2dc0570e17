import { endsTable, hasSectionMark, isTimeCell, kindOfCell } from './cell-kinds.ts';
import type { CellStream } from './cell-stream.ts';
import { fits, isTyped } from './column-fit.ts';
import type { ColumnRole } from './columns.ts';
import { dealtCells, listed } from './dealt-cells.ts';
import { MOST_LINES_OF_ROW, mergedRow, rowOf } from './found-table.ts';
import type { Row } from './table.ts';

/** The head of a table given cell by cell. */
export interface Head {
  names: readonly string[];
  roles: readonly (ColumnRole | undefined)[];
  /** What stands between the pieces of a cell that was cut. */
  joint: string;
}

/** Rows and the place behind the last of their cells. */
export interface RowsFound {
  rows: Row[];
  end: number;
}

/** The number of the row a cell opens, told the number of the last; undefined when it opens none. */
export type OpensRow = (cell: string, last: number) => number | undefined;

const LONGEST_SECTION = 40;
/** 施远, 冼文博. */
const LONGEST_NAME = 3;
/** Numbers left out between two rows. */
const MOST_MISSING = 3;

/** Reads rows that begin with their number or their time. */
class OpenedRows {
  readonly rows: Row[] = [];
  end: number;
  #last = 0;
  readonly #stream: CellStream;
  readonly #head: Head;
  readonly #opens: OpensRow;

  constructor(stream: CellStream, from: number, head: Head, opens: OpensRow) {
    this.#stream = stream;
    this.#head = head;
    this.#opens = opens;
    this.end = from;
  }

  read(): void {
    let at = this.#stream.filledFrom(this.end);
    let afterHead = true;
    while (this.#stream.at(at)) {
      const head = this.#repeatsHead(at);
      // Heads with nothing between them are no table; each would be looked through to the text's end.
      if (head && afterHead) return;
      afterHead = head;
      const next = head ? at + this.#head.names.length : (this.#section(at) ?? this.#row(at));
      if (next === undefined) return;
      at = this.#stream.filledFrom(next);
    }
  }

  /** The head again, after a page break. */
  #repeatsHead(at: number): boolean {
    return this.#head.names.every((name, i) => this.#stream.textAt(at + i) === name);
  }

  /** A cell opens the next row, one soon after it, or after a section's name the first again. */
  #opensAt(at: number, first: boolean): number | undefined {
    const ordinal = this.#opens(this.#stream.textAt(at), this.#last);
    if (ordinal === undefined) return undefined;
    const ahead = ordinal - this.#last;
    return (ahead >= 1 && ahead <= MOST_MISSING) || (first && ordinal === 1) ? ordinal : undefined;
  }

  /** A name written across the table: the first row of a section stands behind it. */
  #isSection(at: number): boolean {
    const text = this.#stream.textAt(at);
    if (text === '' || text.length > LONGEST_SECTION || endsTable(text)) return false;
    return this.#opensAt(this.#stream.filledFrom(at + 1), true) !== undefined;
  }

  #section(at: number): number | undefined {
    if (this.#opensAt(at, this.rows.length === 0 || this.#behindSection()) !== undefined || !this.#isSection(at))
      return undefined;
    this.rows.push(mergedRow(this.#stream.textAt(at), this.#head.names.length));
    return at + 1;
  }

  #behindSection(): boolean {
    return (
      this.rows
        .at(-1)
        ?.cells.slice(1)
        .every((cell) => cell === '') === true
    );
  }

  #row(at: number): number | undefined {
    const ordinal = this.#opensAt(at, this.#behindSection());
    if (ordinal === undefined) return undefined;
    this.#last = ordinal;
    const cells: string[] = [];
    let next = at + 1;
    for (; this.#stream.at(next) && !this.#isBehindRow(next, cells); next++) {
      const text = this.#stream.textAt(next);
      if (text !== '') cells.push(text);
      if (cells.length > MOST_LINES_OF_ROW) return undefined;
    }
    if (cells.length === 0) return undefined;
    const { roles, joint } = this.#head;
    const groups = roles[0] === 'time' ? rowsWithin(cells, roles.slice(1)) : [cells];
    groups.forEach((group, i) => {
      const opening = i === 0 ? this.#stream.textAt(at) : '';
      const columns = roles.slice(1);
      this.rows.push(rowOf([opening, ...(isFull(group, columns) ? group : dealtCells(group, columns, joint))]));
    });
    this.end = next;
    return next;
  }

  #isBehindRow(at: number, cells: readonly string[]): boolean {
    const text = this.#stream.textAt(at);
    if (text === '') return false;
    // 三、 behind 二、 within the month's cell is no section of the table.
    if (this.#head.roles[0] === 'time' && listed([...cells, text]).at(-1)) return false;
    const columns = this.#head.names.length - 1;
    if (endsTable(text) || this.#repeatsHead(at)) return true;
    const ordinal = this.#opensAt(at, false);
    const enough = cells.length >= Math.min(2, columns);
    if (ordinal === this.#last + 1 && enough) return true;
    if (ordinal !== undefined && cells.length >= columns - 1) return true;
    if (enough && hasSectionMark(text) && this.#isSection(at)) return true;
    if (cells.length < columns) return this.#leavesTable(at, cells);
    if (this.#lacksTime(text, cells)) return false;
    return this.#isNameBetween(at, cells) || hasSectionMark(text) || !this.#goesOn(at);
  }

  /** The last column is one of times, and the cells before took its place: measures (1) (2) in several cells, or their times. */
  #lacksTime(text: string, cells: readonly string[]): boolean {
    const role = this.#head.roles.at(-1);
    if ((role !== 'time' && role !== 'deadline') || !isTimeCell(text)) return false;
    return !cells.some(isTimeCell) || (isTimeCell(cells.at(-1) ?? '') && listed([...cells, text]).at(-1) === true);
  }

  /** A sentence where only a remark is lacking, and no further row: the text behind the table. */
  #leavesTable(at: number, cells: readonly string[]): boolean {
    const text = this.#stream.textAt(at);
    const lacking = this.#head.roles.slice(1 + cells.length);
    if (lacking.length === 0 || cells.length < 2 || !lacking.every((role) => role === 'note')) return false;
    return (/[。:：]/u.test(text) || hasSectionMark(text)) && !this.#goesOn(at);
  }

  /** Every column has its cell, and before the next row stands one more that is neither time nor name. */
  #isNameBetween(at: number, cells: readonly string[]): boolean {
    const role = this.#head.roles.at(-1);
    return (
      isTyped(role) &&
      fits(cells.at(-1) ?? '', role) &&
      kindOfCell(this.#stream.textAt(at)) === 'words' &&
      // Where months are merged, so short a word behind an office is the person who is lacking.
      (this.#head.roles[0] !== 'time' || this.#stream.textAt(at).length > LONGEST_NAME) &&
      this.#isSection(at)
    );
  }

  /** A further row opens soon. */
  #goesOn(at: number): boolean {
    for (let i = at; i < at + MOST_LINES_OF_ROW && this.#stream.at(i); i++)
      if (this.#stream.textAt(i) !== '' && this.#opensAt(i, false) !== undefined) return true;
    return false;
  }
}

/** A cell for every column, times under times and names or short words under names: nothing is to be dealt. */
const isFull = (cells: readonly string[], roles: readonly (ColumnRole | undefined)[]): boolean =>
  cells.length === roles.length &&
  !listed(cells).includes(true) &&
  cells.every(
    (cell, i) =>
      fits(cell, roles[i]) || (isNamed(roles[i]) && cell.length <= LONGEST_NAME && kindOfCell(cell) === 'words'),
  );
const isNamed = (role: ColumnRole | undefined): boolean => role !== 'time' && role !== 'deadline';
/**
 * The rows under one month that was merged downwards: where there are more cells than columns and names end a row, words
 * behind names begin the next.
 */
const rowsWithin = (cells: readonly string[], roles: readonly (ColumnRole | undefined)[]): (readonly string[])[] => {
  const typed = roles.findIndex(isTyped);
  const told = roles.at(-1) === 'note' ? roles.slice(0, -1) : roles;
  if (cells.length <= told.length || typed < 1 || !told.slice(typed).every((role) => isTyped(role))) return [cells];
  const known = cells.map(kindOfCell);
  // Behind an office a short word is a person, whatever the surname.
  const kinds = known.map((kind, i) =>
    kind === 'words' && known[i - 1] === 'names' && (cells[i] ?? '').length <= LONGEST_NAME ? 'names' : kind,
  );
  const size = roles.length;
  if (
    cells.length % size === 0 &&
    kinds.every((kind, i) => i % size < typed || (kind === 'names') === isNamed(roles[i % size]))
  )
    return Array.from({ length: cells.length / size }, (_, i) => cells.slice(i * size, (i + 1) * size));
  const groups: string[][] = [];
  cells.forEach((cell, i) => {
    const begins =
      i === 0 || ((told === roles ? kinds[i - 1] === 'names' : kinds[i + 1] === 'names') && kinds[i] === 'words');
    if (begins) groups.push([cell]);
    else groups.at(-1)?.push(cell);
  });
  return groups.length > 1 && groups.every((group) => group.length > 1 && group.length <= roles.length)
    ? groups
    : [cells];
};

/** Rows that begin with their number or time; undefined when there is none. */
export const openedRows = (stream: CellStream, from: number, head: Head, opens: OpensRow): RowsFound | undefined => {
  const reading = new OpenedRows(stream, from, head, opens);
  reading.read();
  const rows = reading.rows;
  const isRow = (row: Row): boolean => row.cells.slice(1).some((cell) => cell !== '');
  if (!rows.some(isRow)) return undefined;
  return { rows: rows.slice(0, rows.findLastIndex(isRow) + 1), end: reading.end };
};
