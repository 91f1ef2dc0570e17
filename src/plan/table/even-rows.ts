import { endsTable, hasSectionMark } from './cell-kinds.ts';
import type { CellStream } from './cell-stream.ts';
import { fits, isTyped } from './column-fit.ts';
import { mergedRow, rowOf } from './found-table.ts';
import type { Head, RowsFound } from './stacked-rows.ts';
import type { Row } from './table.ts';

const FEWEST_EVEN_ROWS = 2;

/** A row read from a place on, and the place behind it. */
interface EvenRow {
  cells: string[];
  next: number;
}

/** Reads rows of which every so many cells are one. */
class EvenRows {
  readonly #stream: CellStream;
  readonly #head: Head;

  constructor(stream: CellStream, head: Head) {
    this.#stream = stream;
    this.#head = head;
  }

  /** The cells a row can have at a place: all; all but a kind merged downwards; all but a remark left empty. */
  candidates(at: number): EvenRow[] {
    const { names, roles } = this.#head;
    const all = this.#take(at, names.length);
    const found = [all];
    if (roles[0] === 'section') {
      const less = this.#take(at, names.length - 1);
      found.push({ ...less, cells: ['', ...less.cells] });
    }
    if (roles.at(-1) === 'note') {
      const less = this.#take(at, names.length - 1);
      found.push({ ...less, cells: [...less.cells, ''] });
    }
    return found.filter(
      ({ cells }) =>
        cells.length === names.length &&
        !cells.some((cell) => endsTable(cell)) &&
        cells.every((cell, i) => cell === '' || fits(cell, roles[i])),
    );
  }

  /** That row which leaves one behind it; without any, the fullest. */
  rowAt(at: number): EvenRow | undefined {
    const rows = this.candidates(at);
    return rows.find((row) => this.candidates(this.#stream.filledFrom(row.next)).length > 0) ?? rows[0];
  }

  isHead(at: number): boolean {
    return this.#head.names.every((name, i) => this.#stream.textAt(at + i) === name);
  }

  #take(at: number, count: number): EvenRow {
    const cells: string[] = [];
    let next = at;
    for (; cells.length < count && this.#stream.at(next); next++) {
      const text = this.#stream.textAt(next);
      if (text !== '') cells.push(text);
    }
    return { cells, next };
  }
}

/**
 * Rows without a number: every so many cells are one. Only columns of times or names can tell that they are; where they
 * do not fit, the table has ended.
 */
export const evenRows = (stream: CellStream, from: number, head: Head): RowsFound | undefined => {
  if (!head.roles.some(isTyped)) return undefined;
  const reading = new EvenRows(stream, head);
  const rows: Row[] = [];
  let section: string | null = null;
  let afterHead = true;
  let at = stream.filledFrom(from);
  let end = at;
  while (stream.at(at) && !endsTable(stream.textAt(at))) {
    const isHead = reading.isHead(at);
    // Heads with nothing between them are no table; each would be looked through to the text's end.
    if (isHead && afterHead) break;
    afterHead = isHead;
    if (isHead) {
      at = stream.filledFrom(at + head.names.length);
      continue;
    }
    const row = reading.rowAt(at);
    if (row) {
      if (section !== null) rows.push(mergedRow(section, head.names.length));
      section = null;
      rows.push(rowOf(row.cells));
      end = row.next;
      at = stream.filledFrom(row.next);
    } else if (section === null && hasSectionMark(stream.textAt(at))) {
      section = stream.textAt(at);
      at = stream.filledFrom(at + 1);
    } else break;
  }
  return rows.filter((row) => row.cells.slice(1).some((cell) => cell !== '')).length >= FEWEST_EVEN_ROWS
    ? { rows, end }
    : undefined;
};
