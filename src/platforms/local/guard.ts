import type { DoorRequest } from '../platform.ts';

/** Why a request is not let in: the status and the sentence for the person. */
export interface Turned {
  status: 403 | 415;
  error: string;
}

const LOOPBACK_NAME = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/u;
const LOOPBACK_ADDRESS = /^(?:::ffff:)?127\.|^::1$/u;
const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'];

const ELSEWHERE: Turned = {
  status: 403,
  error: '本地聊天页只能在运行办结的这台电脑上，用 http://127.0.0.1 或 http://localhost 打开。',
};
const FOREIGN: Turned = { status: 403, error: '这个请求来自别的网页，没有执行。请在办结的聊天页里操作。' };
const NOT_JSON: Turned = { status: 415, error: '请求的内容类型应为 application/json。' };

function hostOf(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

/**
 * The page asks nobody to log in, so only this machine's own browser, on this page, may use it.
 * - Peer and Host must be loopback: a name that was rebound to 127.0.0.1 by DNS still shows in Host. A proxy's headers
 *   mean that the real peer is elsewhere.
 * - Origin and Sec-Fetch-Site, when the browser sends them, must be this page's own: no other site's script comes in.
 * - A body must be JSON: the one kind a foreign form cannot send without asking first.
 *
 * `port` is the one the bot listens on, undefined when unknown.
 */
export function turnedAway(request: DoorRequest, port: number | undefined): Turned | undefined {
  const { headers } = request;
  const host = hostOf(`http://${headers.host ?? ''}`);
  if (host === undefined || !LOOPBACK_NAME.test(host.hostname)) return ELSEWHERE;
  if (port !== undefined && Number(host.port || 80) !== port) return ELSEWHERE;
  if (!LOOPBACK_ADDRESS.test(request.remoteAddress)) return ELSEWHERE;
  if (PROXY_HEADERS.some((name) => headers[name] !== undefined)) return ELSEWHERE;
  if (headers.origin !== undefined && hostOf(headers.origin)?.host !== host.host) return FOREIGN;
  const site = headers['sec-fetch-site'] ?? 'none';
  const opened = request.method === 'GET' && headers['sec-fetch-mode'] === 'navigate';
  if (site !== 'same-origin' && site !== 'none' && !opened) return FOREIGN;
  if (request.method === 'POST' && !/^application\/json\s*(?:;|$)/iu.test(headers['content-type'] ?? ''))
    return NOT_JSON;
  return undefined;
}
