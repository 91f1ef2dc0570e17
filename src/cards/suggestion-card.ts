import { blocksOf, button, buttons, numbered, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';
import { shorten } from './shorten.ts';

/** A command that may have been meant, with what it gets. */
export interface Suggestion {
  say: string;
  gets: string;
}

const SHOWN = 5;

/**
 * Not understood: what was heard, and the nearest commands.
 * @param lead a sentence of its own in place of 没看懂…, when there is more to say
 */
export const suggestionCard = (heard: string, suggestions: Suggestion[], lead?: string): Card => {
  const shown = suggestions.slice(0, SHOWN);
  return {
    title: '没看懂',
    subtitle: '',
    tone: 'neutral',
    view: '',
    blocks: blocksOf(
      plain(lead ?? `没看懂“${shorten(heard, 40)}”,${shown.length > 0 ? '您是不是想:' : '发“帮助”看能说什么'}`),
      numbered(shown.map(({ say, gets }) => `${say} — ${gets}`)),
      shown.length > 0 ? quiet('什么都没有改动。发“帮助”看全部说法') : null,
      buttons(shown.map(({ say }) => button(shorten(say, 20), say))),
    ),
  };
};
