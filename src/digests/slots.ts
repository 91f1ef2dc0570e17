import {
  addDays,
  addMonths,
  dateOf,
  daysInMonth,
  type Instant,
  type IsoDate,
  instantAt,
  isoDate,
  monthOf,
  yearOf,
} from '../calendar/date.ts';
import { nextPeriod, type PeriodKey, periodOf, periodWindow, previousPeriod } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { DigestRecord } from '../workspace/ledger.ts';
import type { DigestTime, Settings } from '../workspace/settings.ts';
import { DIGEST_KINDS, type DigestKind, type Slot, slotOf } from './digest.ts';

/** Up to how many working days after the slot's own day a digest is still sent (补发); PRODUCT.md, Digests. */
export const CATCH_UP_WORKING_DAYS: Record<DigestKind, number> = {
  weekly: 2,
  monthly: 5,
  quarterly: 5,
  halfyearly: 5,
  yearly: 5,
};
/** Sent later than this after its hour it is marked 补发; a few missed ticks of the clock are not lateness. */
export const ON_TIME_MS = 2 * 60_000;

/** The hour a digest goes out. `day` is its date in Asia/Shanghai, always a working day. */
export interface SlotHour {
  day: IsoDate;
  at: Instant;
}

/** A digest that is to be dealt with now: sent, sent late (补发), or put down as missed for good. */
export interface DueDigest {
  slot: Slot;
  kind: DigestKind;
  period: PeriodKey;
  /** The hour it should have gone out. */
  hour: SlotHour;
  outcome: 'sent' | 'sent-late' | 'missed';
}

/** What decides which digests are due, besides the hour. */
export interface Owing {
  settings: Pick<Settings, DigestKind>;
  /** Only digests whose hour comes after this moment are owed; null: none are (no plan yet). */
  since: Record<DigestKind, Instant | null>;
  records: readonly Pick<DigestRecord, 'slot' | 'outcome' | 'at'>[];
}

/** The days on which the digest of a period may go out: the week itself, or the month after the period. */
const sendingWindow = (kind: DigestKind, period: PeriodKey): Window =>
  periodWindow(kind === 'weekly' ? period : periodOf('monthly', addDays(periodWindow(period).end, 1)));

/** The group's own day in the window: a weekday of the week, or a day of the month; one the month does not have is its last. */
const ownDay = (kind: DigestKind, window: Window, day: number): IsoDate => {
  if (kind === 'weekly') return addDays(window.start, day - 1);
  const [year, month] = [yearOf(window.start), monthOf(window.start)];
  return isoDate(year, month, Math.min(day, daysInMonth(year, month))) ?? window.start;
};

/**
 * When the digest of a period goes out. A day that is not worked moves on to the next working day of the same week or
 * month, and back to the one before when none is left: 周五 on a holiday becomes 周四. undefined in a week without a working day.
 */
export const slotHour = (
  kind: DigestKind,
  period: PeriodKey,
  time: DigestTime,
  calendar: WorkingCalendar,
): SlotHour | undefined => {
  const window = sendingWindow(kind, period);
  const wanted = time.day === 'first-working-day' ? window.start : ownDay(kind, window, time.day);
  const day =
    calendar.firstWorkingDay({ start: wanted, end: window.end }) ??
    calendar.lastWorkingDay({ start: window.start, end: wanted });
  return day === undefined ? undefined : { day, at: instantAt(day, time.time) };
};

/** Slots that are settled. A miss put down while the clock stood too far ahead is taken back with the clock. */
const settledSlots = (records: Owing['records'], now: Instant): Set<string> =>
  new Set(
    records
      .filter(({ outcome, at }) => outcome === 'sent' || outcome === 'sent-late' || (outcome === 'missed' && at <= now))
      .map(({ slot }) => slot),
  );

/** The newest period whose digest may go out by today: this week, or the month, quarter … before this one. */
const newestPeriod = (kind: DigestKind, today: IsoDate): PeriodKey => {
  const running = periodOf(kind, today);
  return kind === 'weekly' ? running : previousPeriod(running);
};

/**
 * The first period that may still be open: the one after the last settled, but none before the group was owed any.
 * Periods still to come do not count as settled: they are in the ledger only if the clock stood too far ahead once.
 */
