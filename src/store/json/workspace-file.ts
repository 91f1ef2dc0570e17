import { type Adapter, Low } from 'lowdb';
import { BanjieError } from '../../banjie-error.ts';
import { frozen } from '../../workspace/frozen.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { applyChange } from '../document/apply-change.ts';
import { checkChanged } from '../document/schema-check.ts';
import { workspaceSchema } from '../document/workspace-schema.ts';

/** Updates that wait for the same write. */
interface Batch {
  written: Promise<void>;
  settle(error?: BanjieError): void;
}

const newBatch = (): Batch => {
  let settle: Batch['settle'] = () => undefined;
  const written = new Promise<void>((resolve, reject) => {
    settle = (error) => (error === undefined ? resolve() : reject(error));
  });
  // Those who wait hear of it; a batch that only no-change updates looked at must not end the process.
  written.catch(() => undefined);
  return { written, settle };
};

/**
 * One workspace in memory and its file. Changes are applied at once, one after the other; those that come while a write
 * is under way share the next one. `durable` trails behind `#newest` by what is not on disk yet.
 */
export class WorkspaceFile {
  readonly #low: Low<Workspace | null>;
  readonly #wrote: (error?: BanjieError) => void;
  #durable: Workspace | undefined;
  #newest: Workspace | undefined;
  #trusted = true;
  #loading: Promise<void> | undefined;
  #writing: Batch | undefined;
  #next: Batch | undefined;

  /** `wrote` hears of every write, with the error when it failed. */
  constructor(adapter: Adapter<Workspace>, wrote: (error?: BanjieError) => void) {
    this.#low = new Low<Workspace | null>(adapter as Adapter<Workspace | null>, null);
    this.#wrote = wrote;
  }

  /** The state that would survive a power cut; undefined before {@link load} and for a workspace that has none. */
  get durable(): Workspace | undefined {
    return this.#durable;
  }

  /**
   * False after a failed write until one succeeds: where only the last step failed, syncing the folder, the disk may hold
   * the new state already. Whoever can should read the file anew.
   */
  get trusted(): boolean {
    return this.#trusted;
  }

  /** Reads the file, once. Rejects with what the adapter throws. */
  load(): Promise<void> {
    this.#loading ??= this.#read();
    return this.#loading;
  }

  async #read(): Promise<void> {
    await this.#low.read();
    this.#durable = this.#low.data === null ? undefined : frozen(this.#low.data);
    this.#newest = this.#durable;
  }

  /**
   * Runs `change` and resolves once its outcome is on disk. A change that changed nothing writes nothing, yet waits for
   * the writes under way: what it looked at must not be lost after it was answered.
   * @throws BanjieError `store-unavailable` when the write failed; memory is then as the disk is. And what `change` throws.
   */
  async update<T>(change: (workspace: Workspace) => T, create: () => Workspace): Promise<T> {
    await this.load();
    const before = this.#newest ?? frozen(create());
    const { after, result } = applyChange(before, change);
    if (after !== before) this.#accept(this.#newest, after);
    await (this.#next ?? this.#writing)?.written;
    return result;
  }

  /** Does `work` on the file between two writes. Never rejects: what the file holds stays the same, whole or in pieces. */
  async betweenWrites(work: () => Promise<void>): Promise<void> {
    if (this.#writing !== undefined) return;
    const batch = newBatch();
    this.#writing = batch;
    await work().catch(() => undefined);
    batch.settle();
    this.#writing = undefined;
    if (this.#next !== undefined) void this.#writeOn();
  }

  #accept(before: Workspace | undefined, after: Workspace): void {
    // What is written must be readable again: a NaN becomes null in JSON and would break the file at the next start.
    const complaint = checkChanged(workspaceSchema, before, after);
    if (complaint !== undefined) throw new TypeError(`a change would break the workspace's file: ${complaint}`);
    this.#newest = after;
    this.#next ??= newBatch();
    if (this.#writing === undefined) void this.#writeOn();
  }

  /** Writes until nothing waits. Never rejects. */
  async #writeOn(): Promise<void> {
    while (this.#next !== undefined && this.#newest !== undefined) {
      const batch = this.#next;
      const state = this.#newest;
      this.#writing = batch;
      this.#next = undefined;
      const error = await this.#write(state);
      this.#trusted = error === undefined;
      if (error === undefined) this.#durable = state;
      else this.#fallBack(error);
      this.#wrote(error);
      batch.settle(error);
    }
    this.#writing = undefined;
  }

  async #write(state: Workspace): Promise<BanjieError | undefined> {
    try {
      this.#low.data = state;
      await this.#low.write();
      return undefined;
    } catch (cause) {
      const why = cause instanceof Error ? cause.message : String(cause);
      return new BanjieError('store-unavailable', `a workspace could not be written: ${why}`, { cause });
    }
  }

  /** What waits for the next write was built on what is now lost, and is lost with it. */
  #fallBack(error: BanjieError): void {
    this.#low.data = this.#durable ?? null;
    this.#newest = this.#durable;
    this.#next?.settle(error);
    this.#next = undefined;
  }
}
