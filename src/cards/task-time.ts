import { type IsoDate, sayDate, sayInstant, yearOf } from '../calendar/date.ts';
import { type PeriodKey, periodWindow, sayPeriod } from '../calendar/period.ts';
import { contains } from '../calendar/window.ts';
import { closingOf, deadlineOf, extensionsOf, isUnscheduled, originalEndOf, periodsOf } from '../workspace/deadline.ts';
import { nameOf } from '../workspace/people.ts';
import type { Task } from '../workspace/task.ts';
import { waits } from '../workspace/waiting.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { sayPeriodShort, saySchedule } from './say-schedule.ts';
import { oneLine } from './shorten.ts';
import { isClosable } from './task-row.ts';

const PERIODS_NAMED = 6;

/** What every part of a task's card is made from. */
export interface Subject {
  workspace: Workspace;
  task: Task;
  /** The period a recurring task is about today. */
  period: PeriodKey | null;
  today: IsoDate;
}

/** The end of a one-off task stands in its 时限 when that tells the weekday too. */
const saysItself = ({ schedule }: Task, deadline: IsoDate): boolean =>
  schedule.freq === null && schedule.end === deadline && (schedule.start === null || schedule.start === deadline);

/** Empty where the stated time tells it already. */
const sayDeadline = ({ task, period, today }: Subject): string => {
  const deadline = deadlineOf(task, period);
  const extensions = extensionsOf(task, period);
  if (extensions.length === 0 && (isUnscheduled(task) || saysItself(task, deadline))) return '';
  const original = originalEndOf(task, period);
  const moved =
    extensions.length === 0 ? '' : `(延期${extensions.length}次${original ? `,原定${sayDate(original, today)}` : ''})`;
  return `${sayDate(deadline, today)}${moved}`;
};

const sayState = ({ workspace, task, period, today }: Subject): string => {
  if (task.cancelled) {
    const { reason, by, at } = task.cancelled;
    return `${reason || '未写原因'}(${nameOf(workspace, by)} ${sayInstant(at, today)})`;
  }
  const closing = closingOf(task, period);
  if (closing === undefined) return '';
  return `${nameOf(workspace, closing.by)} ${sayInstant(closing.at, today)}${closing.late ? '(逾期办结)' : ''}`;
};

/** Who granted the closing and when, or that it waits; empty where the group asks for no check. */
const sayChecked = ({ workspace, task, period, today }: Subject): string => {
  const closing = closingOf(task, period);
  if (task.cancelled || !closing?.check) return '';
  if (closing.check === 'waiting') return waits(workspace, closing) ? '待管理员销号' : '';
  return `${nameOf(workspace, closing.check.by)} ${sayInstant(closing.check.at, today)}`;
};

const isRunning = (period: PeriodKey | null, today: IsoDate): boolean =>
  period !== null && contains(periodWindow(period), today);

/** The plan's own words, and how they were read where that says more. */
const sayTime = ({ schedule }: Task, today: IsoDate): string => {
  const stated = oneLine(schedule.stated);
  const read = saySchedule(schedule, today);
  return stated === '' || stated === read ? read : `“${stated}” ${read}`;
};

/** 时限 本期 截止 办结 销号 各期 of a task's card; a fact that says nothing new is empty. */
export const timeFacts = (subject: Subject): [string, string][] => {
  const { task, period, today } = subject;
  return [
    ['时限', sayTime(task, today)],
    [isRunning(period, today) ? '本期' : '应办的一期', period === null ? '' : sayPeriod(period, yearOf(today))],
    ['截止', sayDeadline(subject)],
    [task.cancelled ? '取消' : '办结', sayState(subject)],
    ['销号', sayChecked(subject)],
    ['各期', sayPeriods(task)],
  ];
};

const sayPeriods = (task: Task): string => {
  if (task.schedule.freq === null) return '';
  const periods = periodsOf(task);
  return `已办结${periods.filter((period) => closingOf(task, period)).length}/${periods.length}期`;
};

/** Periods still to be closed that have begun, oldest first. */
export const openPeriods = ({ task, today }: Subject): PeriodKey[] =>
  task.schedule.freq === null ? [] : periodsOf(task).filter((period) => isClosable(task, period, today));

/** `3月、4月`; of many the latest, and how many there are. */
export const sayMissed = (missed: PeriodKey[], today: IsoDate): string => {
  const latest = missed
    .slice(-PERIODS_NAMED)
    .map((each) => sayPeriodShort(each, today))
    .join('、');
  return missed.length > PERIODS_NAMED ? `${latest}等${missed.length}期` : latest;
};
