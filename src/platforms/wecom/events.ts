import { z } from 'zod';

/** Ids as WeCom writes them; they become part of a workspace's id and of addresses. Case matters. */
const id = z.string().regex(/^[\w.@+/=-]{1,120}$/u);
const url = z.string().transform((text) => text.trim());

const text = z.object({ content: z.string() });
const media = z.object({ url });

/** A quoted message: no author, no id (platform document 100719). */
const quote = z.object({
  msgtype: z.string(),
  text: text.optional(),
  voice: text.optional(),
  file: media.optional(),
  mixed: z.object({ msg_item: z.array(z.object({ msgtype: z.string(), text: text.optional() })) }).optional(),
});

const envelope = z.object({
  msgid: z.string().min(1).max(200),
  chatid: id.optional(),
  chattype: z.enum(['single', 'group']).optional(),
  from: z.object({ userid: id }),
  response_url: url.optional(),
  msgtype: z.string(),
});

const message = envelope.extend({
  text: text.optional(),
  voice: text.optional(),
  file: media.optional(),
  mixed: quote.shape.mixed,
  quote: quote.optional(),
});

const refresh = envelope.extend({ stream: z.object({ id: z.string().min(1).max(400) }) });

const click = envelope.extend({
  event: z.object({
    template_card_event: z.object({ event_key: z.string(), task_id: z.string() }),
  }),
});

const eventKind = z.object({ event: z.object({ eventtype: z.string() }) });

export type WecomEnvelope = z.infer<typeof envelope>;
/** Somebody said something to the robot. */
export type MessageEvent = z.infer<typeof message>;
/** WeCom asks how an unfinished answer goes on. */
export type RefreshEvent = z.infer<typeof refresh>;
/** A button of a card was pressed. */
export type ClickEvent = z.infer<typeof click>;

export type WecomEvent =
  | { kind: 'message'; event: MessageEvent }
  | { kind: 'refresh'; event: RefreshEvent }
  | { kind: 'click'; event: ClickEvent }
  | { kind: 'entered'; event: WecomEnvelope }
  | { kind: 'other'; type: string };

const MESSAGES = new Set(['text', 'mixed', 'voice', 'file']);

const tried = <Kind extends string, T>(kind: Kind, schema: z.ZodType<T>, plain: unknown) => {
  const { data } = schema.safeParse(plain);
  return data === undefined ? undefined : { kind, event: data };
};

/** Reads a plain message. Kinds the robot has no use for, and messages without content, are `other`: they are answered with nothing. */
export function readEvent(plain: unknown): WecomEvent {
  const outer = envelope.safeParse(plain).data;
  if (!outer) return { kind: 'other', type: 'no envelope' };
  const other = { kind: 'other', type: outer.msgtype } as const;
  if (MESSAGES.has(outer.msgtype)) return tried('message', message, plain) ?? other;
  if (outer.msgtype === 'stream') return tried('refresh', refresh, plain) ?? other;
  if (outer.msgtype !== 'event') return other;
  const type = eventKind.safeParse(plain).data?.event.eventtype ?? 'event';
  if (type === 'template_card_event') return tried('click', click, plain) ?? other;
  return type === 'enter_chat' ? { kind: 'entered', event: outer } : { kind: 'other', type };
}
