import cron, { type ScheduledTask } from 'node-cron';
import type { Instant } from '../calendar/date.ts';
import { type Job, type JobLog, STOP_WITHIN_MS, waitAtMost } from './job.ts';

/** At night, when nobody writes; not on the hour, when everything else is done. */
const NIGHTLY = '17 3 * * *';

export interface BackupJobDeps {
  /** Backs up what changed since its last backup; how many that were. */
  make(now: Instant): Promise<number>;
  now(): Instant;
  log: JobLog;
}

/** A backup each night, and one at the start, for a machine that is off at night. */
export const createBackupJob = ({ make, now, log }: BackupJobDeps): Job => {
  let clock: ScheduledTask | undefined;
  let running: Promise<void> | undefined;
  const run = (): Promise<void> => {
    running ??= make(now())
      .then(
        (made) => {
          if (made > 0) log.info({ made }, 'backed up');
        },
        (error: unknown) => log.error({ err: error }, 'the backup failed'),
      )
      .finally(() => {
        running = undefined;
      });
    return running;
  };
  return {
    async start() {
      clock = cron.schedule(NIGHTLY, run, {
        name: 'backup',
        timezone: 'Asia/Shanghai',
        noOverlap: true,
        suppressMissedWarning: true,
      });
      void run();
    },
    async stop() {
      await clock?.destroy();
      if (running) await waitAtMost(running, STOP_WITHIN_MS);
    },
  };
};
