import { describe, expect, it } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { addDays, dateOf, type Instant, instantAt, timeOf } from '../../src/calendar/date.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { cardText } from '../../src/cards/card-text.ts';
import type { Outgoing } from '../../src/chat/message.ts';
import { DIGEST_KINDS, readSlot } from '../../src/digests/digest.ts';
import { digestCard } from '../../src/digests/digest-card.ts';
import { printDigest } from '../../src/digests/print-digest.ts';
import { openTurns, turnKey } from '../../src/digests/reminders/occasions.ts';
import { unsealed } from '../../src/digests/sealed-digest.ts';
import { CATCH_UP_WORKING_DAYS, slotHour } from '../../src/digests/slots.ts';
import { makePaper } from '../../src/exports/make-paper.ts';
import { createDigestJob } from '../../src/jobs/digest-job.ts';
import { createOutbox } from '../../src/jobs/outbox-job.ts';
import type { ReminderRecord } from '../../src/workspace/ledger.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aSchedule, aTask } from '../builders/task.ts';
import { aMember, aPlan, aWorkspace } from '../builders/workspace.ts';
import { memoryStore } from './memory-store.ts';

const ID = 'local:test';
const calendar = stateCouncilCalendar();
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Numbers that look random and are the same in every run. */
const dice = (seed: number) => {
  let state = seed;
  return (sides: number): number => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
};

const anOfficeOf120 = (): Workspace =>
  aWorkspace({
    plans: [aPlan({ confirmedAt: instant('2026-01-01', '12:00') })],
    settings: { ...DEFAULT_SETTINGS, reminders: { ...DEFAULT_SETTINGS.reminders, byName: true, escalateAfter: 5 } },
    // 职工3 is nobody's name. Four people: what the platform takes in a second, and in this year a tick is one moment.
    members: [
      ...['0', '1', '2'].map((index) => aMember({ id: `u${index}`, name: `职工${index}` })),
      aMember({ id: 'u9', name: '主席' }),
    ],
    tasks: Array.from({ length: 120 }, (_, index) =>
      aTask({
        number: index + 1,
        title: `第${index + 1}项工作`,
        owners: [`职工${index % 4}`],
        leaders: ['主席'],
        schedule:
          index % 8 === 0
            ? aSchedule({ freq: index % 16 === 0 ? 'monthly' : 'weekly' })
            : aSchedule({ end: addDays('2026-01-10', index * 3) }),
      }),
    ),
  });

interface Arrived {
  at: Instant;
  text: string;
  times: number;
  /** Whom it went to in private; null: the group. */
  to: string | null;
}

/** A year of the office: days pass, people close tasks, the bot is killed and started, the platform fails now and then. */
const liveThrough = async (seed: number) => {
  const roll = dice(seed);
  const memory = memoryStore(anOfficeOf120());
  const clock = { at: 0 };
  const now = () => clock.at;
  const arrived = new Map<string, Arrived>();
  /** Every reminder, as the ledger has it in the moment it is made; and what was open when it was. */
  const reminded: { record: ReminderRecord; at: Instant; open: boolean }[] = [];
  const platform = {
    name: 'local',
    away: false,
    deliver: async (_id: string, reply: Outgoing, key: string) => take(reply, key, null),
    tell: async (_id: string, person: string, reply: Outgoing, key: string) => take(reply, key, person),
  };
  const take = (reply: Outgoing, key: string, to: string | null): void => {
    if (platform.away) throw new BanjieError('platform-unavailable', 'away');
    if (reply.kind !== 'card') throw new Error('all of it is cards');
    const before = arrived.get(key);
    arrived.set(
      key,
      before ? { ...before, times: before.times + 1 } : { at: now(), text: cardText(reply.card), times: 1, to },
    );
  };
  const boot = () => {
    const outbox = createOutbox({ store: memory.store, platforms: [platform], now, log: quiet, make: makePaper });
    const job = createDigestJob({
      store: memory.store,
      calendar,
      now,
      tellsPeople: () => true,
      wake: (id) => outbox.wake(id),
      log: quiet,
    });
    return { outbox, job };
  };
  const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
  let bot = boot();
  let restarts = 0;
  await bot.outbox.start();
  for (let date = '2026-01-01'; date <= '2027-01-04'; date = addDays(date, 1)) {
    for (const time of ['08:40', '09:00', '09:01', '15:00']) {
      clock.at = instantAt(date, time);
      const fate = roll(40);
      platform.away = fate === 0;
      memory.faults.update = fate === 1;
      const before = memory.of();
      await bot.job.tick();
      for (const record of memory.of().ledger.reminders.told) {
        if (before.ledger.reminders.told.includes(record)) continue;
        const open = openTurns(before, dateOf(now())).some((turn) => turnKey(turn) === record.turn);
        if (record.on === dateOf(now()) && !before.ledger.reminders.days.includes(record.on))
          reminded.push({ record, at: now(), open });
      }
      for (let round = 0; round < 12; round += 1) await settle();
      memory.faults.update = false;
      if (fate <= 3) {
        platform.away = false;
        await bot.outbox.stop();
        bot = boot();
        restarts += 1;
        await bot.outbox.start();
        await settle();
      }
    }
    await memory.store.update(ID, ({ tasks }) => {
      const task = tasks[roll(tasks.length)];
      if (!task || task.schedule.freq !== null || task.closings.length > 0) return;
      task.closings.push({ period: null, late: false, check: null, by: 'u1', at: clock.at });
    });
  }
  await bot.outbox.stop();
  return { ...memory, arrived, reminded, restarts, after: memory.of() };
};

