import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { lintCard } from './card-lint.ts';
import type { ClickResult, PushMention, PushOptions, PushResult, PushVariant } from './types.ts';
import { visibleOf } from './visible.ts';
import { fresh, type World } from './world.ts';

type Json = Record<string, unknown>;
const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** base64(IV ‖ AES-256-CBC), key = SHA-256 of the encrypt key: written apart from the bot's own, so that each checks the other. */
export function seal(plain: string, encryptKey: string): string {
  const iv = randomBytes(16);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(encryptKey).digest(), iv);
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final()]).toString('base64');
}

const sign = (timestamp: string, nonce: string, key: string, body: string): string =>
  createHash('sha256')
    .update(timestamp + nonce + key + body)
    .digest('hex');

/** The bytes and headers of one delivery, bent as told. */
function delivery(
  world: World,
  payload: Json,
  variant: PushVariant | undefined,
): { body: string; headers: Record<string, string> } {
  const { encryptKey } = world.app;
  const plain = JSON.stringify(payload);
  const bodies: Partial<Record<PushVariant, () => string>> = {
    plaintext: () => plain,
    garbage: () => '{"encrypt": this is not JSON',
    'garbage-encrypt': () => JSON.stringify({ encrypt: 'AAAA not base64 ====' }),
    'wrong-key': () => JSON.stringify({ encrypt: seal(plain, `${encryptKey}-another`) }),
    huge: () => JSON.stringify({ encrypt: 'A'.repeat(2 * 1024 * 1024) }),
  };
  const body = (variant && bodies[variant]?.()) ?? JSON.stringify({ encrypt: seal(plain, encryptKey) });
  const shift = variant === 'stale' ? -2 * 3600 : variant === 'future' ? 2 * 3600 : 0;
  const timestamp = String(Math.floor(world.now() / 1000) + shift);
  const nonce = randomBytes(8).toString('hex');
  const signature = sign(timestamp, nonce, variant === 'bad-signature' ? 'not the key' : encryptKey, body);
  const signed = {
    'x-lark-request-timestamp': timestamp,
    'x-lark-request-nonce': nonce,
    'x-lark-signature': signature,
  };
  const type = { 'content-type': 'application/json;charset=utf-8' };
  return { body, headers: variant === 'no-signature' ? type : { ...type, ...signed } };
}

async function post(
  world: World,
  body: string,
  headers: Record<string, string>,
): Promise<{ status: number; body: string; ms: number }> {
  if (world.target === '') throw new Error('no target: call pushTo first');
  const begun = performance.now();
  const answer = await fetch(world.target, { method: 'POST', body, headers, signal: AbortSignal.timeout(15_000) });
  const text = await answer.text();
  return { status: answer.status, body: text, ms: performance.now() - begun };
}

/** Over the long connection events travel plain; nothing else changes. */
async function overLine(world: World, payload: Json): Promise<{ status: number; body: string; ms: number }> {
  const begun = performance.now();
  const { code, body } = await world.line.push(payload);
  return { status: code, body, ms: performance.now() - begun };
}

/** Delivers one event of schema 2.0, encrypted and signed, a fresh timestamp and nonce each time. */
export async function deliver(
  world: World,
  type: string,
  event: Json,
  options: { eventId?: string; variant?: PushVariant; microseconds?: boolean } = {},
): Promise<Omit<PushResult, 'messageId'>> {
  const eventId = options.eventId ?? fresh('');
  const header = {
    event_id: eventId,
    token: options.variant === 'wrong-token' ? 'another-token' : world.app.verificationToken,
    create_time: String(world.now() * (options.microseconds ? 1000 : 1)),
    event_type: type,
    tenant_key: world.tenant,
    app_id: world.app.appId,
  };
  const payload = { schema: '2.0', header, event };
  if (world.target === 'websocket') return { ...(await overLine(world, payload)), eventId };
  const { body, headers } = delivery(world, payload, options.variant);
  return { ...(await post(world, body, headers)), eventId };
}

const idOf = (openId: string): Json => ({
  union_id: openId.replace(/^ou_/, 'on_'),
  user_id: openId.slice(3, 11),
  open_id: openId,
});

