import type { TargetDraft } from '../../plan/plan-draft.ts';
import { addTask } from '../adding.ts';
import { makeEdit } from '../editing.ts';
import type { OpenChange } from '../history.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { readable } from '../plain-data.ts';
import { mayImport } from '../rights.ts';
import type { Task } from '../task.ts';
import { taskOf } from '../task-lookup.ts';
import type { ImportDraft, Plan, Workspace } from '../workspace.ts';
import {
  bringsSomething,
  type ComparedTask,
  comparisonOf,
  GONE_REASON,
  isChanged,
  isContested,
  isFresh,
  type PlanComparison,
} from './comparison.ts';
import { type Difference, targetsAfter } from './differences.ts';
import { settle, waitingDraft } from './drafts.ts';

/** What a confirmed import wrote: numbers in order, and how many tasks were there already as the document has them. */
export interface Imported {
  plans: Pick<Plan, 'title' | 'year'>[];
  added: number[];
  changed: { number: number; differences: Difference[]; restores: boolean }[];
  cancelled: number[];
  known: number;
  /** The importer became the group's first administrator with it. */
  madeAdministrator: boolean;
}

const valueAfter = ({ field, after }: Difference, draft: ComparedTask['draft'], task: Task): unknown => {
  if (field === 'targets') return targetsAfter(after as TargetDraft[], task);
  // The document's own words go with the dates.
  return field === 'schedule' ? draft.schedule : after;
};

const changeTask = (open: OpenChange, { draft, number, differences, restores }: ComparedTask): void => {
  const task = number === null ? undefined : readable(taskOf(open.workspace, number));
  if (!task) return;
  const on = { kind: 'task', number: task.number } as const;
  for (const difference of differences) {
    if (difference.kept !== null) continue;
    const { field } = difference;
    makeEdit(open, { on, field, before: task[field], after: valueAfter(difference, draft, task) });
    if (field === 'text') makeEdit(open, { on, field: 'title', before: task.title, after: draft.title });
  }
  if (restores) makeEdit(open, { on, field: 'cancelled', before: task.cancelled, after: null });
};

const cancelGone = (open: OpenChange, number: number): void => {
  const { by, at } = open.acting;
  makeEdit(open, {
    on: { kind: 'task', number },
    field: 'cancelled',
    before: null,
    after: { reason: GONE_REASON, by, at },
  });
};

/** The plan the tasks go into: the one it revises, now from this document, or one of its own. */
const enterPlan = (open: OpenChange, { title, year, revises }: PlanComparison, id: string, source: string): string => {
  const { by, at } = open.acting;
  const plan: Plan = { id: revises?.id ?? id, title, year, source, confirmedBy: by, confirmedAt: at };
  makeEdit(open, { on: { kind: 'plan', id: plan.id }, field: null, before: revises, after: plan });
  return plan.id;
};

const writePlan = (
  open: OpenChange,
  comparison: PlanComparison,
  id: string,
  source: string,
): Pick<Imported, 'added' | 'changed' | 'cancelled'> => {
  const fresh = comparison.tasks.filter(isFresh);
  const isEntered = comparison.revises !== null || fresh.length > 0;
  const plan = isEntered ? enterPlan(open, comparison, id, source) : null;
  const changed = comparison.tasks.filter(isChanged);
  for (const each of changed) changeTask(open, each);
  for (const number of comparison.gone) cancelGone(open, number);
  const added = fresh.map(({ draft }) => addTask(open, draft, comparison.year, plan).number);
  return {
    added,
    cancelled: comparison.gone,
    changed: changed.map(({ number, differences, restores }) => ({
      number: number ?? 0,
      differences: differences.filter(({ kept }) => kept === null),
      restores,
    })),
  };
};

/** The first to import becomes an administrator; later on a group that has only its owner left as one has chosen so. */
const isFirstImport = ({ administrators, owner, plans }: Workspace): boolean =>
  administrators.length === 0 && (owner === null || plans.length === 0);

const makeAdministrators = (open: OpenChange, draft: ImportDraft): void => {
  for (const [index, by] of [...new Set([draft.by, open.acting.by])].entries()) {
    makeEdit(open, { on: { kind: 'workspace' }, field: `administrators[${index}]`, before: null, after: by });
  }
};

/**
 * 确认导入: new tasks are added under the next numbers; what the document changed is changed on the tasks that are there,
 * with their progress, closings and numbers; what it dropped is cancelled, unless `keepGone`. The first to import, and
 * who confirmed it, become the group's administrators.
 */
export const confirmImport = (open: OpenChange, importId: string, keepGone = false): Outcome<Imported> => {
  const { workspace, acting } = open;
  const may = mayImport(workspace, acting);
  if (!may.ok) return may;
  const found = waitingDraft(workspace, importId);
  if (!found.ok) return found;
  const { draft } = found;
  const compared = comparisonOf(workspace, readable(draft.reading));
  const planned = compared.map((plan) => (keepGone ? { ...plan, gone: [] } : plan));
  const writing = planned.filter(bringsSomething);
  const lines = compared.flatMap(({ tasks }) => tasks);
  const known = lines.filter((each) => !isFresh(each) && !isChanged(each)).length;
  const kept = lines.filter(isContested).length;
  if (writing.length === 0) return refuse({ reason: 'nothing-new', known, kept });
  const madeAdministrator = isFirstImport(workspace);
  const imported: Imported = { plans: [], added: [], changed: [], cancelled: [], known, madeAdministrator };
  for (const [index, comparison] of writing.entries()) {
    // From the import's id, which is confirmed once: the id of a plan taken back is not given again.
    const id = `p${importId.slice(1)}${index === 0 ? '' : `-${index + 1}`}`;
    const written = writePlan(open, comparison, id, draft.source);
    imported.plans.push({ title: comparison.title, year: comparison.year });
    imported.added.push(...written.added);
    imported.changed.push(...written.changed);
    imported.cancelled.push(...written.cancelled);
  }
  if (madeAdministrator) makeAdministrators(open, draft);
  settle(draft, 'confirmed', acting);
  return { ok: true, ...imported };
};
