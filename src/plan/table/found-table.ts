import type { Row, Table } from './table.ts';

/** A table found in the lines of a text: the lines it took, from the first one on. */
export interface FoundTable {
  table: Table;
  lines: number;
  /** What stands behind the table's last cell on the line of it, as where a whole page lies on one line. */
  rest?: string;
}

/** A row, however long its cells, is cut over no more lines. */
export const MOST_LINES_OF_ROW = 60;

/** A cell without the space and the quotation marks a sheet puts around it. */
export const trimmedCell = (cell: string): string => {
  const bare = cell.trim();
  const quotes = bare.split('"').length - 1;
  // Quotation marks inside go in pairs; the sheet's stand at the ends, or at one when the cell is broken over lines.
  const ofSheet = quotes % 2 === 1 || (quotes === 2 && bare.startsWith('"') && bare.endsWith('"'));
  return ofSheet ? bare.replace(/^"|"$/gu, '').trim() : bare;
};

/** A row as pasted; text knows no hidden ones. */
export const rowOf = (cells: string[]): Row => ({ cells, hidden: false });

/** A row merged across the table: its words in the first place, the others empty. */
export const mergedRow = (words: string, columns: number): Row =>
  rowOf([words, ...Array<string>(columns - 1).fill('')]);
