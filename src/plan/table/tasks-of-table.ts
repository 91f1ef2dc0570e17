import { draftTask, type Given } from '../draft-task.ts';
import { isPerson, namesIn } from '../owners/names-in.ts';
import { ownershipOf } from '../owners/owners-in.ts';
import type { Ownership, Schedule, Skipped, TaskDraft } from '../plan-draft.ts';
import { shadowOf } from '../text/shadow.ts';
import { timeOf } from '../time/time-of.ts';
import { itemsOfCell, linesOfCell, stepsOfCell } from './cell-items.ts';
import { isChineseNumber } from './cell-kinds.ts';
import { type ColumnRole, rolesOfHead } from './columns.ts';
import type { Row, Table } from './table.ts';

/** How far down the head of a table may stand: titles and dates of issue come before it. */
const HEAD_WITHIN = 4;
const JOINT = ' | ';

type Roles = readonly (ColumnRole | undefined)[];

/** What one row says, column by column. */
interface Entry {
  cells: string[];
  roles: Roles;
  heads: string[];
}

const cellsOf = (entry: Entry, ...roles: (ColumnRole | undefined)[]): string[] =>
  entry.cells.filter((cell, i) => cell !== '' && roles.includes(entry.roles[i]));

const distinct = (cells: readonly string[]): string[] => [...new Set(cells.filter((cell) => cell !== ''))];

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
const isSectionRow = (row: Row, main: number): boolean => {
  if (isNumberedSection(row)) return true;
  const [words, ...others] = distinct(row.cells);
  if (words === undefined || others.length > 0 || row.cells.length < 2 || /^\d+$/u.test(words)) return false;
  const filled = row.cells.filter((cell) => cell !== '').length;
  if (filled === row.cells.length || SECTION_MARK.test(shadowOf(words))) return true;
  return row.cells[0] !== '' && main > 0;
};

const isEmpty = (row: Row): boolean => row.cells.every((cell) => cell === '');

/** Time as the column gives it. A number under 月份 is a month; a bare 6.30 is a day. */
const timeOfColumns = (entry: Entry, given: Given): Schedule | null => {
  for (const [i, cell] of entry.cells.entries()) {
    const role = entry.roles[i];
    if (cell === '' || (role !== 'time' && role !== 'deadline')) continue;
    const head = shadowOf(entry.heads[i] ?? '');
    const plain = cell
      .replace(/^(\d{1,2}|[一二三四五六七八九十]{1,2})$/u, head.includes('月') ? '$1月' : '$1')
      .replace(/(?<![\d.])(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])(?![\d.])/gu, '$1月$2日');
    const text = role === 'deadline' ? `完成时限:${plain}` : plain;
    const time = timeOf(text, shadowOf(text), given.year, given.scope);
    if (time.end !== null || time.start !== null || time.freq !== null) return { ...time, stated: cell };
  }
  return null;
};

const ownersOfColumns = (entry: Entry): Ownership | null => {
  const mentions = entry.cells.flatMap((cell, i) => {
    const role = entry.roles[i];
    const names = namesIn(cell);
    if (role === 'leaders' || role === 'units' || role === 'supportingUnits' || role === 'responsible')
      return [{ role, names }];
    if (role !== 'owner') return [];
    const people = names.filter(isPerson);
    return [
      { role: 'responsible' as const, names: people },
      { role: 'units' as const, names: names.filter((name) => !people.includes(name)) },
    ];
  });
  const owners = ownershipOf(mentions);
  return Object.values(owners).some((names) => names.length > 0) ? owners : null;
};

/**
 * The column of the items: the one with the most different cells, the first of equals, names of tasks before measures.
 * A column of tasks merged over several rows of measures names their section.
 */
const mainColumn = (rows: readonly Row[], roles: Roles): number => {
  const columns = (...wanted: ColumnRole[]): number[] =>
    roles.flatMap((role, i) => (role !== undefined && wanted.includes(role) ? [i] : []));
  const tasks = columns('task');
  const candidates = [...tasks, ...columns('detail')];
  const others = candidates.length > 0 ? candidates : columns('target', 'steps');
  const variety = (column: number): number => distinct(rows.map((row) => row.cells[column] ?? '')).length;
  return others.reduce((best, column) => (variety(column) > variety(best) ? column : best), others[0] ?? 0);
};

