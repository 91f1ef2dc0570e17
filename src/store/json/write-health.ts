import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { StoreHealth } from '../store-health.ts';
import { writeDurably } from './durable-file.ts';

const PROBE_EVERY_MS = 2_000;
/** No probe is smaller: on a full disk a few bytes may still find room where a workspace does not. */
const SMALLEST_PROBE_BYTES = 64_000;
const PROBE = 'probe';

/** Whether writes to the data folder succeed. */
export class WriteHealth {
  readonly #file: string;
  readonly #health = new StoreHealth(() => this.#probe(), PROBE_EVERY_MS);
  #probeBytes = SMALLEST_PROBE_BYTES;

  constructor(folder: string) {
    this.#file = path.join(folder, PROBE);
  }

  get good(): boolean {
    return this.#health.good;
  }

  /** To be told of every write, with the error when it failed. A probe is as large as the write of `bytes` that failed last. */
  wrote(error: Error | undefined, bytes: number): void {
    if (error !== undefined) this.#probeBytes = Math.max(SMALLEST_PROBE_BYTES, bytes);
    this.#health.met(error === undefined);
  }

  stop(): Promise<void> {
    return this.#health.stop();
  }

  async #probe(): Promise<boolean> {
    const well = await writeDurably(this.#file, Buffer.alloc(this.#probeBytes)).then(
      () => true,
      () => false,
    );
    await unlink(this.#file).catch(() => undefined);
    return well;
  }
}
