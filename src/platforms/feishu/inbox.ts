import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { BanjieError } from '../../banjie-error.ts';
import { answerOnce } from '../../chat/answer-once.ts';
import type { Answer, IncomingMessage } from '../../chat/message.ts';
import type { PlatformPorts } from '../platform.ts';
import type { BotId } from './bot-id.ts';
import type { FeishuClient } from './client.ts';
import { type ClickEvent, type MessageEvent, readEvent } from './events.ts';
import { buttonValue, incomingClick, incomingMessage, type Surroundings, workspaceOf } from './incoming.ts';
import { withLinked } from './linked.ts';
import type { People } from './people.ts';
import { withQuoted } from './quoted.ts';
import { renderCard } from './render.ts';

/** What Feishu hears back: `{}` for an event, a toast and perhaps a card for a click. */
export type WireAnswer = Record<string, unknown>;

/** Feishu pushes again for up to 7 h 20 min; answers are remembered longer than that. */
const REMEMBER_MS = 12 * 3_600_000;
const REMEMBER_BYTES = 16 * 1024 * 1024;
/** How long a group message waits for the bot to learn its own id, in ms; Feishu waits 3 s for the whole answer. */
const BOT_ID_WAIT_MS = 1_000;
/** A toast is one line. */
const TOAST_LENGTH = 120;

const toast = (type: 'info' | 'warning' | 'error', text: string): WireAnswer => ({
  toast: { type, content: text.length > TOAST_LENGTH ? `${text.slice(0, TOAST_LENGTH - 1)}…` : text },
});

/** Feishu takes keys of 50 characters. */
const joinKey = (event: string): string => `join-${event.replace(/\W/gu, '')}`.slice(0, 50);

/** The answer to a click: the toast, and the card it stood on drawn anew. @param sentAt when that card's message was sent */
export function clickAnswer(answer: Answer, sentAt?: number): WireAnswer {
  return {
    ...(answer.toast === '' ? {} : toast('info', answer.toast)),
    ...(answer.redraw ? { card: { type: 'raw', data: renderCard(answer.redraw, sentAt) } } : {}),
  };
}

export interface InboxParts {
  client: FeishuClient;
  botId: BotId;
  people: People;
  ports: PlatformPorts;
  log: Logger;
}

/** Takes plain events, however they came, and gives what Feishu is to hear. */
export function createInbox(parts: InboxParts): (plain: unknown) => Promise<WireAnswer> {
  const { ports, people, log } = parts;
  const kinds = new LRUCache<string, IncomingMessage['chat']>({ max: 10_000 });
  const once = answerOnce<WireAnswer>({ ttl: REMEMBER_MS, size: REMEMBER_BYTES });

  const onMessage = async (event: MessageEvent): Promise<WireAnswer> => {
    const found = incomingMessage(event, await surroundings(parts, event));
    if (found.kind === 'ignored') return {};
    // Never lost without a word: Feishu keeps the message and pushes it again when the bot knows itself.
    if (found.kind === 'unsure') throw new BanjieError('store-unavailable', 'the bot does not know its own id yet');
    const message = withLinked(found.message, parts.client);
    const { parent } = found;
    kinds.set(event.message.chat_id, message.chat);
    people.met(event.message.chat_id, message.chat, message.sender.id);
    await ports.receive(parent ? await withQuoted(message, parent, parts.client, log) : message);
    return {};
  };

  const onClick = async (id: string, event: ClickEvent): Promise<WireAnswer> => {
    const chat = kinds.get(event.context.open_chat_id) ?? 'group';
    const message = incomingClick(id, event, { now: ports.now(), chat, personOf: people.personOf });
    if (!message) return toast('warning', '这个按钮已经不能用了，请重新发送指令');
    people.met(event.context.open_chat_id, chat, message.sender.id);
    return clickAnswer(await ports.receive(message), buttonValue.safeParse(event.action.value).data?.at);
  };

  return async (plain) => {
    const read = readEvent(plain);
    if (read.kind === 'other') {
      log.debug({ type: read.type }, 'feishu event without use');
      return {};
    }
    if (read.kind === 'joined' || read.kind === 'left') {
      return once(read.id, async () => {
        const workspace = workspaceOf(read.chat);
        if (read.kind === 'joined') await ports.joined(workspace, joinKey(read.id));
        else await ports.left(workspace);
        return {};
      });
    }
    if (read.kind === 'message') return once(read.event.message.message_id, () => onMessage(read.event));
    // Feishu does not push a click again: a failure is only ever told now, in words.
    return once(read.id, () => onClick(read.id, read.event)).catch((error: unknown) => {
      log.error({ err: error }, 'click not handled');
      const unsaved = error instanceof BanjieError && error.code === 'store-unavailable';
      return toast('error', unsaved ? '暂时存不下来，什么都没有改动，请过一会儿再点' : '没有办成，请过一会儿再点');
    });
  };
}

async function surroundings({ client, botId, people, ports }: InboxParts, event: MessageEvent): Promise<Surroundings> {
  const isGroup = event.message.chat_type !== 'p2p';
  return {
    botId: await botId.known(isGroup ? BOT_ID_WAIT_MS : 0),
    now: ports.now(),
    personOf: people.personOf,
    fileOf: (messageId, key, name) => ({ name, read: (limit) => client.download(messageId, key, limit) }),
  };
}
