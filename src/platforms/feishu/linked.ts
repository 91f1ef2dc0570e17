import { BanjieError } from '../../banjie-error.ts';
import type { IncomingFile, IncomingMessage } from '../../chat/message.ts';
import type { FeishuClient } from './client.ts';

/** A link to a cloud document, or to a page of a wiki, wherever the organisation's own address is. */
const LINK = /https:\/\/[\w.-]+\.(?:feishu\.cn|larksuite\.com)\/(docx|wiki)\/(\w{10,60})\S*/u;
/** A link is fetched only for a command that wants a document. */
const WANTS_DOCUMENT = /导入|導入/u;

const NOT_READABLE =
  '这个云文档读不了:请在文档右上角“分享”里把本机器人加为可阅读(需要管理员开通“查看新版文档”权限),或把文字直接贴在“导入”后面';
const NO_DOCUMENT = '这个链接不是飞书文档(表格、幻灯片读不了)。请导出成 docx 或 xlsx 发来,或把文字贴在“导入”后面';

const unreadable = (sentence: string, cause?: unknown): BanjieError =>
  new BanjieError('unreadable-document', sentence, { cause });

async function textOf(client: FeishuClient, kind: string, token: string): Promise<string> {
  const document = kind === 'wiki' ? await client.wikiDocument(token) : token;
  if (document === null) throw unreadable(NO_DOCUMENT);
  return client.documentText(document);
}

/** The document as a file that is fetched when it is read. What Feishu says no to becomes a sentence. */
const fileOf = (client: FeishuClient, kind: string, token: string): IncomingFile => ({
  name: '飞书云文档',
  async read(limit) {
    try {
      const bytes = new TextEncoder().encode(`\uFEFF${await textOf(client, kind, token)}`);
      if (bytes.length > limit) throw new BanjieError('too-large', 'a cloud document over the limit');
      return bytes;
    } catch (cause) {
      if (cause instanceof BanjieError && ['unreadable-document', 'too-large'].includes(cause.code)) throw cause;
      throw unreadable(NOT_READABLE, cause);
    }
  },
});

/** Takes a link to a cloud document out of 导入 and puts the document there as a file. */
export function withLinked(message: IncomingMessage, client: FeishuClient): IncomingMessage {
  const [link, kind, token] = WANTS_DOCUMENT.test(message.text) ? (LINK.exec(message.text) ?? []) : [];
  if (link === undefined || kind === undefined || token === undefined) return message;
  return {
    ...message,
    text: message.text.replace(link, ' ').trim(),
    files: [...message.files, fileOf(client, kind, token)],
  };
}
