import { EventDispatcher, LoggerLevel, WSClient } from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { type AppCredentials, httpFor } from './calls.ts';
import { redactingLog } from './redacting-log.ts';

/** A ping without an answer for this long, in s, means the line is dead: without it a sleeping socket is never noticed. */
const PING_TIMEOUT_S = 10;
const HANDSHAKE_LIMIT_MS = 10_000;
/** How often the line is looked at, and how long it may be down before it is opened anew, in ms. */
const LOOK_EVERY_MS = 1_000;
const DOWN_AT_MOST_MS = 12_000;

/** The line, open for as long as it is not closed. */
export interface LongConnection {
  close(): void;
  state(): 'up' | 'down';
}

type Handle = (event: unknown) => Promise<unknown>;
type SdkLog = ReturnType<typeof redactingLog>;

/** Gives every event to one handler as it came, where the SDK's own would flatten it and mix up its two tokens. */
class PlainDispatcher extends EventDispatcher {
  readonly #handle: Handle;

  constructor(handle: Handle, logger: SdkLog) {
    super({ logger });
    this.#handle = handle;
  }

  override invoke(event: unknown): Promise<unknown> {
    return this.#handle(event);
  }
}

/**
 * Takes events over a connection opened from here, so that no public address is needed. Reconnects for ever: the SDK does so
 * too, but waits minutes between tries, and gives up for good on some answers. A rejection of `handle` tells Feishu to push
 * the event again. `downAtMost`, in ms, is for tests.
 */
export function connect(
  app: AppCredentials,
  handle: Handle,
  log: Logger,
  downAtMost = DOWN_AT_MOST_MS,
): LongConnection {
  const logger = redactingLog(log, [app.appSecret]);
  const eventDispatcher = new PlainDispatcher(handle, logger);
  const open = () => {
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
    });
    client.start({ eventDispatcher });
    return client;
  };

  let client = open();
  let upAt = performance.now();
  const look = setInterval(() => {
    const now = performance.now();
    if (client.getConnectionStatus().state === 'connected') upAt = now;
    if (now - upAt < downAtMost) return;
    log.warn('feishu long connection is down, opening another');
    client.close({ force: true });
    client = open();
    upAt = now;
  }, LOOK_EVERY_MS);
  return {
    close() {
      clearInterval(look);
      client.close({ force: true });
    },
    state: () => (client.getConnectionStatus().state === 'connected' ? 'up' : 'down'),
  };
}
