import type { Logger } from 'pino';
import type { IncomingMessage } from '../../chat/message.ts';
import type { FeishuClient } from './client.ts';
import { readContent } from './content.ts';

/** A quoted message is fetched only for a command that may want it, since Feishu waits 3 s for the whole answer. */
const WANTS_QUOTED = /导入|導入/u;
/** The most that may take, in ms. */
const FETCH_LIMIT_MS = 1_500;

/** The most a quoted message may lag behind; null once `ms` have passed. */
function within<T>(work: Promise<T>, ms: number): Promise<T | null> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(null), ms);
    work.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Adds what the message quotes: its text, or its file. Where Feishu does not give it (reading a group's messages needs a
 * scope of its own) the message stays as it is, and the command says what to do instead.
 */
export async function withQuoted(
  message: IncomingMessage,
  parent: string,
  client: FeishuClient,
  log: Logger,
): Promise<IncomingMessage> {
  if (message.files.length > 0 || !WANTS_QUOTED.test(message.text)) return message;
  try {
    const quoted = await within(client.message(parent), FETCH_LIMIT_MS);
    if (!quoted) return message;
    const { text, file } = readContent(quoted.type, quoted.content);
    const files = file
      ? [{ name: file.name, read: (limit: number) => client.download(parent, file.key, limit) }]
      : message.files;
    return { ...message, files, quotedText: text === '' ? null : text };
  } catch (error) {
    log.info({ err: error }, 'quoted message not readable');
    return message;
  }
}
