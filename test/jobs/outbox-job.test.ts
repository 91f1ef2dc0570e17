import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aPlatform, card, entry, error, file, ID, keys, pass, START, setUp, withOutbox } from './outbox-setup.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('a file', () => {
  const withFile = () => withOutbox(entry('f', { reply: file('总结.docx') }), entry('next'));

  it('is made and goes out in its turn', async () => {
    const platform = aPlatform();
    const { outbox, of } = setUp(platform, withFile());
    await outbox.start();
    await pass(0);
    expect(platform.arrived.map(({ said }) => said)).toEqual(['总结.docx', 'next']);
    expect(of().ledger.outbox).toEqual([]);
  });

  it.each(['not-permitted', 'reply-rejected'] as const)('that meets %s is told of in words', async (code) => {
    const platform = aPlatform((attempt) => (attempt === 1 ? error(code) : undefined));
    const { outbox } = setUp(platform, withFile());
    await outbox.start();
    await pass(0);
    expect(platform.arrived.map(({ said }) => said)).toEqual([expect.stringContaining('总结.docx”没有发出来'), 'next']);
  });
});

describe('what goes out', () => {
  it('durable entries go out in order, once, and leave the ledger', async () => {
    const platform = aPlatform();
    const { outbox, of } = setUp(platform, withOutbox(entry('a'), entry('b'), entry('c')));
    await outbox.start();
    await pass(0);
    expect(keys(platform)).toEqual(['a', 'b', 'c']);
    expect(of().ledger.outbox).toEqual([]);
    outbox.wake(ID);
    await pass(60_000);
    expect(keys(platform)).toEqual(['a', 'b', 'c']);
  });

  it('an answer in memory takes its turn by the time it came into being, and writes nothing', async () => {
    const platform = aPlatform((attempt) => (attempt === 1 ? error('platform-unavailable') : undefined));
    const { outbox, of, store, writes } = setUp(platform, withOutbox(entry('first')));
    await outbox.start();
    await pass(100);
    outbox.send(ID, entry('look', { since: START + 100 }));
    await store.update(ID, ({ ledger }) => {
      ledger.outbox.push(entry('change', { since: START + 200 }));
    });
    outbox.wake(ID);
    await pass(2_000);
    expect(keys(platform)).toEqual(['first', 'look', 'change']);
    expect(of().ledger.outbox).toEqual([]);
    const before = writes();
    outbox.send(ID, entry('another look', { since: START + 3_000 }));
    await pass(2_000);
    expect(keys(platform).at(-1)).toBe('another look');
    expect(writes()).toBe(before);
  });

  it('at most four a second in one chat; another chat does not wait for it', async () => {
    const platform = aPlatform();
    const other = { ...withOutbox(entry('x')), id: 'local:other' };
    const many = Array.from({ length: 12 }, (_, index) => entry(`m${index}`));
    const { outbox } = setUp(platform, withOutbox(...many), other);
    await outbox.start();
    await pass(0);
    expect(platform.arrived.filter(({ workspace }) => workspace === ID).length).toBe(4);
    expect(platform.arrived.some(({ workspace }) => workspace === 'local:other')).toBe(true);
    await pass(10_000);
    const times = platform.arrived.filter(({ workspace }) => workspace === ID).map(({ at }) => at);
    expect(times.length).toBe(12);
    for (const [index, time] of times.entries()) {
      expect(times.filter((each) => each >= time && each < time + 1_000).length, `from ${index}`).toBeLessThanOrEqual(
        4,
      );
    }
    expect(Math.max(...times)).toBeLessThanOrEqual(2_000);
  });

  it('a workspace of a platform that is off keeps its entries', async () => {
    const platform = aPlatform();
    const foreign = { ...withOutbox(entry('x')), id: 'feishu:oc_1' };
    const { outbox, of } = setUp(platform, foreign);
    await outbox.start();
    outbox.wake('feishu:oc_1');
    await pass(1_000);
    expect(platform.attempts).toEqual([]);
    expect(of('feishu:oc_1').ledger.outbox.length).toBe(1);
  });
});

