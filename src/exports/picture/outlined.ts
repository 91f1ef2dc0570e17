import type { Letters } from './font.ts';

/** A text as ECharts writes it into an SVG: its attributes and its words, escaped. */
const TEXT = /<text\b([^<>]*)>([^<>]*)<\/text>/gu;
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };

const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|(amp|lt|gt|quot));/gu, (_, code, name) =>
    name === undefined ? String.fromCodePoint(Number(code)) : (NAMED[name] ?? ''),
  );

const attribute = (attributes: string, name: string): string => attributes.split(` ${name}="`)[1]?.split('"')[0] ?? '';
const numberOf = (text: string): number => Number(/\d{1,5}(?:\.\d{1,6})?/u.exec(text)?.[0] ?? 0);
const round = (value: number): number => Math.round(value * 1_000) / 1_000;

/** How much of its width a text stands to the left of its place. */
const ANCHORS: Record<string, number> = { start: 0, middle: 0.5, end: 1 };

/**
 * The SVG with every text drawn as the outlines of its characters. The renderer would read the whole font again for each
 * character (8 MB, some thousand times a picture), and takes another font, or boxes, without a word.
 */
export const withOutlines = (svg: string, letters: Letters): string =>
  svg.replace(TEXT, (_, attributes: string, words: string) => {
    const characters = [...unescaped(words)].map((character) => letters.letter(character));
    const width = characters.reduce((sum, { advance }) => sum + advance, 0);
    const scale = numberOf(attribute(attributes, 'style')) / letters.em;
    const left =
      Number(attribute(attributes, 'x')) - width * scale * (ANCHORS[attribute(attributes, 'text-anchor')] ?? 0);
    const base = Number(attribute(attributes, 'y')) + letters.middle * scale;
    let at = 0;
    const drawn = characters.map(({ outline, advance }) => {
      const place = at;
      at += advance;
      return outline === '' ? '' : `<path transform="translate(${place} 0)" d="${outline}"/>`;
    });
    const own = `translate(${round(left)} ${round(base)}) scale(${scale} ${-scale})`;
    const transform = `${attribute(attributes, 'transform')} ${own}`.trim();
    return `<g fill="${attribute(attributes, 'fill')}" transform="${transform}">${drawn.join('')}</g>`;
  });
