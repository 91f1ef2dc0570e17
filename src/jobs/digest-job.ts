import type { Instant } from '../calendar/date.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';
import type { Job, JobLog } from './job.ts';

export interface DigestJobDeps {
  store: WorkspaceStore;
  calendar: WorkingCalendar;
  now(): Instant;
  /** Says that entries wait in this workspace's outbox. */
  wake(workspace: WorkspaceId): void;
  log: JobLog;
}

/** 周报 and 月报 by the clock. `tick` is one look at every workspace, as the clock does it every 20 s. */
export declare function createDigestJob(deps: DigestJobDeps): Job & { tick(): Promise<void> };