describe('passing faults', () => {
  it.each(['platform-unavailable', 'rate-limited'] as const)('%s: the same key again until it works', async (code) => {
    const platform = aPlatform((attempt) => (attempt <= 30 ? error(code) : undefined));
    const { outbox, of } = setUp(platform, withOutbox(entry('a'), entry('b')));
    await outbox.start();
    await pass(10 * 60_000);
    expect(new Set(platform.attempts.slice(0, 31).map(({ key }) => key))).toEqual(new Set(['a']));
    expect(keys(platform)).toEqual(['a', 'b']);
    expect(of().ledger.outbox).toEqual([]);
    const gaps = platform.attempts.slice(1, 31).map(({ at }, index) => at - (platform.attempts[index]?.at ?? 0));
    expect(Math.max(...gaps)).toBe(15_000);
    expect(gaps[0]).toBe(500);
    expect(gaps[1]).toBe(1_000);
  });

  it('waits as long as the platform asks, be it more than it would of itself', async () => {
    const platform = aPlatform((attempt) => [error('rate-limited', 7_000), error('rate-limited', 99_000)][attempt - 1]);
    const { outbox } = setUp(platform, withOutbox(entry('a')));
    await outbox.start();
    await pass(120_000);
    expect(platform.attempts.map(({ at }) => at)).toEqual([0, 7_000, 106_000]);
  });

  it('an attempt without an answer ends after 10 s and is made again', async () => {
    const platform = aPlatform((attempt) => (attempt === 1 ? 'hang' : undefined));
    const { outbox } = setUp(platform, withOutbox(entry('a')));
    await outbox.start();
    await pass(9_999);
    expect(platform.attempts.length).toBe(1);
    await pass(1_000);
    expect(keys(platform)).toEqual(['a']);
  });

  it('does not fill the log while a platform is away for a day', async () => {
    const platform = aPlatform(() => error('platform-unavailable'));
    const { outbox, log } = setUp(platform, withOutbox(entry('a')));
    await outbox.start();
    await pass(24 * 3_600_000);
    expect(platform.attempts.length).toBeGreaterThan(5_000);
    expect(log.warn.mock.calls.length).toBeLessThan(platform.attempts.length / 15);
  });
});

describe('faults that stay', () => {
  it('a refused card goes out as text, once, under a key of its own', async () => {
    const platform = aPlatform((attempt) => (attempt === 1 ? error('reply-rejected') : undefined));
    const { outbox, of } = setUp(platform, withOutbox(entry('a', { reply: card('逾期任务') }), entry('b')));
    await outbox.start();
    await pass(1_000);
    expect(platform.arrived[0]?.said).toContain('【逾期任务】');
    expect(platform.arrived[0]?.key).not.toBe('a');
    expect((platform.arrived[0]?.key ?? '').length).toBeLessThanOrEqual(50);
    expect(platform.arrived[1]?.key).toBe('b');
    expect(of().ledger.outbox).toEqual([]);
  });

  it('a refused text is dropped and the next goes out', async () => {
    const platform = aPlatform((_, key) => (key === 'b' ? undefined : error('reply-rejected')));
    const { outbox, of, log } = setUp(platform, withOutbox(entry('a', { reply: card('甲') }), entry('b')));
    await outbox.start();
    await pass(1_000);
    expect(platform.attempts.length).toBe(3);
    expect(keys(platform)).toEqual(['b']);
    expect(of().ledger.outbox).toEqual([]);
    expect(log.warn).toHaveBeenCalled();
  });

  it('a chat that is gone costs one attempt and one line, however much waits', async () => {
    const platform = aPlatform(() => error('target-gone'));
    const many = Array.from({ length: 50 }, (_, index) => entry(`m${index}`));
    const { outbox, of, log } = setUp(platform, withOutbox(...many));
    outbox.send(ID, entry('look', { since: START + 1 }));
    await outbox.start();
    await pass(60_000);
    expect(platform.attempts.length).toBe(1);
    expect(of().ledger.outbox).toEqual([]);
    expect(log.warn.mock.calls.length).toBeLessThanOrEqual(2);
  });

  it('a missing permission drops the entry without trying again', async () => {
    const platform = aPlatform((attempt) => (attempt === 1 ? error('not-permitted') : undefined));
    const { outbox, of, log } = setUp(platform, withOutbox(entry('a'), entry('b')));
    await outbox.start();
    await pass(60_000);
    expect(platform.attempts.map(({ key }) => key)).toEqual(['a', 'b']);
    expect(of().ledger.outbox).toEqual([]);
    expect(log.warn).toHaveBeenCalledOnce();
  });

  it('an error no platform should give does not block the chat for ever', async () => {
    const platform = aPlatform((_, key) => (key === 'b' ? undefined : new TypeError('a fault of a renderer')));
    const { outbox, of } = setUp(platform, withOutbox(entry('a', { reply: card('甲') }), entry('b')));
    await outbox.start();
    await pass(120_000);
    expect(keys(platform)).toEqual(['b']);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('what is no reply is dropped', async () => {
    const platform = aPlatform();
    const { outbox, of, log } = setUp(platform, withOutbox(entry('a', { reply: { kind: 'sculpture' } }), entry('b')));
    await outbox.start();
    await pass(1_000);
    expect(keys(platform)).toEqual(['b']);
    expect(of().ledger.outbox).toEqual([]);
    expect(log.error).toHaveBeenCalledOnce();
  });
});
