import type { IncomingMessage as HttpRequest } from 'node:http';
import { lintCard } from './card-lint.ts';
import { LINE_CONFIG } from './long-line.ts';
import type { SentMessage } from './types.ts';
import { fresh, type World } from './world.ts';

type Json = Record<string, unknown>;

/** What the fake answers: JSON, or bytes for a download. */
export interface ApiAnswer {
  status: number;
  body: Json | Uint8Array;
  headers?: Record<string, string>;
}

export interface ApiRequest {
  method: string;
  path: string;
  query: URLSearchParams;
  authorization: string | undefined;
  /** Parsed JSON, `undefined` when the body is empty or not JSON. */
  body: unknown;
  /** A multipart body; undefined for any other. */
  form: FormData | undefined;
  /** Size of the body as it came, in bytes. */
  size: number;
}

const TEXT_LIMIT = 150 * 1024;
const CARD_LIMIT = 30 * 1024;
/** A card may be changed this long after it was sent, in ms. */
export const FOURTEEN_DAYS = 14 * 24 * 3_600_000;

/** A business error, documented as HTTP 400. */
export const refusal = (code: number, msg: string, status = 400): ApiAnswer => ({
  status,
  body: { code, msg, error: { log_id: fresh('').slice(0, 20), troubleshooter: 'look the code up' } },
});
const success = (data: Json): ApiAnswer => ({ status: 200, body: { code: 0, msg: 'success', data } });
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `om_…`, `oc_…`, `ou_…`: what tells two calls of one API apart. */
const ID_IN_PATH = /\/o[mcu]_[^/]+/g;
const tooFrequent = (): ApiAnswer => ({
  ...refusal(99991400, 'request trigger frequency limit', 429),
  headers: { 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' },
});

const invalidToken = (): ApiAnswer =>
  refusal(99991663, 'Invalid access token for authorization. Please make a test attempt');

/** Reads a request whole. */
export async function readRequest(request: HttpRequest): Promise<ApiRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  const url = new URL(request.url ?? '/', 'http://fake');
  let body: unknown;
  try {
    body = JSON.parse(bytes.toString('utf8'));
  } catch {
    body = undefined;
  }
  const { authorization, 'content-type': type = '' } = request.headers;
  const form = type.startsWith('multipart/form-data')
    ? await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined)
    : undefined;
  return {
    method: request.method ?? '',
    path: url.pathname,
    query: url.searchParams,
    authorization,
    body,
    form,
    size: bytes.length,
  };
}

function giveToken(world: World, { body }: ApiRequest): ApiAnswer {
  const { app_id: id, app_secret: secret } = isObject(body) ? body : ({} as Json);
  const wrong = (code: number, msg: string) => ({ status: 200, body: { code, msg } });
  if (typeof id !== 'string' || typeof secret !== 'string' || id === '' || secret === '')
    return wrong(10003, 'invalid param');
  if (id !== world.app.appId) return wrong(10014, 'app id not exists');
  if (secret !== world.app.appSecret) return wrong(10015, 'app secret invalid');
  const { token, expire } = world.token();
  return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: token, expire } };
}

function messageData(world: World, message: SentMessage): Json {
  const at = String(message.at);
  return {
    message_id: message.messageId,
    ...(message.replyTo === undefined ? {} : { root_id: message.replyTo, parent_id: message.replyTo }),
    msg_type: message.type,
    create_time: at,
    update_time: at,
    deleted: false,
    updated: false,
    chat_id: message.chat,
    sender: { id: world.app.appId, id_type: 'app_id', sender_type: 'app', tenant_key: world.tenant },
    body: { content: JSON.stringify(message.content) },
  };
}

