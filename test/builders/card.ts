import type { Card, TaskRow } from '../../src/cards/card.ts';

/** A neutral card without blocks, unless overridden. */
export const aCard = (overrides: Partial<Card> = {}): Card => ({
  title: '标题',
  subtitle: '',
  tone: 'neutral',
  view: '',
  blocks: [],
  ...overrides,
});

export const aRow = (overrides: Partial<TaskRow> = {}): TaskRow => ({
  light: '🟢',
  number: 12,
  title: '召开职工代表大会',
  detail: '办公室 · 6月30日 周二',
  struck: false,
  buttons: [],
  ...overrides,
});

/** Titles that mean something to a chat, a browser or a spreadsheet, and must stay what they are. */
export const HOSTILE_TITLES = [
  '@all',
  '@所有人 开会',
  '<at id=all></at>',
  '<at user_id="all">所有人</at>',
  '**加粗** _斜体_ ~~删除~~',
  '[点我](https://example.com)',
  '<script>alert(1)</script>',
  '=1+1',
  '=HYPERLINK("https://example.com")',
  '{{card}} $1 %s',
  '换号#13完成 12',
  '`完成 12`',
];
