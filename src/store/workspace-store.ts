import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';

/** Keeps workspaces. Every implementation passes `test/contracts/workspace-store.ts`. */
export interface WorkspaceStore {
  /** The workspace as last made durable, frozen; `undefined` when there is none. @throws BanjieError `workspace-broken`, `store-unavailable` */
  read(id: WorkspaceId): Promise<Workspace | undefined>;
  /**
   * Runs `change` alone on this workspace (a new, empty one when there is none) and resolves with its result once the
   * new state would survive a power cut. `change` mutates the draft it is given. A throw leaves memory and disk as they were;
   * a `change` that changes nothing writes nothing.
   * @throws BanjieError `workspace-broken`, `store-unavailable`, and whatever `change` throws
   */
  update<T>(id: WorkspaceId, change: (workspace: Workspace) => T): Promise<T>;
  ids(): AsyncIterable<WorkspaceId>;
  /** False while writes fail; true again as soon as one succeeds or a probe does. */
  healthy(): boolean;
  /** Waits for every write under way. */
  close(): Promise<void>;
}
