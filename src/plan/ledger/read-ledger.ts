import type { Sheet, Workbook } from '../files/xlsx/workbook.ts';
import { columnName, isLedgerColumn, type LedgerColumn } from './ledger-columns.ts';
import { type LedgerMark, MARK_SHEET, readMark } from './ledger-mark.ts';

/** A row of a ledger as its cells show it, by column; a column the file no longer has is missing. */
export type LedgerCells = Partial<Record<LedgerColumn, string>>;

/** A ledger that came back, as it stands in the file. Nothing in it is held against the group yet. */
export interface LedgerSheet {
  mark: LedgerMark;
  /** Those of our columns that the file still has. */
  columns: LedgerColumn[];
  /** Names of columns that somebody added. */
  added: string[];
  /** Rows that hold something, hidden and filtered ones too. */
  rows: LedgerCells[];
}

/** A ledger, or why what is marked as one cannot be read: by a newer program, a broken mark, no head, too many rows. */
export type LedgerReading =
  | { ok: true; ledger: LedgerSheet }
  | { ok: false; why: 'newer' | 'broken' | 'no-head' | 'too-long' };

/** As many as an import takes. */
const MOST_ROWS = 5_000;
/** The head stands near the top, whatever was put above it. */
const HEAD_WITHIN = 30;

const NEEDED: readonly LedgerColumn[] = ['任务编号', '工作任务'];

/** No name of a column is longer, whatever spaces are in it. */
const LONGEST_NAME = 16;

const isHead = (row: readonly string[]): boolean => {
  const names = row.filter((text) => text.length <= LONGEST_NAME).map(columnName);
  return NEEDED.every((name) => names.includes(name));
};

/** The sheet with a ledger's head, whatever it is called now, and where the head stands. */
const headOf = (sheets: readonly Sheet[]): { sheet: Sheet; at: number } | undefined => {
  for (const sheet of sheets) {
    const at = sheet.cells.slice(0, HEAD_WITHIN).findIndex(isHead);
    if (at >= 0) return { sheet, at };
  }
  return undefined;
};

/** Where each of our columns stands; the first of two with one name counts. */
const placesOf = (head: readonly string[]): Map<LedgerColumn, number> => {
  const places = new Map<LedgerColumn, number>();
  for (const [place, text] of head.entries()) {
    const name = columnName(text);
    if (isLedgerColumn(name) && !places.has(name)) places.set(name, place);
  }
  return places;
};

/** A title merged across the table, or an empty row of numbers, is no task. */
const cellsOf = (row: readonly string[], places: ReadonlyMap<LedgerColumn, number>): LedgerCells =>
  Object.fromEntries([...places].map(([name, place]) => [name, row[place] ?? '']));

const saysSomething = (cells: LedgerCells): boolean =>
  Object.entries(cells).some(([name, words]) => name !== '序号' && words !== '');

const rowsOf = ({ sheet, at }: { sheet: Sheet; at: number }): Omit<LedgerSheet, 'mark'> => {
  const head = sheet.cells[at] ?? [];
  const places = placesOf(head);
  const added = head.filter((text) => text !== '' && !isLedgerColumn(columnName(text)));
  const rows = sheet.cells
    .slice(at + 1)
    // A head printed again on each page is none of the rows.
    .filter((row) => !isHead(row))
    .map((row) => cellsOf(row, places))
    .filter(saysSomething);
  return { columns: [...places.keys()], added, rows };
};

/** The ledger in a workbook; undefined when nothing marks it as one. */
export const ledgerOf = (book: Workbook): LedgerReading | undefined => {
  const marked = book.sheets.find(({ name }) => name === MARK_SHEET);
  if (!marked) return undefined;
  const mark = readMark(marked.cells);
  if (typeof mark === 'string') return { ok: false, why: mark };
  const head = headOf(book.sheets.filter((sheet) => sheet !== marked));
  if (!head) return { ok: false, why: 'no-head' };
  const found = rowsOf(head);
  return found.rows.length > MOST_ROWS ? { ok: false, why: 'too-long' } : { ok: true, ledger: { mark, ...found } };
};
