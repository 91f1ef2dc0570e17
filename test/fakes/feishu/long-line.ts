import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage as HttpRequest, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { decodeFrame, encodeFrame } from './frame.ts';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const BINARY = 2;
const CLOSE = 8;

/** How the bot is to keep the line: reconnect for ever, each second; ping every two minutes. */
export const LINE_CONFIG = { ReconnectCount: -1, ReconnectInterval: 1, ReconnectNonce: 0, PingInterval: 120 };

/** A WebSocket message to a client, in one piece. */
function wrap(opcode: number, payload: Buffer): Buffer {
  const length = payload.length;
  if (length < 126) return Buffer.concat([Buffer.from([128 | opcode, length]), payload]);
  const head = Buffer.alloc(length < 65_536 ? 4 : 10);
  head[0] = 128 | opcode;
  head[1] = length < 65_536 ? 126 : 127;
  if (length < 65_536) head.writeUInt16BE(length, 2);
  else head.writeBigUInt64BE(BigInt(length), 2);
  return Buffer.concat([head, payload]);
}

/** Takes one whole, masked message off the front of what a client sent; undefined while it is not all there. */
function unwrap(bytes: Buffer): { opcode: number; payload: Buffer; rest: Buffer } | undefined {
  const short = (bytes[1] ?? 0) & 127;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head + 4) return undefined;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  if (bytes.length < head + 4 + length) return undefined;
  const mask = bytes.subarray(head, head + 4);
  const payload = Buffer.from(bytes.subarray(head + 4, head + 4 + length)).map(
    (byte, at) => byte ^ (mask[at % 4] ?? 0),
  );
  return { opcode: (bytes[0] ?? 0) & 15, payload: Buffer.from(payload), rest: bytes.subarray(head + 4 + length) };
}

/** What the bot answered to an event over the long connection: 200 or 500, and the JSON it gave. */
export interface LineAnswer {
  code: number;
  body: string;
}

/** The far end of the long connection. */
export class LongLine {
  #socket: Duplex | undefined;
  #received: Buffer = Buffer.alloc(0);
  readonly #waiting = new Map<string, (answer: LineAnswer) => void>();
  /** Connections taken so far. */
  taken = 0;

  attach(server: Server): void {
    server.on('upgrade', (request: HttpRequest, socket: Duplex) => {
      const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${MAGIC}`).digest('base64');
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: Upgrade\r\nsec-websocket-accept: ${accept}\r\n\r\n`,
      );
      this.#socket = socket;
      this.#received = Buffer.alloc(0);
      this.taken += 1;
      socket.on('data', (chunk: Buffer) => this.#take(chunk));
      socket.on('error', () => socket.destroy());
      // Sockets of an HTTP server stay half open when the other side has ended.
      socket.on('end', () => socket.destroy());
      socket.on('close', () => {
        if (this.#socket === socket) this.#socket = undefined;
      });
    });
  }

  #take(chunk: Buffer): void {
    this.#received = Buffer.concat([this.#received, chunk]);
    for (let one = unwrap(this.#received); one; one = unwrap(this.#received)) {
      this.#received = one.rest;
      if (one.opcode === CLOSE) this.#socket?.end(wrap(CLOSE, Buffer.alloc(0)));
      if (one.opcode === TEXT || one.opcode === BINARY) this.#answered(one.payload);
    }
  }

  #answered(payload: Buffer): void {
    const frame = decodeFrame(payload);
    const { type, message_id: id = '' } = frame.headers;
    if (type === 'ping') {
      this.#write({ ...frame, headers: { type: 'pong' }, payload: Buffer.from(JSON.stringify(LINE_CONFIG)) });
      return;
    }
    const { code, data } = JSON.parse(frame.payload.toString('utf8')) as { code: number; data?: string };
    this.#waiting.get(id)?.({ code, body: Buffer.from(data ?? '', 'base64').toString('utf8') });
    this.#waiting.delete(id);
  }

  #write(frame: Parameters<typeof encodeFrame>[0]): void {
    this.#socket?.write(wrap(BINARY, encodeFrame(frame)));
  }

  /** Whether the bot is connected just now. */
  get isUp(): boolean {
    return this.#socket !== undefined;
  }

  /** Sends an event and waits for its answer, 15 s at most. */
  push(event: unknown): Promise<LineAnswer> {
    const id = randomUUID();
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error('no answer over the long connection')), 15_000);
      this.#waiting.set(id, (answer) => {
        clearTimeout(timer);
        resolve(answer);
      });
      const headers = { type: 'event', message_id: id, sum: '1', seq: '0', trace_id: id };
      this.#write({ service: 1, method: 1, headers, payload: Buffer.from(JSON.stringify(event)) });
    });
  }

  /** Breaks the line, as a network does. */
  cut(): void {
    this.#socket?.destroy();
  }
}
