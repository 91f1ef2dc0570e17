import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** How often it is looked whether answers have ended, in ms. */
const LOOK_EVERY_MS = 20;

/** The requests that are being answered. */
export class UnderWay {
  /** With the signal of each, once it was asked for: only streams do. */
  readonly #requests = new Map<IncomingMessage, AbortController | null>();

  /** An answer begins. The signal it can ask for is aborted when the client is gone or {@link finish} is called. */
  begin(request: IncomingMessage, response: ServerResponse): () => AbortSignal {
    let gone: AbortController | undefined;
    this.#requests.set(request, null);
    response.once('close', () => {
      this.#requests.delete(request);
      // After a whole answer nobody listens, and the error of an abort costs more than the answer's head.
      if (!response.writableFinished) gone?.abort();
    });
    return () => {
      gone ??= new AbortController();
      if (this.#requests.has(request)) this.#requests.set(request, gone);
      else gone.abort();
      return gone.signal;
    };
  }

  /** Tells streaming answers to end, and resolves when no answer is owed any more, after `ms` at the latest. */
  async finish(ms: number): Promise<void> {
    for (const gone of this.#requests.values()) gone?.abort();
    const until = performance.now() + ms;
    while (this.#isAnyOwed() && performance.now() < until) await wait(LOOK_EVERY_MS);
  }

  /** A request whose body is on its way yet is owed nothing: its sender tries again. */
  #isAnyOwed(): boolean {
    return [...this.#requests.keys()].some(({ complete }) => complete);
  }
}
