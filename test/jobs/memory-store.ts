import { produce } from 'immer';
import { BanjieError } from '../../src/banjie-error.ts';
import { WorkspaceAgenda } from '../../src/store/json/agenda.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import type { Workspace, WorkspaceId } from '../../src/workspace/workspace.ts';
import { aWorkspace } from '../builders/workspace.ts';

/** A store in memory whose reads and writes can be made to fail; workspaces are frozen and updated one after another, as on disk. */
export const memoryStore = (...workspaces: Workspace[]) => {
  const kept = new Map<WorkspaceId, Workspace>(workspaces.map((each) => [each.id, produce(each, () => undefined)]));
  const agenda = new WorkspaceAgenda();
  for (const workspace of kept.values()) agenda.found(workspace.id);
  const faults = { read: false, update: false };
  let writes = 0;
  let line: Promise<unknown> = Promise.resolve();
  const refuse = () => {
    throw new BanjieError('store-unavailable', 'the disk is full');
  };
  const store: WorkspaceStore = {
    async read(id) {
      if (faults.read) refuse();
      const workspace = kept.get(id);
      if (workspace) agenda.read(workspace);
      return workspace;
    },
    update(id, change) {
      const turn = line.then(() => {
        if (faults.update) refuse();
        let result: ReturnType<typeof change> | undefined;
        const before = kept.get(id) ?? aWorkspace({ id });
        const after = produce(before, (draft) => {
          result = change(draft);
        });
        kept.set(id, after);
        if (after !== before) {
          writes += 1;
          agenda.wrote(after);
        }
        return result as ReturnType<typeof change>;
      });
      line = turn.catch(() => undefined);
      return turn;
    },
    async *ids() {
      yield* [...kept.keys()];
    },
    async *withOutbox() {
      yield* agenda.withOutbox();
    },
    async *toLookAt(now) {
      yield* agenda.toLookAt(now);
    },
    async looked(seen, now, next) {
      agenda.looked(seen, now, next);
    },
    healthy: () => !faults.update,
    close: async () => undefined,
  };
  return {
    store,
    faults,
    writes: () => writes,
    of: (id: WorkspaceId = 'local:test'): Workspace => {
      const found = kept.get(id);
      if (!found) throw new Error(`no workspace ${id}`);
      return found;
    },
  };
};