/** The faults of a content string, whatever message it is for. */
function faultOfContent(world: World, type: unknown, content: unknown, size: number): ApiAnswer | undefined {
  if (typeof content !== 'string')
    return refusal(230001, 'Your request contains an invalid request parameter, ext=content is not a string');
  if (size > (type === 'text' ? TEXT_LIMIT : CARD_LIMIT))
    return refusal(230025, 'The length of the message content reaches its limit.');
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return refusal(230001, 'Your request contains an invalid request parameter, ext=content is not JSON');
  }
  if (type === 'text' && !(isObject(parsed) && typeof parsed.text === 'string' && parsed.text !== '')) {
    return refusal(230001, 'Your request contains an invalid request parameter, ext=text is empty');
  }
  if (type === 'file' && !(isObject(parsed) && world.uploads.has(String(parsed.file_key)))) {
    return refusal(230001, 'Your request contains an invalid request parameter, ext=invalid file_key');
  }
  if (type === 'image' && !(isObject(parsed) && world.uploads.has(String(parsed.image_key)))) {
    return refusal(230001, 'Your request contains an invalid request parameter, ext=invalid image_key');
  }
  const [fault] = type === 'interactive' ? lintCard(parsed) : [];
  return (
    fault &&
    refusal(
      230099,
      `Failed to create card content, ext=ErrCode: ${fault.code}; ErrMsg: ${fault.message}; ErrorValue: ;`,
    )
  );
}

function send(world: World, chat: string, replyTo: string | undefined, request: ApiRequest): ApiAnswer {
  const { msg_type: type, content, uuid } = isObject(request.body) ? request.body : ({} as Json);
  if (typeof type !== 'string') return refusal(99992402, 'field validation failed');
  if (uuid !== undefined && (typeof uuid !== 'string' || uuid.length > 50))
    return refusal(99992402, 'field validation failed');
  const before = world.remembered(uuid as string | undefined);
  if (before) return success(messageData(world, before));
  const gone = world.gone.get(chat);
  if (gone === 'dissolved') return refusal(232009, 'Your request specifies a chat which has already been dissolved.');
  if (gone === 'removed') return refusal(230002, 'The bot can not be outside the group.');
  if (gone === 'out of range') return refusal(230013, 'Bot has NO availability to this user.');
  const fault = faultOfContent(world, type, content, request.size);
  if (fault) return fault;
  if (!world.withinLimit(chat))
    return refusal(230020, 'This operation triggers the frequency limit, ext=chat rate limit');
  const message = {
    chat,
    type,
    uuid: uuid as string | undefined,
    replyTo,
    content: JSON.parse(String(content)) as Json,
  };
  return success(messageData(world, world.accept(message)));
}

function create(world: World, request: ApiRequest): ApiAnswer {
  const chat = isObject(request.body) ? request.body.receive_id : undefined;
  const pattern = { chat_id: /^oc_\w+$/, open_id: /^ou_\w+$/ }[request.query.get('receive_id_type') ?? ''];
  if (!pattern) return refusal(99992402, 'field validation failed');
  if (typeof chat !== 'string' || !pattern.test(chat)) return refusal(230034, 'The receive_id is invalid.');
  return send(world, chat, undefined, request);
}

function reply(world: World, request: ApiRequest, id: string): ApiAnswer {
  const chat = world.sent.find((it) => it.messageId === id)?.chat ?? world.messages.get(id)?.chat;
  return chat === undefined ? refusal(230011, 'The message was withdrawn.') : send(world, chat, id, request);
}

function patch(world: World, request: ApiRequest, id: string): ApiAnswer {
  const message = world.sent.find((it) => it.messageId === id);
  if (message?.type !== 'interactive') return refusal(230001, 'not a card of this bot');
  if (world.now() - message.at > FOURTEEN_DAYS) return refusal(230031, 'The message has expired.');
  const content = isObject(request.body) ? request.body.content : undefined;
  const fault = faultOfContent(world, 'interactive', content, request.size);
  if (fault) return fault;
  if (!world.withinLimit(`message:${id}`)) return refusal(230020, 'This operation triggers the frequency limit');
  world.redraw(message, JSON.parse(String(content)) as Json);
  return success({});
}

function getMessage(world: World, id: string): ApiAnswer {
  const known = world.messages.get(id);
  if (!known) return refusal(230002, 'The bot can not be outside the group.');
  const sender = { id: known.from, id_type: 'open_id', sender_type: 'user', tenant_key: world.tenant };
  const body = { content: JSON.stringify(known.content) };
  return success({ items: [{ message_id: id, chat_id: known.chat, msg_type: known.type, sender, body }] });
}

