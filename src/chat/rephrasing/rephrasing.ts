/**
 * A way of saying something that no command reads, and what it comes to in a command's own words. Patterns see the text as
 * it is matched: half-width, Simplified, without courtesies and without a 了 or 吧 at its end.
 */
export interface Rephrasing {
  said: RegExp;
  /** In a command's own words; undefined when it is no such thing after all. `typed` is the whole message as typed. */
  as(parts: readonly string[], typed: string): string | undefined;
  /**
   * - `first`  before any command is tried: a command would take it for something else
   * - `first-asked`  the same, but a change is asked about
   * - `sure`   where no command read it: done as if it had been said in those words
   * - `asked`  the same, but a change is asked about: the words may mean something else
   */
  when: 'first' | 'first-asked' | 'sure' | 'asked';
}

export const rephrase = (when: Rephrasing['when'], said: RegExp, as: Rephrasing['as']): Rephrasing => ({
  when,
  said,
  as,
});

/** One task's number, as people put it in front: 12, #12, 第12项. */
export const ONE = '(?:#|第)?(\\d{1,4})(?!\\d)(?:项|号|条|个)?(?:任务|工作)?';
/** Several, as they join them: 12、13 · 12和13 · 12-15. */
export const SOME =
  '(?:把|将)?(?:#|第)?(\\d{1,4}(?:[-~到至]\\d{1,4})?(?:(?:[、,和及跟与]| )#?\\d{1,4}(?:[-~到至]\\d{1,4})?){0,20})(?!\\d)(?:项|号|条|个)?(?:任务|工作|事)?';
/** A figure with its unit; 个 stands for any unit. */
export const FIGURE =
  '(\\d[\\d,.]*|[一二两三四五六七八九十百]{1,5})(?:个|(家|名|人次|人|户|场次|场|期|次|件|条|套|台|份|篇|元|%))?';

/** The whole text is these parts, one after another. */
export const pattern = (...parts: string[]): RegExp => new RegExp(`^${parts.join('')}$`, 'u');
