import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { type AppCredentials, httpFor } from './calls.ts';
import { redactingLog } from './redacting-log.ts';

/** A ping without an answer for this long, in s, means the line is dead: without it a sleeping socket is never noticed. */
const PING_TIMEOUT_S = 10;
/** The SDK gives up for good on some answers (a wrong secret, a full house); this long after, in ms, it is asked anew. */
const RESTART_MS = 15_000;
const HANDSHAKE_LIMIT_MS = 10_000;

/** Gives every event to one handler as it came, where the SDK's own would flatten it and mix up its two tokens. */
class PlainDispatcher extends EventDispatcher {
  readonly #handle: (event: unknown) => Promise<unknown>;

  constructor(handle: (event: unknown) => Promise<unknown>, options: { logger: ReturnType<typeof redactingLog> }) {
    super(options);
    this.#handle = handle;
  }

  override invoke(event: unknown): Promise<unknown> {
    return this.#handle(event);
  }
}

/**
 * Takes events over a connection opened from here, so that no public address is needed. Reconnects for ever. A rejection
 * of `handle` tells Feishu to push the event again.
 */
export function connect(app: AppCredentials, handle: (event: unknown) => Promise<unknown>, log: Logger): () => void {
  const logger = redactingLog(log, [app.appSecret]);
  const eventDispatcher = new PlainDispatcher(handle, { logger });
  let restart: NodeJS.Timeout | undefined;
  const client = new WSClient({
    ...app,
    logger,
    loggerLevel: LoggerLevel.info,
    httpInstance: httpFor(app.domain),
    handshakeTimeoutMs: HANDSHAKE_LIMIT_MS,
    wsConfig: { pingTimeout: PING_TIMEOUT_S },
    onReady: () => log.info('feishu long connection is up'),
    onReconnecting: () => log.warn('feishu long connection lost, connecting again'),
    onReconnected: () => log.info('feishu long connection is up again'),
    onError: () => {
      log.error('feishu refuses the long connection, asking again in a while');
      restart = setTimeout(() => client.start({ eventDispatcher }), RESTART_MS);
    },
  });
  client.start({ eventDispatcher });
  return () => {
    clearTimeout(restart);
    client.close({ force: true });
  };
}
