import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { makePaper } from '../../src/exports/make-paper.ts';
import { createOutbox } from '../../src/jobs/outbox-job.ts';
import { memoryStore } from './memory-store.ts';
import { aPlatform, entry, error, ID, keys, pass, START, setUp, withOutbox } from './outbox-setup.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a store that is away', () => {
  it('what is out is not sent twice, what is new still goes out, and the ledger is cleared later', async () => {
    const platform = aPlatform();
    const { outbox, of, faults } = setUp(platform, withOutbox(entry('a'), entry('b')));
    faults.update = true;
    await outbox.start();
    await pass(30_000);
    expect(keys(platform)).toEqual(['a', 'b']);
    expect(of().ledger.outbox.length).toBe(2);
    outbox.send(ID, entry('look', { since: START + 30_000 }));
    await pass(0);
    expect(keys(platform)).toEqual(['a', 'b', 'look']);
    faults.update = false;
    await pass(15_000);
    expect(of().ledger.outbox).toEqual([]);
    expect(keys(platform)).toEqual(['a', 'b', 'look']);
  });

  it('an answer in memory goes out although the ledger cannot be read', async () => {
    const platform = aPlatform();
    const { outbox, faults } = setUp(platform, withOutbox());
    faults.read = true;
    outbox.send(ID, entry('sorry'));
    await pass(0);
    expect(keys(platform)).toEqual(['sorry']);
  });
});

describe('starting and stopping', () => {
  it('what a stop leaves goes out after the next start, under the same key', async () => {
    const away = aPlatform(() => error('platform-unavailable'));
    const first = setUp(away, withOutbox(entry('a'), entry('b')));
    await first.outbox.start();
    await pass(5_000);
    const stopped = first.outbox.stop();
    await pass(0);
    await stopped;
    const attempts = away.attempts.length;
    await pass(60_000);
    expect(away.attempts.length).toBe(attempts);
    const platform = aPlatform();
    const second = setUp(platform, first.of());
    await second.outbox.start();
    await pass(1_000);
    expect(keys(platform)).toEqual(['a', 'b']);
  });

  it('a stop lets a delivery end, and what waits in memory go out', async () => {
    const platform = aPlatform();
    const { outbox } = setUp(platform, withOutbox());
    await outbox.start();
    for (let index = 0; index < 6; index += 1) outbox.send(ID, entry(`m${index}`));
    const stopped = outbox.stop();
    await pass(1_500);
    await stopped;
    expect(keys(platform).length).toBe(6);
  });

  it('a stop does not wait for a delivery that hangs, and touches nothing afterwards', async () => {
    const platform = aPlatform(() => 'hang');
    const { outbox, writes } = setUp(platform, withOutbox(entry('a')));
    await outbox.start();
    await pass(100);
    let ended = false;
    const stopped = outbox.stop().then(() => {
      ended = true;
    });
    await pass(5_000);
    expect(ended).toBe(true);
    await stopped;
    await pass(60_000);
    expect(platform.attempts.length).toBe(1);
    expect(writes()).toBe(0);
  });

  it('a waking right at the end of a run is not lost', async () => {
    const platform = aPlatform();
    const { outbox, store } = setUp(platform, withOutbox());
    await outbox.start();
    for (let index = 0; index < 40; index += 1) {
      const put = store.update(ID, ({ ledger }) => {
        ledger.outbox.push(entry(`m${index}`, { since: START + index }));
      });
      outbox.wake(ID);
      await put;
      for (let turn = 0; turn < index % 9; turn += 1) await Promise.resolve();
      outbox.wake(ID);
    }
    await pass(20_000);
    expect(keys(platform)).toEqual(Array.from({ length: 40 }, (_, index) => `m${index}`));
  });

  it('one broken workspace does not keep the others from resuming', async () => {
    const platform = aPlatform();
    const memory = memoryStore(withOutbox(entry('a')));
    const store = {
      ...memory.store,
      async *withOutbox() {
        yield* ['local:broken', ID];
      },
      async read(id: string) {
        if (id === 'local:broken') throw new BanjieError('workspace-broken', 'set aside');
        return memory.store.read(id);
      },
    };
    const log = { info: vi.fn(), warn: vi.fn(), error: vi.fn() };
    const outbox = createOutbox({ store, platforms: [platform], now: Date.now, log, make: makePaper });
    await outbox.start();
    await pass(0);
    expect(keys(platform)).toEqual(['a']);
    expect(log.error).toHaveBeenCalledOnce();
  });
});
