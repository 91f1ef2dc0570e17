import type { PlanReading } from '../../plan/plan-draft.ts';
import { addTask } from '../adding.ts';
import { makeEdit } from '../editing.ts';
import type { OpenChange } from '../history.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { mayImport } from '../rights.ts';
import type { ImportDraft, Plan, Workspace } from '../workspace.ts';
import {
  bringsSomething,
  comparisonOf,
  GONE_REASON,
  isChanged,
  isContested,
  isFresh,
  type PlanComparison,
} from './comparison.ts';
import { settle, waitingDraft } from './drafts.ts';
import { type Imported, importedChange } from './imported.ts';
import { confirmLedger } from './ledger/ledger-confirming.ts';
import { cancelGone, changeTask } from './writing.ts';

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
  for (const number of comparison.gone) cancelGone(open, number, GONE_REASON);
  const added = fresh.map(({ draft }) => addTask(open, draft, comparison.year, plan).number);
  return {
    added,
    cancelled: comparison.gone,
    changed: changed.map((each) => importedChange(each)),
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

const confirmPlan = (
  open: OpenChange,
  draft: ImportDraft,
  reading: PlanReading,
  keepGone: boolean,
): Outcome<Imported> => {
  const { workspace, acting } = open;
  const compared = comparisonOf(workspace, reading);
  const planned = compared.map((plan) => (keepGone ? { ...plan, gone: [] } : plan));
  const writing = planned.filter(bringsSomething);
  const lines = compared.flatMap(({ tasks }) => tasks);
  const known = lines.filter((each) => !isFresh(each) && !isChanged(each)).length;
  const kept = lines.filter(isContested).length;
  if (writing.length === 0) return refuse({ reason: 'nothing-new', from: 'plan', known, kept });
  const madeAdministrator = isFirstImport(workspace);
  const nothing = { plans: [], added: [], changed: [], cancelled: [], refused: [] };
  const imported: Imported = { from: 'plan', ...nothing, known, madeAdministrator };
  for (const [index, comparison] of writing.entries()) {
    // From the import's id, which is confirmed once: the id of a plan taken back is not given again.
    const id = `p${draft.id.slice(1)}${index === 0 ? '' : `-${index + 1}`}`;
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

/**
 * 确认导入: new tasks are added under the next numbers; what the document changed is changed on the tasks that are there,
 * with their progress, closings and numbers; what it dropped is cancelled, unless `keepGone`. The first to import, and
 * who confirmed it, become the group's administrators.
 */
export const confirmImport = (open: OpenChange, importId: string, keepGone = false): Outcome<Imported> => {
  const may = mayImport(open.workspace, open.acting);
  if (!may.ok) return may;
  const found = waitingDraft(open.workspace, importId);
  if (!found.ok) return found;
  const { draft, content } = found;
  return content.kind === 'plan'
    ? confirmPlan(open, draft, content.reading, keepGone)
    : confirmLedger(open, draft, content.ledger, keepGone);
};
