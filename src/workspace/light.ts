import { daysBetween, type IsoDate, sayDate, sayDay, sayInstant } from '../calendar/date.ts';
import { type PeriodKey, sayPeriod } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import { closingOf, deadlineOf, isUnscheduled, windowOf } from './deadline.ts';
import { nameOf } from './people.ts';
import { furthestBehind, percentOf } from './target-state.ts';
import type { Closing, Task } from './task.ts';
import { isOverdue, periodInQuestion, taskState, turnsOf } from './task-state.ts';
import { waits } from './waiting.ts';
import type { Workspace } from './workspace.ts';

export { periodInQuestion, type TaskState, taskState } from './task-state.ts';

export type Light = '🔴' | '🟡' | '🟢' | '⚪' | '✅';
export type LightName = '逾期' | '临期' | '正常' | '未到期' | '已办结' | '已取消';

/** 灯 with its name and the reason in one line. */
export interface LightState {
  light: Light;
  name: LightName;
  reason: string;
}

/** What the rules look at: a task or one period of it, on one day. */
interface Facts {
  workspace: Workspace;
  task: Task;
  today: IsoDate;
  /** Null for a one-off task, and for a recurring one none of whose periods counts. */
  period: PeriodKey | null;
  window: Window;
  closing: Closing | undefined;
  /** Every period that counts when a recurring task is asked about as a whole; empty when one turn is. */
  turns: PeriodKey[];
}

/** The reason when the rule holds, else null. */
type Rule = readonly [Light, LightName, (facts: Facts) => string | null];

const sayTogether = (name: string, why: string): string => (why === '' ? name : `${name}:${why}`);

const sayPeriods = (task: Task, periods: PeriodKey[]): string =>
  periods.map((period) => sayPeriod(period, task.year)).join('、');

/** Where closings are checked: that one still waits, or who granted it. Nothing of one an administrator made, for it was checked with it. */
const sayCheck = (workspace: Workspace, { check, by }: Closing): string => {
  if (check === null) return '';
  if (check === 'waiting') return workspace.settings.checksClosings ? ',待销号' : '';
  return check.by === by ? '' : `,${nameOf(workspace, check.by)}销号`;
};

const closedReason = ({ workspace, task, today, window, closing, turns }: Facts): string | null => {
  if (!closing) return null;
  const who = `${sayInstant(closing.at, today)} ${nameOf(workspace, closing.by)}办结${sayCheck(workspace, closing)}`;
  if (turns.length === 0) return closing.late ? `${who},晚于${sayDay(window.end, today)}` : who;
  const missed = turns.filter((turn) => isOverdue(task, turn, today));
  return missed.length === 0 ? who : `${who};${sayPeriods(task, missed)}未办结`;
};

/** A period closed late stays 🟡 in its own line for good. */
const lateTurnReason = ({ workspace, today, period, window, closing, turns }: Facts): string | null =>
  turns.length === 0 && period !== null && closing?.late
    ? `${sayDay(window.end, today)}到期,${sayInstant(closing.at, today)}才办结${sayCheck(workspace, closing)}`
    : null;

const allClosedReason = ({ workspace, task, turns }: Facts): string | null => {
  if (turns.length === 0 || taskState(task) !== 'closed') return null;
  const waiting = turns.filter((turn) => waits(workspace, closingOf(task, turn)));
  return `${turns.length}期全部办结${waiting.length === 0 ? '' : `,${sayPeriods(task, waiting)}待销号`}`;
};

const overdueReason = ({ today, window }: Facts): string | null =>
  today > window.end ? `${sayDate(window.end, today)}到期,已逾期${daysBetween(window.end, today)}天` : null;

const soonReason = ({ workspace, today, window }: Facts): string | null => {
  const days = daysBetween(today, window.end);
  if (days > workspace.settings.lights.soonDays) return null;
  return days === 0 ? '今天到期' : `${sayDate(window.end, today)}到期,还有${days}天`;
};

/** A target is the whole task's: a period that has not begun is not behind with it. */
const behindReason = ({ workspace, task, today, window }: Facts): string | null => {
  if (today < window.start) return null;
  const behind = furthestBehind(task, today, workspace.settings.lights.behindPoints);
  if (!behind) return null;
  const name = task.targets.length > 1 ? `${behind.target.name || behind.target.unit}:` : '';
  return `${name}序时应达${percentOf(behind.expected)}%,实达${percentOf(behind.share)}%,差${-behind.gap}个百分点`;
};

const lateBeforeReason = ({ task, turns }: Facts): string | null => {
  const late = turns.filter((turn) => closingOf(task, turn)?.late);
  return late.length === 0 ? null : `${sayPeriods(task, late)}逾期办结`;
};

const runningReason = ({ task, today, window }: Facts): string | null => {
  if (today < window.start) return null;
  return isUnscheduled(task) ? '未排期,按年底计' : `${sayDate(window.end, today)}到期`;
};

/** The table of PRODUCT.md "Lights", in its order: the first rule that gives a reason is the light. */
const RULES: readonly Rule[] = [
  ['⚪', '已取消', ({ task }) => (task.cancelled ? sayTogether('已取消', task.cancelled.reason) : null)],
  [
    '⚪',
    '未到期',
    ({ task, period }) => (task.schedule.freq !== null && period === null ? '各期在导入前已结束,不计' : null),
  ],
  ['✅', '已办结', allClosedReason],
  ['🟡', '临期', lateTurnReason],
  ['✅', '已办结', closedReason],
  ['🔴', '逾期', overdueReason],
  ['🟡', '临期', soonReason],
  ['🟡', '临期', behindReason],
  ['🟡', '临期', lateBeforeReason],
  ['🟢', '正常', runningReason],
  ['⚪', '未到期', ({ today, window }) => `${sayDate(window.start, today)}开始`],
];

/**
 * The light of a task, or with `period` of that one period. A recurring task as a whole shows the period in question
 * ({@link periodInQuestion}) and remembers periods closed late.
 */
export const lightOf = (
  workspace: Workspace,
  task: Task,
  today: IsoDate,
  period: PeriodKey | null = null,
): LightState => {
  const whole = task.schedule.freq !== null && period === null;
  const turns = whole ? turnsOf(task).filter((turn) => turn !== null) : [];
  const turn = whole ? periodInQuestion(task, today, turns) : period;
  const facts: Facts = {
    workspace,
    task,
    today,
    period: turn,
    window: windowOf(task, turn),
    closing: closingOf(task, turn),
    turns,
  };
  for (const [light, name, reasonOf] of RULES) {
    const reason = reasonOf(facts);
    if (reason !== null) return { light, name, reason };
  }
  return { light: '⚪', name: '未到期', reason: `${deadlineOf(task, turn)}到期` };
};
