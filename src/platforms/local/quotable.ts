import { LRUCache } from 'lru-cache';
import { cardText } from '../../cards/card-text.ts';
import type { IncomingFile } from '../../chat/message.ts';
import { BOT_NAME } from './groups.ts';
import type { Transcript } from './transcript.ts';
import type { Quote, ShownReply } from './wire.ts';

/** Memory for what people of a group said lately, whole, in bytes: two files of the largest kind fit. */
const KEPT_BYTES = 24 * 1024 * 1024;
/** Characters of a quotation that are shown. */
const SHOWN_CHARACTERS = 80;

/** What somebody said, whole, with the file that came with it. */
export interface Quotable {
  name: string;
  text: string;
  file: IncomingFile | null;
}

/** What can be quoted in one group: the bot's answers while the chat shows them, what people said while memory lasts. */
export class Quotables {
  readonly #transcript: Transcript;
  readonly #said = new LRUCache<string, Quotable>({ maxSize: KEPT_BYTES });

  constructor(transcript: Transcript) {
    this.#transcript = transcript;
  }

  /** Keeps what was said; `fileSize` in bytes, 0 without a file. */
  keep(id: string, said: Quotable, fileSize: number): void {
    this.#said.set(id, said, { size: said.text.length * 2 + fileSize + 100 });
  }

  find(id: string): Quotable | undefined {
    const entry = this.#transcript.get(id);
    if (entry?.kind === 'replied') return { name: BOT_NAME, text: textOf(entry.reply), file: null };
    return this.#said.get(id);
  }
}

const textOf = (reply: ShownReply): string => {
  if (reply.kind === 'file' || reply.kind === 'picture') return reply.name;
  return reply.kind === 'card' ? cardText(reply.card) : reply.text;
};

/** As it is shown above the message that quotes it. */
export const quoteOf = ({ name, text, file }: Quotable): Quote => ({
  name,
  text: file === null ? [...text.replace(/\s+/gu, ' ')].slice(0, SHOWN_CHARACTERS).join('') : file.name,
});
