import type { Block, Button, Card, TaskRow } from '../../../cards/card.ts';
import { chart, progress } from './bars-view.ts';
import { element } from './element.ts';
import { glyph, withGlyphs } from './glyphs.ts';

/** Presses a button: says its command. Resolves when the bot has answered. */
export type Press = (say: string) => Promise<void>;

/** Draws a card. People's text gets in as text nodes only. */
export function cardView(card: Card, press: Press): HTMLElement {
  return element(
    'section',
    { class: `card tone-${card.tone}`, 'aria-label': card.title },
    element(
      'header',
      { class: 'card-head' },
      element('h3', { dir: 'auto' }, ...withGlyphs(card.title)),
      card.subtitle === '' ? null : element('p', { dir: 'auto' }, ...withGlyphs(card.subtitle)),
    ),
    element('div', { class: 'card-body' }, ...card.blocks.map((block) => blockView(block, press))),
  );
}

function blockView(block: Block, press: Press): HTMLElement {
  switch (block.kind) {
    case 'text':
      return element('p', { class: `text ${block.style}`, dir: 'auto' }, ...withGlyphs(block.text));
    case 'heading':
      return element('h4', { dir: 'auto' }, ...withGlyphs(block.text));
    case 'lines':
      return element(
        block.numbered ? 'ol' : 'ul',
        { class: 'lines' },
        ...block.lines.map((line) => element('li', {}, element('span', { dir: 'auto' }, ...withGlyphs(line)))),
      );
    case 'mentions':
      return element(
        'ul',
        { class: 'lines' },
        ...block.lines.map(({ people, text }) =>
          element(
            'li',
            {},
            element(
              'span',
              { dir: 'auto' },
              ...withGlyphs(`${people.map(({ name }) => `@${name}`).join(' ')} ${text}`),
            ),
          ),
        ),
      );
    case 'taskRows':
      return element('ul', { class: 'rows' }, ...block.rows.map((row) => rowView(row, press)));
    case 'facts':
      return element('dl', { class: 'facts' }, ...block.facts.flatMap(factView));
    case 'progress':
      return progress(block.bars);
    case 'chart':
      return chart(block.title, block.bars);
    case 'buttons':
      return element('div', { class: 'buttons' }, ...block.buttons.map((button) => buttonView(button, press)));
  }
}

const factView = ({ name, value }: { name: string; value: string }): HTMLElement[] => [
  element('dt', {}, ...withGlyphs(name)),
  element('dd', { dir: 'auto' }, ...withGlyphs(value)),
];

function rowView(row: TaskRow, press: Press): HTMLElement {
  return element(
    'li',
    { class: row.struck ? 'row struck' : 'row' },
    glyph(row.light),
    element(
      'p',
      { class: 'row-title' },
      element('span', { class: 'number' }, `#${row.number}`),
      ' ',
      row.struck ? element('s', { dir: 'auto' }, row.title) : element('span', { dir: 'auto' }, row.title),
    ),
    element('p', { class: 'row-detail', dir: 'auto' }, ...withGlyphs(row.detail)),
    row.buttons.length === 0
      ? null
      : element(
          'div',
          { class: 'row-buttons' },
          ...row.buttons.map((button) => buttonView(button, press, `${button.label} #${row.number} ${row.title}`)),
        ),
  );
}

/** `name` is what a screen reader says where the label alone would not tell which task is meant. */
function buttonView(button: Button, press: Press, name?: string): HTMLButtonElement {
  const made = element(
    'button',
    { type: 'button', class: `button ${button.tone}`, title: button.say, 'data-say': button.say, 'aria-label': name },
    button.label,
  );
  made.addEventListener('click', async () => {
    if (made.getAttribute('aria-disabled') === 'true') return;
    // Not `disabled`: that would throw the keyboard's focus away.
    made.setAttribute('aria-disabled', 'true');
    await press(button.say);
    made.removeAttribute('aria-disabled');
  });
  return made;
}
