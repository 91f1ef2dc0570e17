import { createHash } from 'node:crypto';
import { dateOf, type Instant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Card } from '../cards/card.ts';
import type { Reply } from '../chat/message.ts';
import { dueDigestsOf } from '../digests/owing.ts';
import { dayReminders } from '../digests/reminders/day-reminders.ts';
import type { DayReminders } from '../digests/reminders/reminder.ts';
import { groupReminderCard, personReminderCard } from '../digests/reminders/reminder-card.ts';
import { lastReminding, remindersDue } from '../digests/reminders/reminding-time.ts';
import type { DueDigest } from '../digests/slots.ts';
import { plainCopy, readable } from '../workspace/plain-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type SettledDigests, settleDigests } from './settle-digests.ts';

/** Days with reminders the ledger remembers: enough for a clock that is put back. */
const DAYS_KEPT = 14;

/** How a day is settled: by which calendar, and whether the platform can write to a person. */
export interface SettlingDay {
  calendar: WorkingCalendar;
  canTell: boolean;
}

/** Unique over groups, days and people, at most 50 characters. */
const keyOf = (workspace: Workspace, day: string, to: string): string =>
  `remind:${day}:${createHash('sha256').update(`${workspace.id} ${to}`).digest('hex').slice(0, 24)}`;

const replyOf = (card: Card): Reply => ({ kind: 'card', card: plainCopy(card), toast: card.title });

/** Puts the day's reminders into the outbox: the group's own message, unless a digest carries it, then what each person hears. */
const queueReminders = (workspace: Workspace, reminders: DayReminders, carried: boolean, now: Instant): void => {
  const { day, plan, group, people } = reminders;
  const { outbox } = workspace.ledger;
  const until = lastReminding(day);
  if (group && !carried) {
    const reply = replyOf(groupReminderCard(group, plan));
    outbox.push({ key: keyOf(workspace, day, ''), reply, since: now, until });
  }
  for (const person of people) {
    const reply = replyOf(personReminderCard(person, reminders));
    outbox.push({ key: keyOf(workspace, day, person.id), reply, since: now, to: person.id, until });
  }
};

/** What a day's reminders are, with the ledger told of them; null when they are not due. */
const settleReminders = (
  workspace: Workspace,
  now: Instant,
  withDigest: boolean,
  { calendar, canTell }: SettlingDay,
): DayReminders | null => {
  const before = readable(workspace);
  const today = dateOf(now);
  if (!remindersDue(before, now, calendar, withDigest)) return null;
  const { reminders, records } = dayReminders(before, today, { calendar, canTell });
  const days = [...before.ledger.reminders.days, today].slice(-DAYS_KEPT);
  workspace.ledger.reminders = { days, told: records };
  return reminders;
};

/**
 * Deals with everything the clock owes a group at a moment: digests, and the day's reminders, which go with the last digest
 * where there is one. Ledger and outbox are written in the same breath; run inside one update each goes out once. While
 * the bot is not in the chat digests are missed and nobody is reminded: who adds it again wants no row of old papers.
 */
export const settleDay = (
  workspace: Workspace,
  now: Instant,
  settling: SettlingDay,
): SettledDigests & { reminded: boolean } => {
  const isGone = readable(workspace).ledger.pushing.goneSince !== null;
  const due = dueDigestsOf(readable(workspace), now, settling.calendar).map(
    (each): DueDigest => (isGone ? { ...each, outcome: 'missed' } : each),
  );
  const withDigest = due.some(({ outcome }) => outcome !== 'missed');
  const reminders = isGone ? null : settleReminders(workspace, now, withDigest, settling);
  const settled = settleDigests(workspace, due, reminders?.group ?? null, { now, calendar: settling.calendar });
  if (reminders) queueReminders(workspace, reminders, withDigest, now);
  return { ...settled, reminded: reminders?.group != null };
};
