import { BanjieError } from '../../banjie-error.ts';
import type { IncomingFile } from '../../chat/message.ts';
import { openMedia } from './crypto.ts';

/** How long a download may take, in ms; the link lives five minutes. */
const DOWNLOAD_MS = 45_000;
/** Padding of the cipher. */
const PADDING_BYTES = 32;
const NAME_LENGTH = 100;

const EXPIRED = '文件链接已经失效（只有 5 分钟），请重新引用那个文件，再发一次“导入”';
const NOT_HERE = '这个文件不在企业微信的文件服务器上，没有下载';
const NOT_OPENED = '文件没能解密，请检查 EncodingAESKey 与管理后台是否一致';

const unreadable = (sentence: string, cause?: unknown): BanjieError =>
  new BanjieError('unreadable-document', sentence, { cause });

/** An entry of WECOM_MEDIA_HOSTS as a test of an address: `https://*.myqcloud.com`, or a scheme, host and port. */
function hostTest(entry: string): (url: URL) => boolean {
  const [, scheme, host] = /^(https?):\/\/(.+)$/u.exec(entry) ?? [undefined, 'https', entry];
  return (url) => {
    if (url.protocol !== `${scheme}:`) return false;
    return host?.startsWith('*.') ? url.port === '' && url.hostname.endsWith(host.slice(1)) : url.host === host;
  };
}

/** The file name a `Content-Disposition` tells; empty when it tells none. */
export function nameIn(disposition: string | null): string {
  const [, encoded] = /filename\*\s*=\s*UTF-8''([^;\s]+)/iu.exec(disposition ?? '') ?? [];
  const [, plain] = /filename\s*=\s*"?([^";]+)"?/iu.exec(disposition ?? '') ?? [];
  const name = decoded(encoded) ?? decoded(plain) ?? '';
  // A name only: no folders, no control characters.
  return (name.split(/[\\/]/u).at(-1) ?? '').replace(/\p{C}/gu, '').trim().slice(0, NAME_LENGTH);
}

/** Per cent signs taken back, and UTF-8 that a header carried as Latin-1. */
function decoded(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  try {
    const plain = decodeURIComponent(text);
    if ([...plain].some((character) => character > '\u00ff')) return plain;
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(plain, 'latin1'));
  } catch {
    return text;
  }
}

async function bytesOf(response: Response, limit: number): Promise<Uint8Array> {
  const tooLarge = () => new BanjieError('too-large', `wecom download: more than ${limit} bytes`);
  if (Number(response.headers.get('content-length')) > limit) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > limit) throw tooLarge();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function download(url: URL, limit: number): Promise<{ bytes: Uint8Array; name: string }> {
  try {
    const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(DOWNLOAD_MS) });
    if (!response.ok) {
      await response.body?.cancel();
      throw unreadable(EXPIRED);
    }
    return { bytes: await bytesOf(response, limit), name: nameIn(response.headers.get('content-disposition')) };
  } catch (cause) {
    // The address holds a signature: nothing of it may reach a log.
    if (cause instanceof BanjieError) throw cause;
    throw unreadable(EXPIRED, new Error('download failed'));
  }
}

/** Makes files of the links WeCom gives. `hosts`: where files may be fetched from, so that nobody makes the bot call elsewhere. */
export function createMedia(aesKey: Buffer, hosts: readonly string[]): (url: string) => IncomingFile {
  const tests = hosts.map(hostTest);
  return (text) => {
    let name = '';
    return {
      /** Known once the file was read. */
      get name() {
        return name || '引用的文件';
      },
      async read(limit) {
        const url = URL.canParse(text) ? new URL(text) : undefined;
        if (!url || !tests.some((test) => test(url))) throw unreadable(NOT_HERE);
        const sealed = await download(url, limit + PADDING_BYTES);
        name = sealed.name;
        try {
          return openMedia(sealed.bytes, aesKey);
        } catch (cause) {
          throw unreadable(NOT_OPENED, cause);
        }
      },
    };
  };
}
