import { constants } from 'node:fs';
import { copyFile, mkdir, readdir, readFile, rename, rm, rmdir, stat, unlink, utimes } from 'node:fs/promises';
import path from 'node:path';
import { BanjieError } from '../../banjie-error.ts';
import { dateOf, type Instant, type IsoDate, isIsoDate } from '../../calendar/date.ts';
import { workspaceCodec } from '../document/workspace-codec.ts';
import { syncFolder, UNFINISHED } from './durable-file.ts';
import { workspaceIdOf } from './file-name.ts';

/** Days with a backup that are kept. */
export const BACKUPS_KEPT = 14;
const BACKUP = 'backup';

/** A workspace's file as it was on a day. */
export interface Backup {
  day: IsoDate;
  name: string;
  file: string;
}

const listed = async (folder: string): Promise<string[]> => {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** A copy that is there whole or not at all, with the time of its original, by which a later backup sees that nothing changed. */
const copyWhole = async (from: string, to: string): Promise<void> => {
  const unfinished = `${to}${UNFINISHED}`;
  // Before the copy: where the file is replaced meanwhile, the next backup then sees a newer time and copies again.
  const { atime, mtime } = await stat(from);
  await copyFile(from, unfinished, constants.COPYFILE_FICLONE);
  await utimes(unfinished, atime, mtime);
  await rename(unfinished, to);
};

/**
 * Backups of the workspaces of a data folder, in `backup/YYYY-MM-DD` below it: each day those that changed since their last
 * one. Files are replaced whole or appended to when they change, so they can be copied while the bot runs: a copy may end
 * within what is being appended, of which nobody was told yet.
 */
export class Backups {
  readonly #folder: string;

  constructor(dataDir: string) {
    this.#folder = path.resolve(dataDir);
  }

  /** Days with a backup, the newest first. */
  async days(): Promise<IsoDate[]> {
    return (await listed(path.join(this.#folder, BACKUP))).filter(isIsoDate).sort().reverse();
  }

  /** Every backup of a workspace's file, the newest first; of all where no name is given. */
  async find(name?: string): Promise<Backup[]> {
    const found: Backup[] = [];
    for (const day of await this.days()) {
      const folder = path.join(this.#folder, BACKUP, day);
      const names = (await listed(folder)).filter((each) => workspaceIdOf(each) !== undefined).sort();
      found.push(
        ...names
          .filter((each) => each === (name ?? each))
          .map((each) => ({ day, name: each, file: path.join(folder, each) })),
      );
    }
    return found;
  }

  /** Copies what changed since its last backup, then lets go of the oldest days. How many were copied. */
  async make(now: Instant): Promise<number> {
    const day = path.join(this.#folder, BACKUP, dateOf(now));
    const newest = new Map((await this.find()).reverse().map((each) => [each.name, each.file]));
    let made = 0;
    for (const name of (await listed(this.#folder)).filter((each) => workspaceIdOf(each) !== undefined)) {
      if (await this.#isSame(name, newest.get(name))) continue;
      await mkdir(day, { recursive: true, mode: 0o700 });
      await copyWhole(path.join(this.#folder, name), path.join(day, name));
      made += 1;
    }
    if (made > 0) await syncFolder(day);
    await this.#letGo();
    return made;
  }

  /** The newest backup of a file that can be read; undefined where there is none. */
  async lastGood(name: string): Promise<Backup | undefined> {
    for (const backup of await this.find(name)) {
      if (await this.isGood(backup)) return backup;
    }
    return undefined;
  }

  async isGood({ file, name }: Backup): Promise<boolean> {
    const id = workspaceIdOf(name);
    if (id === undefined) return false;
    return readFile(file).then(
      (content) => {
        try {
          workspaceCodec(id, name).decode(content);
          return true;
        } catch {
          return false;
        }
      },
      () => false,
    );
  }

  /**
   * Puts a backup in the place of the workspace's file; what was there is kept beside it under another name. The bot must
   * not run meanwhile: see `lockFolder`. @throws BanjieError `workspace-broken` when the backup itself cannot be read
   */
  async restore(backup: Backup, now: Instant): Promise<void> {
    if (!(await this.isGood(backup)))
      throw new BanjieError('workspace-broken', `the backup of ${backup.day} is broken`);
    const place = path.join(this.#folder, backup.name);
    const stamp = new Date(now).toISOString().replace(/[-:]|\.\d+/g, '');
    await rename(place, `${place}.replaced-${stamp}`).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error;
    });
    await copyWhole(backup.file, place);
    await syncFolder(this.#folder);
  }

  async #isSame(name: string, backup: string | undefined): Promise<boolean> {
    if (backup === undefined) return false;
    const [own, kept] = await Promise.all([stat(path.join(this.#folder, name)), stat(backup)]);
    return own.size === kept.size && Math.abs(own.mtimeMs - kept.mtimeMs) < 1;
  }

  /** Of the days that are too old only what has a newer backup goes: a group that rests for a month keeps its last one. */
  async #letGo(): Promise<void> {
    const days = await this.days();
    const kept = new Set(
      (await this.find()).filter(({ day }) => days.indexOf(day) < BACKUPS_KEPT).map(({ name }) => name),
    );
    for (const { day, name, file } of await this.find()) {
      if (days.indexOf(day) < BACKUPS_KEPT) continue;
      if (kept.has(name)) await unlink(file);
      else kept.add(name);
    }
    for (const day of days.slice(BACKUPS_KEPT)) {
      const folder = path.join(this.#folder, BACKUP, day);
      for (const name of await listed(folder)) {
        if (name.endsWith(UNFINISHED)) await rm(path.join(folder, name));
      }
      // Not empty: something in it is the last of its kind.
      await rmdir(folder).catch(() => undefined);
    }
  }
}
