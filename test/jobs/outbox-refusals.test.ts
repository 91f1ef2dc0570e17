import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPlatform, card, entry, error, ID, keys, pass, START, setUp, withOutbox } from './outbox-setup.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('refusals of an unknown kind', () => {
  it('one that passes within minutes loses nothing and keeps the order', async () => {
    const platform = aPlatform(() => (Date.now() < START + 5 * MINUTE ? error('refused') : undefined));
    const { outbox, of } = setUp(platform, withOutbox(entry('a'), entry('b')));
    await outbox.start();
    await pass(10 * MINUTE);
    expect(keys(platform)).toEqual(['a', 'b']);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('of a card: after a minute its text goes out', async () => {
    const platform = aPlatform((_, key) => (key === 'a' ? error('refused') : undefined));
    const { outbox } = setUp(platform, withOutbox(entry('a', { reply: card('逾期任务') }), entry('b')));
    await outbox.start();
    await pass(MINUTE / 2);
    expect(platform.arrived).toEqual([]);
    await pass(2 * MINUTE);
    expect(platform.arrived.map(({ said }) => said.slice(0, 6))).toEqual(['【逾期任务】', 'b']);
  });

  it('that stay: the reply is dropped after hours with one line, and the next goes out', async () => {
    const platform = aPlatform((_, key) => (key === 'b' ? undefined : error('refused')));
    const { outbox, of, log } = setUp(platform, withOutbox(entry('a'), entry('b')));
    await outbox.start();
    await pass(HOUR);
    expect(of().ledger.outbox.length).toBe(2);
    await pass(2 * HOUR);
    expect(keys(platform)).toEqual(['b']);
    expect(of().ledger.outbox).toEqual([]);
    expect(log.warn.mock.calls.filter(([, message]) => String(message).includes('dropped'))).toHaveLength(1);
  });

  it('of everything: what waited behind is tried once each, not for hours each', async () => {
    const platform = aPlatform(() => error('refused'));
    const many = Array.from({ length: 30 }, (_, index) => entry(`m${index}`));
    const { outbox, of } = setUp(platform, withOutbox(...many));
    await outbox.start();
    await pass(2 * HOUR + 5 * MINUTE);
    expect(of().ledger.outbox).toEqual([]);
    expect(platform.attempts.filter(({ key }) => key === 'm29')).toHaveLength(1);
  });

  it('beside an outage: only refusals count, so a day without the platform loses nothing', async () => {
    const platform = aPlatform((attempt) => {
      if (attempt === 1 || (Date.now() >= START + 24 * HOUR && Date.now() < START + 24 * HOUR + MINUTE)) {
        return error('refused');
      }
      return Date.now() < START + 24 * HOUR ? error('platform-unavailable') : undefined;
    });
    const { outbox } = setUp(platform, withOutbox(entry('a'), entry('b')));
    await outbox.start();
    outbox.send(ID, entry('look', { since: START + 1 }));
    await pass(25 * HOUR);
    expect(keys(platform)).toEqual(['a', 'b', 'look']);
  });
});
