/** What may be typed for a syllable: all of it, or its initial (`zh` counts as one, and so does its first letter). */
const spellings = (syllable: string): string[] => {
  const initial = /^[zcs]h/u.test(syllable) ? [syllable.slice(0, 2)] : [];
  return [...new Set([syllable, ...initial, syllable.slice(0, 1)])];
};

/**
 * How many neighbouring syllables the letters spell from end to end, in full (`peixun`), by initials (`px`) or mixed
 * (`peix`); 0 when they don't.
 */
const neighboursSpelled = (letters: string, syllables: readonly string[]): number => {
  let most = 0;
  // reached[p]: syllables that end here and spell the first p letters.
  let reached = new Map<number, number>();
  for (const syllable of syllables) {
    const next = new Map<number, number>();
    for (const [at, count] of [...reached, [0, 0] as const]) {
      for (const spelling of spellings(syllable)) {
        if (letters.startsWith(spelling, at)) next.set(at + spelling.length, count + 1);
      }
    }
    most = Math.max(most, next.get(letters.length) ?? 0);
    reached = next;
  }
  return most;
};

/** How many whole syllables, in order but not all neighbours, the letters spell (`sanbahuodong` for 三八节活动); 0 when they don't. */
const scatteredSpelled = (letters: string, syllables: readonly string[]): number => {
  const reached = new Map<number, number>([[0, 0]]);
  for (const syllable of syllables) {
    for (const [at, count] of [...reached]) {
      const end = at + syllable.length;
      if (letters.startsWith(syllable, at)) reached.set(end, Math.max(reached.get(end) ?? 0, count + 1));
    }
  }
  return reached.get(letters.length) ?? 0;
};

/** Longer than any title's pinyin that somebody would type. */
const MOST_LETTERS = 60;

/**
 * How well letters spell a title, 0–1. Neighbouring syllables in full score highest; initials, which fit many titles by
 * chance, never enough to act on when they are only two.
 */
export const spellingScore = (letters: string, syllables: readonly string[]): number => {
  if (letters.length < 2 || letters.length > MOST_LETTERS || syllables.length === 0) return 0;
  const neighbours = neighboursSpelled(letters, syllables);
  const inFull = neighbours > 0 && syllables.join('').includes(letters);
  if (inFull) return 0.75 + (0.25 * neighbours) / syllables.length;
  if (neighbours > 0) return neighbours < 3 ? 0.45 : 0.55 + (0.2 * neighbours) / syllables.length;
  const scattered = scatteredSpelled(letters, syllables);
  return scattered < 2 ? 0 : 0.5 + (0.2 * scattered) / syllables.length;
};
