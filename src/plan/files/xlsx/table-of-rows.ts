import { rolesOfHead } from '../../table/columns.ts';
import type { Table } from '../../table/table.ts';
import { withStepsInOne } from '../../table/time-columns.ts';
import { dateText, dayOfSerial } from './date-text.ts';
import { type GridRow, wordsOf } from './grid.ts';

/** 2000-01-01 and 2100-01-01 as numbers of the 1900 system; 1904 is four years behind, which keeps within the same bounds. */
const FIRST_DAY = 36_526;
const LAST_DAY = 73_051;

/** A day whose cell lost its format shows as a bare number (46142); one written in a row as 20260430. */
const dayOfNumber = (cell: string, from1904: boolean): string => {
  if (/^\d{5}$/u.test(cell) && Number(cell) >= FIRST_DAY && Number(cell) < LAST_DAY)
    return dateText(dayOfSerial(Number(cell), from1904), '');
  const written = /^(20\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/u.exec(cell);
  return written ? `${written[1]}年${Number(written[2])}月${Number(written[3])}日` : cell;
};

/** Columns that say something; one that only goes on from a merged neighbour is the same column. */
const tellingColumns = (names: readonly string[], rows: readonly GridRow[]): number[] => {
  const told = rows.filter((row) => wordsOf(row).length > 1);
  return names.flatMap((name, column) => {
    const isCopy =
      column > 0 &&
      name === names[column - 1] &&
      told.every((row) => row[column] === '' || row[column] === row[column - 1]);
    const isEmpty = name === '' && told.every((row) => (row[column] ?? '') === '');
    return isCopy || isEmpty ? [] : [column];
  });
};

/** A row prepared for later: a number and nothing else. */
const isNumberOnly = (row: GridRow): boolean => wordsOf(row).every((cell) => /^\d{1,4}$/u.test(cell));

/** The table under a head: columns that say nothing left out, columns of times as steps, numbers of days as days. */
export const tableOfRows = (head: readonly string[], body: readonly GridRow[], from1904: boolean): Table => {
  const rows = body.filter((row) => !isNumberOnly(row));
  const columns = tellingColumns(head, rows);
  const pick = (row: readonly string[]): string[] => columns.map((column) => row[column] ?? '');
  const steps = withStepsInOne(pick(head), rows.map(pick));
  const roles = rolesOfHead(steps.names) ?? [];
  const cellsOf = (row: readonly string[]): string[] =>
    row.map((cell, column) =>
      roles[column] === 'deadline' || roles[column] === 'time' ? dayOfNumber(cell, from1904) : cell,
    );
  return { rows: [steps.names, ...steps.rows.map(cellsOf)].map((cells) => ({ cells, hidden: false })) };
};
