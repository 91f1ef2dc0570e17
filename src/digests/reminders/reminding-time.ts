import { addDays, dateOf, type Instant, type IsoDate, instantAt, timeOf } from '../../calendar/date.ts';
import type { WorkingCalendar } from '../../calendar/working-days.ts';
import { REMINDING_HOURS } from '../../workspace/settings-change.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { DIGEST_KINDS } from '../digest.ts';
import { confirmedAt, lastMoved, nextDigestHour } from '../owing.ts';

/** True on a working day between 8:30 and 18:00: nobody is disturbed at any other time. */
export const mayDisturb = (now: Instant, calendar: WorkingCalendar): boolean => {
  const time = timeOf(now);
  return REMINDING_HOURS.first <= time && time <= REMINDING_HOURS.last && calendar.isWorkingDay(dateOf(now));
};

/** The last moment at which a reminder of a day may go out. */
export const lastReminding = (day: IsoDate): Instant => instantAt(day, REMINDING_HOURS.last) + 59_999;

/** True when a digest of today is still to come, at an hour at which people may be disturbed: the reminders wait for it. */
const digestToCome = (workspace: Workspace, now: Instant, calendar: WorkingCalendar): boolean =>
  DIGEST_KINDS.some((kind) => {
    const hour = nextDigestHour(workspace, kind, now, calendar);
    return hour !== undefined && hour.day === dateOf(now) && mayDisturb(hour.at, calendar);
  });

/**
 * True when the reminders of today are to be dealt with now. They go with the day's digest (`withDigest`: one goes out at
 * this moment), else at their own hour, and where the server was down then until 18:00 of the same day. The group is owed
 * them once its hour lies after the plan's confirmation and after the last change of 设置 提醒.
 */
export const remindersDue = (
  workspace: Workspace,
  now: Instant,
  calendar: WorkingCalendar,
  withDigest = false,
): boolean => {
  const { settings, ledger } = workspace;
  const confirmed = confirmedAt(workspace);
  const today = dateOf(now);
  if (!settings.reminders.on || confirmed === null || ledger.reminders.days.includes(today)) return false;
  if (!mayDisturb(now, calendar)) return false;
  if (withDigest) return confirmed < now;
  const hour = instantAt(today, settings.reminders.time);
  if (hour > now || hour <= confirmed) return false;
  return hour > lastMoved(workspace, 'reminders') && !digestToCome(workspace, now, calendar);
};

/** The next moment reminders may become due; infinity while there are none. A digest that carries them has its own hour. */
export const nextReminding = (workspace: Workspace, now: Instant): Instant => {
  const { reminders } = workspace.settings;
  if (!reminders.on || confirmedAt(workspace) === null) return Number.POSITIVE_INFINITY;
  const hour = instantAt(dateOf(now), reminders.time);
  return hour > now ? hour : instantAt(addDays(dateOf(now), 1), reminders.time);
};
