import { mkdir, opendir, readdir, unlink } from 'node:fs/promises';
import path from 'node:path';
import type { Adapter } from 'lowdb';
import { BanjieError } from '../../banjie-error.ts';
import type { Instant } from '../../calendar/date.ts';
import { newWorkspace } from '../../workspace/new-workspace.ts';
import type { Workspace, WorkspaceId } from '../../workspace/workspace.ts';
import { BrokenContent, workspaceCodec } from '../document/workspace-codec.ts';
import { WorkspacesInUse } from '../in-use.ts';
import type { WorkspaceStore } from '../workspace-store.ts';
import { WorkspaceAgenda } from './agenda.ts';
import { AgendaFile } from './agenda-file.ts';
import { DurableFile, syncFolder, UNFINISHED } from './durable-file.ts';
import { fileNameOf, workspaceIdOf } from './file-name.ts';
import { lockFolder } from './folder-lock.ts';
import { SetAside } from './set-aside.ts';
import { WorkspaceFile } from './workspace-file.ts';
import { WriteHealth } from './write-health.ts';

export interface JsonStoreOptions {
  /** Made when it is missing. Belongs to one process alone. */
  folder: string;
  now(): Instant;
  /** How many workspaces nobody is working on stay in memory. */
  kept?: number;
  /** Stands between the store and each file; for measuring, and for tests that need a slow or failing disk. */
  around?(file: Adapter<Workspace>): Adapter<Workspace>;
}

/** A workspace of 300 tasks and a year of history takes about a megabyte of memory and 8 ms to read. */
const KEPT = 32;

/** What was appended to a file, once it is worth it, becomes part of its document when nothing was written for so long, in ms. */
const FOLD_AFTER_MS = 2_000;

/** One workspace: its state, and the file it is in. */
interface Opened {
  file: WorkspaceFile;
  onDisk: DurableFile<Workspace>;
}

class JsonStore implements WorkspaceStore {
  readonly #options: JsonStoreOptions;
  readonly #setAside: SetAside;
  readonly #health: WriteHealth;
  readonly #unlock: () => Promise<void>;
  readonly #agenda = new WorkspaceAgenda();
  readonly #agendaFile: AgendaFile;
  readonly #files: WorkspacesInUse<Opened>;
  /** Files with much appended to them, and when that is to be folded. */
  readonly #toFold = new Map<WorkspaceId, NodeJS.Timeout>();
  #closing: Promise<void> | undefined;

