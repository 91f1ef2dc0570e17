import { sql } from 'kysely';
import type { Database } from './connection.ts';

const PROBE_EVERY_MS = 1_000;

/** Whether the database answers. After a failed call it asks by itself, so that a bot nobody writes to becomes well again. */
export class DatabaseHealth {
  readonly #db: Database;
  #good = true;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #probing: Promise<void> | undefined;

  constructor(db: Database) {
    this.#db = db;
  }

  get good(): boolean {
    return this.#good;
  }

  /** To be told of every call that found the database away, and of every one that did not. */
  met(found: 'well' | 'away'): void {
    this.#good = found === 'well';
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
    const found = await sql`select 1`.execute(this.#db).then(
      () => 'well' as const,
      () => 'away' as const,
    );
    if (!this.#good) this.met(found);
  }
}
