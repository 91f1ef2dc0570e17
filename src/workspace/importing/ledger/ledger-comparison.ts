import type { TaskDraft } from '../../../plan/plan-draft.ts';
import { closingOf, deadlineOf } from '../../deadline.ts';
import { readable } from '../../plain-data.ts';
import type { Task } from '../../task.ts';
import { taskOf } from '../../task-lookup.ts';
import type { Workspace } from '../../workspace.ts';
import { belongsTo } from '../../year-view.ts';
import type { ComparedDeed, ComparedTask } from '../comparison.ts';
import { differencesOf, type Kept } from '../differences.ts';
import { lineIdentity } from '../line-identity.ts';
import { pairSameTexts } from '../pairing.ts';
import type { Deed, LedgerChange, LedgerDraft } from './ledger-draft.ts';

/** A ledger that came back against the group as it is now. */
export interface LedgerComparison {
  year: number;
  /** New rows first, then those of tasks that are there, as far as anything was changed in them. */
  tasks: ComparedTask[];
  /** Tasks whose rows are gone and which are open still, ascending. */
  gone: number[];
  /** Changed rows whose task the group does not have any more. */
  lost: number[];
}

const dateOfClosing = (task: Task, deed: Extract<Deed, { kind: 'close' }>): boolean =>
  closingOf(task, deed.period) !== undefined;

/** What stands in the way of a deed; `done` when the group has done the same since. */
const standing = (deed: Deed, task: Task): Kept | 'done' | null => {
  switch (deed.kind) {
    case 'progress': {
      const line = lineIdentity(deed.text);
      const isThere = task.progress.some(
        ({ text, percent }) => lineIdentity(text) === line && (percent ?? null) === deed.percent,
      );
      return isThere ? 'done' : null;
    }
    case 'close':
      return dateOfClosing(task, deed) ? 'closed' : null;
    case 'extend': {
      const end = deadlineOf(task);
      if (end === deed.to) return 'done';
      return end === deed.from ? null : 'extended';
    }
  }
};

const deedsOf = (deeds: readonly Deed[], task: Task): ComparedDeed[] =>
  deeds.flatMap((deed) => {
    const found = standing(deed, task);
    if (found === 'done') return [];
    return [{ deed, kept: task.cancelled ? 'cancelled' : found }];
  });

/** Three ways: as it was handed out (`before`), as it is now (`task`), as it came back (`after`). */
const compareChange = ({ number, before, after, deeds }: LedgerChange, task: Task): ComparedTask => {
  const draft: TaskDraft = { ...task, ...after };
  const differences = differencesOf(draft, task, { ...task, ...before });
  return {
    draft,
    number,
    differences: task.cancelled ? differences.map((each) => ({ ...each, kept: 'cancelled' })) : differences,
    restores: false,
    deeds: deedsOf(deeds, task),
  };
};

const isOpen = (task: Task | undefined): boolean =>
  task !== undefined && task.cancelled === null && task.closings.length === 0;

/** New rows that were taken in since, from this very file or by hand, are not taken in twice. */
const stillNew = ({ fresh, year, asOf }: LedgerDraft, tasks: readonly Task[]): TaskDraft[] => {
  const since = tasks.filter((task) => belongsTo(task, year) && task.addedAt > asOf);
  const known = pairSameTexts(fresh, since);
  return fresh.filter((draft) => !known.has(draft));
};

/** What confirming a ledger would write, and what it would not and why. */
export const ledgerComparisonOf = (workspace: Workspace, draft: LedgerDraft): LedgerComparison => {
  const now = readable(workspace);
  const changed = draft.changes.flatMap((change) => {
    const task = taskOf(now, change.number);
    return task ? [compareChange(change, task)] : [];
  });
  const fresh = stillNew(draft, now.tasks).map(
    (each): ComparedTask => ({ draft: each, number: null, differences: [], restores: false, deeds: [] }),
  );
  return {
    year: draft.year,
    tasks: [...fresh, ...changed.filter(({ differences, deeds }) => differences.length + deeds.length > 0)],
    gone: draft.gone.filter((number) => isOpen(taskOf(now, number))),
    lost: draft.changes.flatMap(({ number }) => (taskOf(now, number) ? [] : [number])),
  };
};
