import { randomBytes } from 'node:crypto';
import { access, rename } from 'node:fs/promises';
import path from 'node:path';
import { BanjieError } from '../../banjie-error.ts';
import type { Instant } from '../../calendar/date.ts';
import { Backups } from './backup.ts';
import { syncFolder } from './durable-file.ts';

const SET_ASIDE = /^(.+\.json)\.broken-[0-9TZa-f-]+$/;

/** The files a folder's names say were set aside, and the name each had. */
export const setAsideIn = (names: readonly string[]): { name: string; was: string }[] =>
  names.flatMap((name) => {
    const [, was] = SET_ASIDE.exec(name) ?? [];
    return was === undefined ? [] : [{ name, was }];
  });

/** `20260518T010203Z-1a2b`: sortable, and never the name of an earlier one. */
const stampOf = (at: Instant): string => {
  const second = new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
  return `${second}-${randomBytes(2).toString('hex')}`;
};

/**
 * Files that could not be read, kept under another name beside their old place: `feishu.oc_1.json.broken-20260518T010203Z-1a2b`.
 *
 * While such a file lies there and its workspace has no good file, the workspace is refused: an empty ledger must never
 * silently take the place of a lost one. An operator ends it by putting a good file back under the old name, or by
 * taking the set-aside file out of the folder to begin anew. Neither needs a restart.
 */
export class SetAside {
  readonly #folder: string;
  readonly #now: () => Instant;
  /** Old name → the name it was given last. Only of broken files, so it stays small however many workspaces there are. */
  readonly #names = new Map<string, string>();

  /** `namesInFolder` are the names found at start; others are learned as they are set aside. */
  constructor(folder: string, namesInFolder: Iterable<string>, now: () => Instant) {
    this.#folder = folder;
    this.#now = now;
    for (const { name, was } of setAsideIn([...namesInFolder])) this.#names.set(was, name);
  }

  /** @throws BanjieError `workspace-broken` while a set-aside file stands for `fileName` */
  async refuseIfLost(fileName: string): Promise<void> {
    const name = this.#names.get(fileName);
    if (name === undefined) return;
    const there = await access(path.join(this.#folder, name)).then(
      () => true,
      (error: NodeJS.ErrnoException) => error.code !== 'ENOENT',
    );
    if (!there) {
      this.#names.delete(fileName);
      return;
    }
    throw new BanjieError(
      'workspace-broken',
      `${fileName} was broken and is kept as ${name}; put a good file back as ${fileName}, or take ${name} out of the folder to begin anew`,
    );
  }

  /** How to come by the last good state. */
  async #offerFor(fileName: string): Promise<string> {
    const backup = await new Backups(this.#folder).lastGood(fileName).catch(() => undefined);
    if (!backup) return 'there is no backup of it';
    return `the last good backup is of ${backup.day}: stop the bot and run npm run restore -- ${fileName} --from ${backup.day}`;
  }

  /** Gives a broken file its other name. Always ends in the error that says so; `complaint` says what is wrong with it. */
  async setAside(fileName: string, complaint: string): Promise<never> {
    const name = `${fileName}.broken-${stampOf(this.#now())}`;
    try {
      await rename(path.join(this.#folder, fileName), path.join(this.#folder, name));
      await syncFolder(this.#folder);
    } catch (cause) {
      throw new BanjieError('workspace-broken', `${fileName} is broken (${complaint}) and could not be set aside`, {
        cause,
      });
    }
    this.#names.set(fileName, name);
    const offer = await this.#offerFor(fileName);
    throw new BanjieError('workspace-broken', `${fileName} is broken (${complaint}); it is kept as ${name}; ${offer}`);
  }
}
