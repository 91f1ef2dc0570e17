import type { Block, Row } from '../../table/table.ts';
import { blocksOfSheet, linesOf } from './blocks-of-sheet.ts';
import { type Grid, gridOf, wordsOf } from './grid.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** A name no one gave: Sheet1, 工作表2. */
const UNNAMED = /^(?:sheet|工作表|表格?|table|book)[\s(（]*\d*[)）]*$/iu;

/** What is left out is named, as far as it takes to know it again. */
const LONGEST_HIDDEN = 20;

const hiddenRow = (words: readonly string[]): Row => ({ cells: [...words], hidden: true });

/** A hidden sheet, as one row: its name and what it begins with. */
const rowOfHiddenSheet = (sheet: Sheet): Row => {
  const { rows, hiddenRows } = gridOf(sheet);
  const words = [...rows, ...hiddenRows].flatMap(wordsOf);
  return hiddenRow([`隐藏的工作表「${sheet.name}」`, ...words.slice(0, LONGEST_HIDDEN)]);
};

const rowsHiddenIn = (grid: Grid): Row[] => [
  ...grid.hiddenRows.map((row) => hiddenRow(wordsOf(row))),
  ...grid.hiddenColumns.map((name) => hiddenRow([`隐藏的列「${name}」`])),
];

/** The sheets of a workbook one after the other, as lines and tables; what is hidden stands in tables of hidden rows. */
export const blocksOfWorkbook = (book: Workbook): Block[] => {
  const shown = book.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ name: sheet.name, grid: gridOf(sheet) }))
    .filter(({ grid }) => grid.rows.length > 0 || grid.hiddenRows.length > 0);
  const blocks: Block[] = [];
  for (const { name, grid } of shown) {
    if (shown.length > 1 && !UNNAMED.test(name)) blocks.push(...linesOf(name));
    blocks.push(...blocksOfSheet(grid.rows, book.from1904));
    const hidden = rowsHiddenIn(grid);
    if (hidden.length > 0) blocks.push({ kind: 'table', table: { rows: hidden } });
  }
  const hidden = book.sheets.filter((sheet) => sheet.hidden).map(rowOfHiddenSheet);
  return hidden.length > 0 ? [...blocks, { kind: 'table', table: { rows: hidden } }] : blocks;
};
