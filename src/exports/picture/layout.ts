import type { PicturePanel } from '../../cards/picture.ts';

/** All in pixels of the picture before it is enlarged. */
export const WIDTH = 900;
export const NAMES = { width: 270, size: 16 };
export const LABELS = { width: 278, size: 15 };
const EDGE = 16;
const TITLE = 76;
const HEADING = 40;
const SCALE = 30;
const FOOT = 24;
const GAP = 14;
/** A line of few bars is higher. */
const lineOf = (bars: number): number => (bars > 12 ? 28 : 36);

/** Where a panel's bars lie, and how thick they are. */
export interface Place {
  /** The top of its heading. */
  heading: number;
  top: number;
  height: number;
  bar: number;
  /** The top of the line below its scale. */
  foot: number;
}

/** The panels one under the other. */
export const placesOf = (panels: readonly PicturePanel[]): { places: Place[]; height: number } => {
  let at = TITLE;
  const places = panels.map(({ bars, left }): Place => {
    const line = lineOf(bars.length);
    const top = at + HEADING;
    const height = line * bars.length;
    const place = { heading: at, top, height, bar: Math.round(line * 0.5), foot: top + height + SCALE };
    at = place.foot + (left > 0 ? FOOT : 0) + GAP;
    return place;
  });
  return { places, height: at };
};

export const LEFT = NAMES.width + EDGE;
export const RIGHT = LABELS.width + EDGE;

/** Widths in characters of Chinese: others take a little more than half, wide capitals and signs more. */
const widthOf = (character: string): number => {
  if (/[\u2e80-\u9fff\uf900-\ufaff\uff00-\uff60\u3000-\u303f\u{20000}-\u{3ffff}…—〓]/u.test(character)) return 1;
  if (/[ .,:;!|()[\]'il]/u.test(character)) return 0.4;
  return /[A-Z@#%&mwMW≥≤→]/u.test(character) ? 0.92 : 0.58;
};

/** A text cut to a width in pixels, ended by … where something was left off. */
export const fitted = (text: string, { width, size }: { width: number; size: number }): string => {
  const room = width / size - 0.5;
  const characters = [...text];
  const whole = characters.reduce((sum, character) => sum + widthOf(character), 0);
  if (whole <= room) return text;
  let taken = 0;
  const count = characters.findIndex((character) => {
    taken += widthOf(character);
    return taken > room - 1;
  });
  return `${characters.slice(0, Math.max(1, count)).join('')}…`;
};
