import { draftTask, type Given } from '../draft-task.ts';
import type { TaskDraft } from '../plan-draft.ts';
import { itemsOfCell } from './cell-items.ts';
import { roleOfColumn } from './columns.ts';
import { type Entry, ownersOfColumns, timeOfColumns, withTime } from './entry.ts';
import type { Row } from './table.ts';

/**
 * A record written place by place: its own lines are its words, its labels say what each of them is. What it holds
 * several of, 内容:①…;②…, are tasks of their own with its time and owners.
 */
const tasksOfRecord = (written: string, entry: Entry, given: Given): TaskDraft[] => {
  const named = entry.cells.find((cell, i) => cell !== '' && entry.roles[i] === 'task') ?? written;
  const owners = ownersOfColumns(entry);
  const time = timeOfColumns(entry, given);
  const under = { ...given, owners: owners ?? given.owners };
  const items = entry.cells.flatMap((cell, i) => (entry.roles[i] === 'task' ? itemsOfCell(cell) : []));
  if (items.length > 0) return items.map(({ text, mark }) => withTime(draftTask(text, under, { mark }), time, text));
  const task = draftTask(written, under, { heading: named });
  return [
    {
      ...task,
      ...(owners ?? {}),
      schedule: time === null ? task.schedule : { ...time, freq: time.freq ?? task.schedule.freq },
    },
  ];
};

/** The tasks of records, under their labels as a head; undefined for any other table. */
export const tasksOfRecords = (rows: readonly Row[], given: Given): TaskDraft[] | undefined => {
  const [head, ...records] = rows;
  if (!head || records.length === 0) return undefined;
  const roles = head.cells.map(roleOfColumn);
  const tasks: TaskDraft[] = [];
  for (const { cells, written } of records) {
    if (written === undefined) return undefined;
    tasks.push(...tasksOfRecord(written, { cells, roles, heads: head.cells, spaced: false }, given));
  }
  return tasks;
};
