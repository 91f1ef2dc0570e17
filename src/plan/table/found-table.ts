import type { Row, Table } from './table.ts';

/** A table found in the lines of a text: the lines it took, from the first one on. */
export interface FoundTable {
  table: Table;
  lines: number;
}

/** A row, however long its cells, is cut over no more lines. */
export const MOST_LINES_OF_ROW = 60;

/** A cell without the space and the quotation marks a sheet puts around it. */
export const trimmedCell = (cell: string): string => cell.replace(/^[\s"]+|[\s"]+$/gu, '');

/** A row as pasted; text knows no hidden ones. */
export const rowOf = (cells: string[]): Row => ({ cells, hidden: false });
