/** The words of the fake Feishu: what a test can ask it to do, and what it can ask it afterwards. */

export interface FakeFeishuOptions {
  appId?: string;
  appSecret?: string;
  encryptKey?: string;
  verificationToken?: string;
  /** Where the bot takes pushes, e.g. `http://127.0.0.1:3000/feishu/events`. May be given later with `pushTo`. */
  target?: string;
  /** The fake's clock, ms: signatures, create_time, limits and uuid memory follow it. */
  now?: () => number;
  /** Life of a tenant token in seconds; 7200 unless told. */
  tokenLife?: number;
  /** Messages a second one chat takes before 230020; 5 unless told, `Infinity` switches the limit off. */
  perChatPerSecond?: number;
  /** Calls a second one API takes before 429 99991400; 50 unless told. */
  perApiPerSecond?: number;
}

/** One message Feishu accepted. A retried uuid adds nothing here: it gets the first one's answer. */
export interface SentMessage {
  messageId: string;
  chat: string;
  type: 'text' | 'interactive' | 'post' | string;
  uuid: string | undefined;
  /** Set for a reply: the message it answers. */
  replyTo: string | undefined;
  /** The parsed `content`: `{ text }` for a text, the card for a card. After a PATCH, the new card. */
  content: Record<string, unknown>;
  /** Every piece of visible text in reading order, entities decoded, joined with line feeds. */
  text: string;
  /** A card's buttons in reading order. */
  buttons: SentButton[];
  /** The file of a file message, as it was uploaded. */
  file: { name: string; bytes: Uint8Array } | undefined;
  at: number;
}

export interface SentButton {
  label: string;
  value: Record<string, unknown>;
}

/** One request to the API, whatever came of it. */
export interface ReceivedCall {
  method: string;
  /** Path without the query. */
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  body: unknown;
  /** The HTTP status it was answered with; 0 when it was hung up on. */
  status: number;
  /** Feishu's code in the answer; undefined where there was none. */
  code: number | undefined;
  at: number;
}

/** What the bot's server answered to a push. */
export interface PushResult {
  status: number;
  body: string;
  ms: number;
  /** Of the pushed message; empty for other events. */
  messageId: string;
  eventId: string;
}

/** What the bot's server answered to a click, and what a Feishu client would have shown. */
export interface ClickResult extends PushResult {
  /** 0 when a client would be content, else its error code: 200671 not 200, 200672 not the right JSON, 200673 a bad card, 200341 too slow. */
  clientError: number;
  toast: { type?: string; content?: string } | undefined;
  card: Record<string, unknown> | undefined;
  cardText: string;
  cardButtons: SentButton[];
}

export interface PushMention {
  openId: string;
  name: string;
  kind?: 'user' | 'bot';
}

/** How a push is bent out of shape. */
export type PushVariant =
  | 'bad-signature'
  | 'no-signature'
  | 'stale'
  | 'future'
  | 'wrong-token'
  | 'plaintext'
  | 'wrong-key'
  | 'garbage-encrypt'
  | 'garbage'
  | 'huge';

export interface PushOptions {
  /** open_id of the speaker; a person of the chat. */
  from?: string;
  chat?: string;
  chatType?: 'group' | 'p2p';
  messageId?: string;
  eventId?: string;
  /** Whether the bot is @-ed in front; true in a group unless told, false in p2p. */
  atBot?: boolean;
  /** People @-ed: each `@name` in the text becomes a mention. */
  mentions?: PushMention[];
  senderType?: 'user' | 'bot';
  /** Message type and raw content instead of a text, e.g. `{ type: 'file', content: { file_key, file_name } }`. */
  raw?: { type: string; content: Record<string, unknown> };
  /** Answers (quotes) this message. */
  parentId?: string;
  variant?: PushVariant;
  /** ms; the fake's now unless told. */
  createTime?: number;
}

export interface ClickOptions {
  from?: string;
  chat?: string;
  /** The card's message; the newest card of the chat unless told. */
  messageId?: string;
  eventId?: string;
  variant?: PushVariant;
}

