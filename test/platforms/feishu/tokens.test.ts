import { describe, expect, it } from 'vitest';
import { createTokens } from '../../../src/platforms/feishu/tokens.ts';

/** Tokens t1, t2, … of the given life, on a clock that a test moves. */
function aSource(lifeSeconds = 7200) {
  const state = { now: 0, asked: 0, broken: false };
  const tokens = createTokens(
    async () => {
      state.asked += 1;
      await Promise.resolve();
      if (state.broken) throw new Error('token endpoint away');
      return { token: `t${state.asked}`, lifeSeconds };
    },
    () => state.now,
  );
  return { state, tokens };
}

describe('tokens', () => {
  it('ten callers at once share one request', async () => {
    const { state, tokens } = aSource();
    const all = await Promise.all(Array.from({ length: 10 }, () => tokens.current()));
    expect([new Set(all), state.asked]).toEqual([new Set(['t1']), 1]);
  });

  it.each([
    ['a long life, 3 minutes before its end', 7200, 7_019_000, 't1'],
    ['a long life, then', 7200, 7_020_000, 't2'],
    ['a short life, before half of it', 100, 49_000, 't1'],
    ['a short life, after half of it', 100, 50_000, 't2'],
  ])('%s', async (_, life, after, token) => {
    const { state, tokens } = aSource(life);
    await tokens.current();
    state.now = after;
    expect(await tokens.current()).toBe(token);
  });

  it('a refused token is replaced, once for all who were refused', async () => {
    const { state, tokens } = aSource();
    const refused = await tokens.current();
    tokens.forget(refused);
    const next = await tokens.current();
    tokens.forget(refused);
    expect([await tokens.current(), next, state.asked]).toEqual(['t2', 't2', 2]);
  });

  it('a failure is told to everybody who waits, and the next caller asks again', async () => {
    const { state, tokens } = aSource();
    state.broken = true;
    const both = await Promise.allSettled([tokens.current(), tokens.current()]);
    expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    state.broken = false;
    expect(await tokens.current()).toBe('t2');
  });
});
