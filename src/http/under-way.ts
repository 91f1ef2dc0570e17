import type { IncomingMessage, ServerResponse } from 'node:http';

/** The requests that are being answered. */
export class UnderWay {
  readonly #requests = new Map<IncomingMessage, AbortController>();

  /** An answer begins. The signal is aborted when the client is gone or {@link endStreams} is called. */
  begin(request: IncomingMessage, response: ServerResponse): AbortSignal {
    const gone = new AbortController();
    this.#requests.set(request, gone);
    response.once('close', () => {
      this.#requests.delete(request);
      gone.abort();
    });
    return gone.signal;
  }

  /** Tells streaming answers to end; they would go on for as long as the client likes. */
  endStreams(): void {
    for (const gone of this.#requests.values()) gone.abort();
  }

  /** Whether some request is still owed its answer. One whose body is on its way yet is not: its sender tries again. */
  get owed(): boolean {
    return [...this.#requests.keys()].some(({ complete }) => complete);
  }
}
