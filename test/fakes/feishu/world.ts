import { randomBytes } from 'node:crypto';
import { LongLine } from './long-line.ts';
import type { FakeFeishuOptions, FaultKind, ReceivedCall, SentMessage } from './types.ts';
import { visibleOf } from './visible.ts';

const HOUR = 3_600_000;

export interface KnownMessage {
  messageId: string;
  chat: string;
  type: string;
  content: Record<string, unknown>;
  from: string;
}

interface PlannedFault {
  fault: FaultKind;
  left: number;
  path: string;
}

interface Waiter {
  matches(message: SentMessage): boolean;
  found(message: SentMessage): void;
}

export const fresh = (prefix: string): string => `${prefix}${randomBytes(16).toString('hex')}`;

/** What the fake knows and remembers. */
export class World {
  readonly app: { appId: string; appSecret: string; encryptKey: string; verificationToken: string };
  readonly bot = { openId: fresh('ou_'), name: '办结' };
  readonly tenant = fresh('').slice(0, 16);
  readonly now: () => number;
  readonly perChat: number;
  readonly perApi: number;
  readonly line = new LongLine();
  /** Host and port, known once it listens. */
  address = '';
  target = '';
  sent: SentMessage[] = [];
  calls: ReceivedCall[] = [];
  readonly members = new Map<string, { openId: string; name: string }[]>();
  readonly owners = new Map<string, string | null>();
  readonly messages = new Map<string, KnownMessage>();
  readonly documents = new Map<string, string>();
  /** The app's scopes: whether each was granted. */
  readonly scopes = new Map<string, boolean>();
  readonly wikiPages = new Map<string, { obj_type: string; obj_token: string }>();
  readonly files = new Map<string, { messageId: string; name: string; bytes: Uint8Array }>();
  /** What the bot uploaded, by its key. */
  readonly uploads = new Map<string, { name: string; bytes: Uint8Array }>();
  readonly gone = new Map<string, 'dissolved' | 'removed' | 'out of range'>();
  readonly #tokenLife: number;
  readonly #tokens = new Map<string, number>();
  readonly #uuids = new Map<string, { message: SentMessage; at: number }>();
  readonly #recent = new Map<string, number[]>();
  #faults: PlannedFault[] = [];
  readonly #waiters = new Set<Waiter>();

  constructor(options: FakeFeishuOptions) {
    this.app = {
      appId: options.appId ?? `cli_${randomBytes(8).toString('hex')}`,
      appSecret: options.appSecret ?? `secret-${randomBytes(12).toString('hex')}`,
      encryptKey: options.encryptKey ?? `encrypt-${randomBytes(12).toString('hex')}`,
      verificationToken: options.verificationToken ?? `verify-${randomBytes(12).toString('hex')}`,
    };
    this.now = options.now ?? Date.now;
    this.perChat = options.perChatPerSecond ?? 5;
    this.perApi = options.perApiPerSecond ?? 50;
    this.target = options.target ?? '';
    this.#tokenLife = options.tokenLife ?? 7200;
  }

  /** A token with at least 30 minutes left is handed out again, as Feishu does; the old one lives on beside a new one. */
  token(): { token: string; expire: number } {
    const now = this.now();
    for (const [token, until] of this.#tokens) {
      const left = Math.floor((until - now) / 1000);
      if (left >= 1800) return { token, expire: left };
    }
    const token = fresh('t-');
    this.#tokens.set(token, now + this.#tokenLife * 1000);
    return { token, expire: this.#tokenLife };
  }

  tokenWorks(token: string): boolean {
    return (this.#tokens.get(token) ?? 0) > this.now();
  }

  revokeTokens(): void {
    this.#tokens.clear();
  }

  plan(fault: FaultKind, times: number, path: string): void {
    this.#faults.push({ fault, left: times, path });
  }

  heal(): void {
    this.#faults = [];
  }

  /** The fault this request meets, if any; each counts down. */
  meet(path: string): FaultKind | undefined {
    const planned = this.#faults.find((it) => path.includes(it.path));
    if (!planned) return undefined;
    planned.left -= 1;
    if (planned.left <= 0) this.#faults = this.#faults.filter((it) => it !== planned);
    return planned.fault;
  }

  /** The message an earlier request with this uuid sent, for an hour. */
  remembered(uuid: string | undefined): SentMessage | undefined {
    const before = uuid === undefined ? undefined : this.#uuids.get(uuid);
    return before && this.now() - before.at < HOUR ? before.message : undefined;
  }

  /** Counts one send to the chat (or to whatever else `key` names); false when that is more than it takes in a second. */
  withinLimit(key: string, most = this.perChat): boolean {
    const now = this.now();
    const recent = (this.#recent.get(key) ?? []).filter((at) => now - at < 1000);
    if (recent.length >= most) return false;
    this.#recent.set(key, [...recent, now]);
    return true;
  }

  accept(message: Pick<SentMessage, 'chat' | 'type' | 'uuid' | 'replyTo' | 'content'>): SentMessage {
    const key = { file: 'file_key', image: 'image_key' }[message.type];
    const file = key === undefined ? undefined : this.uploads.get(String(message.content[key]));
    const sent: SentMessage = {
      ...message,
      ...visibleOf(message.type, message.content),
      ...(file && { text: file.name }),
      file,
      messageId: fresh('om_'),
      at: this.now(),
    };
    this.sent.push(sent);
    if (message.uuid !== undefined) this.#uuids.set(message.uuid, { message: sent, at: sent.at });
    for (const waiter of [...this.#waiters]) if (waiter.matches(sent)) waiter.found(sent);
    return sent;
  }

  /** A card was changed in place, by PATCH or in the answer to a click. */
  redraw(message: SentMessage, card: Record<string, unknown>): void {
    Object.assign(message, { content: card }, visibleOf('interactive', card));
  }

  waitFor(matches: (message: SentMessage) => boolean, ms: number): Promise<SentMessage> {
    const already = this.sent.find(matches);
    if (already) return Promise.resolve(already);
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        matches,
        found: (message) => {
          clearTimeout(timer);
          this.#waiters.delete(waiter);
          resolve(message);
        },
      };
      const timer = setTimeout(() => {
        this.#waiters.delete(waiter);
        reject(new Error(`no such message within ${ms} ms; sent: ${this.sent.map((it) => it.text).join(' | ')}`));
      }, ms);
      this.#waiters.add(waiter);
    });
  }
}
