import { randomBytes } from 'node:crypto';
import { constants, type FileHandle, open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import { NO_RECORDS, type Tail } from '../document/appended.ts';
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

/** The system takes at most so many pieces at once (POSIX, IOV_MAX). */
const MOST_PIECES = 1024;

/** What is left of `pieces` once `written` bytes of them are out. */
const behind = (pieces: readonly Uint8Array[], written: number): readonly Uint8Array[] => {
  let rest = written;
  const first = pieces.findIndex(({ byteLength }) => {
    if (byteLength > rest) return true;
    rest -= byteLength;
    return false;
  });
  const [piece, ...others] = first === -1 ? [] : pieces.slice(first);
  return piece ? [piece.subarray(rest), ...others] : [];
};

/** Goes on after a short write; the system takes what it can. */
const writeAll = async (handle: FileHandle, content: readonly Uint8Array[]): Promise<void> => {
  for (let left = behind(content, 0); left.length > 0; ) {
    const { bytesWritten } = await handle.writev(left.slice(0, MOST_PIECES));
    if (bytesWritten === 0) throw new Error('the disk takes nothing');
    left = behind(left, bytesWritten);
  }
};

/**
 * Writes `content` to `file` so that a crash at any moment leaves the old content or the new, whole, and the new one
 * once this resolves. The name of the unfinished file is unique, so that two writers cannot mix their bytes;
 * A full disk makes it reject before the old file is touched.
 * @param content in pieces, in order
 */
export const writeDurably = async (file: string, ...content: readonly Uint8Array[]): Promise<void> => {
  const folder = path.dirname(file);
  const unfinished = path.join(folder, `.${path.basename(file)}.${randomBytes(6).toString('hex')}${UNFINISHED}`);
  const handle = await open(unfinished, 'wx', 0o600);
  try {
    await writeAll(handle, content);
    await handle.sync();
    // Windows may refuse another name to an open file; elsewhere the closing need not be waited for.
    if (process.platform === 'win32') await handle.close();
    await rename(unfinished, file);
  } catch (error) {
    await handle.close().catch(() => undefined);
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
  await Promise.all([handle.close(), syncFolder(folder)]);
};

/** What is written is on disk when the write is done: one call to the system in place of two. Windows has no such flag. */
const APPENDING = process.platform === 'win32' ? 'a' : constants.O_WRONLY | constants.O_APPEND | constants.O_DSYNC;

/** More is written whole: every record is read at the next start. */
const MOST_RECORDS = 200;
/**
 * Reading records costs little beside reading the document in front of them, writing a large document again for one line
 * much: they stay behind it until they come to a quarter of it, or to many.
 */
const FOLD_SHARE = 4;
const MANY_RECORDS = 50;
/** A change of more bytes costs as much as all of it. */
const LARGEST_RECORD = 64 * 1024;

/** What the file holds, byte for byte, so that a change can be appended to it. */
interface OnDisk<T> {
  data: T;
  size: number;
  tail: Tail;
}

/**
 * lowdb's adapter for one file that must not be lost. What changed is appended to it, which costs a fifth of writing it
 * whole; {@link fold} makes it one document again. One call at a time, please: the last of two at once wins.
 */
export class DurableFile<T> implements Adapter<T> {
  readonly #file: string;
  readonly #codec: Codec<T>;
  #size = 0;
  /** Undefined where it has to be written whole. */
  #onDisk: OnDisk<T> | undefined;
  /** The file as it is, open for appending; undefined until something is. */
  #open: FileHandle | undefined;

  constructor(file: string, codec: Codec<T>) {
    this.#file = file;
    this.#codec = codec;
  }

  /** Bytes of the last write, whether it succeeded or not. */
  get size(): number {
    return this.#size;
  }

  /** Whether so much is appended to the file that {@link fold} is worth writing all of it. */
  get isWorthFolding(): boolean {
    if (!this.#onDisk) return false;
    const { size, tail } = this.#onDisk;
    return tail.records >= MANY_RECORDS || (tail.records > 0 && tail.bytes * FOLD_SHARE >= size - tail.bytes);
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
    const { data, tail } = this.#codec.decode(content);
    this.#onDisk = tail === null ? undefined : { data, size: content.length, tail };
    return data;
  }

  async write(data: T): Promise<void> {
    const before = this.#onDisk;
    // Until this is through nobody knows what the file holds.
    this.#onDisk = undefined;
    this.#onDisk = (before && (await this.#append(before, data))) ?? (await this.#replace(data));
  }

  /** Makes what was appended part of the document: the same data, as one piece. */
  async fold(): Promise<void> {
    const before = this.#onDisk;
    if (!before) return;
    this.#onDisk = undefined;
    this.#onDisk = await this.#replace(before.data);
  }

  /** Lets go of the file; it is opened again when something is appended. Never rejects. */
  async release(): Promise<void> {
    const handle = this.#open;
    this.#open = undefined;
    await handle?.close().catch(() => undefined);
  }

  /** The file, if it is still as this program left it: nobody else should have written it. */
  async #opened(size: number): Promise<FileHandle | undefined> {
    if (this.#open) return this.#open;
    const handle = await open(this.#file, APPENDING);
    this.#open = handle;
    if ((await handle.stat()).size === size) return handle;
    await this.release();
    return undefined;
  }

  async #append({ data: before, size, tail }: OnDisk<T>, data: T): Promise<OnDisk<T> | undefined> {
    if (tail.records >= MOST_RECORDS) return undefined;
    const record = this.#codec.append(before, data, tail);
    if (record.bytes.length > LARGEST_RECORD) return undefined;
    this.#size = record.bytes.length;
    const handle = await this.#opened(size);
    if (!handle) return undefined;
    try {
      await writeAll(handle, [record.bytes]);
      if (process.platform === 'win32') await handle.datasync();
    } catch (error) {
      await this.release();
      throw error;
    }
    return { data, size: size + record.bytes.length, tail: record.tail };
  }

  async #replace(data: T): Promise<OnDisk<T>> {
    const content = this.#codec.encode(data);
    const size = content.reduce((sum, { byteLength }) => sum + byteLength, 0);
    this.#size = size;
    await this.release();
    await writeDurably(this.#file, ...content);
    return { data, size, tail: NO_RECORDS };
  }
}
