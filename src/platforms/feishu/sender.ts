import { BanjieError } from '../../banjie-error.ts';
import type { Card } from '../../cards/card.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { FeishuClient } from './client.ts';
import { messageText } from './escape.ts';
import { CHAT_ID, OPEN_ID } from './events.ts';
import { renderCard } from './render.ts';

/** A text message may weigh 150 KB as a request, where it is JSON inside JSON. */
const MOST_BYTES = 140_000;
const CUT = '\n……（太长，后面的没有发出）';

const weight = (text: string) => Buffer.byteLength(JSON.stringify(JSON.stringify({ text })));

/** As much of a text as one message takes. */
export function fitText(text: string): string {
  if (weight(text) <= MOST_BYTES) return text;
  const characters = [...text];
  let [least, most] = [0, characters.length];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (weight(characters.slice(0, middle).join('') + CUT) <= MOST_BYTES) least = middle;
    else most = middle - 1;
  }
  return characters.slice(0, least).join('') + CUT;
}

/** A reply as Feishu's message type and content string; `at` is when it is sent, ms since the epoch. Pure. */
export function contentOf(
  reply: Exclude<Outgoing, { kind: 'file' | 'picture' }>,
  at?: number,
): {
  type: 'text' | 'interactive';
  content: string;
} {
  if (reply.kind === 'card') return { type: 'interactive', content: JSON.stringify(renderCard(reply.card, at)) };
  // Feishu refuses an empty text.
  return { type: 'text', content: JSON.stringify({ text: fitText(messageText(reply.text)) || '（没有内容）' }) };
}

/**
 * Sends a reply to the chat of a workspace. @param at now, ms since the epoch
 * @throws BanjieError as `Platform.deliver` says
 */
export async function send(
  client: FeishuClient,
  workspace: string,
  reply: Outgoing,
  key: string,
  at: number,
): Promise<void> {
  const chat = workspace.replace(/^feishu:/u, '');
  if (!CHAT_ID.test(chat)) throw new BanjieError('target-gone', 'not a Feishu chat');
  await sendTo(client, chat, reply, key, at);
}

/**
 * Sends a reply to a person in private. @param at now, ms since the epoch
 * @throws BanjieError as `Platform.tell` says
 */
export async function sendInPrivate(
  client: FeishuClient,
  person: string,
  reply: Outgoing,
  key: string,
  at: number,
): Promise<void> {
  if (!OPEN_ID.test(person)) throw new BanjieError('target-gone', 'not a Feishu person');
  await sendTo(client, person, reply, key, at);
}

async function sendTo(client: FeishuClient, receiver: string, reply: Outgoing, key: string, at: number): Promise<void> {
  if (reply.kind === 'file') {
    const fileKey = await client.upload(reply.name, reply.bytes);
    return client.send(receiver, 'file', JSON.stringify({ file_key: fileKey }), key);
  }
  if (reply.kind === 'picture') {
    const imageKey = await client.uploadImage(reply.name, reply.bytes);
    return client.send(receiver, 'image', JSON.stringify({ image_key: imageKey }), key);
  }
  const { type, content } = contentOf(reply, at);
  try {
    await client.send(receiver, type, content, key);
  } catch (error) {
    // One who has left, or cannot be seen by the app, makes Feishu refuse the whole card: then all stand there by name.
    if (reply.kind !== 'card' || !isUnknownPerson(error)) throw error;
    await client.send(receiver, 'interactive', contentOf({ ...reply, card: byName(reply.card) }, at).content, key);
  }
}

/** `230099` with the sub-code for an @ of somebody Feishu does not know (platform document: sending messages). */
const isUnknownPerson = (error: unknown): boolean =>
  error instanceof BanjieError && error.code === 'reply-rejected' && error.message.includes('sub-code 100290');

/** The card with people's names in place of mentions. */
const byName = (card: Card): Card => ({
  ...card,
  blocks: card.blocks.map((block) =>
    block.kind === 'mentions'
      ? {
          kind: 'lines',
          numbered: false,
          lines: block.lines.map(({ people, text }) => `${people.map(({ name }) => name).join('、')} ${text}`),
        }
      : block,
  ),
});
