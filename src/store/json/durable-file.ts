import { randomBytes } from 'node:crypto';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import type { Codec } from '../document/workspace-codec.ts';

/** Ends the name of a file that is still being written; what a crash leaves of them is swept at start. */
export const UNFINISHED = '.tmp';

/** Makes the folder's own entries (a new name, a rename) survive a power cut. Windows has no such call and needs none. */
export const syncFolder = async (folder: string): Promise<void> => {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
};

/**
 * Writes `content` to `file` so that a crash at any moment leaves the old content or the new, whole, and the new one
 * once this resolves. The name of the unfinished file is unique, so that two writers cannot mix their bytes;
 * `FileHandle.writeFile` goes on after a short write and rejects on a full disk, before the old file is touched.
 */
export const writeDurably = async (file: string, content: Uint8Array): Promise<void> => {
  const folder = path.dirname(file);
  const unfinished = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}${UNFINISHED}`);
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(unfinished, file);
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
};

/** lowdb's adapter for one file that must not be lost. One write at a time, please: the last of two at once wins. */
export class DurableFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #codec: Codec<T>;
  #size = 0;

  constructor(file: string, codec: Codec<T>) {
    this.#file = file;
    this.#codec = codec;
  }

  /** Bytes of the last write, whether it succeeded or not. */
  get size(): number {
    return this.#size;
  }

  /** `null` when there is no file. Throws what `decode` throws, and the file system's own errors. */
  async read(): Promise<T | null> {
    let content: Buffer;
    try {
      content = await readFile(this.#file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw error;
    }
    return this.#codec.decode(content);
  }

  async write(data: T): Promise<void> {
    const content = this.#codec.encode(data);
    this.#size = content.byteLength;
    await writeDurably(this.#file, content);
  }
}
