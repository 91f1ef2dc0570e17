import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Delta } from './state-delta.ts';

/**
 * A document's content: its JSON, and behind it records of what changed since, each as RFC 7464 has it: a record
 * separator, JSON, a line feed. The separator stands in no JSON text, so a document without records is plain JSON.
 */
const SEPARATOR = 0x1e;
const LINE_FEED = 0x0a;

const SUM_LENGTH = 24;

const path = z.array(z.union([z.string(), z.number().int().nonnegative()]));
const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), path: path.min(1), value: z.unknown() }),
  z.object({ kind: z.literal('drop'), path: path.min(1) }),
  z.object({
    kind: z.literal('splice'),
    path,
    from: z.number().int().nonnegative(),
    remove: z.number().int().nonnegative(),
    items: z.array(z.unknown()),
  }),
]);
const recordSchema = z.object({ sum: z.string(), delta: z.array(step) });
/** Where the delta's own text stands in a record's line. */
const DELTA_FROM = '{"sum":"","delta":'.length + SUM_LENGTH;
const DELTA_UNTIL = -'}\n'.length;

/** Behind which record a further one is appended: how many there are, their bytes, and the sum of the last, empty where there is none. */
export interface Tail {
  records: number;
  bytes: number;
  sum: string;
}

export const NO_RECORDS: Tail = { records: 0, bytes: 0, sum: '' };

/** Of the record before as well: one that is missing between two others is noticed. */
const sumOf = (before: string, delta: string): string =>
  createHash('sha256').update(before).update(delta).digest('hex').slice(0, SUM_LENGTH);

/** The bytes to append for a change, and the tail there is then. */
export const recordOf = (delta: Delta, { records, bytes: before, sum }: Tail): { bytes: Buffer; tail: Tail } => {
  const text = JSON.stringify(delta);
  const next = sumOf(sum, text);
  const bytes = Buffer.from(`\u001e{"sum":"${next}","delta":${text}}\n`);
  return { bytes, tail: { records: records + 1, bytes: before + bytes.length, sum: next } };
};

/** A content taken apart. */
export interface Taken {
  /** The JSON in front. */
  document: Buffer;
  deltas: Delta[];
  tail: Tail;
  /** The last record was cut off while it was written, by a crash or a full disk: nobody was told that it is durable. */
  torn: boolean;
}

const readRecord = (bytes: Buffer, before: string): { delta: Delta; sum: string } | undefined => {
  if (bytes.at(-1) !== LINE_FEED || !isUtf8(bytes)) return undefined;
  try {
    const text = bytes.toString('utf8');
    const { sum, delta } = recordSchema.parse(JSON.parse(text));
    return sum === sumOf(before, text.slice(DELTA_FROM, DELTA_UNTIL)) ? { delta: delta as Delta, sum } : undefined;
  } catch {
    return undefined;
  }
};

/** Takes a content apart; undefined when a record that is not the last is no record, or not the one that belongs there. */
export const takeApart = (content: Buffer): Taken | undefined => {
  const first = content.indexOf(SEPARATOR);
  if (first === -1) return { document: content, deltas: [], tail: NO_RECORDS, torn: false };
  const deltas: Delta[] = [];
  let tail = NO_RECORDS;
  for (let at = first; at !== -1; ) {
    const next = content.indexOf(SEPARATOR, at + 1);
    const end = next === -1 ? content.length : next;
    const record = readRecord(content.subarray(at + 1, end), tail.sum);
    if (!record && next !== -1) return undefined;
    if (!record) return { document: content.subarray(0, first), deltas, tail, torn: true };
    deltas.push(record.delta);
    tail = { records: tail.records + 1, bytes: tail.bytes + end - at, sum: record.sum };
    at = next;
  }
  return { document: content.subarray(0, first), deltas, tail, torn: false };
};
