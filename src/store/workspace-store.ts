import type { Instant } from '../calendar/date.ts';
import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';

/** Keeps workspaces. Every implementation passes `test/contracts/workspace-store.ts`. */
export interface WorkspaceStore extends Agenda {
  /** The workspace as last made durable, frozen; `undefined` when there is none. @throws BanjieError `workspace-broken`, `store-unavailable` */
  read(id: WorkspaceId): Promise<Workspace | undefined>;
  /**
   * Runs `change` alone on this workspace (a new, empty one when there is none) and resolves with its result once the
   * new state would survive a power cut. `change` mutates the draft it is given and touches nothing else: where several
   * processes share the store it may be run again on a newer state before anything of it is kept. A throw leaves memory
   * and disk as they were; a `change` that changes nothing writes nothing.
   * @throws BanjieError `workspace-broken`, `store-unavailable`, and whatever `change` throws
   */
  update<T>(id: WorkspaceId, change: (workspace: Workspace) => T): Promise<T>;
  ids(): AsyncIterable<WorkspaceId>;
  /**
   * Only where several processes may share the store: makes this one the only one that sends what waits in a lane of the
   * workspace's outbox, until the function it gives is called or the process ends. Null while another is.
   */
  hold?(id: WorkspaceId, lane: string): Promise<(() => Promise<void>) | null>;
  /** False while writes fail; true again as soon as one succeeds or a probe does. */
  healthy(): boolean;
  /** Waits for every write under way. */
  close(): Promise<void>;
}

/** What jobs need to know of all workspaces, told without reading them: there may be ten thousand. */
export interface Agenda {
  /** The workspaces with something in their outbox, and those of which that is not known without reading them. */
  withOutbox(): AsyncIterable<WorkspaceId>;
  /**
   * The workspaces the clock may owe something at `now`: changed since they were last looked at, or their next look has
   * come, or they were looked at after `now` (the clock was set back).
   */
  toLookAt(now: Instant): AsyncIterable<WorkspaceId>;
  /** Says that at `now` nothing was owed to `seen`, as {@link WorkspaceStore.read} gave it, and nothing will be before `next` unless it changes. */
  looked(seen: Workspace, now: Instant, next: Instant): Promise<void>;
}
