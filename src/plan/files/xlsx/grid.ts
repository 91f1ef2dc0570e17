import type { Area, Sheet } from './workbook.ts';

/** A row of a sheet that holds something. A merged cell's words stand in every place it covers. */
export type GridRow = string[];

/** What a sheet shows, without empty rows, and what it hides. */
export interface Grid {
  rows: GridRow[];
  hiddenRows: GridRow[];
  /** The first words of each hidden column that holds any. */
  hiddenColumns: string[];
}

const placesOf = (merge: Area): number => (merge.bottom - merge.top + 1) * (merge.right - merge.left + 1);

/** In a sound file no merge lies over another, so that all of them cover no more places than there are. */
const filled = (sheet: Sheet): GridRow[] => {
  const width = sheet.cells.reduce((widest, row) => Math.max(widest, row.length), 0);
  const cells = sheet.cells.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
  let places = cells.length * width;
  for (const merge of sheet.merges) {
    const bottom = Math.min(merge.bottom, cells.length - 1);
    const right = Math.min(merge.right, width - 1);
    const words = cells[merge.top]?.[merge.left] ?? '';
    if (words === '' || bottom < merge.top || right < merge.left) continue;
    places -= placesOf({ ...merge, bottom, right });
    if (places < 0) break;
    for (let row = merge.top; row <= bottom; row++) cells[row]?.fill(words, merge.left, right + 1);
  }
  return cells;
};

/** A sheet's rows with its merged cells filled and its hidden columns taken out. */
export const gridOf = (sheet: Sheet): Grid => {
  const rows: GridRow[] = [];
  const hiddenRows: GridRow[] = [];
  for (const [at, whole] of filled(sheet).entries()) {
    const row = whole.filter((_, column) => !sheet.hiddenColumns.has(column));
    if (row.some((cell) => cell !== '')) (sheet.hiddenRows.has(at) ? hiddenRows : rows).push(row);
  }
  const firstOf = (column: number): string => sheet.cells.find((row) => (row[column] ?? '') !== '')?.[column] ?? '';
  return { rows, hiddenRows, hiddenColumns: [...sheet.hiddenColumns].map(firstOf).filter((words) => words !== '') };
};

/** The different words of a row, in order. */
export const wordsOf = (row: GridRow): string[] => [...new Set(row.filter((cell) => cell !== ''))];
