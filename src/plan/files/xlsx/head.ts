import { type ColumnRole, roleOfColumn, rolesOfHead } from '../../table/columns.ts';
import { withoutTimeNames } from '../../table/time-columns.ts';
import type { GridRow } from './grid.ts';

/** The head of a table: its columns' names, and how many rows of the sheet it takes. */
export interface Head {
  names: string[];
  rows: 1 | 2;
}

/** Longer words are no name of a column, in either row. */
const LONGEST_NAME = 16;

const isNamed = (role: ColumnRole | undefined): boolean => role !== undefined && role !== 'note';

/** 责任分工 over 责任领导 and 责任单位: the lower row names the columns wherever it has names. */
const joinedNames = (upper: GridRow, lower: GridRow): string[] =>
  upper.map((above, i) => {
    const below = lower[i] ?? '';
    if (below === '') return above;
    return isNamed(roleOfColumn(above)) && !isNamed(roleOfColumn(below)) && withoutTimeNames([below]).length > 0
      ? above
      : below;
  });

/**
 * A second row of names: short words under one name that spans columns, beside names that go on down. A single name above
 * all of them is the title of the sheet.
 */
const isSecondRow = (upper: GridRow, lower: GridRow): boolean => {
  if (new Set(upper.filter((name) => name !== '')).size < 2) return false;
  let under = 0;
  for (const [i, above] of upper.entries()) {
    const below = lower[i] ?? '';
    if (below.length > LONGEST_NAME || /^\d+$/u.test(below)) return false;
    if (below === '' || below === above) continue;
    const spans = above !== '' && (upper[i + 1] === above || upper[i - 1] === above);
    if (!spans && above !== '') return false;
    under++;
  }
  return under > 1;
};

const isHead = (names: readonly string[]): boolean => rolesOfHead(withoutTimeNames(names)) !== undefined;

/** The head that begins at a row, if one does. Its names tell, in whatever order they stand. */
export const headAt = (rows: readonly GridRow[], at: number): Head | undefined => {
  const upper = rows[at];
  // Most rows of a sheet are tasks: they are told by a long cell, without asking any pattern.
  if (!upper || upper.some((cell) => cell.length > 40)) return undefined;
  const lower = rows[at + 1];
  if (lower && isSecondRow(upper, lower)) {
    const names = joinedNames(upper, lower);
    if (isHead(names)) return { names, rows: 2 };
  }
  return isHead(upper) ? { names: [...upper], rows: 1 } : undefined;
};
