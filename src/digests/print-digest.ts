import { addDays, dateOf, type Instant, type IsoDate, yearOf } from '../calendar/date.ts';
import { freqOf, isPeriodKey, type PeriodKey, periodOf, periodWindow } from '../calendar/period.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { DigestRecord } from '../workspace/ledger.ts';
import { readable } from '../workspace/plain-data.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { compile } from './compile.ts';
import { type Digest, type DigestKind, type Slot, slotOf } from './digest.ts';
import { sealed, unsealed } from './sealed-digest.ts';
import { periodOnDemand } from './slots.ts';

/** What a person asked for: `周报`, `月报 4月`, `上半年总结`. */
export interface Printing {
  kind: DigestKind;
  /** The period named; null when none was. */
  period: PeriodKey | null;
  asOf: Instant;
  calendar: WorkingCalendar;
}

/** `frozen`: it was sent or printed before and is shown as it was then. */
export type Printed =
  | { ok: true; digest: Digest; frozen: boolean }
  | { ok: false; reason: 'not-begun'; period: PeriodKey; begins: IsoDate }
  | { ok: false; reason: 'no-such-period'; period: PeriodKey }
  | { ok: false; reason: 'no-plan-yet'; period: PeriodKey; firstYear: number };

/** The year of the first plan when the period and the day after it lie before it: there is nothing to tell of it. */
export const firstYearAfter = (workspace: Workspace, period: PeriodKey): number | undefined => {
  const firstYear = readable(workspace.tasks).reduce(
    (first, { year }) => Math.min(first, year),
    Number.POSITIVE_INFINITY,
  );
  return yearOf(addDays(periodWindow(period).end, 1)) < firstYear ? firstYear : undefined;
};

/** The digest that was sent for a slot, else the one that was printed first; undefined when there is none. Safe to keep. */
export const frozenDigest = (records: readonly DigestRecord[], slot: Slot): Digest | undefined => {
  const kept = readable(records).filter((record) => record.slot === slot);
  const isPrinted = ({ outcome }: DigestRecord): boolean => outcome === 'printed';
  for (const { digest } of [...kept.filter((record) => !isPrinted(record)), ...kept.filter(isPrinted)]) {
    const found = unsealed(digest);
    if (found) return found;
  }
  return undefined;
};

/** The period meant when none was named: of a quarter, half or year that had no plan yet there is nothing to tell. */
const periodMeant = (workspace: Workspace, kind: DigestKind, today: IsoDate): PeriodKey => {
  const period = periodOnDemand(kind, today);
  if (kind === 'weekly' || kind === 'monthly') return period;
  const last = yearOf(periodWindow(period).end);
  return readable(workspace.tasks).some(({ year }) => year <= last) ? period : periodOf(kind, today);
};

/**
 * A digest on demand. A period that is over is frozen at its first printing: the ledger of the draft keeps it, and
 * printing again gives the same. A running one is compiled anew. The slot of the clock is never used up by it.
 */
export const printDigest = (workspace: Workspace, { kind, period: asked, asOf, calendar }: Printing): Printed => {
  const today = dateOf(asOf);
  const period = asked ?? periodMeant(workspace, kind, today);
  if (!isPeriodKey(period) || freqOf(period) !== kind) return { ok: false, reason: 'no-such-period', period };
  const { start, end } = periodWindow(period);
  if (start > today) return { ok: false, reason: 'not-begun', period, begins: start };
  if (end >= today) return { ok: true, digest: compile(workspace, kind, period, { asOf, calendar }), frozen: false };
  const slot = slotOf(kind, period);
  const kept = frozenDigest(workspace.ledger.digests, slot);
  if (kept) return { ok: true, digest: kept, frozen: true };
  const firstYear = firstYearAfter(workspace, period);
  if (firstYear !== undefined) return { ok: false, reason: 'no-plan-yet', period, firstYear };
  const digest = compile(workspace, kind, period, { asOf, calendar });
  workspace.ledger.digests.push({ slot, outcome: 'printed', at: asOf, digest: sealed(digest) });
  return { ok: true, digest, frozen: false };
};
