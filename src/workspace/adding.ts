import type { TaskDraft } from '../plan/plan-draft.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { plainCopy } from './plain-data.ts';
import type { Task } from './task.ts';

/**
 * Adds one task under the next number and returns it as plain data.
 * @param plan the id of the plan it comes with; null when somebody adds it by hand
 */
export const addTask = (open: OpenChange, draft: TaskDraft, year: number, plan: string | null = null): Task => {
  const { workspace, acting } = open;
  const { title, text, section, schedule, leaders, units, supportingUnits, owners } = draft;
  const task: Task = plainCopy({
    number: workspace.nextNumber,
    year,
    carriedFrom: [],
    plan,
    title,
    text,
    section,
    schedule,
    leaders,
    units,
    supportingUnits,
    owners,
    targets: draft.targets.map((target, index) => ({ ...target, id: `t${index + 1}` })),
    reports: [],
    progress: [],
    closings: [],
    extensions: [],
    cancelled: null,
    addedBy: acting.by,
    addedAt: acting.at,
  });
  // Outside the edits on purpose: taking an addition back must not give its number to another task.
  workspace.nextNumber += 1;
  makeEdit(open, { on: { kind: 'task', number: task.number }, field: null, before: null, after: task });
  return task;
};
