import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import type { Workspace, WorkspaceId } from '../../src/workspace/workspace.ts';
import { addPlainTask, type StoragePlace } from './workspace-store.ts';

const A = 'local:a';
const B = 'local:b';
const NOON = Date.UTC(2026, 4, 18, 4);
const HOUR = 3_600_000;

const owe = (workspace: Workspace): void => {
  workspace.ledger.outbox.push({ key: 'k', reply: { kind: 'text', text: '已办结' }, since: NOON });
};
const settle = (workspace: Workspace): void => {
  workspace.ledger.outbox = [];
};

const all = async (ids: AsyncIterable<WorkspaceId>): Promise<WorkspaceId[]> => {
  const found: WorkspaceId[] = [];
  for await (const id of ids) found.push(id);
  return found.sort();
};

/** What every store tells the jobs about its workspaces without reading them. */
export const agendaContract = (name: string, makePlace: () => Promise<StoragePlace>): void => {
  describe(`${name} keeps an agenda`, () => {
    let place: StoragePlace;
    let store: WorkspaceStore;

    const look = async (id: WorkspaceId, next: number): Promise<void> => {
      const seen = await store.read(id);
      if (seen) await store.looked(seen, NOON, next);
    };
    const reopen = async () => {
      await store.close();
      store = await place.open();
    };

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
      await store.update(A, addPlainTask('换届'));
      await store.update(B, addPlainTask('慰问'));
    });

    afterEach(async () => {
      await store.close();
      await place.dispose();
    });

    it('names a workspace until it was looked at, and again when its hour has come', async () => {
      expect(await all(store.toLookAt(NOON))).toEqual([A, B]);
      await look(A, NOON + HOUR);
      expect(await all(store.toLookAt(NOON))).toEqual([B]);
      expect(await all(store.toLookAt(NOON + HOUR - 1))).toEqual([B]);
      expect(await all(store.toLookAt(NOON + HOUR))).toEqual([A, B]);
    });

    it('names a workspace that changed, whatever was said of it before', async () => {
      await look(A, NOON + HOUR);
      await look(B, NOON + HOUR);
      await store.update(A, addPlainTask('座谈会'));
      await store.update(B, () => undefined);
      expect(await all(store.toLookAt(NOON))).toEqual([A]);
    });

    it('is not told anything by a look at an older state', async () => {
      const seen = await store.read(A);
      await store.update(A, addPlainTask('座谈会'));
      if (seen) await store.looked(seen, NOON, NOON + HOUR);
      expect(await all(store.toLookAt(NOON))).toEqual([A, B]);
    });

    it('names what was looked at in the future: the clock was set back', async () => {
      await look(A, NOON + 9 * HOUR);
      expect(await all(store.toLookAt(NOON - 1))).toEqual([A, B]);
    });

    it('names the workspaces that owe the chat something', async () => {
      expect(await all(store.withOutbox())).toEqual([]);
      await store.update(A, owe);
      expect(await all(store.withOutbox())).toEqual([A]);
      await store.update(A, settle);
      expect(await all(store.withOutbox())).toEqual([]);
    });

    it('is the same for the next store on the place', async () => {
      await store.update(B, owe);
      await look(A, NOON + HOUR);
      await look(B, NOON + 2 * HOUR);
      await reopen();
      expect(await all(store.withOutbox())).toEqual([B]);
      expect(await all(store.toLookAt(NOON))).toEqual([]);
      expect(await all(store.toLookAt(NOON + HOUR))).toEqual([A]);
      await store.update(A, addPlainTask('座谈会'));
      expect(await all(store.toLookAt(NOON))).toEqual([A]);
    });
  });
};