/**
 * A fault for the API side.
 * - `hang` never answers · `reset` cuts the connection · `http-500` `http-502` (HTML) · `code` HTTP 200 with that code
 * - `refuse` HTTP 400 with that code · `rate-limited` HTTP 429 with `x-ogw-ratelimit-reset` · `revoked-token` 99991663
 * - `redirect` HTTP 307 to another address
 * - `drip` begins an answer and sends a byte of it now and then, for ever
 * - `slow` answers rightly after `ms` · `after` does the work, then cuts the connection: the caller cannot know
 */
export type FaultKind =
  | { kind: 'hang' }
  | { kind: 'drip' }
  | { kind: 'reset' }
  | { kind: 'after' }
  | { kind: 'http-500' }
  | { kind: 'http-502' }
  | { kind: 'code'; code: number }
  | { kind: 'refuse'; code: number; msg?: string }
  | { kind: 'rate-limited'; resetSeconds: number }
  | { kind: 'revoked-token' }
  | { kind: 'redirect'; to: string }
  | { kind: 'slow'; ms: number };

export interface FakeFeishu {
  /** For FEISHU_DOMAIN: `http://127.0.0.1:port`. */
  readonly domain: string;
  readonly app: { appId: string; appSecret: string; encryptKey: string; verificationToken: string };
  readonly bot: { openId: string; name: string };

  /** Names the address pushes go to; `websocket` is the long connection the bot has opened. */
  pushTo(target: string): void;
  /** The long connection: whether the bot is on it, how often it connected, and a cut as by the network. */
  readonly line: { readonly isUp: boolean; readonly taken: number; cut(): void };
  /** Pushes `im.message.receive_v1` with a text, @-ing the bot in a group. */
  push(text: string, options?: PushOptions): Promise<PushResult>;
  /** Pushes any event: `header.event_type` and the `event` object. */
  pushEvent(
    type: string,
    event: Record<string, unknown>,
    options?: { eventId?: string; variant?: PushVariant },
  ): Promise<PushResult>;
  /** Presses a button: by its label on a card of the chat, or any value object. */
  click(button: string | Record<string, unknown>, options?: ClickOptions): Promise<ClickResult>;
  /** The address check: encrypted and unsigned, as the real one. */
  verifyUrl(options?: { plain?: boolean; token?: string; challenge?: string }): Promise<PushResult>;

  /** Messages accepted, oldest first. */
  readonly sent: SentMessage[];
  /** Every API request, oldest first. */
  readonly calls: ReceivedCall[];
  /** Messages of one chat. */
  sentTo(chat: string): SentMessage[];
  /** Resolves with the first message (sent already, or to come) that `matches`; rejects after `ms` (5000). */
  waitFor(matches: (message: SentMessage) => boolean, ms?: number): Promise<SentMessage>;
  /** Pushes a text and waits for the next message in that chat. */
  ask(text: string, options?: PushOptions): Promise<SentMessage>;
  /** Forgets `sent` and `calls`, not tokens, uuids or people. */
  clear(): void;

  /** The people of a chat, as `members` lists them; contact names come from here too. */
  setMembers(chat: string, members: { openId: string; name: string }[]): void;
  /** Who owns a chat, as `chats/:id` tells; nobody told: a bot does, and no owner is in the answer. */
  setOwner(chat: string, openId: string | null): void;
  /** A scope the app asked for, and whether the organisation granted it. */
  setScope(name: string, granted: boolean): void;
  /** A message somebody sent earlier (to be quoted), with files it carries. */
  addMessage(message: {
    messageId: string;
    chat: string;
    type: string;
    content: Record<string, unknown>;
    from?: string;
  }): void;
  /** Bytes behind a file key of a message. */
  /** A cloud document shared with the bot, and a page of a wiki that leads to one. */
  addDocument(token: string, content: string): void;
  addWikiPage(token: string, type: string, document: string): void;
  addFile(file: { messageId: string; fileKey: string; name: string; bytes: Uint8Array }): void;
  /** The chat is dissolved (232009) or the bot put out of it (230002). */
  dissolve(chat: string, how?: 'dissolved' | 'removed' | 'out of range'): void;

  /** The next `times` (1) API requests whose path contains `path` (any) meet the fault. */
  fault(fault: FaultKind, options?: { times?: number; path?: string }): void;
  /** No more faults. */
  heal(): void;
  /** Every token handed out so far stops working (99991663). */
  revokeTokens(): void;

  close(): Promise<void>;
}
