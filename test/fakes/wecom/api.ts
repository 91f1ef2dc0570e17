import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { type Keys, sealFile } from './seal.ts';

/** A message that reached a group through its webhook, or followed a click. */
export interface Pushed {
  /** Webhook key, or `response` for the address of a click. */
  to: string;
  type: string;
  text: string;
  /** Name and bytes of a file or picture. */
  file: { name: string; bytes: Buffer } | null;
  at: number;
}

/** What goes wrong next, in order; each is used once. */
export type Fault =
  | { kind: 'code'; code: number }
  | { kind: 'hang'; ms: number }
  | { kind: 'reset' }
  | { kind: 'html'; status: number };

export interface WecomApi {
  base: string;
  pushed: Pushed[];
  faults: Fault[];
  /** Webhook keys that exist. */
  keys: Set<string>;
  /** Messages a webhook takes within a minute. */
  perMinute: number;
  /** Calls of any kind, as `send KEY`. */
  calls: string[];
  /** Puts a file into the store and gives its link; a link that was taken away answers 403. */
  store(name: string, bytes: Uint8Array, header?: string): string;
  expire(url: string): void;
  /** A link behind which `bytes` come without their number being told; how many went out is in {@link WecomApi.streamed}. */
  long(bytes: number): string;
  streamed: number;
  /** An address for one message after a click. */
  responseUrl(): string;
  close(): Promise<void>;
}

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

/** Name and bytes of the one part of a form. */
const partOf = (body: Buffer): { field: string; name: string; bytes: Buffer } => {
  const text = body.toString('latin1');
  const head = text.indexOf('\r\n\r\n');
  const boundary = text.slice(0, text.indexOf('\r\n'));
  const [, field = ''] = /name="([^"]*)"/.exec(text) ?? [];
  const [, name = ''] = /filename="([^"]*)"/.exec(text) ?? [];
  const bytes = body.subarray(head + 4, text.indexOf(`\r\n${boundary}`, head));
  return { field, name: Buffer.from(name, 'latin1').toString('utf8'), bytes };
};

/** WeCom's HTTP side: webhooks, uploads, the address of a click, and the store of files. Always HTTP 200 with an `errcode`. */
export const startApi = async (keys: Keys, now: () => number): Promise<WecomApi> => {
  const media = new Map<string, { name: string; bytes: Buffer; header: string | undefined }>();
  const uploads = new Map<string, { name: string; bytes: Buffer }>();
  const open = new Set<string>();
  let count = 0;
  const api: WecomApi = {
    base: '',
    pushed: [],
    faults: [],
    keys: new Set(),
    perMinute: 20,
    calls: [],
    store(name, bytes, header) {
      const id = `m${++count}`;
      media.set(id, { name, bytes: sealFile(keys, bytes), header });
      return `${api.base}/media/${id}?q-signature=cossecret `;
    },
    streamed: 0,
    long: (bytes) => `${api.base}/long/${bytes}`,
    expire: (url) => void media.delete(/media\/(\w+)/.exec(url)?.[1] ?? ''),
    responseUrl() {
      const code = `responsesecret${++count}`;
      open.add(code);
      return `${api.base}/cgi-bin/aibot/response?response_code=${code}`;
    },
    close: () => new Promise((resolve) => server.close(() => resolve()).closeAllConnections()),
  };

  const take = (to: string, body: Buffer): number => {
    const message = JSON.parse(body.toString('utf8')) as Record<string, Record<string, string>> & { msgtype: string };
    const type = message.msgtype;
    const content = message[type]?.content ?? '';
    const most = { text: 2048, markdown: 4096, markdown_v2: 4096 }[type];
    if (to !== 'response' && most !== undefined && Buffer.byteLength(content) > most) return 40058;
    if (most !== undefined && content === '') return 44004;
    const recent = api.pushed.filter((each) => each.to === to && now() - each.at < 60_000);
    if (to !== 'response' && recent.length >= api.perMinute) return 45009;
    const upload = uploads.get(message.file?.media_id ?? '');
    if (type === 'file' && !upload) return 40007;
    const image = type === 'image' ? { name: '', bytes: Buffer.from(message.image?.base64 ?? '', 'base64') } : null;
    api.pushed.push({ to, type, text: content, file: upload ?? image, at: now() });
    return 0;
  };

  const answer = (path: string, query: URLSearchParams, body: Buffer): object => {
    const key = query.get('key') ?? '';
    api.calls.push(`${path.split('/').at(-1)} ${key}`);
    const say = (errcode: number, more: object = {}) => ({
      errcode,
      errmsg: errcode === 0 ? 'ok' : 'refused',
      ...more,
    });
    if (path === '/cgi-bin/aibot/response') {
      const isOpen = open.delete(query.get('response_code') ?? '');
      return say(isOpen ? take('response', body) : 60140);
    }
    if (!api.keys.has(key)) return say(93000);
    if (path === '/cgi-bin/webhook/send') return say(take(key, body));
    const { field, name, bytes } = partOf(body);
    if (field !== 'media' || bytes.length <= 5) return say(40058);
    const id = `u${++count}`;
    uploads.set(id, { name, bytes });
    return say(0, { type: 'file', media_id: id, created_at: '1' });
  };

  const stream = (response: ServerResponse, bytes: number): void => {
    const piece = Buffer.alloc(64 * 1024, 7);
    const more = (): void => {
      while (api.streamed < bytes && !response.destroyed) {
        api.streamed += piece.length;
        if (!response.write(piece)) return void response.once('drain', more);
      }
      response.end();
    };
    response.writeHead(200);
    more();
  };

  const server: Server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', api.base);
    const body = await bodyOf(request);
    const fault = api.faults.shift();
    if (fault?.kind === 'hang') await wait(fault.ms);
    if (fault?.kind === 'reset') return void request.socket.destroy();
    if (fault?.kind === 'html') return void response.writeHead(fault.status).end('<html>busy</html>');
    if (url.pathname.startsWith('/long/')) return stream(response, Number(url.pathname.slice('/long/'.length)));
    if (url.pathname.startsWith('/media/')) {
      const file = media.get(url.pathname.slice('/media/'.length));
      if (!file) return void response.writeHead(403).end('<Error><Code>AccessDenied</Code></Error>');
      const header = file.header ?? `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`;
      return void response.writeHead(200, { 'content-disposition': header }).end(file.bytes);
    }
    const said =
      fault?.kind === 'code' ? { errcode: fault.code, errmsg: 'fault' } : answer(url.pathname, url.searchParams, body);
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  api.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return api;
};
