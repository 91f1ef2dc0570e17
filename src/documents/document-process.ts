import { BanjieError } from '../banjie-error.ts';
import type { ReadingOptions } from '../plan/plan-year-of.ts';
import { readPlanFile } from '../plan/read-plan-file.ts';
import { readSentFile, type SentFile } from '../plan/read-sent-file.ts';

/** A document to read, as it goes to the child process; `as` a plan whatever it is, or as what it is. */
export interface DocumentJob {
  as: 'plan' | 'sent';
  bytes: Uint8Array;
  name: string;
  options: ReadingOptions;
}

/** What the child sends: that it is up, then one answer. `sentence` is for the person; null when the fault is ours. */
export type DocumentAnswer =
  | { kind: 'up' }
  | { kind: 'read'; file: SentFile }
  | { kind: 'refused'; sentence: string | null; fault: string };

const send = (answer: DocumentAnswer, then: () => void): void => {
  process.send?.(answer, undefined, undefined, then);
};

const readAs = async ({ as, bytes, name, options }: DocumentJob): Promise<SentFile> =>
  as === 'sent'
    ? readSentFile(bytes, name, options)
    : { kind: 'plan', reading: await readPlanFile(bytes, name, options) };

const answerTo = async (job: DocumentJob): Promise<DocumentAnswer> => {
  try {
    return { kind: 'read', file: await readAs(job) };
  } catch (error) {
    if (error instanceof BanjieError) return { kind: 'refused', sentence: error.message, fault: error.code };
    // Where it went wrong, without the message: it may quote the document.
    const fault = error instanceof Error ? `${error.name}${error.stack?.match(/\n +at .*/u)?.[0] ?? ''}` : 'unknown';
    return { kind: 'refused', sentence: null, fault };
  }
};

// One document per process: whatever it did to this memory ends with it. Without the bot there is nobody to read for.
process.once('message', async (job: DocumentJob) => send(await answerTo(job), () => process.exit()));
process.once('disconnect', () => process.exit());
send({ kind: 'up' }, () => undefined);
