import { z } from 'zod';
import type { Button, Card } from '../../cards/card.ts';
import type { Reply } from '../../chat/message.ts';
import { cutTo } from './cut.ts';
import { clip, oneLine } from './escape.ts';
import { cardLines, textLines } from './markdown.ts';

/** A plain answer, before it is sealed. */
export type WireReply = Record<string, unknown>;

/** The most a streamed answer may weigh, in bytes of UTF-8 (platform document 101031). */
const STREAM_BYTES = 20_480;
/** What WeCom advises for a card of buttons (platform document 101032), in characters. */
const TITLE = 26;
const SUBTITLE = 30;
const BODY = 112;
const LABEL = 10;
const MOST_BUTTONS = 6;
const KEY_BYTES = 1_024;
const STYLES: Record<Button['tone'], number> = { primary: 1, default: 2, danger: 3 };
const GREY = 4;

/** What a button carries: its command, and the command that draws its card anew. An empty `say` is a button that was used. */
const buttonKey = z.object({ v: z.literal(1), say: z.string(), view: z.string() });
export type ButtonKey = z.infer<typeof buttonKey>;

const keyOf = (say: string, view: string): string => JSON.stringify({ v: 1, say, view } satisfies ButtonKey);

/** The key of a pressed button; undefined when it is none of this robot's. */
export function readKey(key: string): ButtonKey | undefined {
  try {
    return buttonKey.safeParse(JSON.parse(key)).data;
  } catch {
    return undefined;
  }
}

/** A sentence or card as Markdown. Files have no place in an answer. */
const markdownOf = (reply: Reply): string[] => {
  if (reply.kind === 'card') return cardLines(reply.card, 'stream');
  return textLines(reply.kind === 'text' ? reply.text : reply.toast);
};

/** A streamed answer, or so much of it as there is. */
export const streamOf = (id: string, content: string, finish: boolean): WireReply => ({
  msgtype: 'stream',
  stream: { id, finish, content: content === '' ? '（没有内容）' : content },
});

/** A whole answer as one finished stream. */
export const finishedStream = (id: string, reply: Reply): WireReply =>
  streamOf(id, cutTo(markdownOf(reply), STREAM_BYTES), true);

/** The answer as Markdown for a message behind the one that was clicked on. */
export const longMarkdown = (reply: Reply): string => cutTo(markdownOf(reply), STREAM_BYTES);

/** The card's words without title and buttons. */
const bodyOf = ({ blocks }: Card): string =>
  blocks.flatMap((block) => (block.kind === 'text' ? [oneLine(block.text)] : [])).join('\n');

/** A card that is a question: a few words and some buttons, short enough for WeCom's own card. Undefined for every other. */
export function questionOf(card: Card): { body: string; buttons: Button[] } | undefined {
  const buttons = card.blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
  const isPlain = card.blocks.every(({ kind }) => kind === 'text' || kind === 'buttons');
  const body = bodyOf(card);
  const isShort = [...body].length <= BODY && [...card.title].length <= TITLE;
  const fits = buttons.every(({ say }) => Buffer.byteLength(keyOf(say, card.view)) <= KEY_BYTES);
  const areApart = new Set(buttons.map(({ say }) => say)).size === buttons.length;
  const isQuestion = isPlain && isShort && fits && areApart && buttons.length > 0 && buttons.length <= MOST_BUTTONS;
  return isQuestion ? { body, buttons } : undefined;
}

interface DrawnCard {
  title: string;
  subtitle: string;
  body: string;
  buttons: { text: string; style: number; key: string }[];
  /** Who pressed the button; null on a card nobody pressed yet. */
  pressedBy: string | null;
}

/** WeCom's card of buttons. All its places are plain text. @param taskId unique per answer, the clicked card's own for an update */
const cardOf = (taskId: string, { title, subtitle, body, buttons, pressedBy }: DrawnCard): WireReply => ({
  card_type: 'button_interaction',
  main_title: { title: clip(oneLine(title), TITLE) || '办结', desc: clip(oneLine(subtitle), SUBTITLE) },
  sub_title_text: clip(body, BODY),
  ...(pressedBy === null ? {} : { horizontal_content_list: [{ keyname: '操作人', value: clip(pressedBy, TITLE) }] }),
  button_list: buttons,
  task_id: taskId,
});

const buttonsOf = (buttons: readonly Button[], view: string): DrawnCard['buttons'] =>
  buttons.map(({ label, say, tone }) => ({
    text: clip(oneLine(label), LABEL) || '确定',
    style: STYLES[tone],
    key: keyOf(say, view),
  }));

/** The answer to a message: a question as a card with its buttons, everything else as one finished stream. */
export function answerOf(reply: Reply, ids: { stream: string; task: string }): WireReply {
  const question = reply.kind === 'card' ? questionOf(reply.card) : undefined;
  if (reply.kind !== 'card' || !question) return finishedStream(ids.stream, reply);
  const { title, subtitle, view } = reply.card;
  const { body, buttons } = question;
  const drawn = { title, subtitle, body, buttons: buttonsOf(buttons, view), pressedBy: null };
  return { msgtype: 'template_card', template_card: cardOf(ids.task, drawn) };
}

const update = (taskId: string, drawn: DrawnCard): WireReply => ({
  response_type: 'update_template_card',
  template_card: cardOf(taskId, drawn),
});

const USED = [{ text: '已处理', style: GREY, key: keyOf('', '') }];

/** The card a button was pressed on, with what came of it and who pressed it; its buttons are used up. */
export const settledCard = (taskId: string, said: string, by: string): WireReply =>
  update(taskId, { title: '已处理', subtitle: '', body: oneLine(said), buttons: USED, pressedBy: by });

/** The same where nothing came of it and the button may be pressed again. */
export const triedCard = (taskId: string, said: string, key: string, by: string): WireReply =>
  update(taskId, {
    title: '没有办成',
    subtitle: '',
    body: oneLine(said),
    buttons: [{ text: '再试一次', style: STYLES.primary, key }],
    pressedBy: by,
  });

/** The card a button was pressed on, drawn as another question. */
export function nextQuestion(taskId: string, card: Card, by: string): WireReply | undefined {
  const question = questionOf(card);
  if (!question) return undefined;
  const { title, subtitle, view } = card;
  const { body, buttons } = question;
  return update(taskId, { title, subtitle, body, buttons: buttonsOf(buttons, view), pressedBy: by });
}

/** True when a settled card cannot hold all of an answer. */
export const isLong = (reply: Reply): boolean =>
  reply.kind === 'card' || (reply.kind === 'text' && [...reply.text].length > BODY);
