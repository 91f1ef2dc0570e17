import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Router from '@koa/router';
import Koa from 'koa';
import helmet from 'koa-helmet';
import type { Logger } from 'pino';
import getRawBody from 'raw-body';
import { BanjieError } from '../banjie-error.ts';
import type { Door, DoorRequest } from '../platforms/platform.ts';
import { type MetricsRequest, mayReadMetrics } from './metrics-guard.ts';
import { UnderWay } from './under-way.ts';

/** How long a request may take to arrive whole, in ms. Platforms give up after 3 to 5 s themselves. */
const REQUEST_TIMEOUT_MS = 30_000;
/** How long an idle connection is kept, in ms: longer than reverse proxies keep theirs (60 s), or they send a click into a closing one. */
const KEEP_ALIVE_MS = 75_000;
/** How long answers under way may take once the server is told to stop, in ms; the process has 5 s in all. */
const STOP_GRACE_MS = 2_000;

/** Whether the bot can serve: `starting` and `stopping` are not failures, but a load balancer must not send anything. */
export type Readiness = 'starting' | 'ready' | 'stopping' | 'store-unavailable';

export interface HttpServer {
  /** Starts listening and resolves with the address. @throws the system's error, e.g. EADDRINUSE */
  listen(host: string, port: number): Promise<AddressInfo>;
  /** Lets running answers end, streams at once, and resolves. Who comes meanwhile is answered as `readiness` says. */
  finishAnswers(): Promise<void>;
  /** The same, then takes no more connections and resolves. */
  stop(): Promise<void>;
}

const STATUS: Partial<Record<BanjieError['code'], number>> = {
  malformed: 400,
  unauthorised: 401,
  'too-large': 413,
  'store-unavailable': 503,
};

/** The body as sent, byte for byte: signatures are over these bytes. */
async function rawBody(ctx: Koa.Context, limit: number): Promise<Buffer> {
  try {
    return await getRawBody(ctx.req, { limit, length: ctx.request.length ?? null });
  } catch (error) {
    const type = (error as { type?: string }).type;
    throw new BanjieError(type === 'entity.too.large' ? 'too-large' : 'malformed', `body not read: ${type}`);
  }
}

function doorRequest(ctx: Koa.Context, body: Buffer, signal: () => AbortSignal): DoorRequest {
  const headers = Object.entries(ctx.headers).map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return {
    method: ctx.method,
    path: ctx.path,
    // Not from `ctx.URL`: that has none where the Host header is no host.
    query: new URLSearchParams(ctx.querystring),
    headers: Object.fromEntries(headers),
    body,
    remoteAddress: ctx.req.socket.remoteAddress ?? '',
    get signal() {
      return signal();
    },
  };
}

const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const metricsRequest = ({ req, headers }: Koa.Context): MetricsRequest => ({
  remoteAddress: req.socket.remoteAddress ?? '',
  authorization: headers.authorization,
  throughProxy: PROXY_HEADERS.some((name) => headers[name] !== undefined),
});

/** Mounts one door: body within its limit, a signal that fires when the client goes, the answer as the door gives it. */
function mount(router: Router, door: Door, readiness: () => Readiness, underWay: UnderWay): void {
  router.register(door.path, [door.method], async (ctx) => {
    if (readiness() === 'starting' || readiness() === 'stopping') {
      ctx.status = 503;
      ctx.body = { error: readiness() };
      return;
    }
    const signal = underWay.begin(ctx.req, ctx.res);
    const body = door.method === 'GET' ? Buffer.alloc(0) : await rawBody(ctx, door.bodyLimit);
    const response = await door.handle(doorRequest(ctx, body, signal));
    ctx.status = response.status;
    ctx.set(response.headers ?? {});
    ctx.body = response.body ?? null;
    // Setting a null body makes Koa forget the status and say 204.
    if (response.body === undefined) ctx.status = response.status;
  });
}

/** One place that turns errors into statuses. What the client hears is only the code; what happened is in the log. */
function answerErrors(log: Logger): Koa.Middleware {
  return async (ctx, next) => {
    try {
      await next();
    } catch (error) {
      const code = error instanceof BanjieError ? error.code : 'internal';
      ctx.status = (error instanceof BanjieError ? STATUS[error.code] : undefined) ?? 500;
      ctx.body = { error: code };
      const request = { method: ctx.method, path: ctx.path, status: ctx.status };
      // Anybody can be turned away as often as they like; a stack each time would only fill the log.
      if (ctx.status < 500) log.warn({ ...request, code, reason: (error as Error).message }, 'request turned away');
      else log.error({ ...request, err: error }, 'request failed');
    }
  };
}

/** The Koa server: security headers, `/healthz`, and the platforms' doors. */
export function createHttpServer(options: {
  doors: Door[];
  readiness(): Readiness;
  /** How connections that platforms keep themselves stand; they do not decide whether the bot can serve. */
  connections?(): Record<string, 'up' | 'down'>;
  /** For `/metrics`; `token` as {@link mayReadMetrics} takes it. */
  metrics?: { text(): Promise<string>; contentType: string; token: string };
  log: Logger;
}): HttpServer {
  const { doors, readiness, connections, metrics, log } = options;
  const underWay = new UnderWay();
  const router = new Router();
  // The same answer twice: some orchestrators ask for life, some for readiness, and whoever cannot write cannot serve.
  router.get(['/healthz', '/readyz'], (ctx) => {
    ctx.status = readiness() === 'ready' ? 200 : 503;
    ctx.body = { status: readiness(), ...connections?.() };
  });
  if (metrics) {
    router.get('/metrics', async (ctx) => {
      if (!mayReadMetrics(metricsRequest(ctx), metrics.token)) {
        ctx.status = 403;
        ctx.body = { error: 'unauthorised' };
        return;
      }
      ctx.body = await metrics.text();
      ctx.type = metrics.contentType;
    });
  }
  for (const door of doors) mount(router, door, readiness, underWay);

  const app = new Koa();
  app.silent = true;
  app.use(answerErrors(log));
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'self'"], frameAncestors: ["'none'"], baseUri: ["'none'"] },
      },
      strictTransportSecurity: false,
    }),
  );
  app.use(router.routes());
  app.use(router.allowedMethods());

  const server = createServer({ requestTimeout: REQUEST_TIMEOUT_MS, keepAliveTimeout: KEEP_ALIVE_MS }, app.callback());
  return {
    listen: (host, port) => listen(server, host, port),
    finishAnswers: () => underWay.finish(STOP_GRACE_MS),
    async stop() {
      await underWay.finish(STOP_GRACE_MS);
      await close(server);
    },
  };
}

function listen(server: Server, host: string, port: number): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve(server.address() as AddressInfo);
    });
  });
}

/** Whoever is connected yet is owed nothing: idle connections, half a request, not even one. */
function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
