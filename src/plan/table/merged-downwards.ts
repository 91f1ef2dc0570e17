import type { ColumnRole } from './columns.ts';
import { isOwnerRole } from './entry.ts';
import { isSectionRow, mainColumn } from './rows-of-table.ts';
import type { Row } from './table.ts';

type Columns = readonly (ColumnRole | undefined)[];

/** The rows of each section of a table, those that name it left out. */
const sectionsOf = (rows: readonly Row[], main: number): Row[][] => {
  const sections: Row[][] = [[]];
  for (const row of rows) {
    if (isSectionRow(row, main)) sections.push([]);
    else sections.at(-1)?.push(row);
  }
  return sections.filter((section) => section.length > 0);
};

const isFilled = (row: Row | undefined, column: number): boolean => (row?.cells[column] ?? '') !== '';

/** So few empty cells may be empty. */
const FEWEST_EMPTY = 3;
const FEWEST_ROWS = 6;
/**
 * Were the cells of a column merged? An empty one may as well say that nobody answers, so what goes on must be plain: the
 * first row of each section is filled, and there are several sections, or at least half of many rows are empty.
 */
const isMerged = (sections: readonly Row[][], column: number): boolean => {
  const rows = sections.flat();
  const empty = rows.filter((row) => !isFilled(row, column)).length;
  return (
    empty >= FEWEST_EMPTY &&
    sections.every(([first]) => isFilled(first, column)) &&
    (sections.length > 1 || (rows.length >= FEWEST_ROWS && empty * 2 >= rows.length))
  );
};

/** Cells under a merged one get its words, the time only beside owners that all go on: a row may have no last day. */
const fillSection = (rows: readonly Row[], merged: readonly number[], times: readonly number[]): void => {
  rows.forEach((row, at) => {
    const above = rows[at - 1];
    if (!above) return;
    const goesOn = merged.length > 0 && merged.every((column) => !isFilled(row, column));
    for (const column of goesOn ? [...merged, ...times] : merged)
      if (!isFilled(row, column)) row.cells[column] = above.cells[column] ?? '';
  });
};

/**
 * A sheet's cells merged downwards come as empty ones below the first when they are pasted as text. Who answers for a row
 * is filled in again, in place; the first of `rows` is the head. What stands alone in its row, as the name of a section
 * does, ends what was merged above it.
 */
export const fillMerged = (rows: readonly Row[], roles: Columns): void => {
  const body = rows.slice(1).filter((row) => row.cells.some((cell) => cell !== ''));
  const main = mainColumn(
    body.filter((row) => !isSectionRow(row, 1)),
    roles,
  );
  const sections = sectionsOf(body, main);
  const columnsOf = (wanted: (role: ColumnRole | undefined) => boolean): number[] =>
    roles.flatMap((role, i) => (wanted(role) ? [i] : []));
  const merged = columnsOf((role) => isOwnerRole(role) && role !== 'supportingUnits').filter((column) =>
    isMerged(sections, column),
  );
  const times = columnsOf((role) => role === 'deadline' || role === 'time');
  for (const section of sections) fillSection(section, merged, times);
};
