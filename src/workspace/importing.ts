import type { PlanReading, TaskDraft } from '../plan/plan-draft.ts';
import type { Acting } from './acting.ts';
import { addTask } from './adding.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { plainCopy, readable } from './plain-data.ts';
import type { MemberId } from './task.ts';
import type { ImportDraft, Plan, Workspace } from './workspace.ts';

/** One plan of a reading against the ledger: tasks that are new, and those there already under `number`. */
export interface PlanComparison {
  title: string;
  year: number;
  fresh: TaskDraft[];
  known: { draft: TaskDraft; number: number }[];
}

/** What a confirmed import wrote. `added` numbers in order; `known` tasks that were there already. */
export interface Imported {
  plans: Plan[];
  added: number[];
  known: number;
  /** The importer became the group's first administrator with it. */
  madeAdministrator: boolean;
}

const NOTHING_READ: PlanReading = { plans: [], skipped: [] };

const settle = (draft: ImportDraft, as: 'confirmed' | 'discarded' | 'replaced', { by, at }: Acting): void => {
  draft.settled = { as, by, at };
  draft.reading = NOTHING_READ;
};

/** 导入: the reading waits for 确认导入; an earlier draft of the same person is replaced. Nothing else is written. */
export const draftImport = (
  workspace: Workspace,
  acting: Acting,
  source: string,
  reading: PlanReading,
): ImportDraft => {
  for (const earlier of workspace.imports) {
    if (earlier.by === acting.by && !earlier.settled) settle(earlier, 'replaced', acting);
  }
  const draft: ImportDraft = {
    id: `i${workspace.imports.length + 1}`,
    source,
    reading: plainCopy(reading),
    by: acting.by,
    at: acting.at,
    settled: null,
  };
  workspace.imports.push(draft);
  return draft;
};

/** What makes two lines of a plan the same: their text, whatever the spacing and the width of its marks. */
const sameText = (text: string): string => text.normalize('NFKC').replace(/\s/gu, '');

/** Numbers of the year's tasks by their text, in order. A text may stand there several times (the same meeting each month). */
const numbersByText = (workspace: Workspace, year: number): Map<string, number[]> => {
  const numbers = new Map<string, number[]>();
  for (const task of readable(workspace.tasks)) {
    if (task.year !== year) continue;
    const key = sameText(task.text);
    const there = numbers.get(key);
    if (there) there.push(task.number);
    else numbers.set(key, [task.number]);
  }
  return numbers;
};

/**
 * The reading against the ledger. A text that is in the same year's plan already is not doubled: each occurrence there
 * stands for one occurrence here, so a document read again brings nothing, and a line it has twice stays twice.
 */
export const comparisonOf = (workspace: Workspace, reading: PlanReading): PlanComparison[] => {
  const years = new Map<number, Map<string, number[]>>();
  return reading.plans.map(({ title, year, tasks }) => {
    const there = years.get(year) ?? numbersByText(workspace, year);
    years.set(year, there);
    const comparison: PlanComparison = { title, year, fresh: [], known: [] };
    for (const draft of tasks) {
      const number = there.get(sameText(draft.text))?.shift();
      if (number === undefined) comparison.fresh.push(draft);
      else comparison.known.push({ draft, number });
    }
    return comparison;
  });
};

const draftOf = (workspace: Workspace, importId: string): Outcome<{ draft: ImportDraft }> => {
  const draft = workspace.imports.find(({ id }) => id === importId);
  if (!draft) return refuse({ reason: 'no-import' });
  const { settled } = draft;
  return settled ? refuse({ reason: 'import-settled', import: importId, ...plainCopy(settled) }) : { ok: true, draft };
};

/** The draft a bare 确认导入 or 放弃 means: the speaker's own waiting one, else the only one waiting. */
export const waitingImport = (workspace: Workspace, by: MemberId): ImportDraft | undefined => {
  const waiting = workspace.imports.filter(({ settled }) => settled === null);
  return waiting.findLast((draft) => draft.by === by) ?? (waiting.length === 1 ? waiting[0] : undefined);
};

const addPlan = (
  open: OpenChange,
  { id, source }: Pick<Plan, 'id' | 'source'>,
  { title, year, fresh }: PlanComparison,
): [Plan, number[]] => {
  const { acting } = open;
  const plan: Plan = { id, title, year, source, confirmedBy: acting.by, confirmedAt: acting.at };
  makeEdit(open, { on: { kind: 'plan', id }, field: null, before: null, after: plan });
  return [plan, fresh.map((draft) => addTask(open, draft, year).number)];
};

/** 确认导入: the new tasks are added, numbered in order. The first to import, and who confirmed it, become the group's administrators. */
export const confirmImport = (open: OpenChange, importId: string): Outcome<Imported> => {
  const { workspace, acting } = open;
  const found = draftOf(workspace, importId);
  if (!found.ok) return found;
  const { draft } = found;
  const compared = comparisonOf(workspace, readable(draft.reading));
  const known = compared.reduce((sum, plan) => sum + plan.known.length, 0);
  const fresh = compared.filter((plan) => plan.fresh.length > 0);
  if (fresh.length === 0) return refuse({ reason: 'nothing-new', known });
  const madeAdministrator = workspace.administrators.length === 0;
  const imported: Imported = { plans: [], added: [], known, madeAdministrator };
  for (const [index, comparison] of fresh.entries()) {
    // From the import's id, which is confirmed once: the id of a plan taken back is not given again.
    const id = `p${importId.slice(1)}${index === 0 ? '' : `-${index + 1}`}`;
    const [plan, added] = addPlan(open, { id, source: draft.source }, comparison);
    imported.plans.push(plan);
    imported.added.push(...added);
  }
  if (madeAdministrator) {
    for (const [index, by] of [...new Set([draft.by, acting.by])].entries()) {
      makeEdit(open, { on: { kind: 'workspace' }, field: `administrators[${index}]`, before: null, after: by });
    }
  }
  settle(draft, 'confirmed', acting);
  return { ok: true, ...imported };
};

/** 放弃: the draft is dropped. */
export const discardImport = (workspace: Workspace, acting: Acting, importId: string): Outcome<{ source: string }> => {
  const found = draftOf(workspace, importId);
  if (!found.ok) return found;
  settle(found.draft, 'discarded', acting);
  return { ok: true, source: found.draft.source };
};
