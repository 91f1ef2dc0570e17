import cron, { type ScheduledTask } from 'node-cron';
import type { Instant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { dueDigestsOf, nextLook } from '../digests/owing.ts';
import { nextReminding, remindersDue } from '../digests/reminders/reminding-time.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';
import { type Job, type JobLog, STOP_WITHIN_MS, waitAtMost } from './job.ts';
import { settleDay } from './settle-day.ts';

/** Every 5 seconds: on time, and a tick lost to a busy moment is no loss. Groups with nothing due cost nothing. */
const TICKS = '*/5 * * * * *';

export interface DigestJobDeps {
  store: Pick<WorkspaceStore, 'read' | 'update' | 'toLookAt' | 'looked'>;
  calendar: WorkingCalendar;
  now(): Instant;
  /** Whether its platform can write to a person of the workspace. Missing: none can. */
  tellsPeople?(workspace: WorkspaceId): boolean;
  /** Says that entries wait in this workspace's outbox. */
  wake(workspace: WorkspaceId): void;
  /** Hears how many digests were dealt with, and how; for metrics. */
  observe?(outcome: 'sent' | 'late' | 'missed', count: number): void;
  log: JobLog;
}

/** 周报, 月报 and the longer ones, and reminders, by the clock. */
export interface DigestJob extends Job {
  /** One look at every workspace something may be due in; resolves when all were seen. Never rejects. */
  tick(): Promise<void>;
}

/** A workspace that cannot be read or written is tried again after 20 s, then ever more rarely, so that it does not fill the log. */
const FIRST_RETRY_MS = 20_000;
const LONGEST_RETRY_MS = 600_000;

/** A workspace that could not be looked after: when it is tried again, and how often it failed. */
interface Failure {
  at: Instant;
  again: Instant;
  failures: number;
}

/** Looks at the workspaces the store names, one after another: each look costs reading one. */
const createLook = ({ store, calendar, now, tellsPeople, wake, observe, log }: DigestJobDeps) => {
  const failing = new Map<WorkspaceId, Failure>();

  const isResting = (id: WorkspaceId, at: Instant): boolean => {
    const last = failing.get(id);
    return last !== undefined && last.at <= at && at < last.again;
  };

  /** Settles what is due, and lets the store know when the next look is worth its while. */
  const lookAt = async (id: WorkspaceId, at: Instant): Promise<void> => {
    let workspace = await store.read(id);
    if (!workspace) return;
    const own = calendar.including(workspace.settings.holidays);
    if (dueDigestsOf(workspace, at, own).length > 0 || remindersDue(workspace, at, own)) {
      const canTell = tellsPeople?.(id) ?? false;
      const { sent, late, missed, reminded } = await store.update(id, (draft) =>
        settleDay(draft, at, { calendar: own, canTell }),
      );
      if (sent.length > 0 || reminded) wake(id);
      observe?.('sent', sent.length - late);
      observe?.('late', late);
      observe?.('missed', missed.length);
      if (sent.length + missed.length > 0) log.info({ workspace: id, sent, missed }, 'digests settled');
      workspace = (await store.read(id)) ?? workspace;
    }
    await store.looked(workspace, at, Math.min(nextLook(workspace, at, own), nextReminding(workspace, at)));
  };

  const lookOrRetry = async (id: WorkspaceId): Promise<void> => {
    const at = now();
    try {
      await lookAt(id, at);
      failing.delete(id);
    } catch (error) {
      // The others are owed theirs all the same.
      const failures = failing.get(id)?.failures ?? 0;
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));
      failing.set(id, { at, again: at + wait, failures: failures + 1 });
      log.error({ workspace: id, err: error }, 'digests could not be looked after');
    }
  };

  return async (goOn: () => boolean): Promise<void> => {
    for await (const id of store.toLookAt(now())) {
      if (!goOn()) return;
      if (!isResting(id, now())) await lookOrRetry(id);
    }
  };
};

export const createDigestJob = (deps: DigestJobDeps): DigestJob => {
  const { log } = deps;
  const look = createLook(deps);
  let clock: ScheduledTask | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const tick = (): Promise<void> => {
    running ??= look(() => !stopped)
      .catch((error: unknown) => log.error({ err: error }, 'the workspaces could not be listed'))
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  return {
    tick,
    async start() {
      stopped = false;
      clock = cron.schedule(TICKS, tick, {
        name: 'digests',
        timezone: 'Asia/Shanghai',
        suppressMissedWarning: true,
      });
      // What came due while nobody was there does not wait for the clock.
      void tick();
    },
    async stop() {
      stopped = true;
      await clock?.destroy();
      clock = undefined;
      if (running) await waitAtMost(running, STOP_WITHIN_MS);
    },
  };
};
