import { unlink } from 'node:fs/promises';
import path from 'node:path';
import { writeDurably } from './durable-file.ts';

const PROBE_EVERY_MS = 2_000;
/** No probe is smaller: on a full disk a few bytes may still find room where a workspace does not. */
const SMALLEST_PROBE_BYTES = 64_000;
const PROBE = 'probe';

/** Whether writes succeed. After a failed one it tries by itself, so that a bot nobody writes to becomes well again. */
export class WriteHealth {
  readonly #file: string;
  #good = true;
  #probeBytes = SMALLEST_PROBE_BYTES;
  #stopped = false;
  #probing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(folder: string) {
    this.#file = path.join(folder, PROBE);
  }

  get good(): boolean {
    return this.#good;
  }

  /** To be told of every write, with the error when it failed. A probe is as large as the write of `bytes` that failed last. */
  wrote(error: Error | undefined, bytes: number): void {
    this.#good = error === undefined;
    if (error !== undefined) this.#probeBytes = Math.max(SMALLEST_PROBE_BYTES, bytes);
    clearTimeout(this.#timer);
    if (!this.#good) this.#probeLater();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#probing;
  }

  #probeLater(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#probing = this.#probe();
    }, PROBE_EVERY_MS);
    this.#timer.unref();
  }

  async #probe(): Promise<void> {
    const bytes = this.#probeBytes;
    const error = await writeDurably(this.#file, Buffer.alloc(bytes)).catch((cause: Error) => cause);
    await unlink(this.#file).catch(() => undefined);
    if (this.#good) return;
    this.wrote(error instanceof Error ? error : undefined, bytes);
  }
}