  constructor(options: JsonStoreOptions, setAside: SetAside, unlock: () => Promise<void>) {
    this.#options = options;
    this.#setAside = setAside;
    this.#unlock = unlock;
    this.#health = new WriteHealth(options.folder);
    this.#files = new WorkspacesInUse({
      kept: options.kept ?? KEPT,
      open: (id) => this.#open(id),
      // A file that is missing, broken or failed to be written is read anew next time: an operator may have mended it.
      keeps: ({ file }) => file.durable !== undefined && file.trusted,
      left: ({ onDisk }) => void onDisk.release(),
    });
    this.#agendaFile = new AgendaFile(options.folder, this.#agenda);
  }

  /** `names` are those in the folder. */
  async open(names: readonly string[]): Promise<void> {
    await this.#agendaFile.open(names);
  }

  async read(id: WorkspaceId): Promise<Workspace | undefined> {
    return this.#files.use(id, async ({ file }) => {
      await file.load();
      if (file.durable) this.#agenda.read(file.durable);
      return file.durable;
    });
  }

  async update<T>(id: WorkspaceId, change: (workspace: Workspace) => T): Promise<T> {
    return this.#files.use(id, ({ file }) => file.update(change, () => newWorkspace(id, this.#options.now())));
  }

  async *ids(): AsyncIterable<WorkspaceId> {
    for await (const entry of await opendir(this.#options.folder)) {
      const id = entry.isFile() ? workspaceIdOf(entry.name) : undefined;
      if (id !== undefined) yield id;
    }
  }

  async *withOutbox(): AsyncIterable<WorkspaceId> {
    yield* this.#agenda.withOutbox();
  }

  async *toLookAt(now: Instant): AsyncIterable<WorkspaceId> {
    yield* this.#agenda.toLookAt(now);
  }

  async looked(seen: Workspace, now: Instant, next: Instant): Promise<void> {
    this.#agenda.looked(seen, now, next);
  }

  healthy(): boolean {
    return !this.#files.isClosed && this.#health.good;
  }

  close(): Promise<void> {
    this.#closing ??= this.#finish();
    return this.#closing;
  }

  async #finish(): Promise<void> {
    for (const id of [...this.#toFold.keys()]) await this.#fold(id);
    await this.#files.close();
    for (const timer of this.#toFold.values()) clearTimeout(timer);
    await this.#health.stop();
    await this.#agendaFile.close();
    await this.#unlock();
  }

  /** Of one that left memory since, nothing is known to be appended: it is folded by the next whole write. */
  async #fold(id: WorkspaceId): Promise<void> {
    clearTimeout(this.#toFold.get(id));
    this.#toFold.delete(id);
    await this.#files
      .use(id, ({ file, onDisk }) =>
        file.betweenWrites(async () => {
          if (!onDisk.isWorthFolding) return;
          await onDisk.fold();
          this.#agenda.replaced(id);
        }),
      )
      .catch(() => undefined);
  }

  #foldLater(id: WorkspaceId): void {
    clearTimeout(this.#toFold.get(id));
    const timer = setTimeout(() => void this.#fold(id), FOLD_AFTER_MS);
    timer.unref();
    this.#toFold.set(id, timer);
  }

  #open(id: WorkspaceId): Opened {
    const fileName = fileNameOf(id);
    const onDisk = new DurableFile(path.join(this.#options.folder, fileName), workspaceCodec(id, fileName));
    const guarded: Adapter<Workspace> = {
      read: () => this.#readOrSetAside(onDisk, fileName),
      write: (workspace) => {
        this.#agenda.writing(id);
        return onDisk.write(workspace);
      },
    };
    const file = new WorkspaceFile(this.#options.around?.(guarded) ?? guarded, (error) => {
      this.#health.wrote(error, onDisk.size);
      if (file.durable && file.trusted) this.#agenda.wrote(file.durable);
      if (onDisk.isWorthFolding) this.#foldLater(id);
    });
    return { file, onDisk };
  }

  async #readOrSetAside(onDisk: DurableFile<Workspace>, fileName: string): Promise<Workspace | null> {
    try {
      const workspace = await onDisk.read();
      if (workspace === null) await this.#setAside.refuseIfLost(fileName);
      return workspace;
    } catch (cause) {
      if (cause instanceof BanjieError) throw cause;
      if (cause instanceof BrokenContent) return this.#setAside.setAside(fileName, cause.message);
      throw new BanjieError('store-unavailable', `${fileName} could not be read`, { cause });
    }
  }
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/** Makes the folder and its place in its parent durable. @throws BanjieError `store-unavailable` */
const makeFolder = async (folder: string): Promise<void> => {
  try {
    const first = await mkdir(folder, { recursive: true, mode: 0o700 });
    if (first !== undefined) await syncFolder(path.dirname(first));
  } catch (cause) {
    throw new BanjieError(
      'store-unavailable',
      `数据文件夹 ${folder} 不存在也建不出来(${codeOf(cause)}),请检查 DATA_DIR 和上级文件夹的权限`,
      { cause },
    );
  }
};

/**
 * Opens the store that keeps one JSON file per workspace in `folder`. Start reads the names in the folder, no workspace.
 * @throws BanjieError `store-unavailable` in Chinese, when the folder cannot be made or written, or another process uses it
 */
export const openJsonStore = async (options: JsonStoreOptions): Promise<WorkspaceStore> => {
  const { folder } = options;
  await makeFolder(folder);
  let unlock: () => Promise<void>;
  try {
    unlock = await lockFolder(folder);
  } catch (cause) {
    if (cause instanceof BanjieError) throw cause;
    throw new BanjieError(
      'store-unavailable',
      `数据文件夹 ${folder} 不能写入(${codeOf(cause)}),请检查它的权限和剩余空间`,
      { cause },
    );
  }
  const names = await readdir(folder);
  const unfinished = names.filter((name) => name.endsWith(UNFINISHED));
  await Promise.all(unfinished.map((name) => unlink(path.join(folder, name))));
  const store = new JsonStore(options, new SetAside(folder, names, options.now), unlock);
  await store.open(names);
  return store;
};
