import { createHash } from 'node:crypto';
import { BanjieError } from '../../banjie-error.ts';
import { errorOf, failureOf } from './errors.ts';

const CALL_LIMIT_MS = 10_000;
/** Answers are a few fields; whatever sends more is no WeCom. */
const ANSWER_CHARACTERS = 100_000;

/** The calls the bot makes to WeCom. All reject with a {@link BanjieError} that holds neither key nor address. */
export interface WecomClient {
  /** Markdown into the group of a webhook: at most 4,096 bytes. */
  sendMarkdown(key: string, content: string): Promise<void>;
  /** A picture, PNG or JPEG, at most 2 MB. */
  sendImage(key: string, bytes: Uint8Array): Promise<void>;
  /** A file of 6 bytes to 20 MB: put on WeCom, then sent. */
  sendFile(key: string, name: string, bytes: Uint8Array): Promise<void>;
  /** The one Markdown message that may follow a click, at the address that came with it. */
  respond(url: string, content: string): Promise<void>;
  /** Whether a webhook's key is one: uploads a few bytes, which nobody sees. */
  tryKey(key: string): Promise<void>;
}

/** WeCom's answers, over plain `fetch`. `base`: https://qyapi.weixin.qq.com, or a stand-in. */
export function createClient(base: string): WecomClient {
  const hook = (call: string, key: string, more = '') =>
    `${base}/cgi-bin/webhook/${call}?key=${encodeURIComponent(key)}${more}`;
  const postJson = (what: string, url: string, body: object) =>
    call(what, url, { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  const upload = async (key: string, name: string, bytes: Uint8Array): Promise<string> => {
    const form = new FormData();
    form.append('media', new Blob([Buffer.from(bytes)]), name);
    const answer = await call('upload', hook('upload_media', key, '&type=file'), { body: form });
    const id = (answer as { media_id?: unknown }).media_id;
    if (typeof id !== 'string') throw new BanjieError('platform-unavailable', 'wecom upload: no media_id');
    return id;
  };
  return {
    async sendMarkdown(key, content) {
      await postJson('send', hook('send', key), { msgtype: 'markdown', markdown: { content } });
    },
    async sendImage(key, bytes) {
      const image = {
        base64: Buffer.from(bytes).toString('base64'),
        md5: createHash('md5').update(bytes).digest('hex'),
      };
      await postJson('send', hook('send', key), { msgtype: 'image', image });
    },
    async sendFile(key, name, bytes) {
      const id = await upload(key, name, bytes);
      await postJson('send', hook('send', key), { msgtype: 'file', file: { media_id: id } });
    },
    async respond(url, content) {
      if (!URL.canParse(url) || new URL(url).origin !== new URL(base).origin) {
        throw new BanjieError('malformed', 'a response_url that is not WeCom’s');
      }
      await postJson('respond', url, { msgtype: 'markdown', markdown: { content } });
    },
    async tryKey(key) {
      await upload(key, 'banjie.txt', Buffer.from('banjie doctor'));
    },
  };
}

async function call(what: string, url: string, request: RequestInit): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(CALL_LIMIT_MS),
      ...request,
    });
    text = await response.text();
  } catch (error) {
    throw errorOf({ cause: error instanceof Error ? error.name : 'unknown' }, what);
  }
  const body = text.length <= ANSWER_CHARACTERS ? parsed(text) : undefined;
  const failure = failureOf(response.status, body);
  if (failure) throw errorOf(failure, what);
  return body;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
