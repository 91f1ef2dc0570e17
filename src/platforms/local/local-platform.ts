import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { BanjieError } from '../../banjie-error.ts';
import type { Door, DoorRequest, DoorResponse, Platform, PlatformPorts } from '../platform.ts';
import { openEventStream } from './event-stream.ts';
import { BOT_NAME, GROUPS, groupOf, groupOfWorkspace } from './groups.ts';
import { turnedAway } from './guard.ts';
import { json } from './json-response.ts';
import { type AssetName, createPageAssets } from './page-assets.ts';
import { Papers } from './papers.ts';
import { FILE_BODY_LIMIT, MESSAGE_BODY_LIMIT } from './requests.ts';
import { Speaking } from './speaking.ts';
import { Transcript } from './transcript.ts';
import type { Group } from './wire.ts';

const NO_SUCH_GROUP = '没有这个群，请从左侧的群列表里选。';

export interface LocalPlatformOptions {
  log: Logger;
  /** The port people reach the page at, once it is known; another one in the Host header is refused. */
  port?(): number | undefined;
}

/**
 * A group chat in the browser of this machine, on the very road of the real platforms. The chat is kept in memory only:
 * after a restart the page starts empty, while the ledger is where it was.
 */
export function createLocalPlatform({ log, port }: LocalPlatformOptions): Platform {
  const boot = randomUUID().slice(0, 8);
  const transcripts = new Map<string, Transcript>();
  const stopping = new AbortController();
  let ports: PlatformPorts | undefined;

  const transcriptOf = (group: Group): Transcript => {
    const transcript = transcripts.get(group.id) ?? new Transcript();
    transcripts.set(group.id, transcript);
    return transcript;
  };
  const guarded: Guarded = (method, path, bodyLimit, handle) => ({
    method,
    path,
    bodyLimit,
    handle: async (request) => {
      const turned = turnedAway(request, port?.());
      return turned === undefined ? handle(request) : json(turned.status, { error: turned.error });
    },
  });
  const papers = new Papers();
  const speaking = new Speaking({ transcriptOf, ports: () => ports, log });

  return {
    name: 'local',
    doors: [
      ...assetDoors(guarded),
      guarded('GET', '/local/state', 0, async (request) => state(request)),
      guarded('GET', '/local/events', 0, async (request) =>
        events(request, { boot, transcriptOf, stopping: stopping.signal }),
      ),
      guarded('GET', '/local/paper', 0, async (request) => papers.answer(request)),
      guarded('POST', '/local/message', MESSAGE_BODY_LIMIT, (request) => speaking.message(request)),
      guarded('POST', '/local/file', FILE_BODY_LIMIT, (request) => speaking.file(request)),
      guarded('POST', '/local/click', MESSAGE_BODY_LIMIT, (request) => speaking.click(request)),
    ],
    start: async (given) => {
      ports = given;
    },
    stop: async () => stopping.abort(),
    deliver: async (workspace, reply, key) => {
      const group = groupOfWorkspace(workspace);
      if (group === undefined) throw new BanjieError('target-gone', `no group for workspace ${workspace}`);
      const shown = reply.kind === 'file' || reply.kind === 'picture' ? papers.keep(reply) : reply;
      transcriptOf(group).add({ kind: 'replied', id: key, at: ports?.now() ?? 0, reply: shown });
    },
  };
}

type Guarded = (
  method: Door['method'],
  path: string,
  bodyLimit: number,
  handle: (request: DoorRequest) => Promise<DoorResponse>,
) => Door;

function assetDoors(guarded: Guarded): Door[] {
  const asset = createPageAssets();
  const part = (path: string, name: AssetName) => guarded('GET', path, 0, () => asset(name));
  return [
    part('/', 'page'),
    part('/local/page.js', 'script'),
    part('/local/style.css', 'style'),
    part('/local/icon.svg', 'icon'),
    part('/local/sample-plan', 'sample'),
  ];
}

const groupAskedFor = (request: DoorRequest): Group | undefined => groupOf(request.query.get('group') ?? '');

function state(request: DoorRequest): DoorResponse {
  const group = groupAskedFor(request) ?? GROUPS[0];
  return json(200, { botName: BOT_NAME, groups: [...GROUPS], group: group?.id ?? '' });
}

function events(
  request: DoorRequest,
  parts: { boot: string; transcriptOf(group: Group): Transcript; stopping: AbortSignal },
): DoorResponse {
  const group = groupAskedFor(request);
  if (group === undefined) return json(404, { error: NO_SUCH_GROUP });
  return {
    status: 200,
    headers: {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    },
    body: openEventStream({
      transcript: parts.transcriptOf(group),
      boot: parts.boot,
      // A page that had to open a new connection by itself names its last event in the address.
      lastEventId: request.headers['last-event-id'] ?? request.query.get('after') ?? '',
      signal: AbortSignal.any([request.signal, parts.stopping]),
    }),
  };
}
