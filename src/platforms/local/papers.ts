import { randomUUID } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Outgoing } from '../../chat/message.ts';
import type { DoorRequest, DoorResponse } from '../platform.ts';
import { json } from './json-response.ts';
import type { ShownReply } from './wire.ts';

type Paper = Extract<Outgoing, { kind: 'file' | 'picture' }>;

/** Memory for files the page may still fetch, in bytes. */
const KEPT_BYTES = 24 * 1024 * 1024;
const GONE = '这个文件已经不在内存里了，请再发一次命令。';

/** The files the bot sent, fetched by links no page of another site can guess. */
export class Papers {
  readonly #kept = new LRUCache<string, Paper>({ maxSize: KEPT_BYTES });

  /** Keeps a file and tells how the page shows it. */
  keep(paper: Paper): ShownReply {
    const id = randomUUID();
    this.#kept.set(id, paper, { size: paper.bytes.length + 100 });
    const shown = { name: paper.name, size: paper.bytes.length, href: `/local/paper?id=${id}` };
    return paper.kind === 'file' ? { kind: 'file', ...shown } : { kind: 'picture', alt: paper.alt, ...shown };
  }

  /** The file asked for, to be saved, never to be opened in the page's own place; a picture may stand in the page. */
  answer(request: DoorRequest): DoorResponse {
    const paper = this.#kept.get(request.query.get('id') ?? '');
    if (!paper) return json(404, { error: GONE });
    const headers = {
      'content-type': paper.kind === 'picture' ? 'image/png' : 'application/octet-stream',
      'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(paper.name)}`,
      'cache-control': 'no-store',
    };
    return { status: 200, headers, body: Buffer.from(paper.bytes) };
  }
}
