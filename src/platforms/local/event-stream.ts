import { PassThrough, type Readable } from 'node:stream';
import type { Transcript } from './transcript.ts';
import type { Hello, TranscriptEntry } from './wire.ts';

/** Comments sent so that a dead connection shows on either side, in ms. */
const HEARTBEAT_MS = 15_000;
/** What the browser waits before it connects again, in ms. */
const RETRY_MS = 1_000;
/** A page that reads this slowly (bytes waiting) is cut off; it comes back by itself and goes on where it was. */
const BACKLOG_LIMIT = 8_000_000;

export interface StreamOptions {
  transcript: Transcript;
  /** Names this process: event ids of another one mean nothing here. */
  boot: string;
  /** `Last-Event-ID` as sent, empty on a first visit. */
  lastEventId: string;
  /** Ends the stream. */
  signal: AbortSignal;
}

/** The revision a page has seen, or undefined when its last event is of another process or no event id at all. */
function seenRevision(boot: string, lastEventId: string): number | undefined {
  const dot = lastEventId.lastIndexOf('.');
  const revision = lastEventId.slice(dot + 1);
  return lastEventId.slice(0, dot) === boot && /^\d{1,15}$/u.test(revision) ? Number(revision) : undefined;
}

const event = (name: string, id: string, data: Hello | TranscriptEntry): string =>
  `event: ${name}\nid: ${id}\ndata: ${JSON.stringify(data)}\n\n`;

/**
 * Server-sent events of one group: `hello`, then every entry after the last one seen, then what happens from now on.
 * JSON holds no line breaks, so an entry is always one `data` line whatever people typed.
 */
export function openEventStream({ transcript, boot, lastEventId, signal }: StreamOptions): Readable {
  const stream = new PassThrough();
  const seen = seenRevision(boot, lastEventId);
  const write = (text: string) => {
    if (stream.writableLength > BACKLOG_LIMIT) stream.destroy();
    else if (stream.writable) stream.write(text);
  };
  const send = (entry: TranscriptEntry) => write(event('entry', `${boot}.${entry.revision}`, entry));

  write(`retry: ${RETRY_MS}\n\n${event('hello', `${boot}.${seen ?? 0}`, { boot, fresh: seen === undefined })}`);
  for (const entry of transcript.since(seen ?? 0)) send(entry);

  const unsubscribe = transcript.subscribe(send);
  const heartbeat = setInterval(() => write(': \n\n'), HEARTBEAT_MS);
  heartbeat.unref();
  const end = () => {
    unsubscribe();
    stream.end();
  };
  signal.addEventListener('abort', end, { once: true });
  stream.once('close', () => {
    unsubscribe();
    clearInterval(heartbeat);
    signal.removeEventListener('abort', end);
  });
  if (signal.aborted) end();
  return stream;
}
