import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { programFile } from '../program-file.ts';
import type { DocumentAnswer, DocumentJob } from './document-process.ts';

/** How long a child may take to come up, in ms; a busy small machine takes one or two seconds. */
const START_LIMIT_MS = 10_000;
/** How long it may read, in ms: with its start, people have an answer within 5 s. A plan of 5,000 tasks takes a third of it. */
const READ_LIMIT_MS = 4_000;
/** Heap of a child, in MB; a plan of 5 MB text needs half of it. */
const MEMORY_MB = 256;

const ENTRY = programFile('document-process', import.meta.url);
const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** Why a child gave no answer. */
export class NoAnswer extends Error {
  readonly reason: 'slow' | 'ended';

  constructor(reason: 'slow' | 'ended', detail: string) {
    super(detail);
    this.name = 'NoAnswer';
    this.reason = reason;
  }
}

/** All children that live, so that none outlives the bot. */
const living = new Set<ChildProcess>();

/** Ends every child at once; what they were reading fails as `ended`. */
export const endAll = (): void => {
  for (const child of living) child.kill('SIGKILL');
};
process.on('exit', endAll);

/** A child sees neither the bot's secrets nor its data folder's name: no variable but where temporary files go. */
const begin = (): ChildProcess => {
  const child = fork(ENTRY.file, [], {
    execArgv: [...ENTRY.execArgv, `--max-old-space-size=${MEMORY_MB}`],
    cwd: PROJECT,
    env: { TMPDIR: tmpdir() },
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  living.add(child);
  child.once('exit', () => living.delete(child));
  // It may end while a document is still on its way to it; that is told where its answer is waited for.
  child.on('error', () => living.delete(child));
  return child;
};

/** The next word from a child, or why there is none. */
const nextAnswer = (child: ChildProcess, limit: number): Promise<DocumentAnswer> =>
  new Promise((resolve, reject) => {
    const settle = (done: () => void): void => {
      clearTimeout(timer);
      child.off('message', onMessage).off('exit', onExit).off('error', onError);
      done();
    };
    const onMessage = (answer: unknown): void => settle(() => resolve(answer as DocumentAnswer));
    const onExit = (code: number | null, signal: string | null): void =>
      settle(() => reject(new NoAnswer('ended', `exit ${code ?? signal}`)));
    const onError = (error: Error): void => settle(() => reject(new NoAnswer('ended', error.message)));
    const timer = setTimeout(() => settle(() => reject(new NoAnswer('slow', `${limit} ms`))), limit);
    child.on('message', onMessage).on('exit', onExit).on('error', onError);
  });

/**
 * Reads one document in a process of its own, with a limit on its time and memory.
 * @throws NoAnswer when it ended or was ended before it answered
 */
export const readInProcess = async (job: DocumentJob): Promise<DocumentAnswer> => {
  const child = begin();
  try {
    await nextAnswer(child, START_LIMIT_MS);
    child.send(job);
    return await nextAnswer(child, READ_LIMIT_MS);
  } finally {
    child.kill('SIGKILL');
  }
};
