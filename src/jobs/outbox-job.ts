import type { Instant } from '../calendar/date.ts';
import type { Platform } from '../platforms/platform.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';
import type { OutboxEntry } from '../workspace/ledger.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';
import type { Job, JobLog } from './job.ts';

export interface OutboxJobDeps {
  store: WorkspaceStore;
  /** The platforms to send through; the prefix of a workspace id names its platform. */
  platforms: readonly Pick<Platform, 'name' | 'deliver'>[];
  now(): Instant;
  log: JobLog;
  /** 0–1, for the jitter of the backoff. */
  random?(): number;
}

/** The sender. It is the chat's courier: `wake` and `send` return at once. */
export interface Outbox extends Job {
  /** Durable entries wait in the ledger of this workspace. */
  wake(workspace: WorkspaceId): void;
  /** An answer that is kept in memory only; it takes its turn among the durable ones. */
  send(workspace: WorkspaceId, entry: OutboxEntry): void;
}

export declare function createOutbox(deps: OutboxJobDeps): Outbox;
