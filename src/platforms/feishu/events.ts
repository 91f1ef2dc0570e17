import { z } from 'zod';
import { BanjieError } from '../../banjie-error.ts';

/** Chat, message and person ids as Feishu writes them. Nothing else may reach a path of the API, where the SDK encodes nothing. */
export const CHAT_ID = /^oc_[\w-]{1,100}$/u;
export const MESSAGE_ID = /^om_[\w-]{1,100}$/u;
export const OPEN_ID = /^ou_[\w-]{1,100}$/u;
export const DOCUMENT_TOKEN = /^\w{10,60}$/u;
export const FILE_KEY = /^[\w-]{1,200}$/u;

const person = z.object({ open_id: z.string().regex(OPEN_ID) });

const mention = z.object({
  key: z.string(),
  /** Missing for @所有人. */
  id: z.object({ open_id: z.string().optional() }).nullish(),
  name: z.string().default(''),
  mentioned_type: z.string().optional(),
});

const messageEvent = z.object({
  sender: z.object({
    // A bot's or an anonymous sender's id may be missing; such a message is ignored, not refused.
    sender_id: z.object({ open_id: z.string().optional() }).nullish(),
    sender_type: z.string(),
  }),
  message: z.object({
    message_id: z.string().regex(MESSAGE_ID),
    parent_id: z.string().optional(),
    create_time: z.string().optional(),
    chat_id: z.string().regex(CHAT_ID),
    chat_type: z.string(),
    message_type: z.string(),
    content: z.string(),
    mentions: z.array(mention).nullish(),
  }),
});

const clickEvent = z.object({
  operator: person,
  action: z.object({ value: z.unknown() }),
  context: z.object({ open_chat_id: z.string().regex(CHAT_ID) }),
});

const presenceEvent = z.object({ chat_id: z.string().regex(CHAT_ID) });

const header = z.object({ header: z.object({ event_id: z.string(), event_type: z.string() }), event: z.unknown() });

/** A mention as the event lists it: `key` stands for it in the text. */
export type WireMention = z.infer<typeof mention>;
/** `im.message.receive_v1`. */
export type MessageEvent = z.infer<typeof messageEvent>;
/** `card.action.trigger`. */
export type ClickEvent = z.infer<typeof clickEvent>;

export type FeishuEvent =
  | { kind: 'message'; event: MessageEvent }
  | { kind: 'click'; id: string; event: ClickEvent }
  | { kind: 'joined'; id: string; chat: string }
  | { kind: 'left'; id: string; chat: string }
  | { kind: 'other'; type: string };

/** The bot came into a chat, was taken out of it, or the chat was dissolved. */
const PRESENCE: Partial<Record<string, 'joined' | 'left'>> = {
  'im.chat.member.bot.added_v1': 'joined',
  'im.chat.member.bot.deleted_v1': 'left',
  'im.chat.disbanded_v1': 'left',
};

/** @throws BanjieError `malformed`, naming the place, never the content */
function read<T>(schema: z.ZodType<T>, value: unknown, what: string): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = result.error.issues.map((issue) => issue.path.join('.')).slice(0, 5);
  throw new BanjieError('malformed', `${what} without a proper ${places.join(', ')}`);
}

/**
 * Reads a plain event, however it came (webhook or long connection). Kinds the bot has no use for are `other`.
 * @throws BanjieError `malformed` when an event of a known kind is not what Feishu documents
 */
export function readEvent(plain: unknown): FeishuEvent {
  const outer = header.safeParse(plain);
  // Events of the first generation have no header; the bot subscribes to none.
  if (!outer.success) return { kind: 'other', type: 'no header' };
  const { event_id: id, event_type: type } = outer.data.header;
  if (type === 'im.message.receive_v1') return { kind: 'message', event: read(messageEvent, outer.data.event, type) };
  if (type === 'card.action.trigger') return { kind: 'click', id, event: read(clickEvent, outer.data.event, type) };
  const presence = PRESENCE[type];
  if (presence) return { kind: presence, id, chat: read(presenceEvent, outer.data.event, type).chat_id };
  return { kind: 'other', type };
}