/** What must hold of a year's reminders, whatever happened to the server. */
const expectReminders = (
  messages: [key: string, message: Arrived][],
  reminded: Awaited<ReturnType<typeof liveThrough>>['reminded'],
  after: Workspace,
): void => {
  const receivers = messages.map(([, { at, to }]) => `${dateOf(at)} ${to ?? 'group'}`);
  expect(new Set(receivers).size).toBe(receivers.length);
  for (const [key, { at, times }] of messages) {
    expect(calendar.isWorkingDay(dateOf(at)), key).toBe(true);
    expect(timeOf(at) >= '08:30' && timeOf(at) <= '18:00', key).toBe(true);
    expect(times, key).toBe(1);
  }
  // The group hears of reminders in a message of its own or in a digest, never in both.
  const carried = after.ledger.digests.filter(({ digest }) => 'reminders' in (unsealed(digest) ?? {}));
  const ownDays = messages.filter(([, { to }]) => to === null).map(([, { at }]) => dateOf(at));
  const days = [...carried.map(({ at }) => dateOf(at)), ...ownDays];
  expect(new Set(days).size).toBe(days.length);
  expect(carried.length).toBeGreaterThan(20);
  expect(ownDays.length).toBeGreaterThan(50);
  expect(new Set(messages.map(([, { to }]) => to))).toEqual(new Set([null, 'u0', 'u1', 'u2', 'u9']));
  expect(reminded.length).toBeGreaterThan(200);
  expect(reminded.filter(({ open }) => !open)).toEqual([]);
  const each = reminded.map(({ record: { turn, deadline, stage, escalated } }) =>
    [turn, deadline, stage, escalated].join(' '),
  );
  expect(new Set(each).size).toBe(each.length);
};

const slotNamed = (slot: string) => {
  const named = readSlot(slot);
  if (!named) throw new Error(`no slot: ${slot}`);
  return named;
};

describe('a year of digests', () => {
  it.each([
    1, 7, 42,
  ])('each goes out once, on a working day, and prints again as it was sent (seed %i)', async (seed) => {
    const { after, arrived, reminded, restarts, store } = await liveThrough(seed);
    expect(restarts).toBeGreaterThanOrEqual(10);
    const sent = after.ledger.digests.filter(({ outcome }) => outcome === 'sent' || outcome === 'sent-late');
    expect(new Set(sent.map(({ slot }) => slot)).size).toBe(sent.length);
    expect(after.ledger.digests.filter(({ outcome }) => outcome === 'missed')).toEqual([]);
    // Of each kind those whose hour came between 1 January 2026, noon, and 4 January 2027.
    const counts = DIGEST_KINDS.map((kind) => [kind, sent.filter(({ slot }) => slot.startsWith(`${kind}:`)).length]);
    expect(Object.fromEntries(counts)).toEqual({ yearly: 2, halfyearly: 3, quarterly: 5, monthly: 13, weekly: 52 });
    const reminders = [...arrived].filter(([key]) => key.startsWith('remind:'));
    expect(arrived.size - reminders.length).toBe(sent.length);
    expectReminders(reminders, reminded, after);
    expect(after.ledger.outbox).toEqual([]);
    for (const { slot, at } of sent) {
      const { kind, period } = slotNamed(slot);
      const hour = slotHour(kind, period, after.settings[kind], calendar);
      expect(calendar.isWorkingDay(dateOf(at)), slot).toBe(true);
      expect(at, slot).toBeGreaterThanOrEqual(hour?.at ?? Number.POSITIVE_INFINITY);
      expect(calendar.workingDaysAfter(hour?.day ?? '', dateOf(at)), slot).toBeLessThanOrEqual(
        CATCH_UP_WORKING_DAYS[kind],
      );
    }
    for (const { slot } of sent) {
      const { kind, period } = slotNamed(slot);
      const printed = await store.update(ID, (workspace) =>
        printDigest(workspace, { kind, period, asOf: instant('2027-02-20'), calendar }),
      );
      if (!printed.ok) throw new Error(`${slot} cannot be printed`);
      const key = [...arrived.keys()].find((each) => each.startsWith(slot)) ?? '';
      expect(cardText(digestCard(printed.digest))).toBe(arrived.get(key)?.text);
    }
  });
});
