import cron, { type ScheduledTask } from 'node-cron';
import type { Instant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { dueDigestsOf, nextLook } from '../digests/owing.ts';
import { nextReminding, remindersDue } from '../digests/reminders/reminding-time.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';
import { type Job, type JobLog, STOP_WITHIN_MS, waitAtMost } from './job.ts';
import { settleDay } from './settle-day.ts';

/** Every 5 seconds: on time, and a tick lost to a busy moment is no loss. Groups with nothing due cost a look into memory. */
const TICKS = '*/5 * * * * *';

export interface DigestJobDeps {
  store: Pick<WorkspaceStore, 'read' | 'update' | 'ids'>;
  calendar: WorkingCalendar;
  now(): Instant;
  /** Whether its platform can write to a person of the workspace. Missing: none can. */
  tellsPeople?(workspace: WorkspaceId): boolean;
  /** Says that entries wait in this workspace's outbox. */
  wake(workspace: WorkspaceId): void;
  log: JobLog;
}

/** 周报, 月报 and the longer ones, and reminders, by the clock. */
export interface DigestJob extends Job {
  /** One look at every workspace something may be due in; resolves when all were seen. Never rejects. */
  tick(): Promise<void>;
  /** The workspace changed: a plan, a setting. Without this it may be looked at up to an hour late. */
  changed(workspace: WorkspaceId): void;
}

/** A workspace that cannot be read or written is tried again after 20 s, then ever more rarely, so that it does not fill the log. */
const FIRST_RETRY_MS = 20_000;
const LONGEST_RETRY_MS = 600_000;

interface Look {
  at: Instant;
  /** Nothing can become due before, as long as the workspace does not change. */
  again: Instant;
  failures: number;
}

/** Looks at the workspaces one after another. Between its hours a workspace is left alone: each look costs reading its file. */
const createLook = ({ store, calendar, now, tellsPeople, wake, log }: DigestJobDeps) => {
  const looks = new Map<WorkspaceId, Look>();
  /** The workspace that is being looked at; undefined again as soon as it changes meanwhile. */
  let under: WorkspaceId | undefined;

  const mayBeDue = (id: WorkspaceId, at: Instant): boolean => {
    const last = looks.get(id);
    // A clock set back makes what was reckoned worthless.
    return last === undefined || at >= last.again || at < last.at;
  };

  /** Settles what is due; the moment of the next look. */
  const lookAt = async (id: WorkspaceId, at: Instant): Promise<Instant> => {
    const workspace = await store.read(id);
    if (!workspace) return at;
    const own = calendar.including(workspace.settings.holidays);
    if (dueDigestsOf(workspace, at, own).length > 0 || remindersDue(workspace, at, own)) {
      const canTell = tellsPeople?.(id) ?? false;
      const { sent, missed, reminded } = await store.update(id, (draft) =>
        settleDay(draft, at, { calendar: own, canTell }),
      );
      if (sent.length > 0 || reminded) wake(id);
      if (sent.length + missed.length > 0) log.info({ workspace: id, sent, missed }, 'digests settled');
    }
    return Math.min(nextLook(workspace, at, own), nextReminding(workspace, at));
  };

  const lookOrRetry = async (id: WorkspaceId): Promise<void> => {
    const at = now();
    const failures = looks.get(id)?.failures ?? 0;
    under = id;
    try {
      const again = await lookAt(id, at);
      if (under === id) looks.set(id, { at, again, failures: 0 });
    } catch (error) {
      // The others are owed theirs all the same.
      const wait = Math.min(LONGEST_RETRY_MS, FIRST_RETRY_MS * 2 ** Math.min(failures, 10));
      looks.set(id, { at, again: at + wait, failures: failures + 1 });
      log.error({ workspace: id, err: error }, 'digests could not be looked after');
    }
  };

  return {
    forget(id: WorkspaceId): void {
      looks.delete(id);
      if (under === id) under = undefined;
    },
    async all(goOn: () => boolean): Promise<void> {
      for await (const id of store.ids()) {
        if (!goOn()) return;
        if (mayBeDue(id, now())) await lookOrRetry(id);
      }
    },
  };
};

export const createDigestJob = (deps: DigestJobDeps): DigestJob => {
  const { log } = deps;
  const look = createLook(deps);
  let clock: ScheduledTask | undefined;
  let running: Promise<void> | undefined;
  let stopped = false;

  const tick = (): Promise<void> => {
    running ??= look
      .all(() => !stopped)
      .catch((error: unknown) => log.error({ err: error }, 'the workspaces could not be listed'))
      .finally(() => {
        running = undefined;
      });
    return running;
  };

  return {
    tick,
    changed: look.forget,
    async start() {
      stopped = false;
      clock = cron.schedule(TICKS, tick, {
        name: 'digests',
        timezone: 'Asia/Shanghai',
        noOverlap: true,
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
