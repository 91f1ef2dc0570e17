import type { Bar, Block, Button, Card, TaskRow } from './card.ts';

const BAR_CELLS = 10;

/** `▓▓▓░░░░░░░`: a share from 0 to 1 in ten cells; what passes 1 is a full bar. */
export const barText = (share: number): string => {
  const filled = Number.isFinite(share) ? Math.min(BAR_CELLS, Math.max(0, Math.round(share * BAR_CELLS))) : 0;
  return '▓'.repeat(filled) + '░'.repeat(BAR_CELLS - filled);
};

/** What to send instead of pressing: `完成 12(办结)`; `记录 12` tells its label itself. */
const twinOf = ({ label, say }: Button): string => (say.startsWith(label) ? say : `${say}(${label})`);

const twins = (buttons: Button[]): string[] =>
  buttons.length === 0 ? [] : [`▸ 可发送:${buttons.map(twinOf).join(' | ')}`];

const rowLines = (row: TaskRow): string[] => [
  `${row.light ? `${row.light} ` : ''}#${row.number} ${row.title}${row.struck ? '(已取消)' : ''}`,
  ...(row.detail === '' ? [] : [`   ${row.detail}`]),
];

/** The buttons of the rows stand once below them, by what they say alone: the number in it names the row. */
const rowTwins = (rows: TaskRow[]): string[] => {
  const says = rows.flatMap((row) => row.buttons.map((each) => each.say));
  return says.length === 0 ? [] : [`▸ 可发送:${says.join(' | ')}`];
};

const barLine = ({ name, share, label }: Bar): string => `${name} ${barText(share)} ${label}`;

const blockLines = (block: Block): string[] => {
  switch (block.kind) {
    case 'text':
      return [block.text];
    case 'heading':
      return [`▎${block.text}`];
    case 'lines':
      return block.lines.map((line, index) => `${block.numbered ? `${index + 1}.` : '·'} ${line}`);
    case 'mentions':
      return block.lines.map(({ people, text }) => `· ${people.map(({ name }) => `@${name}`).join(' ')} ${text}`);
    case 'taskRows':
      return [...block.rows.flatMap(rowLines), ...rowTwins(block.rows)];
    case 'facts':
      return block.facts.map(({ name, value }) => `${name}:${value}`);
    case 'progress':
      return block.bars.map(barLine);
    case 'chart':
      return [block.title, ...block.bars.map(barLine)];
    case 'buttons':
      return twins(block.buttons);
  }
};

/** A heading opens a new part, set off by an empty line. */
const withGap = (block: Block): string[] => (block.kind === 'heading' ? ['', ...blockLines(block)] : blockLines(block));

/**
 * The card as plain text that reads on its own: for platforms without cards, for a card that was refused, and for logs of
 * a test. People's text stands in it as typed; a platform that gives meaning to `@` or Markdown in text escapes it.
 */
export const cardText = (card: Card): string =>
  [
    `【${card.title}】${card.subtitle}`,
    ...card.blocks.flatMap((block, index) => (index === 0 ? blockLines(block) : withGap(block))),
  ].join('\n');
