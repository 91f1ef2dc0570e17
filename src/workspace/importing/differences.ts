import type { TargetDraft, TaskDraft } from '../../plan/plan-draft.ts';
import { extensionsOf } from '../deadline.ts';
import type { Target, Task } from '../task.ts';
import { lineIdentity } from './line-identity.ts';
import { STATED_FIELDS, type Stated, type StatedField } from './stated.ts';

/**
 * Why a field keeps the group's value though the document says something else:
 * `edited` the group changed it since it was imported; `extended` it was extended; `closed` periods of it are closed;
 * `reported` figures were reported for a target the document no longer has; `cancelled` the group cancelled the task.
 */
export type Kept = 'edited' | 'extended' | 'closed' | 'reported' | 'cancelled';

/** One field that a document says otherwise than the ledger. `kept` null: the import changes it from `before` to `after`. */
export interface Difference {
  field: Exclude<StatedField, 'title'>;
  before: unknown;
  after: unknown;
  kept: Kept | null;
}

const bare = ({ name, value, unit, op, kind }: TargetDraft): TargetDraft => ({ name, value, unit, op, kind });

const statedValue = (of: Stated, field: StatedField): unknown => {
  if (field === 'targets') return of.targets.map(bare);
  if (field === 'schedule') return { start: of.schedule.start, end: of.schedule.end, freq: of.schedule.freq };
  return of[field];
};

const identityOf = (field: StatedField, value: unknown): unknown => {
  if (field === 'text') return lineIdentity(value as string);
  return field === 'section' ? (value as string[]).map(lineIdentity) : value;
};

const isSame = (field: StatedField, a: unknown, b: unknown): boolean =>
  JSON.stringify(identityOf(field, a)) === JSON.stringify(identityOf(field, b));

/** The target of the task that a target of the document is: by name and unit, else the only one of its unit. */
const sameTarget = (
  draft: TargetDraft,
  targets: readonly Target[],
  drafts: readonly TargetDraft[],
): Target | undefined => {
  const named = targets.find(({ name, unit }) => name === draft.name && unit === draft.unit);
  if (named) return named;
  const ofUnit = targets.filter(({ unit }) => unit === draft.unit);
  return ofUnit.length === 1 && drafts.filter(({ unit }) => unit === draft.unit).length === 1 ? ofUnit[0] : undefined;
};

/** The document's targets under the ids the task has them by, so that reports stay with theirs; new ones get a new id. */
export const targetsAfter = (drafts: readonly TargetDraft[], task: Task): Target[] => {
  const used = new Set<string>();
  let next = Math.max(0, ...task.targets.map(({ id }) => Number(id.slice(1)))) + 1;
  return drafts.map((draft) => {
    const known = sameTarget(draft, task.targets, drafts);
    const id = known && !used.has(known.id) ? known.id : `t${next++}`;
    used.add(id);
    return { id, ...bare(draft) };
  });
};

const losesReports = (draft: TaskDraft, task: Task): boolean => {
  const left = new Set(targetsAfter(draft.targets, task).map(({ id }) => id));
  return task.reports.some(({ target }) => !left.has(target));
};

/** What keeps the group's value of a field, if anything. */
const keptBecause = (field: StatedField, base: Stated, draft: TaskDraft, task: Task): Kept | null => {
  if (!isSame(field, statedValue(task, field), statedValue(base, field))) return 'edited';
  if (field === 'schedule' && task.extensions.length > 0) return 'extended';
  if (field === 'schedule' && task.closings.length > 0 && draft.schedule.freq !== task.schedule.freq) return 'closed';
  return field === 'targets' && losesReports(draft, task) ? 'reported' : null;
};

/** The times of a task with the day it was extended to, which is the one that counts. */
const extendedSchedule = (task: Task): unknown => ({
  start: task.schedule.start,
  end: extensionsOf(task).at(-1)?.to ?? task.schedule.end,
  freq: task.schedule.freq,
});

/** A title is made from its text: it is no difference of its own. */
const COMPARED = STATED_FIELDS.filter((field) => field !== 'title');

/**
 * How a document's line differs from its task, three ways: what the document said before (`base`), what the ledger holds
 * now, what the document says now. Only what the document itself changed counts; where the group changed it too, the
 * group's value stays and the difference is named.
 */
export const differencesOf = (draft: TaskDraft, task: Task, base: Stated): Difference[] =>
  COMPARED.flatMap((field) => {
    const [before, after] = [statedValue(task, field), statedValue(draft, field)];
    const isOurs = isSame(field, after, statedValue(base, field)) || isSame(field, after, before);
    if (isOurs) return [];
    const kept = keptBecause(field, base, draft, task);
    return [{ field, before: kept === 'extended' ? extendedSchedule(task) : before, after, kept }];
  });
