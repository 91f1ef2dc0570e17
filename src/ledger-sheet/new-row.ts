import { draftTask } from '../plan/draft-task.ts';
import type { LedgerCells } from '../plan/ledger/read-ledger.ts';
import { namesIn } from '../plan/owners/names-in.ts';
import type { Schedule, TaskDraft } from '../plan/plan-draft.ts';
import { readDay, readTimeCell } from './day-cell.ts';
import { readTargetsCell } from './target-cell.ts';

/** A day in 完成时限 is an end, as in any table of a plan (PRODUCT.md, "The plan command"). */
const timeOf = (cell: string, year: number): Schedule | undefined => {
  const end = readDay(cell, year);
  return end === undefined ? readTimeCell(cell, year) : { start: null, end, freq: null, stated: cell };
};

/** A row without a number as a task: what its columns say, and where they say nothing its own words. */
export const newRow = (came: LedgerCells, year: number): TaskDraft => {
  const { 工作任务: work = '', 板块: section = '', 完成时限: time = '', 量化目标: targets = '' } = came;
  const draft = draftTask(work, { section: section === '' ? [] : [section], scope: null, owners: null, year });
  const named = (cell: string | undefined, read: string[]): string[] => (cell ? namesIn(cell) : read);
  return {
    ...draft,
    schedule: timeOf(time, year) ?? draft.schedule,
    leaders: named(came.责任领导, draft.leaders),
    units: named(came.责任单位, draft.units),
    supportingUnits: named(came.配合单位, draft.supportingUnits),
    owners: named(came.责任人, draft.owners),
    targets: (targets === '' ? undefined : readTargetsCell(targets)) ?? draft.targets,
  };
};
