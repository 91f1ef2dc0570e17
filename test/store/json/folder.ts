import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { type JsonStoreOptions, openJsonStore } from '../../../src/store/json/json-store.ts';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { instant } from '../../builders/acting.ts';
import type { StoragePlace } from '../../contracts/workspace-store.ts';

export const AT = instant('2026-05-18', '09:02');

/** A data folder of its own under the system's temporary one. `in(folder)` gives the options to open it with. */
export const makeDataFolder = async (): Promise<string> => mkdtemp(path.join(os.tmpdir(), 'banjie-store-'));

export const openIn = (folder: string, options: Partial<JsonStoreOptions> = {}): Promise<WorkspaceStore> =>
  openJsonStore({ folder, now: () => AT, ...options });

export const makeJsonPlace = async (options: Partial<JsonStoreOptions> = {}): Promise<StoragePlace> => {
  const folder = await makeDataFolder();
  return { open: () => openIn(folder, options), dispose: () => rm(folder, { recursive: true }) };
};
