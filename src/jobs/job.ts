/** Something that runs by itself while the process lives. */
export interface Job {
  /** Begins to run; resolves once it has begun. */
  start(): Promise<void>;
  /** No new run begins; resolves when what runs has ended, or after 5 s at most. */
  stop(): Promise<void>;
}

/** Longest a job takes to stop, in ms: the process has to be gone within 5 s of a SIGTERM. */
export const STOP_WITHIN_MS = 5_000;

/** Where a job tells what went wrong; pino fits. Objects hold no secret and no person's text. */
export interface JobLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}
