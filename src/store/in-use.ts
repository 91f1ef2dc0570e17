import { LRUCache } from 'lru-cache';
import { BanjieError } from '../banjie-error.ts';
import type { WorkspaceId } from '../workspace/workspace.ts';

interface InUse<Held> {
  held: Held;
  users: number;
}

export interface HoldingOptions<Held> {
  /** How many workspaces nobody is working on stay in memory. */
  kept: number;
  /** The one object of a workspace. */
  open(id: WorkspaceId): Held;
  /** Whether it is worth keeping, and may be, once nobody works on it. */
  keeps(held: Held): boolean;
  /** It leaves memory, and nobody works on it. */
  left?(held: Held): void;
}

/**
 * One object for each workspace that is being worked on: never evicted meanwhile, or two copies of one workspace would
 * overwrite each other. Those nobody works on stay while there is room.
 */
export class WorkspacesInUse<Held extends object> {
  readonly #options: HoldingOptions<Held>;
  readonly #inUse = new Map<WorkspaceId, InUse<Held>>();
  readonly #idle: LRUCache<WorkspaceId, Held>;
  readonly #calls = new Set<Promise<unknown>>();
  #closed = false;

  constructor(options: HoldingOptions<Held>) {
    this.#options = options;
    this.#idle = new LRUCache({
      max: options.kept,
      dispose: (held, _id, reason) => {
        if (reason === 'evict') options.left?.(held);
      },
    });
  }

  get isClosed(): boolean {
    return this.#closed;
  }

  /** The object of a workspace, if it is in memory. */
  find(id: WorkspaceId): Held | undefined {
    return this.#inUse.get(id)?.held ?? this.#idle.get(id);
  }

  /** @throws BanjieError `store-unavailable` once closed, and what `work` throws */
  async use<T>(id: WorkspaceId, work: (held: Held) => Promise<T>): Promise<T> {
    if (this.#closed) throw new BanjieError('store-unavailable', 'the store is closed');
    const inUse = this.#inUse.get(id) ?? { held: this.#idle.get(id) ?? this.#options.open(id), users: 0 };
    this.#inUse.set(id, inUse);
    // Idle no longer: it must not be let go of while there is work on it.
    this.#idle.delete(id);
    inUse.users++;
    const call = work(inUse.held);
    this.#calls.add(call);
    try {
      return await call;
    } finally {
      this.#calls.delete(call);
      inUse.users--;
      if (inUse.users === 0) this.#leave(id, inUse.held);
    }
  }

  /** Takes nothing more, and resolves when what is under way has ended. */
  async close(): Promise<void> {
    this.#closed = true;
    await Promise.allSettled(this.#calls);
    for (const held of this.#idle.values()) this.#options.left?.(held);
    this.#idle.clear();
  }

  #leave(id: WorkspaceId, held: Held): void {
    this.#inUse.delete(id);
    if (this.#options.keeps(held)) this.#idle.set(id, held);
    else this.#options.left?.(held);
  }
}
