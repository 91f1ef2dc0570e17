import type { OutboxEntry } from '../workspace/ledger.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';

/** Takes answers to their chat, in order, at the pace the platform allows. */
export interface Courier {
  /** Durable answers wait in the workspace's outbox: go and send them. */
  wake(workspace: WorkspaceId): void;
  /** An answer kept in memory only: one that changed nothing and can be asked for again. */
  send(workspace: WorkspaceId, entry: OutboxEntry): void;
}
