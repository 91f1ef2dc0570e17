/** Whether a store works. After a failed call it tries by itself, so that a bot nobody writes to becomes well again. */
export class StoreHealth {
  readonly #probe: () => Promise<boolean>;
  readonly #everyMs: number;
  #good = true;
  #stopped = false;
  #timer: NodeJS.Timeout | undefined;
  #probing: Promise<void> | undefined;

  /** @param probe whether a call succeeds now; never rejects  @param everyMs how long after a failure it is tried */
  constructor(probe: () => Promise<boolean>, everyMs: number) {
    this.#probe = probe;
    this.#everyMs = everyMs;
  }

  get good(): boolean {
    return this.#good;
  }

  /** To be told of every call, whether it went well. */
  met(well: boolean): void {
    this.#good = well;
    clearTimeout(this.#timer);
    if (!well) this.#probeLater();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#probing;
  }

  #probeLater(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#probing = this.#tryNow();
    }, this.#everyMs);
    this.#timer.unref();
  }

  /** A call that went well meanwhile knows better. */
  async #tryNow(): Promise<void> {
    const well = await this.#probe();
    if (!this.#good) this.met(well);
  }
}
