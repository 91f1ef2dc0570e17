import { isTitle } from '../../outline/titles.ts';
import type { Block, Row } from '../../table/table.ts';
import { lineOf } from '../../text/line.ts';
import { blocksOfSheet } from './blocks-of-sheet.ts';
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

/** A sheet's name is a heading above all others, unless a title under it says it better. */
const withName = (name: string, blocks: Block[]): Block[] => {
  const [first] = blocks;
  if (first?.kind === 'line' && isTitle(first.line)) return blocks;
  return [{ kind: 'line', line: lineOf(name.replaceAll('\n', ' '), 1, true) }, ...blocks];
};

/**
 * The sheets of a workbook one after the other, as lines and tables. What is hidden stands in a table of hidden rows in
 * front, where no heading comes before it.
 */
export const blocksOfWorkbook = (book: Workbook): Block[] => {
  const shown = book.sheets
    .filter((sheet) => !sheet.hidden)
    .map((sheet) => ({ name: sheet.name, grid: gridOf(sheet) }))
    .filter(({ grid }) => grid.rows.length > 0 || grid.hiddenRows.length > 0);
  const hidden = [
    ...shown.flatMap(({ grid }) => rowsHiddenIn(grid)),
    ...book.sheets.filter((sheet) => sheet.hidden).map(rowOfHiddenSheet),
  ];
  // Once one sheet is named all are, or what follows would stand under a name that is not its own.
  const named = shown.length > 1 && shown.some(({ name }) => !UNNAMED.test(name));
  const blocks = shown.flatMap(({ name, grid }, at): Block[] => {
    const own = blocksOfSheet(grid.rows, book.from1904);
    return named ? withName(UNNAMED.test(name) ? `工作表${at + 1}` : name, own) : own;
  });
  return hidden.length > 0 ? [{ kind: 'table', table: { rows: hidden } }, ...blocks] : blocks;
};
