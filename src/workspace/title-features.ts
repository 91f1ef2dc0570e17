import { LRUCache } from 'lru-cache';
import { pinyin } from 'pinyin-pro';

/** What a title, or what somebody calls it, is compared by. */
export interface TitleFeatures {
  /** Width, case, spaces and marks taken off: quotation marks don't matter. */
  plain: string;
  /** The characters; a run of digits is one, so that 第2期 is not found in 第12期. */
  parts: readonly string[];
  /** Pinyin without tones, one per part: `pei` `xun`; a digit or letter stands for itself. */
  syllables: readonly string[];
  written: Tokens;
  sounded: Tokens;
}

/** Parts, and pairs of neighbours. */
export interface Tokens {
  singles: ReadonlySet<string>;
  pairs: ReadonlySet<string>;
}

/** Marks, spaces, and 的, which people put in and leave out at will. */
const NOISE = /[\p{P}\p{S}\p{M}\p{C}\s的]/gu;
const PARTS = /\d+|\D/gu;

/** A title without what people leave out or type otherwise. */
export const plainTitle = (text: string): string => text.normalize('NFKC').toLowerCase().replace(NOISE, '');

const tokensOf = (parts: readonly string[]): Tokens => ({
  singles: new Set(parts),
  pairs: new Set(parts.slice(1).map((part, index) => `${parts[index]} ${part}`)),
});

/** Read as a whole, since the sound of 行 or 长 hangs on its neighbours. */
const syllablesOf = (plain: string, parts: readonly string[]): string[] => {
  const sounds = pinyin(plain, { toneType: 'none', type: 'array', v: true });
  let at = 0;
  return parts.map((part) => {
    const length = [...part].length;
    const syllable = sounds.slice(at, at + length).join('');
    at += length;
    return syllable;
  });
};

const featuresOf = (text: string): TitleFeatures => {
  const plain = plainTitle(text);
  const parts = plain.match(PARTS) ?? [];
  const syllables = syllablesOf(plain, parts);
  return { plain, parts, syllables, written: tokensOf(parts), sounded: tokensOf(syllables) };
};

/** Titles change seldom and are searched often; reading the pinyin of three hundred takes tens of milliseconds. */
const known = new LRUCache<string, TitleFeatures>({ max: 5000 });

/** The features of a text, kept for the next search. */
export const titleFeatures = (text: string): TitleFeatures => {
  const kept = known.get(text);
  if (kept) return kept;
  const features = featuresOf(text);
  known.set(text, features);
  return features;
};
