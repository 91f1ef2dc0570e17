import PQueue from 'p-queue';
import { BanjieError } from '../banjie-error.ts';
import { kindOf } from '../plan/files/kind.ts';
import type { PlanReading } from '../plan/plan-draft.ts';
import type { ReadingOptions } from '../plan/plan-year-of.ts';
import { readPlanFile } from '../plan/read-plan-file.ts';
import type { SentFile } from '../plan/read-sent-file.ts';
import type { DocumentAnswer, DocumentJob } from './document-process.ts';
import { endAll, NoAnswer, readInProcess } from './reading-process.ts';

/** Two children at once leave a small machine room to answer people. */
const MOST_AT_ONCE = 2;
const MOST_WAITING = 8;
/** A text this small, in bytes, is read here: it is done before a child would have started, whatever stands in it. */
const SMALL_TEXT = 2 * 1024;

const SENTENCES = {
  slow: '内容太多或太复杂,5 秒内没有读完。请只留计划正文后重发,或分成几个文件。',
  ended: '文件太大或太复杂,没能读完。请只留计划正文后重发,或直接粘贴文字。',
  fault: '文件读到一半出错了。请另存为 txt 后重发,或直接粘贴文字。',
  busy: '正在读的文件太多,请过一会儿重发。',
  stopping: '机器人正在重启,文件没有读完。请过一会儿重发。',
} as const;

const failed = (why: keyof typeof SENTENCES, cause?: unknown): BanjieError =>
  new BanjieError('unreadable-document', SENTENCES[why], { cause });

const queue = new PQueue({ concurrency: MOST_AT_ONCE });
/** Grows with each stop; what was asked for before a stop is not begun after it. */
let stops = 0;

const answerOf = async (job: DocumentJob): Promise<DocumentAnswer> => {
  const asked = stops;
  if (queue.size >= MOST_WAITING) throw failed('busy');
  return queue.add(async () => {
    if (asked !== stops) throw failed('stopping');
    try {
      return await readInProcess(job);
    } catch (error) {
      if (asked !== stops) throw failed('stopping', error);
      throw failed(error instanceof NoAnswer ? error.reason : 'fault', error);
    }
  });
};

const read = async (job: DocumentJob): Promise<SentFile> => {
  const { bytes, name, options } = job;
  if (bytes.length <= SMALL_TEXT && kindOf(bytes) === 'text') {
    return { kind: 'plan', reading: await readPlanFile(bytes, name, options) };
  }
  const answer = await answerOf(job);
  if (answer.kind === 'read') return answer.file;
  if (answer.kind === 'refused' && answer.sentence !== null)
    throw new BanjieError('unreadable-document', answer.sentence);
  throw failed('fault', answer);
};

/**
 * What a stranger's document says, read in a process of its own: whatever is in it, the bot goes on answering, and
 * within seconds there is a reading or a sentence. Small plain texts are read at once.
 * `name` is the file's name as sent. Throws BanjieError `unreadable-document`; its message is for the person.
 */
export const readSent = (bytes: Uint8Array, name: string, options: ReadingOptions): Promise<SentFile> =>
  read({ as: 'sent', bytes, name, options });

/** The same, read as a plan whatever it is. */
export const readDocument = async (bytes: Uint8Array, name: string, options: ReadingOptions): Promise<PlanReading> => {
  const file = await read({ as: 'plan', bytes, name, options });
  if (file.kind !== 'plan') throw failed('fault', file.kind);
  return file.reading;
};

/** A byte order mark says beyond doubt how the bytes are to be read. */
const MARK = '\uFEFF';

/** What a pasted plan says, with the same care. Throws BanjieError `unreadable-document`. */
export const readPasted = (text: string, options: ReadingOptions): Promise<PlanReading> =>
  readDocument(new TextEncoder().encode(MARK + text), '', options);

/** Gives up what is being read, so that a stop need not wait for it. */
export const stopReading = (): void => {
  stops += 1;
  endAll();
};
