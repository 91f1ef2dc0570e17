import type { Row } from '../../table/table.ts';

/** A cell as the file has it, before merged ones are spread. */
export interface GridCell {
  text: string;
  /** Columns it covers. */
  columns: number;
  /** It belongs to the cell above. */
  goesOnDown: boolean;
  /** It belongs to the cell before (an old form of merging). */
  goesOnAcross: boolean;
}

/** A row as the file has it, with the columns left free before its first cell. */
export interface GridRow {
  before: number;
  cells: GridCell[];
}

/** Word has 63 columns at most. */
const MOST_COLUMNS = 64;

const spread = ({ before, cells }: GridRow, above: readonly string[]): string[] => {
  const row: string[] = Array<string>(Math.min(before, MOST_COLUMNS)).fill('');
  for (const cell of cells) {
    const room = Math.min(cell.columns, MOST_COLUMNS - row.length);
    for (let i = 0; i < room; i++) {
      const merged = cell.goesOnDown ? above[row.length] : cell.goesOnAcross ? row.at(-1) : cell.text;
      row.push(merged ?? '');
    }
  }
  return row;
};

/** Rows of equal length in which a merged cell fills every place it covers. */
export const rowsOfGrid = (grid: readonly GridRow[]): Row[] => {
  const rows: string[][] = [];
  for (const row of grid) rows.push(spread(row, rows.at(-1) ?? []));
  const columns = Math.max(0, ...rows.map((cells) => cells.length));
  return rows.map((cells) => ({
    cells: [...cells, ...Array<string>(columns - cells.length).fill('')],
    hidden: false,
  }));
};
