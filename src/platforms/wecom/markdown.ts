import type { Bar, Block, Button, Card, TaskRow } from '../../cards/card.ts';
import { barText } from '../../cards/card-text.ts';
import { inert, oneLine } from './escape.ts';

/**
 * Which Markdown: `stream` is that of answers (platform document 101031: lists and quotes, no colours), `webhook` that of
 * pushes (99110: colours and real @, no lists).
 */
export type Dialect = 'stream' | 'webhook';

/** User ids that may stand in `<@…>`; anything else is shown as a name. */
const USER_ID = /^[\w.@-]{1,64}$/u;

const line = (text: string): string => inert(oneLine(text));
const bold = (text: string): string => (text.trim() === '' ? '' : `**${line(text)}**`);
const lines = (text: string): string[] => inert(text).split('\n');

const quiet = (text: string, dialect: Dialect): string =>
  dialect === 'webhook' ? `<font color="comment">${line(text)}</font>` : `> ${line(text)}`;

const sayable = (button: Button): string => `\`${line(button.say)}\``;

const offers = (buttons: readonly Button[]): string[] =>
  buttons.length === 0 ? [] : [`可发送：${buttons.map(sayable).join('、')}`];

const rowLines = (row: TaskRow, dialect: Dialect): string[] => {
  const title = `${line(row.light)} **#${row.number}** ${line(row.title)}${row.struck ? '（已取消）' : ''}`.trim();
  return row.detail === '' ? [title] : [title, quiet(row.detail, dialect)];
};

const barLine = ({ name, share, label }: Bar): string => `${line(name)} ${barText(share)} ${line(label)}`;

const calling = ({ id, name }: { id: string; name: string }, dialect: Dialect): string =>
  dialect === 'webhook' && USER_ID.test(id) ? `<@${id}>` : `@${line(name)}`;

const blockLines = (block: Block, dialect: Dialect): string[] => {
  switch (block.kind) {
    case 'text':
      if (block.style === 'plain') return lines(block.text);
      return block.style === 'strong' ? [bold(block.text)] : block.text.split('\n').map((each) => quiet(each, dialect));
    case 'heading':
      return ['', bold(`▎${block.text}`)];
    case 'lines':
      return block.lines.map((each, index) => `${block.numbered ? `${index + 1}、` : '· '}${line(each)}`);
    case 'mentions':
      return block.lines.map(
        ({ people, text }) => `· ${people.map((person) => calling(person, dialect)).join(' ')} ${line(text)}`,
      );
    case 'taskRows':
      return [
        ...block.rows.flatMap((row) => rowLines(row, dialect)),
        ...offers(block.rows.flatMap(({ buttons }) => buttons.slice(0, 1))),
      ];
    case 'facts':
      return block.facts.map(({ name, value }) => `${line(name)}：${line(value)}`);
    case 'progress':
      return block.bars.map(barLine);
    case 'chart':
      return [bold(block.title), ...block.bars.map(barLine)];
    case 'buttons':
      return offers(block.buttons);
  }
};

/** A card as lines of Markdown. People's text does nothing in it; buttons are told as what can be sent instead. Pure. */
export const cardLines = (card: Card, dialect: Dialect): string[] => [
  `${bold(card.title)} ${line(card.subtitle)}`.trim(),
  ...card.blocks.flatMap((block) => blockLines(block, dialect)),
];

/** A sentence as lines of Markdown. Pure. */
export const textLines = (text: string): string[] => lines(text);
