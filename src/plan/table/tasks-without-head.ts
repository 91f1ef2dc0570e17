import { draftTask, type Given } from '../draft-task.ts';
import type { TaskDraft } from '../plan-draft.ts';
import { isTimeCell } from './cell-kinds.ts';
import { roleOfColumn } from './columns.ts';
import { distinct, type Entry, isOwnerRole, ownersOfColumns, timeOfColumns, withTime } from './entry.ts';
import type { Row } from './table.ts';

/** What stands between the cells of a row in a task's text. */
export const JOINT = ' | ';

/** 索引号: | … | 成文日期: | … — a paper's particulars, label and value by turns. */
export const isParticulars = (row: Row): boolean => {
  const filled = row.cells.filter((cell) => cell !== '');
  return filled.filter((cell) => /[:：]$/u.test(cell)).length * 2 >= filled.length;
};

/** Without a head the cells tell by themselves: names are owners, the rest is the item. */
export const tasksWithoutHead = (rows: readonly Row[], given: Given): TaskDraft[] =>
  rows.map((row) => {
    const cells = distinct(row.cells).filter((cell) => !/^\d{1,3}$/u.test(cell));
    return draftTask(cells.join(JOINT), given);
  });

/**
 * Without a known head: when the first column gives the month of every row and the first row names what else there is
 * (月份 | 主题党日 | 学习教育), every cell is a task of its month.
 */
export const tasksByMonth = (rows: readonly Row[], given: Given): TaskDraft[] | undefined => {
  const [head, ...body] = rows;
  if (!head || body.length < 2 || roleOfColumn(head.cells[0] ?? '') !== 'time') return undefined;
  if (!body.every((row) => isTimeCell(row.cells[0] ?? ''))) return undefined;
  const roles = head.cells.map((cell) => (isOwnerRole(roleOfColumn(cell)) ? roleOfColumn(cell) : undefined));
  return body.flatMap(({ cells }) => {
    const entry: Entry = { cells, roles: ['time', ...roles.slice(1)], heads: head.cells, spaced: false };
    const time = timeOfColumns(entry, given);
    const owners = ownersOfColumns(entry) ?? given.owners;
    const scope = time ? { start: time.start, end: time.end, stated: time.stated } : given.scope;
    return cells.flatMap((cell, i) =>
      i === 0 || cell === '' || roles[i] !== undefined
        ? []
        : [
            withTime(
              draftTask(cell, { ...given, section: [...given.section, head.cells[i] ?? ''], owners, scope }),
              time,
              cell,
            ),
          ],
    );
  });
};
