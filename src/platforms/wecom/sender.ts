import { LRUCache } from 'lru-cache';
import { BanjieError } from '../../banjie-error.ts';
import type { Outgoing } from '../../chat/message.ts';
import type { WecomClient } from './client.ts';
import { split } from './cut.ts';
import { clip } from './escape.ts';
import { chatOf } from './incoming.ts';
import { cardLines, textLines } from './markdown.ts';
import type { Webhooks } from './webhooks.ts';

const MARKDOWN_BYTES = 4_096;
const IMAGE_BYTES = 2 * 1024 * 1024;
const FILE_BYTES = 20 * 1024 * 1024;
/** WeCom refuses a file of 5 bytes or fewer. */
const SMALLEST_FILE = 6;
const NAME_LENGTH = 60;
/** A webhook takes 20 messages a minute (platform document 99110). */
const MOST_A_MINUTE = 20;
const MINUTE_MS = 60_000;
/** Further parts of one reply are told rather than sent: they would use up the minute. */
const MOST_PARTS = 8;

/** One message as it goes out. */
type Part = (key: string) => Promise<void>;

const MORE = '…内容太长，后面的没有发出。请 @机器人 发“帮助”，看怎样分开看';

/** A reply as the messages it takes, in order. */
function partsOf(reply: Outgoing, client: WecomClient): Part[] {
  if (reply.kind === 'file') {
    if (reply.bytes.length < SMALLEST_FILE || reply.bytes.length > FILE_BYTES) {
      throw new BanjieError('reply-rejected', 'a file WeCom does not take');
    }
    return [(key) => client.sendFile(key, clip(reply.name, NAME_LENGTH), reply.bytes)];
  }
  if (reply.kind === 'picture' && reply.bytes.length <= IMAGE_BYTES)
    return [(key) => client.sendImage(key, reply.bytes)];
  const lines = linesOf(reply);
  const texts = split(lines, MARKDOWN_BYTES);
  const shown = texts.length <= MOST_PARTS ? texts : [...texts.slice(0, MOST_PARTS - 1), MORE];
  return shown.map((text) => (key) => client.sendMarkdown(key, text));
}

function linesOf(reply: Exclude<Outgoing, { kind: 'file' }>): string[] {
  if (reply.kind === 'card') return cardLines(reply.card, 'webhook');
  return textLines(reply.kind === 'text' ? reply.text : reply.alt);
}

/** Sends replies into groups through their webhooks. */
export class Sender {
  readonly #client: WecomClient;
  readonly #webhooks: Webhooks;
  readonly #now: () => number;
  /** When each webhook was used, within the last minute. */
  readonly #used = new Map<string, number[]>();
  /** How many messages of a reply are out, so that a retry does not send them again: a webhook knows no repeats. */
  readonly #out = new LRUCache<string, number>({ max: 10_000 });

  constructor(client: WecomClient, webhooks: Webhooks, now: () => number) {
    this.#client = client;
    this.#webhooks = webhooks;
    this.#now = now;
  }

  /** @throws BanjieError as `Platform.deliver` says */
  async send(workspace: string, reply: Outgoing, id: string): Promise<void> {
    const hook = this.#webhooks.keyOf(chatOf(workspace));
    if (hook === undefined) throw new BanjieError('no-road', 'the group has no webhook that works');
    for (const [index, part] of partsOf(reply, this.#client).entries()) {
      if (index < (this.#out.get(id) ?? 0)) continue;
      this.#take(hook);
      await part(hook).catch((error: unknown) => {
        if (error instanceof BanjieError && error.code === 'no-road') this.#webhooks.died(hook);
        throw error;
      });
      this.#out.set(id, index + 1);
    }
  }

  /** @throws BanjieError `rate-limited` with the time until the webhook takes another message */
  #take(hook: string): void {
    const now = this.#now();
    const used = (this.#used.get(hook) ?? []).filter((at) => at <= now && now - at < MINUTE_MS);
    const [oldest] = used;
    if (oldest !== undefined && used.length >= MOST_A_MINUTE) {
      throw new BanjieError('rate-limited', 'a webhook takes 20 messages a minute', {
        retryAfter: oldest + MINUTE_MS - now,
      });
    }
    this.#used.set(hook, [...used, now]);
  }
}
