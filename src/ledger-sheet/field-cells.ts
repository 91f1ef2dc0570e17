import type { LedgerColumn } from '../plan/ledger/ledger-columns.ts';
import { namesIn } from '../plan/owners/names-in.ts';
import type { TaskDraft } from '../plan/plan-draft.ts';
import type { Task } from '../workspace/task.ts';
import { readDay, readTimeCell } from './day-cell.ts';
import { readTargetsCell } from './target-cell.ts';
import { readWork } from './work-cell.ts';

/** What an edited cell makes of the task's fields, or why it is not taken. */
export type FieldRead = { ok: true; after: Partial<TaskDraft> } | { ok: false; why: string };

type Reader = (cell: string, then: Task, year: number) => FieldRead;

const taken = (after: Partial<TaskDraft>): FieldRead => ({ ok: true, after });
const refused = (why: string): FieldRead => ({ ok: false, why });

const namesOf =
  (field: 'leaders' | 'units' | 'supportingUnits' | 'owners'): Reader =>
  (cell) =>
    taken({ [field]: namesIn(cell) });

const readTargets: Reader = (cell) => {
  const targets = readTargetsCell(cell);
  return targets ? taken({ targets }) : refused('没看懂,一行写一个,如“会员 新增500人”');
};

const NO_TIME = { start: null, end: null, freq: null, stated: '' };

/** 完成时限 of a task that was never extended. A day alone moves the end; the beginning stays while it is not later. */
const readTime: Reader = (cell, { schedule }, year) => {
  if (cell === '') return taken({ schedule: NO_TIME });
  const end = readDay(cell, year);
  if (end !== undefined && schedule.freq !== null) {
    return refused(`是周期任务,一个日期说不清是哪一期。要改周期请写“每月”“每季度”,要延一期请发“延期”`);
  }
  if (end !== undefined) {
    const start = schedule.start !== null && schedule.start <= end ? schedule.start : null;
    return taken({ schedule: { start, end, freq: null, stated: cell } });
  }
  const time = readTimeCell(cell, year);
  return time ? taken({ schedule: time }) : refused('没看懂,请写日期(如 2026-6-30)或“6月底前”“每季度”');
};

const readWorkCell: Reader = (cell, then) => (cell === '' ? refused('工作任务不能为空') : taken(readWork(cell, then)));

/** Columns that are fields of the task. */
export const FIELD_READERS: ReadonlyMap<LedgerColumn, Reader> = new Map<LedgerColumn, Reader>([
  ['工作任务', readWorkCell],
  ['量化目标', readTargets],
  ['责任领导', namesOf('leaders')],
  ['责任单位', namesOf('units')],
  ['配合单位', namesOf('supportingUnits')],
  ['责任人', namesOf('owners')],
  ['完成时限', readTime],
]);
