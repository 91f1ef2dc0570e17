/** Something that runs by itself while the process lives. */
export interface Job {
  /** Begins to run; resolves once it has begun. */
  start(): Promise<void>;
  /** No new run begins; resolves when what runs has ended, or after {@link STOP_WITHIN_MS}. */
  stop(): Promise<void>;
}

/** Longest a job takes to stop, in ms. The whole process has 5 s from SIGTERM, and jobs stop one after another. */
export const STOP_WITHIN_MS = 2_000;

/** Where a job tells what went wrong; pino fits. Details hold no secret and no person's text. */
export interface JobLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Resolves after `ms`, or at once when `signal` is or becomes aborted. */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal?.aborted) return resolve();
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });

/** Waits for `work`, but no longer than `ms`; never rejects. True when the work ended in time. */
export const waitAtMost = async (work: Promise<unknown>, ms: number): Promise<boolean> => {
  const enough = new AbortController();
  const ended = work.then(
    () => true,
    () => true,
  );
  const inTime = await Promise.race([ended, sleep(ms, enough.signal).then(() => false)]);
  enough.abort();
  return inTime;
};
