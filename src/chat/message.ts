import type { Instant } from '../calendar/date.ts';
import type { Card } from '../cards/card.ts';
import type { Paper } from '../cards/paper.ts';
import type { KnownPerson } from '../workspace/people.ts';
import type { MemberId } from '../workspace/task.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';

/** Someone @-ed in a message, not the bot. In {@link IncomingMessage.text} they stand as `@name`. */
export interface Mention {
  id: MemberId;
  name: string;
}

/** A file that came with a message or was quoted by it. `read` fetches it whole; it throws `too-large` over `limit` bytes. */
export interface IncomingFile {
  name: string;
  read(limit: number): Promise<Uint8Array>;
}

/**
 * How the answer to a message reaches the chat.
 * - `pushed`    through the outbox
 * - `returned`  in what the platform hears back, and only there. `pushes`: other messages, files among them, can be pushed to
 *   this chat all the same. Where they cannot, what waits in the outbox goes along with the answer, and `advice` says
 *   what would have to be done; the group is told once of its own accord.
 */
export type AnswerRoad =
  | { kind: 'pushed' }
  | { kind: 'returned'; pushes: true }
  | { kind: 'returned'; pushes: false; advice: string };

/** What a platform makes of a person's message or of a pressed button. Nothing in it is trusted but the ids. */
export interface IncomingMessage {
  /** Unique per platform and stable over re-pushes of the same message; a click has its own. */
  id: string;
  workspace: WorkspaceId;
  chat: 'group' | 'private';
  /** `isOwner` where the platform knows who owns the group. */
  sender: KnownPerson;
  /** As typed, the bot's mention taken out. For a button, its `say`. */
  text: string;
  mentions: Mention[];
  files: IncomingFile[];
  /** The text of the message this one quotes, if any. */
  quotedText: string | null;
  /** Set when a button was pressed: the `view` of the card it stood on; `expired` where that card can no longer be changed in place. */
  pressed: { view: string; expired?: true } | null;
  road: AnswerRoad;
  at: Instant;
}

/**
 * What goes back: a sentence, a card or a file. `toast` is the one-line form shown to the presser of a button. A text with
 * `to` is for that person alone and never shown to the group.
 */
export type Reply =
  | { kind: 'text'; text: string; to?: MemberId }
  | { kind: 'card'; card: Card; toast: string }
  | { kind: 'file'; paper: Paper; toast: string };

/** A reply ready to go out: a file with the bytes it was made into, or a PNG to be shown in the chat, `alt` being it in words. */
export type Outgoing =
  | Exclude<Reply, { kind: 'file' }>
  | { kind: 'file'; name: string; bytes: Uint8Array }
  | { kind: 'picture'; name: string; bytes: Uint8Array; alt: string };

/** What a platform learns from {@link Receive}. `redraw` replaces the card a button was pressed on. */
export interface Answer {
  /** The answer in one line, for the presser of a button. */
  toast: string;
  redraw: Card | null;
  /** The whole answer, `null` for a button that only redraws. It is on its way to the chat already where the message's road is `pushed`. */
  reply: Reply | null;
  /** Set while a document is still being read: `reply` is then still to come. It is on its way by itself where the road is `pushed`. */
  later?: Promise<Answer>;
}

/** The door between a platform and the bot. Rejects with `store-unavailable` when a change could not be made durable. */
export type Receive = (message: IncomingMessage) => Promise<Answer>;
