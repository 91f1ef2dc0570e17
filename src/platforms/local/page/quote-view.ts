import type { Quote } from '../wire.ts';
import { element } from './element.ts';
import { withGlyphs } from './glyphs.ts';

/** Whose words are quoted, and their beginning on one line. */
export const quoteView = ({ name, text }: Quote): HTMLElement =>
  element('p', { class: 'quote', dir: 'auto' }, element('span', { class: 'quote-name' }, name), ...withGlyphs(text));
