import { addDays, daysBetween, type IsoDate } from '../../calendar/date.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { windowOf } from '../../workspace/deadline.ts';
import type { ReminderRecord } from '../../workspace/ledger.ts';
import { planYearOf } from '../../workspace/plan-year.ts';
import type { ReminderSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Turn, turnsIn } from '../turns.ts';

/** A turn somebody is reminded of today. */
export interface Occasion {
  turn: Turn;
  /** -1 before the end, 0 on the day, n after n weeks overdue; null: only 责任领导 is told. */
  stage: number | null;
  /** 责任领导 hears of it too. */
  escalates: boolean;
}

/** Reminded of before the end. */
const AHEAD = -1;
const WEEK = 7;
/** No row of days off is longer; a reminder moved further would be none of its day. */
const LONGEST_MOVE = 14;

/** `12`, `12/2026-04`: a turn as the ledger names it. */
export const turnKey = ({ task, period }: Pick<Turn, 'task' | 'period'>): string =>
  period === null ? `${task.number}` : `${task.number}/${period}`;

/**
 * The turns that may be reminded of: open, of the plan year people are in or a later one. What was left behind in an older
 * year is for 结转, and its weeks are not counted for ever.
 */
export const openTurns = (workspace: Workspace, today: IsoDate): Turn[] => {
  const year = planYearOf(workspace, today);
  return turnsIn(workspace).filter(({ task, closing }) => closing === undefined && task.year >= year);
};

/** True when what was wanted for a day comes today: that day itself, or the first one worked after it. */
const comesToday = (wanted: IsoDate, today: IsoDate, calendar: WorkingCalendar): boolean => {
  const moved = daysBetween(wanted, today);
  return moved >= 0 && moved <= LONGEST_MOVE && calendar.firstWorkingDay({ start: wanted, end: today }) === today;
};

/**
 * Which reminder of a turn comes today: the latest, where several were moved to one day. `begins` is the turn's first
 * day: nobody is reminded of a period of a recurring task that has not begun.
 */
export const stageToday = (
  { deadline, begins }: { deadline: IsoDate; begins: IsoDate | null },
  settings: ReminderSettings,
  today: IsoDate,
  calendar: WorkingCalendar,
): number | undefined => {
  const weeks = Math.floor(daysBetween(deadline, today) / WEEK);
  if (settings.weekly && weeks > 0 && comesToday(addDays(deadline, weeks * WEEK), today, calendar)) return weeks;
  if (settings.onTheDay && comesToday(deadline, today, calendar)) return 0;
  if (settings.aheadDays === 0) return undefined;
  const wanted = addDays(deadline, -settings.aheadDays);
  const first = begins !== null && begins > wanted ? begins : wanted;
  return comesToday(first, today, calendar) ? AHEAD : undefined;
};

/** 责任领导 is told by somebody else's omission: where nobody but leaders answers for the task they are reminded anyway. */
const mayEscalate = ({ task, deadline }: Turn, today: IsoDate): boolean =>
  today > deadline && task.leaders.length > 0 && task.owners.length > 0;

/**
 * What is to be reminded of today, which must be a working day. A reminder that came already, by `told`, does not come
 * again; records of days still ahead were made by a clock that stood wrong, and count for nothing.
 */
export const occasionsOf = (
  turns: readonly Turn[],
  told: readonly ReminderRecord[],
  settings: ReminderSettings,
  today: IsoDate,
  calendar: WorkingCalendar,
): Occasion[] => {
  const records = new Map(told.filter(({ on }) => on <= today).map((record) => [record.turn, record]));
  return turns.flatMap((turn): Occasion[] => {
    const kept = records.get(turnKey(turn));
    const before = kept?.deadline === turn.deadline ? kept : undefined;
    const begins = turn.period === null ? null : windowOf(turn.task, turn.period).start;
    const stage = stageToday({ deadline: turn.deadline, begins }, settings, today, calendar);
    const isNew = stage !== undefined && stage > (before?.stage ?? Number.NEGATIVE_INFINITY);
    const escalates =
      settings.escalateAfter !== null &&
      !before?.escalated &&
      mayEscalate(turn, today) &&
      calendar.workingDaysAfter(turn.deadline, today) >= settings.escalateAfter;
    return isNew || escalates ? [{ turn, stage: isNew ? stage : null, escalates }] : [];
  });
};

/** The ledger's records after today's reminders: of what is still open, each turn's last. */
export const recordsAfter = (
  told: readonly ReminderRecord[],
  occasions: readonly Occasion[],
  turns: readonly Turn[],
  today: IsoDate,
): ReminderRecord[] => {
  const before = new Map(told.filter(({ on }) => on <= today).map((record) => [record.turn, record]));
  const now = new Map(occasions.map((occasion) => [turnKey(occasion.turn), occasion]));
  return turns.flatMap((turn): ReminderRecord[] => {
    const key = turnKey(turn);
    const kept = before.get(key);
    const last = kept?.deadline === turn.deadline ? kept : undefined;
    const occasion = now.get(key);
    if (!occasion) return last ? [last] : [];
    const stage = occasion.stage ?? last?.stage ?? null;
    const escalated = occasion.escalates || last?.escalated === true;
    return [{ turn: key, deadline: turn.deadline, stage, escalated, on: today }];
  });
};
