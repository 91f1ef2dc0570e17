import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { stateCouncilCalendar } from '../../src/calendar/working-days.ts';
import { unsealed } from '../../src/digests/sealed-digest.ts';
import { makePaper } from '../../src/exports/make-paper.ts';
import { isReply } from '../../src/jobs/delivery.ts';
import { createDigestJob } from '../../src/jobs/digest-job.ts';
import { createOutbox } from '../../src/jobs/outbox-job.ts';
import { DEFAULT_SETTINGS } from '../../src/workspace/settings.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instant } from '../builders/acting.ts';
import { aPlan } from '../builders/workspace.ts';
import { anOffice } from '../digests/office.ts';
import { memoryStore } from './memory-store.ts';

const ID = 'local:test';
const calendar = stateCouncilCalendar();
const confirmed = (date: string, time?: string) => [aPlan({ confirmedAt: instant(date, time) })];
const { reminders } = DEFAULT_SETTINGS;
/** Without reminders, which have their own tests. */
const newOffice = (date = '2026-04-25', overrides: Partial<Workspace> = {}) =>
  anOffice({
    plans: confirmed(date),
    ...overrides,
    settings: { ...DEFAULT_SETTINGS, ...overrides.settings, reminders: { ...reminders, on: false } },
  });

/** A digest job over a store in memory whose clock the test moves. */
const setUp = (...workspaces: Workspace[]) => {
  const memory = memoryStore(...workspaces);
  const clock = { at: 0 };
  const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
  const woken: string[] = [];
  const make = () =>
    createDigestJob({ store: memory.store, calendar, now: () => clock.at, wake: (id) => woken.push(id), log });
  const job = make();
  const tickAt = async (date: string, time?: string) => {
    clock.at = instant(date, time);
    await job.tick();
  };
  return { ...memory, clock, log, woken, make, job, tickAt };
};
const slots = (workspace: Workspace) => workspace.ledger.digests.map(({ slot, outcome }) => `${slot} ${outcome}`);
const titles = (workspace: Workspace) =>
  workspace.ledger.outbox.map(({ reply }) => (isReply(reply) && reply.kind === 'card' ? reply.card.title : 'no card'));

