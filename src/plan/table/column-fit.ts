import { kindOfCell } from './cell-kinds.ts';
import type { ColumnRole } from './columns.ts';

/** Columns whose cells are told by their form. */
const TYPED: ReadonlySet<string> = new Set([
  'time',
  'deadline',
  'leaders',
  'units',
  'supportingUnits',
  'responsible',
  'owner',
]);
export const isTyped = (role: ColumnRole | undefined): boolean => role !== undefined && TYPED.has(role);

/** Does a cell stand under a column of times or names as it must? */
export const fits = (cell: string, role: ColumnRole | undefined): boolean => {
  if (!isTyped(role)) return true;
  return kindOfCell(cell) === (role === 'time' || role === 'deadline' ? 'time' : 'names');
};
