import { draftTask, type Given } from '../draft-task.ts';
import { deedsOfMonthLine, underMonth } from '../month-line.ts';
import { marksIn } from '../outline/marks-in.ts';
import type { Schedule, Skipped, TaskDraft } from '../plan-draft.ts';
import { shadowOf } from '../text/shadow.ts';
import { clausesOfCell, isSpacedOut, itemsOfCell, linesOfCell, spacedItemsOf, stepsOfCell } from './cell-items.ts';
import { type ColumnRole, rolesOfHead } from './columns.ts';
import { cellsOf, distinct, type Entry, ownersOfColumns, timeOfColumns, withTime } from './entry.ts';
import { tasksOfRecords } from './record-tasks.ts';
import { filledDown, HEAD_WITHIN, isEmpty, isSectionRow, mainColumn, withTimesInOne } from './rows-of-table.ts';
import type { Table } from './table.ts';
import { isParticulars, JOINT, tasksByMonth, tasksWithoutHead } from './tasks-without-head.ts';

const rowTasks = (entry: Entry, main: number, given: Given): TaskDraft[] => {
  const sections = distinct(
    entry.cells.filter((_, i) => entry.roles[i] === 'section' || (entry.roles[i] === 'task' && i < main)),
  );
  const under: Given = {
    ...given,
    section: [...given.section, ...sections],
    owners: ownersOfColumns(entry) ?? given.owners,
  };
  const time = timeOfColumns(entry, given);
  const named = entry.cells[main] ?? '';
  const steps = cellsOf(entry, 'steps', 'task', 'detail', 'deadline', 'time').flatMap(stepsOfCell);
  const scope = time ? { start: time.start, end: time.end, stated: time.stated } : given.scope;
  if (steps.length > 1) {
    const section = entry.roles[main] === 'steps' ? under.section : [...under.section, named];
    return steps.flatMap((step) => tasksOfStep(step, { ...under, section, scope }));
  }
  const items = itemsOfCell(named);
  if (items.length > 0)
    return items.map(({ text, mark, section }) => {
      const when = timeOfSection(section, { ...under, scope }, time);
      const given = { ...under, section: [...under.section, ...section], scope: when ?? scope };
      return withTime(draftTask(text, given, { mark }), when, text);
    });
  const around = entry.cells.filter((cell, i) => cell !== '' && i !== main && isTold(entry.roles[i], i, main));
  const lines = entry.roles[0] === 'time' ? activitiesOf(named, entry.spaced) : [];
  if (lines.length > 0) return lines.map((line) => withTime(draftTask(line, { ...under, scope }), time, line));
  const text = distinct([named, ...around]).join(JOINT);
  const behind = entry.cells.filter((_, i) => entry.roles[i] === 'task' && i > main);
  const content = distinct([named, ...cellsOf(entry, 'detail', 'target', 'steps'), ...behind]).join('\n');
  const task = draftTask(content, { ...under, scope }, { heading: withoutMark(named) });
  return [withTime({ ...task, text }, time, named)];
};

/** `4月:召开座谈会;举办书画展。` — a step of several deeds gives each of them its month. */
const tasksOfStep = (step: string, given: Given): TaskDraft[] => {
  const deeds = deedsOfMonthLine(step, given);
  return deeds.length === 0 ? [draftTask(step, given)] : deeds.map((deed) => draftTask(deed, underMonth(step, given)));
};

/** What a month's cell holds, one on a line, with spaces or with semicolons between. */
const activitiesOf = (cell: string, spaced: boolean): string[] => {
  const lines = linesOfCell(cell);
  if (lines.length > 0) return lines;
  return spaced ? spacedItemsOf(cell) : clausesOfCell(cell);
};

/** The time of the item of a cell that others stand under, else that of the row. */
const timeOfSection = (section: readonly string[], given: Given, time: Schedule | null): Schedule | null => {
  const lead = section.at(-1);
  return lead === undefined ? time : withTime(draftTask(lead, given), time, lead).schedule;
};

/** A cell's words without the number of the only item in it. */
const withoutMark = (cell: string): string => {
  const [mark] = marksIn(shadowOf(cell));
  const words = mark?.from === 0 ? cell.slice(mark.to).trim() : cell;
  return words === '' ? cell : words;
};

const isTold = (role: ColumnRole | undefined, column: number, main: number): boolean =>
  role !== 'number' && role !== 'section' && !(role === 'task' && column < main);

/** The tasks of a table: a row is one; a row with dated steps gives the steps (PRODUCT.md, "The plan command"). */
export const tasksOfTable = (table: Table, given: Given): { tasks: TaskDraft[]; skipped: Skipped[] } => {
  const skipped: Skipped[] = table.rows
    .filter((row) => row.hidden)
    .map((row) => ({ text: row.cells.join(' '), reason: 'hidden' }));
  const shown = table.rows.filter((row) => !row.hidden && !isEmpty(row));
  const records = tasksOfRecords(shown, given);
  if (records) return { tasks: records, skipped };
  const rows = withTimesInOne(shown);
  const at = rows.slice(0, HEAD_WITHIN).findIndex((row) => rolesOfHead(row.cells) !== undefined);
  const head = rows[at];
  const roles = head && rolesOfHead(head.cells);
  if (!head || !roles) {
    for (const row of rows.filter(isParticulars))
      skipped.push({ text: distinct(row.cells).join(' '), reason: 'boilerplate' });
    const others = rows.filter((row) => !isParticulars(row));
    const byMonth = tasksByMonth(others, given);
    if (byMonth) skipped.push({ text: distinct(others[0]?.cells ?? []).join(' '), reason: 'heading' });
    return { tasks: byMonth ?? tasksWithoutHead(others, given), skipped };
  }
  for (const row of rows.slice(0, at + 1)) skipped.push({ text: distinct(row.cells).join(' '), reason: 'heading' });
  const body = rows.slice(at + 1);
  const main = mainColumn(
    body.filter((row) => !isSectionRow(row, 1)),
    roles,
  );
  const spaced = isSpacedOut(body.map(({ cells }) => cells[main] ?? ''));
  const tasks: TaskDraft[] = [];
  let section: string[] = [];
  for (const row of filledDown(body, roles, main)) {
    const text = distinct(row.cells).join(' ');
    if (isSectionRow(row, main)) section = [text];
    else if (
      (row.cells[main] ?? '') === '' ||
      rolesOfHead(row.cells) !== undefined ||
      /^(?:合计|总计|小计)/u.test(text)
    )
      skipped.push({ text, reason: 'heading' });
    else
      tasks.push(
        ...rowTasks({ cells: row.cells, roles, heads: head.cells, spaced }, main, {
          ...given,
          section: [...given.section, ...section],
        }),
      );
  }
  return { tasks, skipped };
};