describe('a tick', () => {
  it('puts a digest that is due into ledger and outbox, once', async () => {
    const { tickAt, of, woken, writes } = setUp(newOffice());
    await tickAt('2026-04-27', '08:59');
    expect(writes()).toBe(0);
    await tickAt('2026-04-27', '09:00');
    expect(slots(of())).toEqual(['weekly:2026-W18 sent']);
    expect(titles(of())).toEqual(['周报 第18周(4月27日—5月3日)']);
    expect(woken).toEqual([ID]);
    await tickAt('2026-04-27', '09:01');
    await tickAt('2026-04-30', '12:00');
    expect(writes()).toBe(1);
  });

  it('two that are due at one hour are two messages, the longest period first', async () => {
    const { tickAt, of } = setUp(newOffice('2026-05-20'));
    await tickAt('2026-06-01', '09:00');
    expect(titles(of())).toEqual(['5月月报', '周报 第23周(6月1日—6月7日)']);
    const keys = of().ledger.outbox.map(({ key }) => key);
    expect(new Set(keys).size).toBe(2);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(50);
  });

  it('at the turn of a half year the whole row comes, each under a title of its own', async () => {
    const { tickAt, of } = setUp(newOffice('2026-06-30'));
    await tickAt('2026-07-01', '09:00');
    expect(titles(of())).toEqual(['上半年总结', '二季度季报', '6月月报']);
    const keys = of().ledger.outbox.map(({ key }) => key);
    expect(new Set(keys).size).toBe(3);
    for (const key of keys) expect(key.length).toBeLessThanOrEqual(50);
  });

  it('what was down at the hour goes out marked 补发', async () => {
    const { tickAt, of } = setUp(newOffice());
    await tickAt('2026-04-28', '10:00');
    expect(slots(of())).toEqual(['weekly:2026-W18 sent-late']);
    expect(titles(of())).toEqual(['周报 第18周(4月27日—5月3日) · 补发']);
  });

  it('what is too late is put down and told by name and date', async () => {
    const { tickAt, of } = setUp(newOffice());
    await tickAt('2026-04-30', '10:00');
    expect(slots(of())).toEqual(['weekly:2026-W18 missed']);
    expect(of().ledger.outbox).toEqual([]);
    expect(of().ledger.missesToTell).toEqual(['4月27日 09:00的周报 第18周(4月27日—5月3日)']);
    await tickAt('2026-04-30', '10:01');
    expect(of().ledger.missesToTell.length).toBe(1);
  });

  it('after half a year of silence the older misses are a count', async () => {
    const { tickAt, of } = setUp(newOffice('2026-01-05', {}));
    await tickAt('2026-07-10', '10:00');
    expect(of().ledger.missesToTell.length).toBe(6);
    expect(of().ledger.missesToTell.slice(1)).toEqual([
      '6月29日 09:00的周报 第27周(6月29日—7月5日)',
      '7月1日 09:00的上半年总结',
      '7月1日 09:00的二季度季报',
      '7月1日 09:00的6月月报',
      '7月6日 09:00的周报 第28周(7月6日—7月12日)',
    ]);
    expect(of().ledger.missesToTell[0]).toMatch(/^更早的周报、月报等共\d+期$/);
  });

  it('a month printed on demand before its slot goes out as it was printed', async () => {
    const { tickAt, of, store } = setUp(newOffice('2026-04-10'));
    const { printDigest } = await import('../../src/digests/print-digest.ts');
    await store.update(ID, (workspace) => {
      printDigest(workspace, { kind: 'monthly', period: '2026-04', asOf: instant('2026-05-04'), calendar });
    });
    await tickAt('2026-05-06', '09:00');
    const record = of().ledger.digests.find(({ slot, outcome }) => slot === 'monthly:2026-04' && outcome === 'sent');
    expect(unsealed(record?.digest)).toMatchObject({ asOf: instant('2026-05-04'), late: false });
  });

  it('each group has its own, under a key of its own', async () => {
    const { tickAt, of } = setUp(newOffice(), { ...newOffice(), id: 'local:other' });
    await tickAt('2026-04-27', '09:00');
    const keys = [of(), of('local:other')].map(({ ledger }) => ledger.outbox[0]?.key);
    expect(new Set(keys).size).toBe(2);
  });

  it('a group without a plan gets none', async () => {
    const { tickAt, writes } = setUp(anOffice({ plans: [], tasks: [] }));
    await tickAt('2026-04-27', '09:00');
    expect(writes()).toBe(0);
  });
});

describe('what a look remembers', () => {
  it('leaves a group alone between its hours, until the group changes', async () => {
    const { tickAt, store, job, clock, of } = setUp(newOffice());
    const read = vi.spyOn(store, 'read');
    await tickAt('2026-04-27', '10:00');
    await tickAt('2026-04-27', '10:01');
    await tickAt('2026-04-27', '10:30');
    // Once to look, once for the state after what was due had been settled.
    expect(read).toHaveBeenCalledTimes(2);
    await store.update(ID, ({ settings, ledger }) => {
      settings.weekly = { on: true, day: 1, time: '10:32' };
      ledger.digests = [];
    });
    clock.at = instant('2026-04-27', '10:32');
    await job.tick();
    expect(slots(of())).toEqual(['weekly:2026-W18 sent']);
  });

  it('a change during the look counts', async () => {
    const { store, job, clock, of } = setUp(anOffice({ plans: [] }));
    const read = vi.spyOn(store, 'read').mockImplementationOnce(async () => {
      const before = of();
      await store.update(ID, (workspace) => {
        workspace.plans = confirmed('2026-04-25');
      });
      return before;
    });
    clock.at = instant('2026-04-27', '08:59');
    await job.tick();
    clock.at = instant('2026-04-27', '09:00');
    await job.tick();
    expect(read).toHaveBeenCalledTimes(3);
    expect(slots(of())).toEqual(['weekly:2026-W18 sent']);
  });

  it('a clock set back is looked at anew', async () => {
    const { tickAt, of } = setUp(newOffice());
    await tickAt('2026-05-30', '10:00');
    const settled = slots(of()).length;
    await tickAt('2026-04-27', '09:00');
    expect(slots(of()).length).toBe(settled + 1);
    expect(titles(of()).at(-1)).toBe('周报 第18周(4月27日—5月3日)');
  });
});