function resource(world: World, id: string, key: string): ApiAnswer {
  const file = world.files.get(key);
  if (!file || file.messageId !== id) return refusal(234003, 'File not in msg.');
  const headers = {
    'content-type': 'application/octet-stream',
    'content-length': String(file.bytes.length),
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name)}`,
  };
  return { status: 200, body: file.bytes, headers };
}

const FILE_TYPES = ['opus', 'mp4', 'pdf', 'doc', 'xls', 'ppt', 'stream'];
const UPLOAD_LIMIT = 30 * 1024 * 1024;

/** Uploads are kept by their key, and their bytes with the message that sends them. */
async function upload(world: World, { form }: ApiRequest): Promise<ApiAnswer> {
  const [type, name, file] = [form?.get('file_type'), form?.get('file_name'), form?.get('file')];
  if (!FILE_TYPES.includes(String(type)) || typeof name !== 'string' || name === '' || !(file instanceof File))
    return refusal(234001, 'Invalid request param.');
  if (file.size > UPLOAD_LIMIT) return refusal(234006, 'The file size exceed the max value.');
  if (file.size === 0) return refusal(234010, "File's size can't be 0.");
  const key = fresh('file_v3_');
  world.uploads.set(key, { name, bytes: new Uint8Array(await file.arrayBuffer()) });
  return success({ file_key: key });
}

const IMAGE_LIMIT = 10 * 1024 * 1024;
const PNG = [0x89, 0x50, 0x4e, 0x47];

/** Pictures for messages; Feishu looks at the bytes, whatever the name says. */
async function uploadImage(world: World, { form }: ApiRequest): Promise<ApiAnswer> {
  const [type, image] = [form?.get('image_type'), form?.get('image')];
  if (!['message', 'avatar'].includes(String(type)) || !(image instanceof File) || image.name === '')
    return refusal(234001, 'Invalid request param.');
  if (image.size > IMAGE_LIMIT) return refusal(234006, 'The file size exceed the max value.');
  if (image.size === 0) return refusal(234010, "File's size can't be 0.");
  const bytes = new Uint8Array(await image.arrayBuffer());
  if (PNG.some((byte, at) => bytes[at] !== byte)) return refusal(234011, "Can't regonnize the image format.");
  const key = fresh('img_v3_');
  world.uploads.set(key, { name: image.name, bytes });
  return success({ image_key: key });
}

function members(world: World, chat: string, query: URLSearchParams): ApiAnswer {
  const all = world.members.get(chat);
  if (!all) return refusal(232011, 'Operator can NOT be out of the chat.');
  const size = Math.min(Number(query.get('page_size') ?? 20), 100);
  const from = Number(query.get('page_token') ?? 0);
  const items = all.slice(from, from + size).map(({ openId, name }) => ({
    member_id_type: 'open_id',
    member_id: openId,
    name,
    tenant_key: world.tenant,
  }));
  const more = from + size < all.length;
  return success({ items, has_more: more, page_token: more ? String(from + size) : '', member_total: all.length });
}

/** A chat's own particulars; the owner's id is left out when a bot owns it. */
function chatInfo(world: World, chat: string, query: URLSearchParams): ApiAnswer {
  if (!world.members.has(chat)) return refusal(232011, 'Operator can NOT be out of the chat.');
  const owner = world.owners.get(chat) ?? null;
  const type = query.get('user_id_type') ?? 'open_id';
  const ofOwner = owner === null ? {} : { owner_id: owner, owner_id_type: type };
  return success({ name: '工作群', chat_mode: 'group', chat_type: 'private', chat_status: 'normal', ...ofOwner });
}

function contact(world: World, openId: string): ApiAnswer {
  const person = [...world.members.values()].flat().find((it) => it.openId === openId);
  if (!person) return refusal(41050, 'no user authority error');
  return success({ user: { open_id: openId, name: person.name, status: { is_resigned: false } } });
}

/** The scopes the app asked for; 1 is granted, 2 is not. */
const scopesOf = (world: World): ApiAnswer =>
  success({
    scopes: [...world.scopes].map(([name, granted]) => ({ scope_name: name, grant_status: granted ? 1 : 2 })),
  });

function routed(world: World, request: ApiRequest): ApiAnswer | Promise<ApiAnswer> {
  const { method, path } = request;
  const at = (verb: string, pattern: RegExp): string[] | undefined =>
    method === verb ? pattern.exec(path)?.slice(1).map(decodeURIComponent) : undefined;
  let found: string[] | undefined;
  if (at('GET', /^\/open-apis\/bot\/v3\/info$/)) {
    const { openId, name } = world.bot;
    const bot = { activate_status: 2, app_name: name, avatar_url: '', ip_white_list: [], open_id: openId };
    return { status: 200, body: { code: 0, msg: 'ok', bot } };
  }
  if (at('GET', /^\/open-apis\/application\/v6\/scopes$/)) return scopesOf(world);
  if (at('POST', /^\/open-apis\/im\/v1\/files$/)) return upload(world, request);
  if (at('POST', /^\/open-apis\/im\/v1\/images$/)) return uploadImage(world, request);
  if (at('POST', /^\/open-apis\/im\/v1\/messages$/)) return create(world, request);
  found = at('POST', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/reply$/);
  if (found) return reply(world, request, found[0] ?? '');
  found = at('PATCH', /^\/open-apis\/im\/v1\/messages\/([^/]+)$/);
  if (found) return patch(world, request, found[0] ?? '');
  found = at('GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)$/);
  if (found) return getMessage(world, found[0] ?? '');
  found = at('GET', /^\/open-apis\/im\/v1\/messages\/([^/]+)\/resources\/([^/]+)$/);
  if (found) return resource(world, found[0] ?? '', found[1] ?? '');
  found = at('GET', /^\/open-apis\/im\/v1\/chats\/([^/]+)\/members$/);
  if (found) return members(world, found[0] ?? '', request.query);
  found = at('GET', /^\/open-apis\/im\/v1\/chats\/([^/]+)$/);
  if (found) return chatInfo(world, found[0] ?? '', request.query);
  found = at('GET', /^\/open-apis\/contact\/v3\/users\/([^/]+)$/);
  if (found) return contact(world, found[0] ?? '');
  found = at('GET', /^\/open-apis\/docx\/v1\/documents\/(\w+)\/raw_content$/);
  if (found) return document(world, found[0] ?? '');
  if (at('GET', /^\/open-apis\/wiki\/v2\/spaces\/get_node$/)) return wikiNode(world, request.query.get('token') ?? '');
  return refusal(99991201, 'path not found', 404);
}

/** A cloud document's words; one nobody shared with the bot is not there for it. */
function document(world: World, token: string): ApiAnswer {
  const content = world.documents.get(token);
  return content === undefined ? refusal(1770032, 'forBidden', 403) : success({ content });
}

function wikiNode(world: World, token: string): ApiAnswer {
  const node = world.wikiPages.get(token);
  return node ? success({ node }) : refusal(131005, 'document not found', 400);
}

/** Where the long connection is to be opened. */
function lineEndpoint(world: World, { body }: ApiRequest): ApiAnswer {
  const { AppID: id, AppSecret: secret } = isObject(body) ? body : ({} as Json);
  if (id !== world.app.appId || secret !== world.app.appSecret) {
    return { status: 200, body: { code: 514, msg: 'auth failed', data: {} } };
  }
  const query = `device_id=${fresh('')}&service_id=1&access_key=${fresh('')}&ticket=${fresh('')}`;
  return {
    status: 200,
    body: { code: 0, msg: '', data: { URL: `ws://${world.address}/ws?${query}`, ClientConfig: LINE_CONFIG } },
  };
}

/** The API as it answers when nothing is broken. */
export function answerApi(world: World, request: ApiRequest): ApiAnswer | Promise<ApiAnswer> {
  if (request.path === '/open-apis/auth/v3/tenant_access_token/internal') return giveToken(world, request);
  if (request.path === '/callback/ws/endpoint') return lineEndpoint(world, request);
  const bearer = /^Bearer (\S+)$/.exec(request.authorization ?? '')?.[1];
  if (bearer === undefined) return refusal(99991661, 'Missing access token for authorization.');
  if (!/^[tu]-/.test(bearer)) return refusal(99991671, 'Invalid access token: must start with t- or u-');
  if (!world.tokenWorks(bearer)) return invalidToken();
  const api = `${request.method} ${request.path.replaceAll(ID_IN_PATH, '/:id')}`;
  return world.withinLimit(api, world.perApi) ? routed(world, request) : tooFrequent();
}
