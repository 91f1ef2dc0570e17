import type { PlanReading } from '../../plan/plan-draft.ts';
import type { Acting } from '../acting.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { plainCopy } from '../plain-data.ts';
import type { MemberId } from '../task.ts';
import type { ImportDraft, Workspace } from '../workspace.ts';

const NOTHING_READ: PlanReading = { plans: [], skipped: [] };

/** Marks a draft as dealt with; what was read is dropped with it, for the plan has the tasks then. */
export const settle = (draft: ImportDraft, as: 'confirmed' | 'discarded' | 'replaced', { by, at }: Acting): void => {
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

/** The draft with this id while it waits; a settled one is refused with who settled it. */
export const waitingDraft = (workspace: Workspace, importId: string): Outcome<{ draft: ImportDraft }> => {
  const draft = workspace.imports.find(({ id }) => id === importId);
  if (!draft) return refuse({ reason: 'no-import' });
  const { settled } = draft;
  return settled ? refuse({ reason: 'import-settled', import: importId, ...plainCopy(settled) }) : { ok: true, draft };
};

/** The draft a bare 确认导入, 查看导入 or 放弃 means: the speaker's own waiting one, else the only one waiting. */
export const waitingImport = (workspace: Workspace, by: MemberId): ImportDraft | undefined => {
  const waiting = workspace.imports.filter(({ settled }) => settled === null);
  return waiting.findLast((draft) => draft.by === by) ?? (waiting.length === 1 ? waiting[0] : undefined);
};

/** 放弃: the draft is dropped. */
export const discardImport = (workspace: Workspace, acting: Acting, importId: string): Outcome<{ source: string }> => {
  const found = waitingDraft(workspace, importId);
  if (!found.ok) return found;
  settle(found.draft, 'discarded', acting);
  return { ok: true, source: found.draft.source };
};
