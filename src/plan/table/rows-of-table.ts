import { shadowOf } from '../text/shadow.ts';
import { isChineseNumber } from './cell-kinds.ts';
import { type ColumnRole, rolesOfHead } from './columns.ts';
import { distinct, type Roles } from './entry.ts';
import type { Row } from './table.ts';
import { withoutTimeNames, withStepsInOne } from './time-columns.ts';

/** How far down the head of a table may stand: titles and dates of issue come before it. */
export const HEAD_WITHIN = 4;
const SECTION_MARK =
  /^(?:[一二三四五六七八九十]{1,3}[、.]|\([一二三四五六七八九十]{1,3}\)|第[一二三四五六七八九十\d]{1,3}(?:部分|章|类))/u;

/** 一 | 党建工作 | | | — a section with its number in the first column; the rows under it count in digits. */
const isNumberedSection = (row: Row): boolean => {
  const [number, words, ...others] = row.cells;
  return (
    isChineseNumber(number ?? '') &&
    words !== undefined &&
    words !== '' &&
    others.length > 0 &&
    others.every((cell) => cell === '' || cell === words)
  );
};

/** A row merged across the table names what comes under it; so does one of which only the first cell is filled. */
export const isSectionRow = (row: Row, main: number): boolean => {
  if (isNumberedSection(row)) return true;
  const [words, ...others] = distinct(row.cells);
  if (words === undefined || others.length > 0 || row.cells.length < 2 || /^\d+$/u.test(words)) return false;
  const filled = row.cells.filter((cell) => cell !== '').length;
  if (filled === row.cells.length || SECTION_MARK.test(shadowOf(words))) return true;
  return row.cells[0] !== '' && main > 0;
};

export const isEmpty = (row: Row): boolean => row.cells.every((cell) => cell === '');

/**
 * The column of the items: the one with the most different cells, the first of equals, names of tasks before measures.
 * A column of tasks merged over several rows of measures names their section.
 */
export const mainColumn = (rows: readonly Row[], roles: Roles): number => {
  const columns = (...wanted: ColumnRole[]): number[] =>
    roles.flatMap((role, i) => (role !== undefined && wanted.includes(role) ? [i] : []));
  const tasks = columns('task');
  const candidates = [...tasks, ...columns('detail')];
  const others = candidates.length > 0 ? candidates : columns('target', 'steps');
  const variety = (column: number): number => distinct(rows.map((row) => row.cells[column] ?? '')).length;
  return others.reduce((best, column) => (variety(column) > variety(best) ? column : best), others[0] ?? 0);
};

/** Cells left empty under a merged one take what stands above: always for sections, for the rest when the row has no head of its own. */
export const filledDown = (rows: readonly Row[], roles: Roles, main: number): Row[] => {
  let above: string[] = [];
  return rows.map((row) => {
    if (isSectionRow(row, main)) {
      above = [];
      return row;
    }
    const leads = roles.findIndex(
      (role, i) => i !== main && (role === 'number' || role === 'section' || role === 'task'),
    );
    const continues = leads >= 0 && (row.cells[leads] ?? '') === '' && (row.cells[main] ?? '') !== '';
    // Who answers for this row is said: that nobody helps is said with it.
    const named = roles.some((role, i) => role === 'units' && (row.cells[i] ?? '') !== '');
    const cells = roles.map((role, i) => {
      const cell = row.cells[i] ?? '';
      if (cell !== '' || i === main) return cell;
      const inherits =
        role === 'section' ||
        (role === 'task' && i < main) ||
        ((role === 'time' || role === 'units') && i < main) ||
        (continues &&
          role !== 'note' &&
          role !== 'detail' &&
          role !== 'target' &&
          !(role === 'supportingUnits' && named));
      return inherits ? (above[i] ?? '') : '';
    });
    above = cells;
    return { ...row, cells };
  });
};

/** A table with a column for each month or quarter, these put together into one of dated steps. */
export const withTimesInOne = (rows: readonly Row[]): readonly Row[] => {
  const at = rows
    .slice(0, HEAD_WITHIN)
    .findIndex(({ cells }) => rolesOfHead(cells) === undefined && rolesOfHead(withoutTimeNames(cells)) !== undefined);
  const head = rows[at];
  if (!head) return rows;
  const joined = withStepsInOne(
    head.cells,
    rows.slice(at + 1).map((row) => row.cells),
  );
  return [
    ...rows.slice(0, at),
    { ...head, cells: joined.names },
    ...joined.rows.map((cells) => ({ cells, hidden: false })),
  ];
};