describe('many at once', () => {
  it('of two racers one sends', async () => {
    const { make, clock, of, woken } = setUp(newOffice());
    clock.at = instant('2026-04-27', '09:00');
    await Promise.all([make().tick(), make().tick(), make().tick()]);
    expect(slots(of())).toEqual(['weekly:2026-W18 sent']);
    expect(of().ledger.outbox.length).toBe(1);
    expect(woken).toEqual([ID]);
  });

  it('a broken group costs the others nothing and does not fill the log', async () => {
    const { store, job, clock, log, of } = setUp({ ...newOffice(), id: 'local:a' }, newOffice());
    const read = store.read;
    vi.spyOn(store, 'read').mockImplementation(async (id) => {
      if (id === 'local:a') throw new BanjieError('workspace-broken', 'set aside');
      return read(id);
    });
    for (let minute = 0; minute < 60; minute += 1) {
      clock.at = instant('2026-04-27', '09:00') + minute * 60_000;
      await job.tick();
    }
    expect(slots(of())).toEqual(['weekly:2026-W18 sent']);
    expect(log.error.mock.calls.length).toBeLessThan(12);
    expect(log.error.mock.calls.length).toBeGreaterThan(3);
  });

  it('a full disk delays a digest and loses none', async () => {
    const { tickAt, faults, of } = setUp(newOffice());
    faults.update = true;
    await tickAt('2026-04-27', '09:00');
    expect(slots(of())).toEqual([]);
    faults.update = false;
    await tickAt('2026-04-27', '09:01');
    expect(slots(of())).toEqual(['weekly:2026-W18 sent']);
  });
});

describe('by the clock', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: instant('2026-04-27', '08:58') });
  });
  afterEach(() => {
    vi.useRealTimers();
  });
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

  it('ticks by itself, through to the chat, and no more after a stop', async () => {
    const { store, of } = memoryStore(newOffice());
    const said: string[] = [];
    const local = {
      name: 'local',
      async deliver(_id: string, reply: { kind: string; toast?: string }) {
        said.push(`${reply.toast} ${new Date().toISOString().slice(11, 16)}`);
      },
    };
    const outbox = createOutbox({ store, platforms: [local], now: Date.now, log: quiet, make: makePaper });
    const job = createDigestJob({ store, calendar, now: Date.now, wake: (id) => outbox.wake(id), log: quiet });
    await outbox.start();
    await job.start();
    await vi.advanceTimersByTimeAsync(5 * 60_000);
    expect(said).toEqual(['周报 第18周(4月27日—5月3日) 01:00']);
    expect(of().ledger.outbox).toEqual([]);
    const stopping = Promise.all([job.stop(), outbox.stop()]);
    await vi.advanceTimersByTimeAsync(100);
    await stopping;
    await vi.advanceTimersByTimeAsync(30 * 24 * 3_600_000);
    expect(said.length).toBe(1);
  });

  it('looks at once when it starts: what came due meanwhile does not wait', async () => {
    const { store, of } = memoryStore(newOffice('2026-04-20'));
    const job = createDigestJob({ store, calendar, now: Date.now, wake: () => undefined, log: quiet });
    vi.setSystemTime(instant('2026-04-28', '11:00') + 1_000);
    await job.start();
    await vi.advanceTimersByTimeAsync(0);
    expect(slots(of())).toEqual(['weekly:2026-W18 sent-late']);
    await job.stop();
  });
});
