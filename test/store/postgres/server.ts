import { afterAll, beforeAll, describe } from 'vitest';
import { openPostgresStore, type PostgresStoreOptions } from '../../../src/store/postgres/postgres-store.ts';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { instant } from '../../builders/acting.ts';
import { findPostgres, type PostgresServer, startPostgres } from '../../builders/postgres-server.ts';
import type { StoragePlace } from '../../contracts/workspace-store.ts';

export const AT = instant('2026-05-18', '09:02');

const bin = await findPostgres();

/** `describe` with a real server, skipped by name where this machine has none. `server` may be asked for inside tests only. */
export const describeWithPostgres = (name: string, tests: (server: () => PostgresServer) => void): void => {
  describe.skipIf(bin === undefined)(name, () => {
    let running: PostgresServer | undefined;
    beforeAll(async () => {
      running = await startPostgres(bin ?? '');
    }, 60_000);
    afterAll(async () => running?.dispose());
    tests(() => {
      if (!running) throw new Error('the server runs inside tests only');
      return running;
    });
  });
};

export const openAt = (url: string, options: Partial<PostgresStoreOptions> = {}): Promise<WorkspaceStore> =>
  openPostgresStore({ url, now: () => AT, ...options });

export const makePostgresPlace = async (
  server: PostgresServer,
  options: Partial<PostgresStoreOptions> = {},
): Promise<StoragePlace> => {
  const url = await server.newPlace();
  return { open: () => openAt(url, options), dispose: () => server.dropPlace(url) };
};
