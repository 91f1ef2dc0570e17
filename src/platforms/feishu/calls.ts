import { Readable } from 'node:stream';
import {
  type Cache,
  Client,
  CTenantAccessToken,
  defaultHttpInstance,
  type HttpInstance,
  LoggerLevel,
} from '@larksuiteoapi/node-sdk';
import type { Logger } from 'pino';
import { z } from 'zod';
import { BanjieError } from '../../banjie-error.ts';
import { errorOf, type Failure, failureOf, failureOfThrown, isTokenFailure } from './errors.ts';
import { redactingLog } from './redacting-log.ts';
import { createTokens, type Grant } from './tokens.ts';

/** Every call out ends within this, in ms, whatever the other side does. */
const CALL_LIMIT_MS = 10_000;
/** An error's body is read this far, in bytes, to find its code. */
const ERROR_BODY_LIMIT = 64 * 1024;

export interface AppCredentials {
  appId: string;
  appSecret: string;
  /** `https://open.feishu.cn`, without a trailing slash. */
  domain: string;
}

/** Axios as the SDK configures it, but this client's own: with a time limit, and no proxy for loopback. */
export function httpFor(domain: string, limitMs = CALL_LIMIT_MS): HttpInstance {
  const { hostname } = new URL(domain);
  const isLoopback = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.');
  const http = defaultHttpInstance.create({
    timeout: limitMs,
    // A redirect would carry the app's secret to wherever it points.
    maxRedirects: 0,
    ...(isLoopback ? { proxy: false } : {}),
  });
  http.interceptors.request.use((request) => {
    // `timeout` is about silence; this one is about the whole, drip-fed answers included.
    request.signal ??= AbortSignal.timeout(limitMs);
    return request;
  });
  // The SDK expects bodies, or the whole answer where it asks for headers; see its own default instance.
  http.interceptors.response.use((response) => ('$return_headers' in response.config ? response : response.data));
  // The interceptor above makes it what the SDK's type says; axios's own type cannot know.
  return http as unknown as HttpInstance;
}

/** Reads a stream whole. @throws BanjieError `too-large` over `limit` bytes */
export async function readWhole(stream: Readable, limit: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Buffer).length;
    // Leaving the loop destroys the stream, and with it the connection.
    if (size > limit) throw new BanjieError('too-large', `feishu download: more than ${limit} bytes`);
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** A download's error body is a stream still; its code is inside. */
async function settle(error: unknown): Promise<Failure> {
  const failure = failureOfThrown(error);
  const body = (error as { response?: { data?: unknown } }).response?.data;
  if (!(body instanceof Readable)) return failure;
  const text = await readWhole(body, ERROR_BODY_LIMIT).catch(() => Buffer.alloc(0));
  try {
    return { ...failure, ...failureOf(JSON.parse(text.toString('utf8'))), status: failure.status };
  } catch {
    return failure;
  }
}

const grantAnswer = z.object({ tenant_access_token: z.string().min(1), expire: z.number() });

/** Asks for a tenant token. Not by the SDK, which logs the app's secret when this fails. */
async function fetchGrant(http: HttpInstance, app: AppCredentials): Promise<Grant> {
  const url = `${app.domain}/open-apis/auth/v3/tenant_access_token/internal`;
  let answer: unknown;
  try {
    answer = await http.post(url, { app_id: app.appId, app_secret: app.appSecret });
  } catch (error) {
    throw errorOf(failureOfThrown(error), 'token');
  }
  const failure = failureOf(answer);
  const grant = grantAnswer.safeParse(answer);
  if (failure || !grant.success) throw errorOf(failure ?? { status: 200 }, 'token');
  return { token: grant.data.tenant_access_token, lifeSeconds: grant.data.expire };
}

/** Makes one call: `request` uses the SDK, its answer is held against `schema`. Rejects with a {@link BanjieError} only. */
export type Call = <T>(what: string, schema: z.ZodType<T>, request: (sdk: Client) => Promise<unknown>) => Promise<T>;

/** A way to call Feishu with this app's credentials: own token, renewed once when refused, secrets kept out of the log. */
export function createCalls(app: AppCredentials, log: Logger, limitMs = CALL_LIMIT_MS): Call {
  const http = httpFor(app.domain, limitMs);
  const tokens = createTokens(
    () => fetchGrant(http, app),
    () => performance.now(),
  );
  const cache: Cache = {
    get: async (key) => (key === CTenantAccessToken ? tokens.current() : undefined),
    set: async () => true,
  };
  const logger = redactingLog(log, [app.appSecret]);
  const sdk = new Client({ ...app, cache, httpInstance: http, logger, loggerLevel: LoggerLevel.info });

  const attempt = async (request: (sdk: Client) => Promise<unknown>) => {
    try {
      const answer = await request(sdk);
      const failure = failureOf(answer);
      return failure ? { failure } : { answer };
    } catch (error) {
      if (error instanceof BanjieError) throw error;
      return { failure: await settle(error) };
    }
  };
  return async (what, schema, request) => {
    const token = await tokens.current();
    let outcome = await attempt(request);
    if (outcome.failure && isTokenFailure(outcome.failure)) {
      tokens.forget(token);
      outcome = await attempt(request);
    }
    if (outcome.failure) throw errorOf(outcome.failure, what);
    const read = schema.safeParse(outcome.answer);
    if (!read.success) throw new BanjieError('platform-unavailable', `feishu ${what}: an answer of an unknown shape`);
    return read.data;
  };
}
