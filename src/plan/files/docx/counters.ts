import { formatNumber } from './number-formats.ts';
import type { Level, List } from './numbering.ts';

/** Signs that plans use for bullets as they are; everything else, such as the private signs of symbol fonts, is a •. */
const BULLETS = '●■◆★▲•◇□※➢✓√►◎▪◦-';
/** Signs a typed number ends with; `1.1` and `第一章` are set apart by a space, a bare number by the usual sign. */
const ENDS_BY_ITSELF = /[、.．。,，:：;；)）\]】〕\-—①-⓿㈠-㉃㊀-㊰⑴-⒛]$/u;
const BARE = /^(?:\d+|[０-９]+|[一二三四五六七八九十百千零〇○]+|[甲乙丙丁戊己庚辛壬癸]|[A-Za-z]+)$/u;
const DEEPEST = 8;

const bulletOf = (text: string): string => {
  const sign = text.trim();
  if (sign === '' || BULLETS.includes(sign) || /^[\p{Script=Han}]/u.test(sign)) return sign;
  return '•';
};

/** A text that makes another number of the mark before it: `1.` and `2026年`. Before a month one can tell. */
const JOINS_POINT = /^\d(?!\d? ?月)/u;

/** A mark as it would stand before the text had it been typed, and still be told from it. */
export const typed = (mark: string, text: string): string => {
  if (mark === '' || text === '') return `${mark}${text}`;
  if (BARE.test(mark)) return `${mark}、${text}`;
  const apart = !ENDS_BY_ITSELF.test(mark) || (/[.．]$/u.test(mark) && JOINS_POINT.test(text));
  return `${mark}${apart ? ' ' : ''}${text}`;
};

/** Counts the automatic numbers of a document in its order. */
export class Counters {
  /** By sequence: what stands at each level, undefined where it begins again. */
  readonly #values = new Map<number, (number | undefined)[]>();
  /** Restarts that have happened: `list level`. */
  readonly #restarted = new Set<string>();

  /** The mark of the next paragraph at a level of a list: `三、`, `2.1`, `•`; empty when the level writes none. */
  next(list: List, level: number): string {
    const values = this.#values.get(list.sequence) ?? [];
    this.#values.set(list.sequence, values);
    const own = list.levels.get(level);
    const restart = list.restarts.get(level);
    const key = `${list.id} ${level}`;
    const current = values[level];
    if (restart !== undefined && !this.#restarted.has(key)) {
      this.#restarted.add(key);
      values[level] = restart;
    } else values[level] = current === undefined ? (own?.start ?? 0) : current + 1;
    for (let lower = level + 1; lower <= DEEPEST; lower++)
      if (beginsAgain(list.levels.get(lower), level)) values[lower] = undefined;
    return own ? markOf(list, own, values) : '';
  }
}

/** Does a number at `above` make a lower level begin again? */
const beginsAgain = (lower: Level | undefined, above: number): boolean =>
  lower?.restart === undefined || above < lower.restart;

const markOf = (list: List, own: Level, values: readonly (number | undefined)[]): string => {
  if (own.format === 'bullet') return bulletOf(own.text);
  return own.text
    .replace(/%([1-9])/gu, (_, digit: string) => {
      const at = Number(digit) - 1;
      const level = list.levels.get(at);
      const value = values[at] ?? list.restarts.get(at) ?? level?.start ?? 0;
      return formatNumber(value, own.legal && level?.format !== 'none' ? 'decimal' : (level?.format ?? 'decimal'));
    })
    .trim();
};
