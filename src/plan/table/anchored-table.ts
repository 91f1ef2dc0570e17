import { shadowOf } from '../text/shadow.ts';
import { isMonthHeading } from '../time/time-of.ts';
import { endsTable, hasSectionMark, isChineseNumber, isTimeCell, ordinalOfCell } from './cell-kinds.ts';
import { type ColumnRole, roleOfColumn, rolesOfHead } from './columns.ts';
import { type FoundTable, mergedRow, rowOf, trimmedCell } from './found-table.ts';
import { type Peeled, peeledCells } from './peeled-cells.ts';
import type { Row } from './table.ts';

type Role = ColumnRole | undefined;

const LONGEST_HEAD = 200;
const LONGEST_HEAD_WORD = 14;
const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 12;
const FEWEST_ROWS = 2;
const MOST_LINES_OF_ROW = 20;
const LONGEST_LINE = 2000;
const LONGEST_SECTION = 40;
/** Numbers left out between two rows. */
const MOST_MISSING = 3;

/** The names of columns, on one line or one below the other, and the lines they take. */
interface Head {
  names: string[];
  roles: Role[];
  lines: number;
}

const headOf = (names: string[], lines: number): Head | undefined => {
  const roles = names.length < FEWEST_COLUMNS || names.length > MOST_COLUMNS ? undefined : rolesOfHead(names);
  const first = roles?.[0];
  return roles && (first === 'number' || first === 'time') ? { names, roles, lines } : undefined;
};

const headOnOneLine = (line: string): Head | undefined =>
  line.length > LONGEST_HEAD ? undefined : headOf(line.trim().split(/\s+/u).map(trimmedCell), 1);

const headBelowEachOther = (lines: readonly string[], at: number): Head | undefined => {
  const names: string[] = [];
  let next = at;
  for (; next < lines.length && names.length < MOST_COLUMNS; next++) {
    const name = (lines[next] ?? '').length > LONGEST_LINE ? ' ' : (lines[next] ?? '').trim();
    if (name === '' && names.length > 0) continue;
    if (/\s/u.test(name) || name.length > LONGEST_HEAD_WORD || roleOfColumn(name) === undefined) break;
    names.push(name);
  }
  return headOf(names, next - at);
};

/** Where a row begins: the cell that opens it, and the words behind it. */
interface Opening {
  cell: string;
  rest: string;
  ordinal: number;
}

/** 周次: its cells are numbers, and one of them may be left out. */
const countsWeeks = ({ names, roles }: Head): boolean =>
  /^周次?$/u.test(shadowOf(names[0] ?? '')) && roles.slice(1).includes('time');
const isWeek = (cell: string): boolean => isChineseNumber(cell) || /^\d{1,2}$/u.test(cell);

const openingOf = (line: string, head: Head, last: number): Opening | undefined => {
  const [first] = head.roles;
  const found = /^\s*(\S{1,16})[ \t　]+(\S.*)$/u.exec(line.length > LONGEST_LINE ? '' : line);
  const [cell, rest] = [found?.[1], found?.[2]];
  if (cell === undefined || rest === undefined) return undefined;
  if (first === 'time') {
    const isTime = isMonthHeading(shadowOf(cell), false) || isTimeCell(cell) || (countsWeeks(head) && isWeek(cell));
    return isTime ? { cell, rest, ordinal: last + 1 } : undefined;
  }
  const ordinal = ordinalOfCell(cell);
  const ahead = ordinal === undefined ? 0 : ordinal - last;
  return ordinal !== undefined && ahead >= 1 && ahead <= MOST_MISSING ? { cell, rest, ordinal } : undefined;
};

/** A page's number, alone on its line. */
const isPageMark = (line: string): boolean =>
  line.length < 30 && /^[-—–\s]*(?:第\s*)?\d{1,3}(?:\s*页)?(?:[\s,，/]*共\s*\d{1,3}\s*页)?[-—–\s]*$/u.test(line);

class AnchoredRows {
  readonly rows: Row[] = [];
  readonly #lines: readonly string[];
  readonly #head: Head;
  end: number;
  #last = 0;
  #fitting = 0;
  #count = 0;

