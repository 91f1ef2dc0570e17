import { element } from './element.ts';

const HUES = 7;

/** The same person has the same colour everywhere. */
const hueOf = (id: string): number =>
  [...id].reduce((sum, letter) => (sum * 27 + (letter.codePointAt(0) ?? 0)) % 9973, 0) % HUES;

/** A round sign with the last two characters of a name, as is the custom. Beside the name, so silent to a screen reader. */
export function avatar(id: string, name: string): HTMLElement {
  return element('span', { class: `avatar hue-${hueOf(id)}`, 'aria-hidden': 'true' }, [...name].slice(-2).join(''));
}

/** The bot's own sign. */
export function botAvatar(): HTMLElement {
  return element('img', { class: 'avatar bot', src: '/local/icon.svg', alt: '' });
}
