import { z } from 'zod';
import type { IncomingFile, IncomingMessage, Mention } from '../../chat/message.ts';
import { type Content, readContent } from './content.ts';
import { type ClickEvent, MESSAGE_ID, type MessageEvent, OPEN_ID, type WireMention } from './events.ts';

/** Feishu pushes again for up to 7 h 20 min; a message may say it is that old, not older (platform document, delivery policy). */
const OLDEST_MS = 8 * 3_600_000;

/** What the normaliser needs to know besides the event. */
export interface Surroundings {
  /** The bot's own open_id; null while Feishu has not told it yet. */
  botId: string | null;
  now: number;
  personOf(chat: string, openId: string): IncomingMessage['sender'];
  fileOf(messageId: string, key: string, name: string): IncomingFile;
}

/**
 * What became of a message event.
 * - `message`  for the bot; `parent` is the message it quotes
 * - `ignored`  not for the bot, with the reason
 * - `unsure`   somebody @-ed a bot or a person while the bot does not know its own id: Feishu has to push it again
 */
export type Normalised =
  | { kind: 'message'; message: IncomingMessage; parent: string | null }
  | { kind: 'ignored'; reason: 'not-a-person' | 'not-addressed' }
  | { kind: 'unsure' };

/** The id of the workspace that lives in a Feishu chat. */
export const workspaceOf = (chat: string): string => `feishu:${chat}`;

/**
 * Who of the mentioned is this bot. While the bot's own id is unknown, a lone mentioned bot is taken for it: an app without
 * the sensitive scope hears only messages that @ it. With several bots, or kinds not told, nobody can say.
 */
function botAmong(mentions: WireMention[], botId: string | null): WireMention | 'none' | 'unsure' {
  if (botId !== null) return mentions.find(({ id }) => id?.open_id === botId) ?? 'none';
  const [first, ...rest] = mentions.filter(({ mentioned_type: kind, key }) => kind !== 'user' && key !== '@_all');
  if (!first) return 'none';
  return first.mentioned_type === 'bot' && rest.length === 0 ? first : 'unsure';
}

const isBlank = (char: string | undefined) => char === ' ' || char === '\t' || char === '\u00a0';

/** Takes `key` out of a text together with the blanks around it; a space stays between two words. Line feeds stay. */
function without(text: string, key: string): string {
  let rest = '';
  for (const part of text.split(key)) {
    let end = rest.length;
    while (isBlank(rest[end - 1])) end -= 1;
    let start = 0;
    while (isBlank(part[start])) start += 1;
    const joint = end > 0 && rest[end - 1] !== '\n' && start < part.length && part[start] !== '\n' ? ' ' : '';
    rest = rest === '' ? part : rest.slice(0, end) + joint + part.slice(start);
  }
  return rest;
}

/** The text with the bot's mention taken out and every other key replaced by `@name`, in one pass: a name may look like a key. */
function wordsOf(text: string, mentions: WireMention[], bot: WireMention | null): string {
  const names = new Map(mentions.map(({ key, name }) => [key, `@${name}`]));
  const botMark = '\u0000';
  if (bot) names.set(bot.key, botMark);
  const spoken = text
    .replaceAll(botMark, '')
    .replace(/@_user_\d{1,6}|@_all/gu, (key) => names.get(key) ?? (key === '@_all' ? '@所有人' : key));
  return without(spoken, botMark).trim();
}

/** People that were @-ed; bots and @所有人 are nobody's owner. */
function peopleOf(mentions: WireMention[], bot: WireMention | null): Mention[] {
  return mentions.flatMap(({ key, id, name, mentioned_type: kind }) => {
    const isPerson = key !== bot?.key && kind !== 'bot' && OPEN_ID.test(id?.open_id ?? '');
    return isPerson ? [{ id: id?.open_id ?? '', name }] : [];
  });
}

/** When it was said, as Feishu tells it; now, when that is not a time a push could still speak of. */
function saidAt(createTime: string | undefined, now: number): number {
  const at = Number(createTime);
  return at <= now && at > now - OLDEST_MS ? at : now;
}

/** Turns `im.message.receive_v1` into a message for the bot, or says why it is none. Pure. */
export function incomingMessage({ sender, message }: MessageEvent, around: Surroundings): Normalised {
  const speaker = sender.sender_id?.open_id ?? '';
  if (sender.sender_type !== 'user' || !OPEN_ID.test(speaker)) return { kind: 'ignored', reason: 'not-a-person' };
  const isPrivate = message.chat_type === 'p2p';
  const mentions = message.mentions ?? [];
  const bot = botAmong(mentions, around.botId);
  if (!isPrivate && bot === 'unsure') return { kind: 'unsure' };
  if (!isPrivate && bot === 'none') return { kind: 'ignored', reason: 'not-addressed' };

  const own = typeof bot === 'string' ? null : bot;
  const content: Content = readContent(message.message_type, message.content);
  const parent = message.parent_id ?? '';
  return {
    kind: 'message',
    parent: MESSAGE_ID.test(parent) ? parent : null,
    message: {
      id: message.message_id,
      workspace: workspaceOf(message.chat_id),
      chat: isPrivate ? 'private' : 'group',
      sender: around.personOf(message.chat_id, speaker),
      text: wordsOf(content.text, mentions, own),
      mentions: peopleOf(mentions, own),
      files: content.file ? [around.fileOf(message.message_id, content.file.key, content.file.name)] : [],
      quotedText: null,
      pressed: null,
      road: { kind: 'pushed' },
      at: saidAt(message.create_time, around.now),
    },
  };
}

/** A card may be changed for 14 days after it was sent (platform document, Card JSON 2.0). */
const CHANGEABLE_MS = 14 * 24 * 3_600_000;

/** What a button carries: its command, the command that draws its card anew, and when that was sent. */
export const buttonValue = z.object({
  v: z.literal(1),
  say: z.string().min(1),
  view: z.string(),
  at: z.number().optional(),
});
export type ButtonValue = z.infer<typeof buttonValue>;

/** Cards of an earlier make do not tell their age; they are taken for young. */
const isExpired = ({ at }: ButtonValue, now: number): boolean => at !== undefined && now - at >= CHANGEABLE_MS;

/** Turns a click into a message; undefined when the button is not one of this bot's, or of an older make. Pure. */
export function incomingClick(
  id: string,
  { operator, action, context }: ClickEvent,
  around: Pick<Surroundings, 'now' | 'personOf'> & { chat: IncomingMessage['chat'] },
): IncomingMessage | undefined {
  const value = buttonValue.safeParse(action.value).data;
  if (!value) return undefined;
  const chat = context.open_chat_id;
  return {
    id,
    workspace: workspaceOf(chat),
    chat: around.chat,
    sender: around.personOf(chat, operator.open_id),
    text: value.say,
    mentions: [],
    files: [],
    quotedText: null,
    pressed: { view: value.view, ...(isExpired(value, around.now) && { expired: true }) },
    road: { kind: 'pushed' },
    at: around.now,
  };
}