  constructor(lines: readonly string[], from: number, head: Head) {
    this.#lines = lines;
    this.#head = head;
    this.end = from;
  }

  /** Reads rows until something stands there that is none; false when they do not fit their columns. */
  read(): boolean {
    let at = this.#skipped(this.end);
    while (at < this.#lines.length) {
      const next = this.#section(at) ?? this.#row(at);
      if (next === undefined) break;
      at = this.#skipped(next);
    }
    return this.#count >= FEWEST_ROWS && this.#fitting * 3 >= this.#count * 2;
  }

  #line(at: number): string {
    return this.#lines[at] ?? '';
  }

  #isHeadAgain(at: number): boolean {
    const words = this.#line(at).trim().split(/\s+/u, MOST_COLUMNS);
    return words.length > 1 && words.every((word, i) => word === this.#head.names[i]);
  }

  #skipped(from: number): number {
    let at = from;
    while (
      at < this.#lines.length &&
      (this.#line(at).trim() === '' || isPageMark(this.#line(at)) || this.#isHeadAgain(at))
    )
      at++;
    return at;
  }

  #opening(at: number): Opening | undefined {
    return openingOf(this.#line(at), this.#head, this.#last);
  }

  /** A short line that opens no row, before one that does: a section's name. */
  #section(at: number): number | undefined {
    const line = this.#line(at).trim();
    const isName = line.length <= LONGEST_SECTION && !endsTable(line) && this.#opening(at) === undefined;
    if (!isName || this.#opening(this.#skipped(at + 1)) === undefined) return undefined;
    this.rows.push(mergedRow(line, this.#head.names.length));
    return at + 1;
  }

  #row(at: number): number | undefined {
    const opening = this.#opening(at);
    if (!opening) return undefined;
    const roles = this.#head.roles.slice(1);
    this.#last = opening.ordinal;
    const { peeled, next } = this.#whole(at, opening, roles);
    this.rows.push(rowOf([opening.cell, ...peeled.cells]));
    this.#count++;
    if (peeled.fits) this.#fitting++;
    this.end = next;
    return next;
  }

  /** The row over as many lines as it takes: up to the next one; the last row, whose end nothing marks, until it is full. */
  #whole(at: number, opening: Opening, roles: readonly Role[]): { peeled: Peeled; next: number } {
    const pieces = [opening.rest];
    const first = { peeled: peeledCells(opening.rest, roles), next: at + 1 };
    let full = first.peeled.fits ? first : undefined;
    for (let next = at + 1; next < at + MOST_LINES_OF_ROW && next < this.#lines.length; next++) {
      const line = this.#line(next);
      if (line.length > LONGEST_LINE || endsTable(line.trim()) || hasSectionMark(line)) break;
      if (this.#opening(next)) return { peeled: peeledCells(pieces.join('\n'), roles), next };
      if (line.trim() === '' || isPageMark(line) || this.#isHeadAgain(next)) continue;
      if (
        this.#opening(this.#skipped(next + 1)) &&
        full &&
        line.trim().length <= LONGEST_SECTION &&
        !/\s/u.test(line.trim())
      )
        return full;
      pieces.push(line.trim());
      const peeled = peeledCells(pieces.join('\n'), roles);
      if (peeled.fits && !full) full = { peeled, next: next + 1 };
    }
    return full ?? first;
  }
}

/**
 * A table whose rows each begin on a line of their own with their number or month, their cells kept apart by single
 * spaces; a row may run over several lines. The names of the columns stand on one line or one below the other.
 */
export const anchoredTable = (lines: readonly string[], at: number): FoundTable | undefined => {
  const line = lines[at] ?? '';
  if (line.length > LONGEST_HEAD || line.trim() === '') return undefined;
  const head = headOnOneLine(line) ?? headBelowEachOther(lines, at);
  if (!head) return undefined;
  const reading = new AnchoredRows(lines, at + head.lines, head);
  if (!reading.read()) return undefined;
  return { table: { rows: [rowOf(head.names), ...reading.rows] }, lines: reading.end - at };
};
