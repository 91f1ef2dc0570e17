import type { Instant } from '../../calendar/date.ts';
import type { Outgoing } from '../../chat/message.ts';

/** What server and page say to each other. Types only: the page's bundle takes nothing else from here. */

/** Someone to speak as. `post` is what they are in the office, for the picker. */
export interface Person {
  id: string;
  name: string;
  post: string;
}

/** One group of the page. Its workspace is `local:<id>`. */
export interface Group {
  id: string;
  name: string;
  people: Person[];
}

/** A file shown with a message; its bytes are not kept. `size` in bytes. */
export interface ShownFile {
  name: string;
  size: number;
}

/** What a message quotes, as it is shown above it: whose, and its beginning. */
export interface Quote {
  name: string;
  text: string;
}

/** What the bot said, as the page shows it; a file or picture is fetched from `href`. */
export type ShownReply =
  | Exclude<Outgoing, { kind: 'file' | 'picture' }>
  | { kind: 'file'; name: string; size: number; href: string }
  | { kind: 'picture'; name: string; size: number; href: string; alt: string };

interface EntryBase {
  /** The message's id or the reply's key; unique in its group. */
  id: string;
  /** Rises with every change in the group: an entry drawn anew gets a new one. */
  revision: number;
  /** Place in the chat; stays when the entry is drawn anew. */
  order: number;
  at: Instant;
}

/** What a person said. `length` is the whole length of a text that is shown cut. */
export interface SaidEntry extends EntryBase {
  kind: 'said';
  sender: string;
  name: string;
  text: string;
  length: number;
  /** Whether the bot was @-ed. */
  toBot: boolean;
  file: ShownFile | null;
  quote: Quote | null;
}

/** What the bot said. */
export interface RepliedEntry extends EntryBase {
  kind: 'replied';
  reply: ShownReply;
}

export type TranscriptEntry = SaidEntry | RepliedEntry;

/** GET state: everything the page needs before its first event. */
export interface PageState {
  botName: string;
  groups: Group[];
  /** The group asked for, or the first one. */
  group: string;
}

/** The first event of a stream. `fresh` when the page's last event is not of this process: what it shows is out of date. */
export interface Hello {
  boot: string;
  fresh: boolean;
}

/** POST message. `id` is made by the page and stays the same when the page sends again. */
export interface MessageBody {
  group: string;
  sender: string;
  id: string;
  text: string;
  toBot: boolean;
  /** The entry this message quotes. */
  quote: string | null;
}

/** POST file: a message with a file, its bytes in base64. */
export interface FileBody extends MessageBody {
  name: string;
  bytes: string;
}

/** POST click: a button's `say`, and the entry whose card it stood on. */
export interface ClickBody {
  group: string;
  sender: string;
  id: string;
  entry: string;
  say: string;
}

/** Answer to a POST; `toast` is empty when the bot was not asked. */
export interface PostAnswer {
  toast: string;
}

/** Any refusal, one Chinese sentence. */
export interface Refusal {
  error: string;
}
