import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outgoing } from '../../src/chat/message.ts';
import { aPlatform, card, entry, error, ID, pass, START, setUp, withOutbox } from './outbox-setup.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: START });
});
afterEach(() => {
  vi.useRealTimers();
});

type Behave = (person: string, attempt: number) => Error | undefined;

/** A platform that also writes to people; `told` holds who got what, in order with what the chat got. */
const aTellingPlatform = (
  toChat: Parameters<typeof aPlatform>[0] = () => undefined,
  toPerson: Behave = () => undefined,
) => {
  const told: string[] = [];
  const tries = new Map<string, number>();
  const platform = aPlatform(toChat);
  return {
    ...platform,
    told,
    async deliver(workspace: string, reply: Outgoing, key: string) {
      await platform.deliver(workspace, reply, key);
      told.push(`chat ${key}`);
    },
    async tell(_workspace: string, person: string, reply: Outgoing, key: string) {
      const attempt = (tries.get(person) ?? 0) + 1;
      tries.set(person, attempt);
      const fault = toPerson(person, attempt);
      if (fault) throw fault;
      told.push(`${person} ${key}${reply.kind === 'text' ? ' text' : ''}`);
    },
    tries,
  };
};
const to = (person: string, overrides = {}) => entry(`to ${person}`, { to: person, reply: card('提醒'), ...overrides });

describe('what goes to a person', () => {
  it('goes out after what the chat is told at the same moment, and leaves the ledger', async () => {
    const platform = aTellingPlatform((attempt) => (attempt === 1 ? error('platform-unavailable') : undefined));
    const { outbox, of } = setUp(platform, withOutbox(entry('group'), to('u1'), to('u2')));
    await outbox.start();
    await pass(0);
    expect(platform.told).toEqual([]);
    await pass(5_000);
    expect(platform.told).toEqual(['chat group', 'u1 to u1', 'u2 to u2']);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('does not keep the chat waiting', async () => {
    const platform = aTellingPlatform(undefined, () => error('platform-unavailable'));
    const { outbox, store } = setUp(platform, withOutbox(to('u1')));
    await outbox.start();
    await pass(1_000);
    await store.update(ID, ({ ledger }) => {
      ledger.outbox.push(entry('answer', { since: START + 1_000 }));
    });
    outbox.wake(ID);
    await pass(100);
    expect(platform.told).toEqual(['chat answer']);
  });

  it.each(['target-gone', 'not-permitted'] as const)('%s is about this person alone', async (code) => {
    const platform = aTellingPlatform(undefined, (person) => (person === 'u1' ? error(code) : undefined));
    const { outbox, of, log } = setUp(platform, withOutbox(to('u1'), to('u2')));
    await outbox.start();
    await pass(1_000);
    expect(platform.told).toEqual(['u2 to u2']);
    expect(platform.tries.get('u1')).toBe(1);
    expect(log.warn).toHaveBeenCalled();
    outbox.wake(ID);
    await pass(1_000);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('a refusal nobody understands does not hold up the others', async () => {
    const platform = aTellingPlatform(undefined, (person) => (person === 'u1' ? error('refused') : undefined));
    const { outbox, of } = setUp(platform, withOutbox(to('u1'), to('u2')));
    await outbox.start();
    await pass(60_000);
    expect(platform.told).toEqual(['u2 to u2']);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('a card that is refused goes out as text', async () => {
    const platform = aTellingPlatform(undefined, (_, attempt) => (attempt === 1 ? error('reply-rejected') : undefined));
    const { outbox } = setUp(platform, withOutbox(to('u1')));
    await outbox.start();
    await pass(1_000);
    expect(platform.told).toEqual([expect.stringMatching(/^u1 text-[0-9a-f]{40} text$/)]);
  });

  it('is dropped with a chat that is gone', async () => {
    const platform = aTellingPlatform(() => error('target-gone'));
    const { outbox, of } = setUp(platform, withOutbox(entry('group'), to('u1')));
    await outbox.start();
    await pass(1_000);
    expect(platform.told).toEqual([]);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('goes nowhere, and never to the chat, where the platform writes to nobody', async () => {
    const platform = aPlatform();
    const { outbox } = setUp(platform, withOutbox(to('u1'), entry('group')));
    await outbox.start();
    await pass(1_000);
    expect(platform.arrived.map(({ key }) => key)).toEqual(['group']);
  });
});

describe('an entry whose time is over', () => {
  it.each([undefined, 'u1'])('is dropped (to %s)', async (person) => {
    const until = START + 30_000;
    const late = entry('late', person === undefined ? { until } : { until, to: person });
    const platform = aTellingPlatform(
      () => (Date.now() < START + 40_000 ? error('platform-unavailable') : undefined),
      () => (Date.now() < START + 40_000 ? error('platform-unavailable') : undefined),
    );
    const { outbox, of } = setUp(platform, withOutbox(late));
    await outbox.start();
    await pass(120_000);
    expect(platform.told).toEqual([]);
    expect(of().ledger.outbox).toEqual([]);
  });
});

describe('an answer for one person alone', () => {
  const aside = () => entry('aside', { reply: { kind: 'text', text: '只给您', to: 'u1' } });

  it('is told in private, never in the chat', async () => {
    const platform = aTellingPlatform();
    const { outbox } = setUp(platform, withOutbox(aside()));
    await outbox.start();
    await pass(100);
    expect(platform.told).toEqual(['u1 aside text']);
  });

  it.each([
    'target-gone',
    'not-permitted',
    'refused',
  ] as const)('%s: the chat hears that it could not be', async (code) => {
    const platform = aTellingPlatform(undefined, () => error(code));
    const { outbox, of } = setUp(platform, withOutbox(aside()));
    await outbox.start();
    await pass(1_000);
    expect(platform.told).toHaveLength(1);
    expect(platform.arrived.map(({ said }) => said)).toEqual([expect.stringContaining('没能私下发给您')]);
    expect(of().ledger.outbox).toEqual([]);
  });

  it('stands in the chat of a platform for one machine alone', async () => {
    const platform = aPlatform(() => undefined);
    const { outbox } = setUp(platform, withOutbox(aside()));
    await outbox.start();
    await pass(100);
    expect(platform.arrived.map(({ said }) => said)).toEqual(['只给您']);
  });
});
