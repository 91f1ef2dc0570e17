import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import type { Outgoing } from '../../src/chat/message.ts';
import { createOutbox } from '../../src/jobs/outbox-job.ts';
import { settleDay } from '../../src/jobs/settle-day.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aPlan } from '../builders/workspace.ts';
import { anOffice } from '../digests/office.ts';
import { memoryStore } from './memory-store.ts';
import { aPlatform, entry, error, ID, keys, pass, START, setUp, text, withOutbox } from './outbox-setup.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

const ledOf = (workspace: Workspace): Workspace => ({ ...workspace, administrators: ['boss', 'chief'] });

describe('a chat that is gone', () => {
  const gone = () => aPlatform(() => error('target-gone'));

  it('is remembered, and its administrators are told in private, once', async () => {
    const told: string[] = [];
    const platform = {
      ...gone(),
      tell: async (_: string, person: string, reply: Outgoing) => {
        told.push(`${person} ${reply.kind === 'text' ? reply.text : ''}`);
      },
    };
    const { outbox, of } = setUp(platform, ledOf(withOutbox(entry('a'), entry('b', { to: 'u1' }))));
    await outbox.start();
    await pass(60_000);
    expect(of().ledger.pushing.goneSince).toBe(START);
    expect(told).toEqual([expect.stringMatching(/^boss .*移出/u), expect.stringMatching(/^chief .*移出/u)]);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('tells nobody where the platform cannot, and keeps the first moment', async () => {
    const { outbox, of, store } = setUp(gone(), ledOf(withOutbox(entry('a'))));
    await outbox.start();
    await pass(1_000);
    await store.update(ID, ({ ledger }) => void ledger.outbox.push(entry('late')));
    outbox.wake(ID);
    await pass(1_000);
    expect(of().ledger.pushing.goneSince).toBe(START);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('gets no digest and no reminder: they are missed, and told when somebody speaks there again', () => {
    const at = instant('2026-04-27', '09:00');
    const office = anOffice({ plans: [aPlan({ confirmedAt: instant('2026-04-20') })] });
    const away: Workspace = { ...office, ledger: { ...office.ledger, pushing: { advised: false, goneSince: at - 1 } } };
    const settled = structuredClone(away);
    const outcome = settleDay(settled, at, { calendar: stateCouncilCalendar(), canTell: true });
    expect(outcome.sent).toEqual([]);
    expect(outcome.missed).toEqual(['weekly:2026-W18']);
    expect(settled.ledger.outbox).toEqual([]);
    expect(settled.ledger.missesToTell[0]).toContain('周报');
  });
});

describe('a chat nothing can be pushed to yet', () => {
  it('keeps what waits, untried, until something happens there', async () => {
    let hasRoad = false;
    const platform = aPlatform(() => (hasRoad ? undefined : error('no-road')));
    const { outbox, of } = setUp(platform, withOutbox(entry('a'), entry('b')));
    await outbox.start();
    await pass(600_000);
    expect(platform.attempts).toHaveLength(1);
    expect(of().ledger.pushing.goneSince).toBeNull();
    expect(of().ledger.outbox.map(({ key }) => key)).toEqual(['a', 'b']);
    hasRoad = true;
    outbox.wake(ID);
    await pass(1_000);
    expect(keys(platform)).toEqual(['a', 'b']);
  });
});

describe('several processes on one store', () => {
  /** Two outboxes on one store, of which one at a time may send what waits there. */
  const twoOn = (...workspaces: Workspace[]) => {
    const memory = memoryStore(...workspaces);
    const holders = new Set<string>();
    const store = {
      ...memory.store,
      hold: async (id: string, lane: string) => {
        const lock = `${lane} ${id}`;
        if (holders.has(lock)) return null;
        holders.add(lock);
        return async () => void holders.delete(lock);
      },
    };
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const make = async () => new Uint8Array([1]);
    const open = (platform: ReturnType<typeof aPlatform>) =>
      createOutbox({ store, platforms: [platform], now: Date.now, log, make, random: () => 1 });
    return { ...memory, open, holders };
  };

  it('send each entry once between them', async () => {
    const many = Array.from({ length: 12 }, (_, index) => entry(`m${index}`));
    const { open, of } = twoOn(withOutbox(...many));
    const platform = aPlatform();
    const both = [open(platform), open(platform)];
    await Promise.all(both.map((outbox) => outbox.start()));
    await pass(20_000);
    expect(keys(platform)).toEqual(many.map(({ key }) => key));
    expect(of().ledger.outbox).toEqual([]);
  });

  it('write to each person once between them', async () => {
    const people = Array.from({ length: 6 }, (_, index) => entry(`p${index}`, { to: `u${index}` }));
    const { open, of } = twoOn(withOutbox(...people));
    const told: string[] = [];
    const platform = {
      ...aPlatform(),
      // Slow, so that the other process has time to come to the same entry.
      tell: async (_: string, person: string) => {
        await new Promise((resolve) => setTimeout(resolve, 50));
        told.push(person);
      },
    };
    await Promise.all([open(platform), open(platform)].map((outbox) => outbox.start()));
    await pass(20_000);
    expect(told).toEqual(people.map(({ to }) => to));
    expect(of().ledger.outbox).toEqual([]);
  });

  it('take over what another left when it ended', async () => {
    const { open, of, holders } = twoOn(withOutbox(entry('a')));
    holders.add(`chat ${ID}`);
    const platform = aPlatform();
    const outbox = open(platform);
    await outbox.start();
    await pass(10_000);
    expect(platform.attempts).toEqual([]);
    holders.delete(`chat ${ID}`);
    await pass(4_000);
    expect(keys(platform)).toEqual(['a']);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('answers kept in memory go out by the process that made them, whoever has the ledger', async () => {
    const { open, holders } = twoOn(withOutbox(entry('a')));
    holders.add(`chat ${ID}`);
    const platform = aPlatform();
    const outbox = open(platform);
    await outbox.start();
    outbox.send(ID, entry('look', { reply: text('本月') }));
    await pass(100);
    expect(keys(platform)).toEqual(['look']);
  });
});

it('tells how much waits, and since when', async () => {
  const platform = aPlatform(() => error('platform-unavailable'));
  const { outbox } = setUp(platform, withOutbox(entry('a'), entry('b', { since: START + 5 })));
  expect(outbox.state()).toEqual([{ platform: 'local', waiting: 0, oldest: undefined }]);
  await outbox.start();
  await pass(100);
  expect(outbox.state()).toEqual([{ platform: 'local', waiting: 2, oldest: START }]);
});
