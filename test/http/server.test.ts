import { connect } from 'node:net';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import { createHttpServer, type HttpServer, type Readiness } from '../../src/http/server.ts';
import type { Door, DoorRequest, DoorResponse } from '../../src/platforms/platform.ts';
import { keptLog } from '../fakes/feishu/running-platform.ts';

let server: HttpServer | undefined;
afterEach(() => server?.stop());

const door = (
  handle: (request: DoorRequest) => DoorResponse | Promise<DoorResponse>,
  more: Partial<Door> = {},
): Door => ({
  method: 'POST',
  path: '/door',
  bodyLimit: 100,
  handle: async (request) => handle(request),
  ...more,
});

async function serve(doors: Door[], readiness: () => Readiness = () => 'ready'): Promise<string> {
  server = createHttpServer({ doors, readiness, log: pino({ level: 'silent' }) });
  const { port } = await server.listen('127.0.0.1', 0);
  return `http://127.0.0.1:${port}`;
}

describe('the HTTP server', () => {
  it('hands a door the very bytes that were sent', async () => {
    const base = await serve([door(({ body }) => ({ status: 200, body: body.toString('hex') }))]);
    const bytes = Buffer.from([0, 255, 0xe4, 0xbd, 0xa0]);
    const answer = await fetch(`${base}/door?a=1`, { method: 'POST', body: bytes });
    expect(await answer.text()).toBe(bytes.toString('hex'));
  });

  it.each([
    ['a body at the limit', 100, 200],
    ['a body over the limit', 101, 413],
    ['a body far over the limit', 5_000_000, 413],
  ])('%s (%i bytes) → %i', async (_, size, status) => {
    const base = await serve([door(() => ({ status: 200, body: 'ok' }))]);
    expect((await fetch(`${base}/door`, { method: 'POST', body: Buffer.alloc(size) })).status).toBe(status);
  });

  it('refuses a long body whose length was not announced', async () => {
    const base = await serve([door(() => ({ status: 200 }))]);
    const body = Readable.toWeb(Readable.from([Buffer.alloc(80), Buffer.alloc(80)])) as ReadableStream;
    const answer = await fetch(`${base}/door`, { method: 'POST', body, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
  });

  it.each([
    ['malformed', 400],
    ['unauthorised', 401],
    ['store-unavailable', 503],
    ['target-gone', 500],
  ] as const)('a door that throws %s → %i, naming only the code', async (code, status) => {
    const base = await serve([
      door(() => {
        throw new BanjieError(code, 'inner words');
      }),
    ]);
    const answer = await fetch(`${base}/door`, { method: 'POST' });
    expect([answer.status, await answer.json()]).toEqual([status, { error: code }]);
  });

  it('gives a door its query also where the Host header is no host', async () => {
    const base = await serve([door(({ query }) => ({ status: 200, body: query.get('a') ?? 'none' }))]);
    const { hostname, port } = new URL(base);
    const socket = connect(Number(port), hostname);
    socket.end('POST /door?a=1 HTTP/1.1\r\nHost: ]]\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    expect((await text(socket)).split('\r\n\r\n')).toEqual([expect.stringContaining(' 200 '), '1']);
  });

  it('tells the log in one line, without a stack, why a request was turned away', async () => {
    const { log, lines } = keptLog();
    server = createHttpServer({
      doors: [
        door(() => {
          throw new BanjieError('unauthorised', 'wrong signature');
        }),
      ],
      readiness: () => 'ready',
      log,
    });
    const { port } = await server.listen('127.0.0.1', 0);
    await fetch(`http://127.0.0.1:${port}/door?secret=1`, { method: 'POST' });
    expect(JSON.parse(lines())).toMatchObject({ level: 40, path: '/door', status: 401, reason: 'wrong signature' });
    expect(lines()).not.toMatch(/stack|secret/);
  });

  it('keeps the words of an unexpected error to itself', async () => {
    const base = await serve([
      door(() => {
        throw new Error('a stack and a path');
      }),
    ]);
    const answer = await fetch(`${base}/door`, { method: 'POST' });
    expect([answer.status, await answer.text()]).toEqual([500, '{"error":"internal"}']);
  });

  it.each([
    ['ready', 200],
    ['starting', 503],
    ['stopping', 503],
    ['store-unavailable', 503],
  ] as const)('healthz while %s → %i', async (readiness, status) => {
    const base = await serve([], () => readiness);
    expect((await fetch(`${base}/healthz`)).status).toBe(status);
  });

  it('keeps doors shut until it is ready', async () => {
    const base = await serve([door(() => ({ status: 200 }))], () => 'starting');
    expect((await fetch(`${base}/door`, { method: 'POST' })).status).toBe(503);
  });

  it('answers 404 and 405 outside its doors', async () => {
    const base = await serve([door(() => ({ status: 200 }))]);
    expect((await fetch(`${base}/else`)).status).toBe(404);
    expect((await fetch(`${base}/door`)).status).toBe(405);
  });

  it('sends security headers', async () => {
    const base = await serve([]);
    const { headers } = await fetch(`${base}/healthz`);
    expect(headers.get('content-security-policy')).toContain("default-src 'self'");
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('ends a streaming answer when it stops', async () => {
    const stream = door(
      ({ signal }) => {
        const body = new Readable({ read() {} });
        body.push('first');
        signal.addEventListener('abort', () => body.push(null));
        return { status: 200, body };
      },
      { method: 'GET' },
    );
    const base = await serve([stream]);
    const answer = await fetch(`${base}/door`);
    const ended = answer.text();
    await server?.stop();
    expect(await ended).toBe('first');
  });
});
