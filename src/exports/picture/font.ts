import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { create, type Font } from 'fontkit';

/** The font pictures are written in; it comes with `npm ci`. @throws Error when its package is not there */
export const fontFile = (): string =>
  path.join(
    path.dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')),
    '../fonts/NotoSansHans-Regular.otf',
  );

/** Stands where the font has no sign for a character, as Chinese printers set it. */
const MISSING = '〓';
/** What every picture needs; a font without them is none for Chinese. */
const NEEDED = '办结率责任单位部分指标序时逾期年月日共项截至工作进度目标实达另有〓…·%#';
/** Colour signs and what joins them: they are left out, words say the same. */
const LEFT_OUT = /\p{Extended_Pictographic}|\p{Cc}|\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}/u;

/** One character's outline as SVG path data, and how far the next one stands; in units of the em, upwards positive. */
export interface Letter {
  outline: string;
  advance: number;
}

/** A font that holds Chinese. */
export interface Letters {
  /** Units of the em; its middle between ascender and descender, above the base line. */
  em: number;
  middle: number;
  /** A text as the font can show it: a character it has no sign for is 〓, colour signs are left out. */
  shown(text: string): string;
  letter(character: string): Letter;
}

const codeOf = (character: string): number => character.codePointAt(0) ?? 0;

class FontLetters implements Letters {
  readonly #font: Font;
  readonly #known = new Map<string, Letter>();

  constructor(font: Font) {
    this.#font = font;
  }

  get em(): number {
    return this.#font.unitsPerEm;
  }

  get middle(): number {
    return (this.#font.ascent + this.#font.descent) / 2;
  }

  has(character: string): boolean {
    return this.#font.hasGlyphForCodePoint(codeOf(character));
  }

  shown(text: string): string {
    return [...text]
      .filter((character) => /[#*\d]/u.test(character) || !LEFT_OUT.test(character))
      .map((character) => (this.has(character) ? character : MISSING))
      .join('');
  }

  letter(character: string): Letter {
    const known = this.#known.get(character);
    if (known) return known;
    const glyph = this.#font.glyphForCodePoint(codeOf(character));
    const letter = { outline: glyph.path.toSVG(), advance: glyph.advanceWidth };
    this.#known.set(character, letter);
    return letter;
  }
}

/**
 * Reads a font.
 * @throws when the file is not there, is no font, or holds no Chinese
 */
export const readFont = async (file: string): Promise<Letters> => {
  const font = create(await readFile(file));
  if (!('unitsPerEm' in font)) throw new RangeError('a collection of fonts, not one');
  const letters = new FontLetters(font);
  const without = [...NEEDED].filter(
    (character) => !letters.has(character) || letters.letter(character).outline === '',
  );
  if (without.length > 0) throw new RangeError(`the font has no sign for ${without.join('')}`);
  return letters;
};