/** `@name` of each mention becomes its key, `@_user_1` being the bot where it is @-ed. */
function withMentions(
  world: World,
  text: string,
  atBot: boolean,
  people: PushMention[],
): { text: string; mentions: Json[] } {
  const bot: PushMention[] = atBot ? [{ openId: world.bot.openId, name: world.bot.name, kind: 'bot' }] : [];
  let body = atBot ? `@_user_1 ${text}` : text;
  const mentions = [...bot, ...people].map(({ openId, name, kind = 'user' }, index) => {
    const key = `@_user_${index + 1}`;
    if (index >= bot.length) body = body.replace(`@${name}`, key);
    return { key, id: idOf(openId), mentioned_type: kind, name, tenant_key: world.tenant };
  });
  return { text: body, mentions };
}

/** The `event` of im.message.receive_v1. */
export function messageEvent(world: World, text: string, options: PushOptions): { messageId: string; event: Json } {
  const chatType = options.chatType ?? 'group';
  const messageId = options.messageId ?? fresh('om_');
  const chat = options.chat ?? 'oc_office';
  const said = withMentions(
    world,
    text,
    options.atBot ?? (chatType === 'group' && !options.raw),
    options.mentions ?? [],
  );
  const type = options.raw?.type ?? 'text';
  const content = options.raw?.content ?? { text: said.text };
  const from = options.from ?? 'ou_speaker';
  world.messages.set(messageId, { messageId, chat, type, content, from });
  const message = {
    message_id: messageId,
    ...(options.parentId === undefined ? {} : { root_id: options.parentId, parent_id: options.parentId }),
    create_time: String(options.createTime ?? world.now()),
    update_time: String(options.createTime ?? world.now()),
    chat_id: chat,
    chat_type: chatType,
    message_type: type,
    content: JSON.stringify(content),
    ...(said.mentions.length > 0 ? { mentions: said.mentions } : {}),
  };
  const sender = { sender_id: idOf(from), sender_type: options.senderType ?? 'user', tenant_key: world.tenant };
  return { messageId, event: { sender, message } };
}

/** The `event` of card.action.trigger. */
export function clickEvent(world: World, value: Json, chat: string, messageId: string, from: string): Json {
  return {
    operator: { tenant_key: world.tenant, ...idOf(from) },
    token: fresh('c-'),
    action: { value, tag: 'button', timezone: 'Asia/Shanghai' },
    host: 'im_message',
    context: { open_message_id: messageId, open_chat_id: chat },
  };
}

/** What a Feishu client makes of the answer to a click. */
export function clientView(answer: PushResult): ClickResult {
  const empty = { toast: undefined, card: undefined, cardText: '', cardButtons: [] };
  const failed = (clientError: number): ClickResult => ({ ...answer, ...empty, clientError });
  if (answer.ms > 3000) return failed(200341);
  if (answer.status !== 200) return failed(200671);
  let parsed: unknown;
  try {
    parsed = JSON.parse(answer.body);
  } catch {
    return failed(200672);
  }
  if (!isObject(parsed) || Object.keys(parsed).some((key) => key !== 'toast' && key !== 'card')) return failed(200672);
  const toast = isObject(parsed.toast) ? parsed.toast : undefined;
  if (toast && !['info', 'success', 'error', 'warning'].includes(String(toast.type))) return failed(200672);
  if (parsed.card === undefined) return { ...answer, ...empty, clientError: 0, toast };
  const card =
    isObject(parsed.card) && parsed.card.type === 'raw' && isObject(parsed.card.data) ? parsed.card.data : undefined;
  if (!card) return failed(200672);
  if (card.schema !== '2.0') return failed(200830);
  if (lintCard(card).length > 0) return failed(200673);
  const { text, buttons } = visibleOf('interactive', card);
  return { ...answer, clientError: 0, toast, card, cardText: text, cardButtons: buttons };
}

/** The address check of the console: no signature headers, encrypted unless told. */
export async function checkUrl(
  world: World,
  options: { plain?: boolean; token?: string; challenge?: string },
): Promise<PushResult> {
  const payload = {
    challenge: options.challenge ?? 'ajls384kdjxxxx',
    token: options.token ?? world.app.verificationToken,
    type: 'url_verification',
  };
  const sealed = { encrypt: seal(JSON.stringify(payload), world.app.encryptKey) };
  const body = JSON.stringify(options.plain ? payload : sealed);
  const answer = await post(world, body, { 'content-type': 'application/json;charset=utf-8' });
  return { ...answer, messageId: '', eventId: '' };
}
