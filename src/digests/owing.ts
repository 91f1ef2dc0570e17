import type { Instant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DIGEST_KINDS, type DigestKind } from './digest.ts';
import { type DueDigest, dueDigests, nextSlotHour, type Owing, type SlotHour } from './slots.ts';

/** The moment the first plan was confirmed; null while there is none. */
export const confirmedAt = (workspace: Workspace): Instant | null => {
  const [first, ...others] = workspace.plans.map((plan) => plan.confirmedAt);
  return first === undefined ? null : Math.min(first, ...others);
};

/**
 * When the group last gave this digest, or its reminders, another time. A digest whose hour lay before that is not owed: who moves the
 * 周报 from Friday to Monday on a Wednesday does not want one at once.
 */
export const lastMoved = (workspace: Workspace, kind: DigestKind | 'reminders'): Instant =>
  workspace.history.findLast((change) =>
    change.edits.some(({ on, field }) => on.kind === 'workspace' && field === `settings.${kind}`),
  )?.at ?? 0;

const forEachKind = <Value>(makeOf: (kind: DigestKind) => Value): Record<DigestKind, Value> => ({
  weekly: makeOf('weekly'),
  monthly: makeOf('monthly'),
  quarterly: makeOf('quarterly'),
  halfyearly: makeOf('halfyearly'),
  yearly: makeOf('yearly'),
});

/** What decides which digests the group is owed: its settings, since when, and what its ledger has. */
export const owingOf = (workspace: Workspace): Owing => {
  const confirmed = confirmedAt(workspace);
  return {
    settings: workspace.settings,
    since: forEachKind((kind) => (confirmed === null ? null : Math.max(confirmed, lastMoved(workspace, kind)))),
    records: workspace.ledger.digests,
  };
};

/** The digests of a group to be dealt with now, in the order they go out. */
export const dueDigestsOf = (workspace: Workspace, now: Instant, calendar: WorkingCalendar): DueDigest[] => {
  const confirmed = confirmedAt(workspace);
  // Asked every few seconds for every group: the history is only searched when something may be due.
  const atMost: Owing = {
    settings: workspace.settings,
    since: forEachKind(() => confirmed),
    records: workspace.ledger.digests,
  };
  if (dueDigests(atMost, now, calendar).length === 0) return [];
  return dueDigests(owingOf(workspace), now, calendar);
};

/** When the group's next digest of this kind goes out, for 设置; undefined when it is off or there is no plan yet. */
export const nextDigestHour = (
  workspace: Workspace,
  kind: DigestKind,
  now: Instant,
  calendar: WorkingCalendar,
): SlotHour | undefined => nextSlotHour(kind, owingOf(workspace), now, calendar);

/** Even without a known hour a group is looked at again after this long. */
const LOOK_AGAIN_MS = 3_600_000;

/** The next moment a digest of the group may become due as long as the group itself does not change. */
export const nextLook = (workspace: Workspace, now: Instant, calendar: WorkingCalendar): Instant => {
  const hours = DIGEST_KINDS.map(
    (kind) => nextDigestHour(workspace, kind, now, calendar)?.at ?? Number.POSITIVE_INFINITY,
  );
  return Math.min(...hours, now + LOOK_AGAIN_MS);
};
