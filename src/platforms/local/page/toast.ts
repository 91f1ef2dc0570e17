import { element, part } from './element.ts';
import { withGlyphs } from './glyphs.ts';

/** How long a toast stays, in ms: a floor, and more for more to read. */
const STAYS_MS = 2_500;
const PER_CHARACTER_MS = 50;
/** More than these would cover the chat. */
const SHOWN = 2;

/** Shows one line for a moment. Empty text shows nothing. */
export function toast(text: string, tone: 'plain' | 'bad' = 'plain'): void {
  if (text === '') return;
  const view = element('p', { class: `toast ${tone}`, dir: 'auto' }, ...withGlyphs(text));
  const toasts = part('toasts', HTMLElement);
  toasts.append(view);
  for (const old of [...toasts.children].slice(0, -SHOWN)) old.remove();
  setTimeout(() => view.remove(), STAYS_MS + [...text].length * PER_CHARACTER_MS);
}
