import { createServer, type IncomingMessage as HttpRequest, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type ApiAnswer, answerApi, FOURTEEN_DAYS, readRequest, refusal } from './api.ts';
import { checkUrl, clickEvent, clientView, deliver, messageEvent } from './push.ts';
import type {
  ClickOptions,
  ClickResult,
  FakeFeishu,
  FakeFeishuOptions,
  FaultKind,
  PushOptions,
  SentMessage,
} from './types.ts';
import { fresh, World } from './world.ts';

export type * from './types.ts';

const HTML_502 = '<html><head><title>502 Bad Gateway</title></head><body><center>nginx</center></body></html>';

/** The answer a fault gives instead of the right one; undefined when the right one comes after all. */
function brokenAnswer(fault: FaultKind | undefined): ApiAnswer | undefined {
  if (fault?.kind === 'http-500') return refusal(2200, 'internal error', 500);
  if (fault?.kind === 'code') return { status: 200, body: { code: fault.code, msg: 'fault on demand', data: {} } };
  if (fault?.kind === 'refuse') return refusal(fault.code, fault.msg ?? 'fault on demand');
  if (fault?.kind === 'revoked-token') return refusal(99991663, 'Invalid access token for authorization.');
  if (fault?.kind === 'redirect') return { status: 307, body: {}, headers: { location: fault.to } };
  if (fault?.kind === 'http-502') {
    return { status: 502, body: new TextEncoder().encode(HTML_502), headers: { 'content-type': 'text/html' } };
  }
  if (fault?.kind === 'rate-limited') {
    const headers = { 'x-ogw-ratelimit-limit': '100', 'x-ogw-ratelimit-reset': String(fault.resetSeconds) };
    return { ...refusal(99991400, 'request trigger frequency limit', 429), headers };
  }
  return undefined;
}

function write(response: ServerResponse, answer: ApiAnswer): void {
  const raw = answer.body instanceof Uint8Array;
  const type = raw ? {} : { 'content-type': 'application/json; charset=utf-8' };
  response.writeHead(answer.status, { ...type, 'x-tt-logid': fresh(''), ...answer.headers });
  response.end(raw ? answer.body : JSON.stringify(answer.body));
}

async function serve(world: World, request: HttpRequest, response: ServerResponse): Promise<void> {
  const asked = await readRequest(request);
  const { method, path, query, authorization, body } = asked;
  const call = {
    method,
    path,
    query,
    authorization,
    body,
    status: 0,
    code: undefined as number | undefined,
    at: world.now(),
  };
  world.calls.push(call);
  const fault = world.meet(path);
  if (fault?.kind === 'hang') return;
  if (fault?.kind === 'drip') {
    const drip = setInterval(() => response.write(' '), 20);
    response.once('close', () => clearInterval(drip));
    return;
  }
  if (fault?.kind === 'reset') {
    request.socket.resetAndDestroy();
    return;
  }
  const answer = brokenAnswer(fault) ?? (await answerApi(world, asked));
  if (fault?.kind === 'after') {
    request.socket.resetAndDestroy();
    return;
  }
  if (fault?.kind === 'slow') await new Promise((resolve) => setTimeout(resolve, fault.ms));
  call.status = answer.status;
  call.code = answer.body instanceof Uint8Array ? undefined : (answer.body.code as number);
  write(response, answer);
}

function cardOf(
  world: World,
  button: string | Record<string, unknown>,
  options: ClickOptions,
): SentMessage | undefined {
  const cards = world.sent.filter(
    (it) => it.type === 'interactive' && (options.chat === undefined || it.chat === options.chat),
  );
  if (options.messageId !== undefined) return cards.find((it) => it.messageId === options.messageId);
  if (typeof button !== 'string') return cards.at(-1);
  return cards.findLast((it) => it.buttons.some(({ label }) => label === button));
}

async function click(
  world: World,
  button: string | Record<string, unknown>,
  options: ClickOptions,
): Promise<ClickResult> {
  const card = cardOf(world, button, options);
  const value = typeof button === 'string' ? card?.buttons.find((it) => it.label === button)?.value : button;
  if (!value) throw new Error(`no card with a button ${JSON.stringify(button)}`);
  const chat = options.chat ?? card?.chat ?? 'oc_office';
  const event = clickEvent(world, value, chat, card?.messageId ?? fresh('om_'), options.from ?? 'ou_speaker');
  const answer = await deliver(world, 'card.action.trigger', event, { ...options, microseconds: true });
  const view = clientView({ ...answer, messageId: card?.messageId ?? '' });
  // Past its window the client keeps the card as it is, whatever the answer holds.
  if (view.card && card && world.now() - card.at < FOURTEEN_DAYS) world.redraw(card, view.card);
  return view;
}

function control(world: World, server: Server): Omit<FakeFeishu, 'domain' | 'app' | 'bot' | 'sent' | 'calls'> {
  const push = async (text: string, options: PushOptions = {}) => {
    const { messageId, event } = messageEvent(world, text, options);
    return { ...(await deliver(world, 'im.message.receive_v1', event, options)), messageId };
  };
  return {
    pushTo: (target) => {
      world.target = target;
    },
    line: world.line,
    push,
    pushEvent: async (type, event, options = {}) => ({
      ...(await deliver(world, type, event, options)),
      messageId: '',
    }),
    click: (button, options = {}) => click(world, button, options),
    verifyUrl: (options = {}) => checkUrl(world, options),
    sentTo: (chat) => world.sent.filter((it) => it.chat === chat),
    waitFor: (matches, ms = 5000) => world.waitFor(matches, ms),
    ask: async (text, options = {}) => {
      const chat = options.chat ?? 'oc_office';
      const before = new Set(world.sent);
      const answer = await push(text, options);
      if (answer.status !== 200) throw new Error(`the bot answered ${answer.status}: ${answer.body}`);
      return world.waitFor((it) => it.chat === chat && !before.has(it), 5000);
    },
    clear: () => {
      world.sent.length = 0;
      world.calls.length = 0;
    },
    setMembers: (chat, members) => void world.members.set(chat, members),
    setScope: (name, granted) => void world.scopes.set(name, granted),
    setOwner: (chat, openId) => void world.owners.set(chat, openId),
    addMessage: (message) => void world.messages.set(message.messageId, { from: 'ou_speaker', ...message }),
    addDocument: (token, content) => void world.documents.set(token, content),
    addWikiPage: (token, type, document) => void world.wikiPages.set(token, { obj_type: type, obj_token: document }),
    addFile: ({ messageId, fileKey, name, bytes }) => void world.files.set(fileKey, { messageId, name, bytes }),
    dissolve: (chat, how = 'dissolved') => void world.gone.set(chat, how),
    fault: (fault, { times = 1, path = '' } = {}) => world.plan(fault, times, path),
    heal: () => world.heal(),
    revokeTokens: () => world.revokeTokens(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        world.line.cut();
        server.closeAllConnections();
      }),
  };
}

/** Starts a fake Feishu on loopback. It keeps the documented limits and error codes, and lints every card. */
export async function startFakeFeishu(options: FakeFeishuOptions = {}): Promise<FakeFeishu> {
  const world = new World(options);
  const server = createServer((request, response) => {
    // A caller that hangs up in the middle of its request is its own affair.
    serve(world, request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  world.address = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  world.line.attach(server);
  const domain = `http://${world.address}`;
  const { app, bot, sent, calls } = world;
  return { domain, app, bot, sent, calls, ...control(world, server) };
}
