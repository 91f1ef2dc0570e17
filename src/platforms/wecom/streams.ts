import { LRUCache } from 'lru-cache';
import type { Answer, Reply } from '../../chat/message.ts';

/** How long reading and downloading a document may take before nobody works on it any more, in ms: the link lives 5 minutes, a download has 45 s. */
const WORKED_ON_MS = 90_000;
const KEPT = 2_000;

/** How a slow answer stands. */
export type Progress = { kind: 'done'; reply: Reply } | { kind: 'working' } | { kind: 'lost' };

/** The stream id tells which message it answers and since when, so that whoever is asked, after a restart or in another process, knows where to look. */
export const streamId = (message: string, at: number): string =>
  `${Buffer.from(message).toString('base64url')}.${at.toString(36)}`;

const ID = /^([\w-]+)\.([0-9a-z]{1,11})$/u;

function readId(id: string): { message: string; at: number } | undefined {
  const [, message, at] = ID.exec(id) ?? [];
  return message === undefined || at === undefined
    ? undefined
    : { message: Buffer.from(message, 'base64url').toString('utf8'), at: Number.parseInt(at, 36) };
}

export interface StreamParts {
  /** What a message was answered, as the workspace's ledger has it. */
  answerGiven(workspace: string, message: string): Promise<Reply | undefined>;
  now(): number;
}

/** Answers that are still being made, and how they stand. */
export class Streams {
  readonly #parts: StreamParts;
  /** Made in this process: the answer once it is there, null before. */
  readonly #own = new LRUCache<string, { answer: Answer | null }>({ max: KEPT });

  constructor(parts: StreamParts) {
    this.#parts = parts;
  }

  /** Follows an answer that is to come; one that fails is lost. */
  follow(id: string, later: Promise<Answer>): void {
    const own: { answer: Answer | null } = { answer: null };
    this.#own.set(id, own);
    later.then(
      (answer) => {
        own.answer = answer;
      },
      () => this.#own.delete(id),
    );
  }

  async progress(workspace: string, id: string): Promise<Progress> {
    const own = this.#own.get(id);
    if (own) return own.answer?.reply ? { kind: 'done', reply: own.answer.reply } : { kind: 'working' };
    const asked = readId(id);
    if (!asked) return { kind: 'lost' };
    const reply = await this.#parts.answerGiven(workspace, asked.message);
    if (reply) return { kind: 'done', reply };
    // Another process may be at it; after a restart nobody is.
    return this.#parts.now() - asked.at < WORKED_ON_MS ? { kind: 'working' } : { kind: 'lost' };
  }
}
