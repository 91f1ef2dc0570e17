import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

/** How often the file is looked at, in ms: a webhook that was registered is used without a restart. */
const LOOK_EVERY_MS = 3_000;

/** The key of a 消息推送 webhook: the whole secret of its address. */
export const WEBHOOK_KEY = /^[\w-]{8,80}$/u;
export const CHAT_ID = /^[\w.+/=-]{1,120}$/u;

const content = z.record(z.string().regex(CHAT_ID), z.string().regex(WEBHOOK_KEY));

/** Where `npm run webhook` keeps what it was given. */
export const webhookFileIn = (dataDir: string): string => path.join(dataDir, 'wecom-webhooks');

/** The file `npm run webhook` keeps beside the data: chat id → key. @throws when it is there and not what it should be */
export function readWebhookFile(file: string): Record<string, string> {
  if (!statSync(file, { throwIfNoEntry: false })) return {};
  return content.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** Which group has which webhook: those of the environment, and those of the file, which win. */
export class Webhooks {
  readonly #given: ReadonlyMap<string, string>;
  readonly #file: string;
  readonly #now: () => number;
  #own: Record<string, string> = {};
  #lookedAt = Number.NEGATIVE_INFINITY;
  /** Keys that WeCom no longer takes, since this start. */
  readonly #dead = new Set<string>();

  constructor(given: ReadonlyMap<string, string>, file: string, now: () => number) {
    this.#given = given;
    this.#file = file;
    this.#now = now;
  }

  /** The key of a group's webhook that works as far as is known. */
  keyOf(chat: string): string | undefined {
    const key = this.#known(chat);
    return key === undefined || this.#dead.has(key) ? undefined : key;
  }

  /** True where the group has one and WeCom refuses it. */
  isDead(chat: string): boolean {
    const key = this.#known(chat);
    return key !== undefined && this.#dead.has(key);
  }

  /** WeCom refused this key: removed, or its robot was. */
  died(key: string): void {
    this.#dead.add(key);
  }

  all(): [chat: string, key: string][] {
    this.#look();
    return Object.entries({ ...Object.fromEntries(this.#given), ...this.#own });
  }

  #known(chat: string): string | undefined {
    this.#look();
    return Object.hasOwn(this.#own, chat) ? this.#own[chat] : this.#given.get(chat);
  }

  #look(): void {
    const at = this.#now();
    if (Math.abs(at - this.#lookedAt) < LOOK_EVERY_MS) return;
    this.#lookedAt = at;
    try {
      this.#own = readWebhookFile(this.#file);
    } catch {
      // As it was: somebody may be writing it. `npm run doctor` says what is wrong with it.
    }
  }
}