/** Cells left empty under a merged one take what stands above: always for sections, for the rest when the row has no head of its own. */
const filledDown = (rows: readonly Row[], roles: Roles, main: number): Row[] => {
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
    const cells = roles.map((role, i) => {
      const cell = row.cells[i] ?? '';
      if (cell !== '' || i === main) return cell;
      const inherits =
        role === 'section' ||
        (role === 'task' && i < main) ||
        (role === 'time' && i < main) ||
        (continues && role !== 'note' && role !== 'detail');
      return inherits ? (above[i] ?? '') : '';
    });
    above = cells;
    return { ...row, cells };
  });
};

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
    return steps.map((step) => draftTask(step, { ...under, section, scope }));
  }
  const items = itemsOfCell(named);
  if (items.length > 1)
    return items.map((item) => withTime(draftTask(item.text, { ...under, scope }, item), time, item.text));
  const around = entry.cells.filter((cell, i) => cell !== '' && i !== main && isTold(entry.roles[i], i, main));
  const lines = entry.roles[0] === 'time' && items.length === 0 ? linesOfCell(named) : [];
  if (lines.length > 0) return lines.map((line) => withTime(draftTask(line, { ...under, scope }), time, line));
  const text = distinct([named, ...around]).join(JOINT);
  const behind = entry.cells.filter((_, i) => entry.roles[i] === 'task' && i > main);
  const content = distinct([named, ...cellsOf(entry, 'detail', 'target', 'steps'), ...behind]).join('\n');
  const task = draftTask(content, under, { heading: named });
  return [withTime({ ...task, text }, time, named)];
};

const isTold = (role: ColumnRole | undefined, column: number, main: number): boolean =>
  role !== 'number' && role !== 'section' && !(role === 'task' && column < main);

/** The column's time, unless the words of the item state one within it. */
const withTime = (task: TaskDraft, time: Schedule | null, words: string): TaskDraft => {
  if (time === null) return task;
  const own = task.schedule;
  const stated = own.stated !== '' && words.includes(own.stated) && own.stated !== time.stated;
  const inside =
    stated &&
    own.end !== null &&
    time.start !== null &&
    time.end !== null &&
    own.end >= time.start &&
    own.end <= time.end;
  return inside ? task : { ...task, schedule: { ...time, freq: time.freq ?? own.freq } };
};

/** 索引号: | … | 成文日期: | … — a paper's particulars, label and value by turns. */
const isParticulars = (row: Row): boolean => {
  const filled = row.cells.filter((cell) => cell !== '');
  return filled.filter((cell) => /[:：]$/u.test(cell)).length * 2 >= filled.length;
};

/** Without a head the cells tell by themselves: names are owners, the rest is the item. */
const tasksWithoutHead = (rows: readonly Row[], given: Given): TaskDraft[] =>
  rows.map((row) => {
    const cells = distinct(row.cells).filter((cell) => !/^\d{1,3}$/u.test(cell));
    return draftTask(cells.join(JOINT), given);
  });

/** The tasks of a table: a row is one; a row with dated steps gives the steps (PRODUCT.md, "The plan command"). */
export const tasksOfTable = (table: Table, given: Given): { tasks: TaskDraft[]; skipped: Skipped[] } => {
  const skipped: Skipped[] = table.rows
    .filter((row) => row.hidden)
    .map((row) => ({ text: row.cells.join(' '), reason: 'hidden' }));
  const rows = table.rows.filter((row) => !row.hidden && !isEmpty(row));
  const at = rows.slice(0, HEAD_WITHIN).findIndex((row) => rolesOfHead(row.cells) !== undefined);
  const head = rows[at];
  const roles = head && rolesOfHead(head.cells);
  if (!head || !roles) {
    for (const row of rows.filter(isParticulars))
      skipped.push({ text: distinct(row.cells).join(' '), reason: 'boilerplate' });
    const others = rows.filter((row) => !isParticulars(row));
    return { tasks: tasksWithoutHead(others, given), skipped };
  }
  for (const row of rows.slice(0, at + 1)) skipped.push({ text: distinct(row.cells).join(' '), reason: 'heading' });
  const body = rows.slice(at + 1);
  const main = mainColumn(
    body.filter((row) => !isSectionRow(row, 1)),
    roles,
  );
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
        ...rowTasks({ cells: row.cells, roles, heads: head.cells }, main, {
          ...given,
          section: [...given.section, ...section],
        }),
      );
  }
  return { tasks, skipped };
};
