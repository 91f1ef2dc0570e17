import { sayInstant } from '../calendar/date.ts';
import type { Button } from '../cards/card.ts';
import { checkingButtons } from '../cards/task-row.ts';
import type { Closed } from '../workspace/closing.ts';
import { closingOf } from '../workspace/deadline.ts';
import { nameOf } from '../workspace/people.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import type { Verified } from '../workspace/verifying.ts';
import { waits } from '../workspace/waiting.ts';
import { sayAdministrators } from './administering.ts';
import type { Context } from './command.ts';
import type { ClosingSaid } from './reading/closing.ts';
import { sayTurn } from './sentences.ts';

/** `销号 #12《…》:待销号 → ✅ 已销号(李芳 5月12日 10:00办结)`. */
export const sayVerified = (verified: Verified, { workspace, today }: Context): string =>
  `销号 ${sayTurn(verified, { today })}:待销号 → ✅ 已销号(${nameOf(workspace, verified.closedBy)} ${sayInstant(verified.closedAt, today)}办结)`;

const isWaiting = ({ check }: Closed): boolean => check === 'waiting';

/** Who may grant what was just closed; empty when nothing waits for it. */
export const sayWhoVerifies = (done: readonly Closed[], { workspace }: Context): string =>
  done.some(isWaiting) ? `待销号,由管理员销号或退回:${sayAdministrators(workspace).join('、')}` : '';

/** 销号 and 退回 beside the receipt of the one closing that waits. */
export const buttonsToVerify = (done: readonly Closed[]): Button[] => {
  const [only] = done;
  return only && done.length === 1 && isWaiting(only) ? checkingButtons(only.number, only.period) : [];
};

/** The one task named has a closing that waits, in the period named if any. */
export const isAwaited = ({ tasks, periods }: ClosingSaid, { workspace }: Context): boolean => {
  const task = tasks.kind === 'numbers' ? taskOf(workspace, tasks.numbers[0] ?? 0) : undefined;
  if (task === undefined) return false;
  const [period] = periods;
  return period === undefined
    ? task.closings.some((closing) => waits(workspace, closing))
    : waits(workspace, closingOf(task, period));
};
