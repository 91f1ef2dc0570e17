import { type IsoDate, yearOf } from '../calendar/date.ts';
import type { LedgerColumn } from '../plan/ledger/ledger-columns.ts';
import type { LedgerCells } from '../plan/ledger/read-ledger.ts';
import type { TaskDraft } from '../plan/plan-draft.ts';
import { deadlineOf } from '../workspace/deadline.ts';
import type { Deed, LedgerChange } from '../workspace/importing/ledger/ledger-draft.ts';
import type { Task } from '../workspace/task.ts';
import { isCut, isSameCell, type LedgerCell } from './cell.ts';
import { readDay } from './day-cell.ts';
import { FIELD_READERS } from './field-cells.ts';
import type { LedgerRow } from './ledger-row.ts';
import type { LeftOut } from './left-out.ts';
import {
  asRemark,
  hasLostLines,
  newLines,
  REMARK_COLUMNS,
  type RemarkColumn,
  readProgressLine,
} from './progress-cell.ts';

/** What a row is read by. `today` is the day it comes back. */
export interface RowReading {
  /** The row as it was handed out. */
  was: LedgerRow;
  came: LedgerCells;
  leftOut: LeftOut;
  year: number;
  today: IsoDate;
}

/** Columns the bot fills in. A changed one is named, not taken; 序号 is anybody's. */
const OWN_COLUMNS: ReadonlyMap<LedgerColumn, string> = new Map<LedgerColumn, string>([
  ['板块', '板块不能在台账里改'],
  ['原定时限', '由机器人填写,要改时限请改“完成时限”'],
  ['延期次数', '由机器人填写'],
  ['完成率', '由机器人按上报和进展计算'],
  ['状态灯', '由机器人按时限和办结计算,要办结请填“办结日期”'],
  ['销号日期', '销号请在群里发“销号”'],
]);

const wordsOf = (cell: LedgerCell): string => (typeof cell === 'string' ? cell : '');

const changedColumns = ({ was, came, year }: RowReading): [LedgerColumn, string][] =>
  (Object.entries(came) as [LedgerColumn, string][]).filter(
    ([column, words]) => !isSameCell(column, was.cells[column], words, year),
  );

/** The end of an extended task is that of its extension: a later one extends it again, an earlier one is no extension. */
const moveOf = ({ was: { task }, came, leftOut, year }: RowReading): Deed[] => {
  const words = came.完成时限 ?? '';
  const [from, to] = [deadlineOf(task), readDay(words, year)];
  if (to !== undefined && to > from) return [{ kind: 'extend', from, to }];
  leftOut.cell(task.number, '完成时限', words, '已延过期,只能再往后延。要提前请在群里改');
  return [];
};

const fieldsOf = (reading: RowReading, changed: [LedgerColumn, string][]): Pick<LedgerChange, 'before' | 'after'> => {
  const { task } = reading.was;
  const after: Partial<TaskDraft> = {};
  for (const [column, words] of changed) {
    const reader = FIELD_READERS.get(column);
    if (!reader) continue;
    const isWhole = !isCut(reading.was.cells[column]);
    const read = isWhole ? reader(words, task, reading.year) : ({ ok: false, why: '太长,台账里没有写全' } as const);
    if (read.ok) Object.assign(after, read.after);
    else reading.leftOut.cell(task.number, column, words, read.why);
  }
  const before = Object.fromEntries(
    (Object.keys(after) as (keyof TaskDraft)[]).map((field) => [field, bareField(task, field)]),
  );
  return { before, after };
};

/** Targets without the ids they have in the task. */
const bareField = (task: Task, field: keyof TaskDraft): unknown =>
  field === 'targets'
    ? task.targets.map(({ name, value, unit, op, kind }) => ({ name, value, unit, op, kind }))
    : task[field];

const isRemarkColumn = (column: LedgerColumn): column is RemarkColumn => REMARK_COLUMNS.some((each) => each === column);

/** New lines of 进展情况 and of the columns that are said as progress. */
const progressOf = ({ was, leftOut }: RowReading, changed: [LedgerColumn, string][]): Deed[] =>
  changed.flatMap(([column, words]) => {
    if (column !== '进展情况' && !isRemarkColumn(column)) return [];
    const before = wordsOf(was.cells[column]);
    if (hasLostLines(before, words)) {
      leftOut.cell(was.task.number, column, words, '原有的内容不删,只记新写的');
    }
    return newLines(before, words).map((line): Deed => {
      if (isRemarkColumn(column)) return { kind: 'progress', text: asRemark(column, line), percent: null };
      return { kind: 'progress', ...readProgressLine(line) };
    });
  });

const closingOfRow = ({ was, came, leftOut, year, today }: RowReading): Deed[] => {
  const { task, period, cells } = was;
  const words = came.办结日期 ?? '';
  const leave = (why: string): Deed[] => {
    leftOut.cell(task.number, '办结日期', words, why);
    return [];
  };
  if (cells.办结日期 !== null) {
    return leave(words === '' ? `要重开请发“重开 ${task.number}”` : '已经办结,日期不改');
  }
  const on = readDay(words, year);
  if (on === undefined) return leave('没看懂,请写办结的日期,如 2026-6-30');
  if (on > today) return leave('这一天还没到,没有办结');
  if (yearOf(on) < task.year - 1) return leave('早于计划年度,没有办结');
  if (task.schedule.freq !== null && period === null) return leave('现在没有要办的一期');
  return [{ kind: 'close', period, on }];
};

const nameOwnColumns = ({ was, leftOut }: RowReading, changed: [LedgerColumn, string][]): void => {
  for (const [column, words] of changed) {
    const why = OWN_COLUMNS.get(column);
    if (why !== undefined) leftOut.cell(was.task.number, column, words, why);
  }
};

/** Why nothing in a row is taken; empty when it is. What was carried on goes on in the ledger of its new year. */
const sayClosedBook = (task: Task, carriedTo: number | null): string => {
  if (carriedTo !== null) return `这项已结转至${carriedTo}年,请在${carriedTo}年的台账里改`;
  return task.cancelled === null ? '' : '这项已取消';
};

/** What was changed in the row of a task; undefined when nothing was that can be taken. */
export const rowChange = (reading: RowReading): LedgerChange | undefined => {
  const { task, carriedTo } = reading.was;
  const changed = changedColumns(reading).filter(([column]) => column !== '序号' && column !== '任务编号');
  if (changed.length === 0) return undefined;
  const settled = sayClosedBook(task, carriedTo);
  if (settled !== '') {
    for (const [column, words] of changed) reading.leftOut.cell(task.number, column, words, settled);
    return undefined;
  }
  nameOwnColumns(reading, changed);
  const isExtended = task.extensions.some(({ period }) => period === null);
  const has = (column: LedgerColumn): boolean => changed.some(([each]) => each === column);
  const fields = fieldsOf(
    reading,
    changed.filter(([column]) => !(column === '完成时限' && isExtended)),
  );
  const deeds = [
    ...(isExtended && has('完成时限') ? moveOf(reading) : []),
    ...progressOf(reading, changed),
    ...(has('办结日期') ? closingOfRow(reading) : []),
  ];
  if (Object.keys(fields.after).length + deeds.length === 0) return undefined;
  return { number: task.number, ...fields, deeds };
};
