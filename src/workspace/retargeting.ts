import type { TargetDraft } from '../plan/plan-draft.ts';
import { plainCopy } from './plain-data.ts';
import type { Target, Task } from './task.ts';

/** The task's targets with one of them changed; it keeps its id and so its reports. */
export const withTargetChanged = (task: Task, id: string, change: Partial<TargetDraft>): Target[] =>
  plainCopy(task.targets).map((target) => (target.id === id ? { ...target, ...change } : target));

/** The task's targets with one more, under an id of its own. */
export const withTargetAdded = (task: Task, draft: TargetDraft): Target[] => {
  const used = [...task.targets.map(({ id }) => id), ...task.reports.map(({ target }) => target)];
  const next = Math.max(0, ...used.map((id) => Number(id.slice(1)))) + 1;
  return [...plainCopy(task.targets), { id: `t${next}`, ...draft }];
};
