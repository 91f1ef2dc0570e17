import { addDays, type IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { closingOf, deadlineOf, extensionsOf, originalEndOf, windowOf } from './deadline.ts';
import { appendTo } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Task } from './task.ts';
import { workableTask } from './task-lookup.ts';
import { turnMeant } from './turn-choice.ts';

/** `from` null when the plan stated no end. `late`: 逾期申请. `count` extensions so far, this one included; `original` end as first stated. */
export interface Extended {
  number: number;
  title: string;
  period: PeriodKey | null;
  from: IsoDate | null;
  to: IsoDate;
  late: boolean;
  count: number;
  original: IsoDate | null;
}

/** The end that is being moved: the one that counts now, null when nobody has ever given one. */
const endToMove = (task: Task, period: PeriodKey | null): IsoDate | null =>
  extensionsOf(task, period).at(-1)?.to ?? originalEndOf(task, period);

/**
 * 延期: gives a later end; the first one and the number of extensions stay visible. A recurring task extends its running
 * period unless `period` names another. An earlier or equal date is refused (that is 修改 时限), and so is one gone by.
 */
export const extendTask = (
  open: OpenChange,
  number: number,
  to: IsoDate,
  reason: string,
  options: { period?: PeriodKey | undefined } = {},
): Outcome<Extended> => {
  const found = workableTask(open.workspace, number);
  if (!found.ok) return found;
  const { task } = found;
  const { by, at, today } = open.acting;
  const turn = turnMeant(task, options.period, today);
  if (!turn.ok) return turn;
  const { period } = turn;
  const { title } = task;
  const closed = closingOf(task, period);
  if (closed) return refuse({ reason: 'already-closed', number, title, period, by: closed.by, at: closed.at });
  const from = endToMove(task, period);
  // Without an end there is nothing to move, but an end before the start would make no window.
  const end = from ?? (task.schedule.start === null ? null : addDays(windowOf(task, period).start, -1));
  if (end !== null && to <= end) return refuse({ reason: 'not-later', number, title, end, to });
  if (to < today) return refuse({ reason: 'date-past', number, title, to });
  const late = today > deadlineOf(task, period);
  appendTo(open, task, 'extensions', { period, from, to, reason: reason.trim(), late, by, at });
  const count = extensionsOf(task, period).length;
  return { ok: true, number, title, period, from, to, late, count, original: originalEndOf(task, period) };
};
