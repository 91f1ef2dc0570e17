import { createHash } from 'node:crypto';
import { dateOf, type Instant, sayInstant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Reply } from '../chat/message.ts';
import { compile, titleOf } from '../digests/compile.ts';
import type { Digest } from '../digests/digest.ts';
import { digestCard } from '../digests/digest-card.ts';
import { frozenDigest } from '../digests/print-digest.ts';
import type { GroupReminder } from '../digests/reminders/group-reminder.ts';
import { sealed } from '../digests/sealed-digest.ts';
import type { DueDigest } from '../digests/slots.ts';
import { frozen } from '../workspace/frozen.ts';
import { readable } from '../workspace/plain-data.ts';
import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';

/** Misses named one by one; after a long silence the rest is a count. */
const MISSES_NAMED = 5;
/** More are not kept to be told. */
const MOST_MISSES = 12;
const OLDER = '更早的周报、月报等';

/** Unique over groups and slots, at most 50 characters: a platform may remember keys for the whole bot. */
const keyOf = (workspace: WorkspaceId, { slot }: DueDigest): string =>
  `${slot}:${createHash('sha256').update(workspace).digest('hex').slice(0, 16)}`;

const replyOf = (digest: Digest): Reply => {
  const card = digestCard(digest);
  return { kind: 'card', card, toast: card.title };
};

/** `4月27日 09:00的周报 第18周(4月27日—5月3日)`: which digest, and when it should have come. */
const sayMiss = ({ kind, period, hour }: DueDigest, now: Instant): string => {
  const today = dateOf(now);
  return `${sayInstant(hour.at, today)}的${titleOf(kind, period, today)}`;
};

const tellMisses = (workspace: Workspace, missed: readonly DueDigest[], now: Instant): void => {
  const named = missed.toSorted((a, b) => a.hour.at - b.hour.at).slice(-MISSES_NAMED);
  const unnamed = missed.length - named.length;
  if (unnamed > 0) workspace.ledger.missesToTell.push(`更早的周报、月报等共${unnamed}期`);
  const all = [...readable(workspace).ledger.missesToTell, ...named.map((each) => sayMiss(each, now))];
  // A bot that was out of its group for a year has a row of them; the newest are enough.
  workspace.ledger.missesToTell = all.length > MOST_MISSES ? [OLDER, ...all.slice(-MISSES_NAMED)] : all;
};

/** The slots of the digests that go out and of those that were missed; `late`: how many of the former are 补发. */
export interface SettledDigests {
  sent: string[];
  late: number;
  missed: string[];
}

/**
 * Deals with every digest that is due: writes it into the ledger and puts it into the outbox in the same breath, or puts
 * it down as missed. Run inside one update it makes each go out once, whoever else looks at the same moment. A month
 * that was printed on demand before its slot goes out as it was printed: what is frozen stays so.
 * @param reminders the day's, which stand at the end of the last one sent
 */
export const settleDigests = (
  workspace: Workspace,
  due: readonly DueDigest[],
  reminders: GroupReminder | null,
  { now, calendar }: { now: Instant; calendar: WorkingCalendar },
): SettledDigests => {
  const before = readable(workspace);
  const missed = due.filter(({ outcome }) => outcome === 'missed');
  const last = due.findLast(({ outcome }) => outcome !== 'missed');
  for (const each of due) {
    if (each.outcome === 'missed') {
      workspace.ledger.digests.push({ slot: each.slot, outcome: 'missed', at: now, digest: null });
      continue;
    }
    const printed = frozenDigest(before.ledger.digests, each.slot);
    const fresh = printed ?? compile(before, each.kind, each.period, { asOf: now, calendar });
    const carried = each === last && reminders ? { reminders } : {};
    const digest = { ...fresh, ...carried, late: each.outcome === 'sent-late' };
    workspace.ledger.digests.push({ slot: each.slot, outcome: each.outcome, at: now, digest: sealed(digest) });
    // Frozen, or every later look at the draft would copy all its rows.
    workspace.ledger.outbox.push({ key: keyOf(workspace.id, each), reply: frozen(replyOf(digest)), since: now });
  }
  if (missed.length > 0) tellMisses(workspace, missed, now);
  const slots = (list: readonly DueDigest[]) => list.map(({ slot }) => slot);
  return {
    sent: slots(due.filter(({ outcome }) => outcome !== 'missed')),
    late: due.filter(({ outcome }) => outcome === 'sent-late').length,
    missed: slots(missed),
  };
};
