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
/**
 * Were the cells of a column merged? An empty one may as well say that nobody answers, so what goes on must be plain: the
 * first row of each of several sections is filled, and not few of those below are empty.
 */
const isMerged = (sections: readonly Row[][], column: number): boolean =>
  sections.length > 1 &&
  sections.every(([first]) => isFilled(first, column)) &&
  sections.flat().filter((row) => !isFilled(row, column)).length >= FEWEST_EMPTY;

/** Cells under a merged one get its words. A row without a last day may have none: that is never filled. */
const fillSection = (rows: readonly Row[], merged: readonly number[]): void => {
  rows.forEach((row, at) => {
    for (const column of merged)
      if (at > 0 && !isFilled(row, column)) row.cells[column] = rows[at - 1]?.cells[column] ?? '';
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
  for (const section of sections) fillSection(section, merged);
};
