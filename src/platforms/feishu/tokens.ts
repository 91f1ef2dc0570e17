/** A tenant token and how long it is good for. */
export interface Grant {
  token: string;
  lifeSeconds: number;
}

export interface Tokens {
  /** A token that is good for a while yet. Callers at the same moment share one request. Rejects as `fetchGrant` does. */
  current(): Promise<string>;
  /** This token was refused: the next {@link current} asks for a new one. A token already replaced is left alone. */
  forget(token: string): void;
}

/** Renewed this long before its end, so that none dies on the way; of a short-lived one, half its life. */
const RENEW_AHEAD_MS = 180_000;

/**
 * Keeps one tenant token. The SDK's own cache is shared by the whole process, asks ten times for ten parallel calls, and
 * never recovers from a revoked token.
 * @param clock ms on a clock that never jumps
 */
export function createTokens(fetchGrant: () => Promise<Grant>, clock: () => number): Tokens {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;

  const ask = async () => {
    const asked = clock();
    const { token, lifeSeconds } = await fetchGrant();
    const life = lifeSeconds * 1000;
    held = { token, until: asked + life - Math.min(RENEW_AHEAD_MS, life / 2) };
    return token;
  };
  return {
    current() {
      if (held && clock() < held.until) return Promise.resolve(held.token);
      asking ??= ask().finally(() => {
        asking = undefined;
      });
      return asking;
    },
    forget(token) {
      if (held?.token === token) held = undefined;
    },
  };
}
