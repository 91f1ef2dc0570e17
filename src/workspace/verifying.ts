import type { Instant, IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { closingOf, deadlineOf, runningPeriod } from './deadline.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { plainCopy } from './plain-data.ts';
import { mayAdminister } from './rights.ts';
import type { MemberId, Task } from './task.ts';
import { workableTask } from './task-lookup.ts';
import { type Turn, turnMeant } from './turn-choice.ts';
import { waitingTurns } from './waiting.ts';
import type { Workspace } from './workspace.ts';

/** What a 销号 came to. `closedBy` and `closedAt`: the claim it grants. */
export interface Verified {
  number: number;
  title: string;
  period: PeriodKey | null;
  deadline: IsoDate;
  closedBy: MemberId;
  closedAt: Instant;
}

/** The turn that is granted: the named one, else the only one that waits; with none waiting, the one that would have been. */
const turnToVerify = (workspace: Workspace, task: Task, named: PeriodKey | undefined, today: IsoDate): Turn => {
  const { number, title, schedule } = task;
  if (named !== undefined || schedule.freq === null) return turnMeant(task, named, today);
  const waiting = waitingTurns(workspace, task).filter((period) => period !== null);
  const [only] = waiting;
  if (only !== undefined) {
    return waiting.length === 1
      ? { ok: true, period: only }
      : refuse({ reason: 'which-period', number, title, periods: waiting });
  }
  const running = runningPeriod(task, today);
  const period = running ?? task.closings.at(-1)?.period ?? null;
  return period === null ? refuse({ reason: 'nothing-to-verify', number, title, period }) : { ok: true, period };
};

/** 销号: an administrator grants a closing that waits. Without `period` the only period that does. */
export const verifyTask = (
  open: OpenChange,
  number: number,
  options: { period?: PeriodKey | undefined } = {},
): Outcome<Verified> => {
  const { workspace, acting } = open;
  const found = workableTask(workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { title } = task;
  if (!workspace.settings.checksClosings) return refuse({ reason: 'checks-off', number, title });
  const may = mayAdminister(workspace, acting);
  if (!may.ok) return may;
  const turn = turnToVerify(workspace, task, options.period, acting.today);
  if (!turn.ok) return turn;
  const { period } = turn;
  const closing = closingOf(task, period);
  if (!closing) return refuse({ reason: 'nothing-to-verify', number, title, period });
  const { check, by: closedBy, at: closedAt } = plainCopy(closing);
  if (check === null) return refuse({ reason: 'needs-no-check', number, title, period });
  if (check !== 'waiting') return refuse({ reason: 'already-verified', number, title, period, ...check });
  makeEdit(open, {
    on: { kind: 'task', number },
    field: `closings[${task.closings.findIndex((each) => each.period === period)}]`,
    before: closing,
    after: { ...plainCopy(closing), check: { by: acting.by, at: acting.at } },
  });
  return { ok: true, number, title, period, deadline: deadlineOf(task, period), closedBy, closedAt };
};
