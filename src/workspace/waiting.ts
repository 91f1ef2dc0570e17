import type { PeriodKey } from '../calendar/period.ts';
import { readable } from './plain-data.ts';
import type { Closing, Task } from './task.ts';
import type { Workspace } from './workspace.ts';

/**
 * 待销号: closed, and an administrator has yet to grant it. Where the group asks for no check (any more) nothing waits: the
 * closing simply counts, and it waits again once checks are switched on again.
 */
export const waits = (workspace: Workspace, closing: Closing | undefined): boolean =>
  workspace.settings.checksClosings && closing?.check === 'waiting';

/** The turns of a task that wait for 销号, the earliest period first. None of a cancelled task. */
export const waitingTurns = (workspace: Workspace, task: Task): (PeriodKey | null)[] =>
  task.cancelled
    ? []
    : readable(task.closings)
        .filter((closing) => waits(workspace, closing))
        .map(({ period }) => period)
        .sort();
