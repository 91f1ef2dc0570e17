import { LRUCache } from 'lru-cache';
import type { Instant } from '../calendar/date.ts';
import type { IncomingFile, IncomingMessage } from './message.ts';

/** How long a file that was sent in private waits for its group, in ms; questions wait as long. */
export const HANDED_FOR_MS = 10 * 60_000;
/** All of them together, in bytes; the oldest go first. */
const MOST_BYTES = 64 * 1024 * 1024;

/** A file as it was read; platforms' own links to it may live only some minutes. */
export interface HandedFile {
  name: string;
  bytes: Uint8Array;
}

/**
 * Files people sent the bot in private, until they say in a group that it is for this one. Whoever can speak in a group is
 * in it: nobody is told of groups by asking. Kept in memory alone: after a restart the file has to be sent again.
 */
export class HandedFiles {
  readonly #kept;

  constructor(now: () => Instant) {
    this.#kept = new LRUCache<string, readonly HandedFile[]>({
      maxSize: MOST_BYTES,
      sizeCalculation: (files) => files.reduce((sum, { bytes }) => sum + bytes.length + 1, 1),
      ttl: HANDED_FOR_MS,
      // Asked each time: it remembers a moment for a while otherwise.
      ttlResolution: 0,
      perf: { now },
    });
  }

  keep(message: IncomingMessage, files: readonly HandedFile[]): void {
    this.#kept.set(personOf(message), files);
  }

  /** What the speaker sent in private last; empty when that is nothing, or too long ago. */
  of(message: IncomingMessage): IncomingFile[] {
    return (this.#kept.get(personOf(message)) ?? []).map(({ name, bytes }) => ({ name, read: async () => bytes }));
  }
}

/** A person is the same in all chats of a platform. */
const personOf = ({ workspace, sender }: IncomingMessage): string =>
  `${workspace.slice(0, workspace.indexOf(':'))}:${sender.id}`;