const firstOpenPeriod = (kind: DigestKind, since: IsoDate, newest: PeriodKey, settled: Set<string>): PeriodKey => {
  const prefix = slotOf(kind, '');
  let last = '';
  for (const slot of settled) {
    const period = slot.startsWith(prefix) ? slot.slice(prefix.length) : '';
    if (period > last && period <= newest) last = period;
  }
  const earliest = newestPeriod(kind, since);
  return last >= earliest ? nextPeriod(last) : earliest;
};

/** What becomes of a digest whose hour is over. One that was missed goes out as soon as the server is back, whatever the hour. */
const outcomeOf = (kind: DigestKind, hour: SlotHour, now: Instant, calendar: WorkingCalendar): DueDigest['outcome'] => {
  if (calendar.workingDaysAfter(hour.day, dateOf(now)) > CATCH_UP_WORKING_DAYS[kind]) return 'missed';
  return now - hour.at > ON_TIME_MS ? 'sent-late' : 'sent';
};

const dueOfKind = (kind: DigestKind, owing: Owing, now: Instant, calendar: WorkingCalendar): DueDigest[] => {
  const since = owing.since[kind];
  const time = owing.settings[kind];
  if (since === null || !time.on || since > now) return [];
  const settled = settledSlots(owing.records, now);
  const newest = newestPeriod(kind, dateOf(now));
  const due: DueDigest[] = [];
  const first = firstOpenPeriod(kind, dateOf(since), newest, settled);
  for (let period = first; period <= newest; period = nextPeriod(period)) {
    const slot = slotOf(kind, period);
    const hour = slotHour(kind, period, time, calendar);
    if (settled.has(slot) || hour === undefined || hour.at > now || hour.at <= since) continue;
    const outcome = outcomeOf(kind, hour, now, calendar);
    if (outcome) due.push({ slot, kind, period, hour, outcome });
  }
  return due;
};

/** The digests to be dealt with now, in the order they go out: the longest period first, then the older. */
export const dueDigests = (owing: Owing, now: Instant, calendar: WorkingCalendar): DueDigest[] =>
  DIGEST_KINDS.flatMap((kind) => dueOfKind(kind, owing, now, calendar));

/** The next hour a digest of this kind goes out after `now`; undefined when it is off or none is owed. */
export const nextSlotHour = (
  kind: DigestKind,
  owing: Owing,
  now: Instant,
  calendar: WorkingCalendar,
): SlotHour | undefined => {
  const since = owing.since[kind];
  const time = owing.settings[kind];
  if (since === null || !time.on) return undefined;
  const settled = settledSlots(owing.records, now);
  let period = newestPeriod(kind, dateOf(now));
  // A week can be all holiday, two in a row cannot; a few more turns make sure of an answer.
  for (let turn = 0; turn < 6; turn += 1, period = nextPeriod(period)) {
    const hour = slotHour(kind, period, time, calendar);
    if (hour && hour.at > now && hour.at > since && !settled.has(slotOf(kind, period))) return hour;
  }
  return undefined;
};

/** The day of the month until which 月报 without a month means the month that ended; PRODUCT.md, Digests. */
const LAST_DAY_FOR_PAST_MONTH = 10;
/** How many months 季报, 半年总结 and 年终总结 go on meaning the period that ended: a third of the running one, as for 月报. */
const MONTHS_FOR_PAST = { quarterly: 1, halfyearly: 2, yearly: 4 };

/** The last day on which a digest without a period means the one that ended; the day before the period when it never does. */
export const lastDayForPast = (kind: DigestKind, running: PeriodKey): IsoDate => {
  const { start } = periodWindow(running);
  if (kind === 'weekly') return addDays(start, -1);
  return addDays(
    kind === 'monthly' ? addDays(start, LAST_DAY_FOR_PAST_MONTH) : addMonths(start, MONTHS_FOR_PAST[kind]),
    -1,
  );
};

/**
 * The period a digest is of when none is named: the running week; until the 10th the month that ended, then the running
 * one; until the end of April the year that ended, and so in between.
 */
export const periodOnDemand = (kind: DigestKind, today: IsoDate): PeriodKey => {
  const running = periodOf(kind, today);
  return today <= lastDayForPast(kind, running) ? previousPeriod(running) : running;
};
