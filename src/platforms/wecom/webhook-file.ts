import { chmodSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readWebhookFile } from './webhooks.ts';

/**
 * Registers a group's webhook, or takes it out where `key` is null. The file is replaced whole and readable by its owner
 * alone: the keys in it are secrets. @throws what `readWebhookFile` and the file system throw
 */
export function saveWebhook(file: string, chat: string, key: string | null): void {
  const { [chat]: _, ...others } = readWebhookFile(file);
  const content = key === null ? others : { ...others, [chat]: key };
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const unfinished = `${file}.${process.pid}.tmp`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flush: true });
  renameSync(unfinished, file);
  chmodSync(file, 0o600);
}
