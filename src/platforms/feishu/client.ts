import { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { z } from 'zod';
import { BanjieError } from '../../banjie-error.ts';
import { type AppCredentials, createCalls, readWhole } from './calls.ts';
import { DOCUMENT_TOKEN, OPEN_ID } from './events.ts';

/** The calls the bot makes to Feishu. Ids must have been checked by their patterns. All reject with a {@link BanjieError}. */
export interface FeishuClient {
  /** The bot's own open_id. */
  botId(): Promise<string>;
  /** The scopes the organisation has granted this app; the call needs none itself. */
  scopes(): Promise<string[]>;
  /**
   * To a chat, or in private to a person by their open_id. `uuid`, at most 50 characters: Feishu sends at most one message
   * for it within an hour.
   */
  send(receiver: string, type: 'text' | 'interactive' | 'file' | 'image', content: string, uuid: string): Promise<void>;
  /** Puts a file (at most 30 MB, not empty) on Feishu; its key goes into a message. */
  upload(name: string, bytes: Uint8Array): Promise<string>;
  /** Puts a picture (at most 10 MB, not empty) on Feishu; its key goes into a message. */
  uploadImage(name: string, bytes: Uint8Array): Promise<string>;
  /** One page of a chat's members; `next` is the token of the next one. */
  members(chat: string, page: string | null): Promise<{ members: Person[]; next: string | null }>;
  /** Who owns a chat; null when that is a bot. Needs the scope `im:chat:readonly`. */
  chatOwner(chat: string): Promise<string | null>;
  /** The name a person has in the contacts. */
  personName(openId: string): Promise<string>;
  /** Another message, by its type and content string; null when there is none. */
  message(messageId: string): Promise<{ type: string; content: string } | null>;
  /** The words of a cloud document the app may read; needs the scope `docx:document:readonly`. */
  documentText(token: string): Promise<string>;
  /** The document behind a page of a wiki; null when it is no document. Needs `wiki:wiki:readonly`. */
  wikiDocument(token: string): Promise<string | null>;
  /** A message's file, whole. @throws BanjieError `too-large` over `limit` bytes */
  download(messageId: string, fileKey: string, limit: number): Promise<Uint8Array>;
}

export interface Person {
  id: string;
  name: string;
}

const MEMBERS_A_PAGE = 100;

const botAnswer = z.object({ bot: z.object({ open_id: z.string().min(1) }) });
const scopesAnswer = z.object({
  data: z.object({ scopes: z.array(z.object({ scope_name: z.string(), grant_status: z.number() })).nullish() }),
});
/** `grant_status` of a scope that was granted; 2 is one that was not. */
const GRANTED = 1;
const membersAnswer = z.object({
  data: z.object({
    items: z.array(z.object({ member_id: z.string(), name: z.string().default('') })).nullish(),
    has_more: z.boolean().optional(),
    page_token: z.string().optional(),
  }),
});
const chatAnswer = z.object({ data: z.object({ owner_id: z.string().optional() }) });
const personAnswer = z.object({ data: z.object({ user: z.object({ name: z.string() }) }) });
const messageAnswer = z.object({
  data: z.object({
    items: z.array(z.object({ msg_type: z.string(), body: z.object({ content: z.string() }) })).nullish(),
  }),
});
const documentAnswer = z.object({ data: z.object({ content: z.string() }) });
const wikiAnswer = z.object({ data: z.object({ node: z.object({ obj_type: z.string(), obj_token: z.string() }) }) });
const uploadAnswer = z.object({ data: z.object({ file_key: z.string().min(1) }) });
const imageAnswer = z.object({ data: z.object({ image_key: z.string().min(1) }) });
const downloadAnswer = z.object({ bytes: z.custom<Uint8Array>((value) => value instanceof Uint8Array) });

interface Download {
  getReadableStream(): Readable;
  headers: unknown;
}

/** A download as an answer like the others: Feishu may say no in JSON where bytes were expected. */
async function readDownload({ getReadableStream, headers }: Download, limit: number): Promise<unknown> {
  const { 'content-length': length, 'content-type': type } = headers as Record<string, unknown>;
  const stream = getReadableStream();
  if (Number(length) > limit) {
    stream.destroy();
    throw new BanjieError('too-large', `feishu download: more than ${limit} bytes`);
  }
  const bytes = await readWhole(stream, limit);
  return String(type).includes('json') ? JSON.parse(bytes.toString('utf8')) : { code: 0, bytes };
}

/** Bytes as the SDK sends them with a file name; it leaves the name of a plain buffer out, and Feishu refuses that part. */
const namedStream = (name: string, bytes: Uint8Array): Readable =>
  Object.assign(Readable.from([Buffer.from(bytes)]), { path: name });

const multipart = (url: string) => ({ method: 'POST', url, headers: { 'Content-Type': 'multipart/form-data' } });

/** Feishu as this bot uses it, over the vendor's SDK. Every call ends within `limitMs` (10 s unless told). */
export function createClient(app: AppCredentials, log: Logger, limitMs?: number): FeishuClient {
  const call = createCalls(app, log, limitMs);
  return {
    async botId() {
      const get = { method: 'GET', url: '/open-apis/bot/v3/info' };
      return (await call('bot info', botAnswer, (sdk) => sdk.request(get))).bot.open_id;
    },
    async scopes() {
      const get = { method: 'GET', url: '/open-apis/application/v6/scopes' };
      const { scopes } = (await call('scopes', scopesAnswer, (sdk) => sdk.request(get))).data;
      return (scopes ?? []).filter(({ grant_status }) => grant_status === GRANTED).map(({ scope_name }) => scope_name);
    },
    async send(receiver, type, content, uuid) {
      const idType = OPEN_ID.test(receiver) ? ('open_id' as const) : ('chat_id' as const);
      const payload = {
        params: { receive_id_type: idType },
        data: { receive_id: receiver, msg_type: type, content, uuid },
      };
      await call('send', z.unknown(), (sdk) => sdk.im.v1.message.create(payload));
    },
    // Not by `im.v1.file.create` and `im.v1.image.create`: those drop the code of a refusal.
    async upload(name, bytes) {
      const post = multipart('/open-apis/im/v1/files');
      const form = () => ({ file_type: 'stream', file_name: name, file: namedStream(name, bytes) });
      return (await call('upload', uploadAnswer, (sdk) => sdk.request({ ...post, data: form() }))).data.file_key;
    },
    async uploadImage(name, bytes) {
      const post = multipart('/open-apis/im/v1/images');
      const form = () => ({ image_type: 'message', image: namedStream(name, bytes) });
      return (await call('upload', imageAnswer, (sdk) => sdk.request({ ...post, data: form() }))).data.image_key;
    },
    async members(chat, page) {
      const params = { member_id_type: 'open_id' as const, page_size: MEMBERS_A_PAGE };
      const payload = { path: { chat_id: chat }, params: page === null ? params : { ...params, page_token: page } };
      const { data } = await call('members', membersAnswer, (sdk) => sdk.im.v1.chatMembers.get(payload));
      const members = (data.items ?? []).map(({ member_id: id, name }) => ({ id, name }));
      return { members, next: data.has_more && data.page_token ? data.page_token : null };
    },
    async chatOwner(chat) {
      const payload = { path: { chat_id: chat }, params: { user_id_type: 'open_id' as const } };
      const { data } = await call('chat', chatAnswer, (sdk) => sdk.im.v1.chat.get(payload));
      return data.owner_id && OPEN_ID.test(data.owner_id) ? data.owner_id : null;
    },
    async personName(openId) {
      const payload = { path: { user_id: openId }, params: { user_id_type: 'open_id' as const } };
      return (await call('person', personAnswer, (sdk) => sdk.contact.v3.user.get(payload))).data.user.name;
    },
    async message(messageId) {
      const payload = { path: { message_id: messageId } };
      const { data } = await call('message', messageAnswer, (sdk) => sdk.im.v1.message.get(payload));
      const [first] = data.items ?? [];
      return first ? { type: first.msg_type, content: first.body.content } : null;
    },
    async documentText(token) {
      const get = { method: 'GET', url: `/open-apis/docx/v1/documents/${token}/raw_content` };
      return (await call('document', documentAnswer, (sdk) => sdk.request(get))).data.content;
    },
    async wikiDocument(token) {
      const get = { method: 'GET', url: '/open-apis/wiki/v2/spaces/get_node', params: { token } };
      const { node } = (await call('wiki', wikiAnswer, (sdk) => sdk.request(get))).data;
      return node.obj_type === 'docx' && DOCUMENT_TOKEN.test(node.obj_token) ? node.obj_token : null;
    },
    async download(messageId, fileKey, limit) {
      const payload = { path: { message_id: messageId, file_key: fileKey }, params: { type: 'file' } };
      const answer = await call('download', downloadAnswer, async (sdk) =>
        readDownload(await sdk.im.v1.messageResource.get(payload), limit),
      );
      return answer.bytes;
    },
  };
}
