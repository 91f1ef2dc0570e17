import type { Acting } from '../acting.ts';
import { type Outcome, refuse } from '../outcome.ts';
import { plainCopy, readable } from '../plain-data.ts';
import type { MemberId } from '../task.ts';
import type { ImportContent, ImportDraft, Workspace } from '../workspace.ts';

/** Marks a draft as dealt with; what was read is dropped with it, for the plan has the tasks then. */
export const settle = (draft: ImportDraft, as: 'confirmed' | 'discarded' | 'replaced', { by, at }: Acting): void => {
  draft.settled = { as, by, at };
  draft.content = null;
};

/** 导入: what was read waits for 确认导入; an earlier draft of the same person is replaced. Nothing else is written. */
export const draftImport = (
  workspace: Workspace,
  acting: Acting,
  source: string,
  content: ImportContent,
): ImportDraft => {
  for (const earlier of workspace.imports) {
    if (earlier.by === acting.by && !earlier.settled) settle(earlier, 'replaced', acting);
  }
  const draft: ImportDraft = {
    id: `i${workspace.imports.length + 1}`,
    source,
    content: plainCopy(content),
    by: acting.by,
    at: acting.at,
    settled: null,
  };
  workspace.imports.push(draft);
  return draft;
};

/** The draft with this id while it waits, and what it holds; a settled one is refused with who settled it. */
export const waitingDraft = (
  workspace: Workspace,
  importId: string,
): Outcome<{ draft: ImportDraft; content: ImportContent }> => {
  const draft = workspace.imports.find(({ id }) => id === importId);
  if (!draft) return refuse({ reason: 'no-import' });
  const { settled, content } = draft;
  if (settled) return refuse({ reason: 'import-settled', import: importId, ...plainCopy(settled) });
  return content ? { ok: true, draft, content: readable(content) } : refuse({ reason: 'no-import' });
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
