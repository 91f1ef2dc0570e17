import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BanjieError } from '../../src/banjie-error.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import type { Task } from '../../src/workspace/task.ts';
import type { Workspace, WorkspaceId } from '../../src/workspace/workspace.ts';
import { aTask } from '../builders/task.ts';

/** A place that holds workspaces and outlives the stores opened on it, one after the other. */
export interface StoragePlace {
  open(): Promise<WorkspaceStore>;
  dispose(): Promise<void>;
}

/** Adds a task with the workspace's next number, as the plainest of changes. */
export const addPlainTask =
  (title: string) =>
  (workspace: Workspace): number => {
    const number = workspace.nextNumber++;
    workspace.tasks.push(aTask({ number, title }));
    return number;
  };

export const titlesIn = (workspace: Workspace | undefined): string[] =>
  (workspace?.tasks ?? []).map(({ title }) => title);

export const listed = async (store: WorkspaceStore): Promise<WorkspaceId[]> => {
  const ids: WorkspaceId[] = [];
  for await (const id of store.ids()) ids.push(id);
  return ids.sort();
};

const A = 'local:a';
const B = 'local:b';

/** What every {@link WorkspaceStore} does. `makePlace` gives an empty place of its own to each test. */
export const workspaceStoreContract = (name: string, makePlace: () => Promise<StoragePlace>): void => {
  describe(`${name} keeps the contract of a workspace store`, () => {
    let place: StoragePlace;
    let store: WorkspaceStore;

    const reopen = async () => {
      await store.close();
      store = await place.open();
    };

    beforeEach(async () => {
      place = await makePlace();
      store = await place.open();
    });

    afterEach(async () => {
      await store.close();
      await place.dispose();
    });

    it('knows no workspace at first', async () => {
      expect(await store.read(A)).toBeUndefined();
      expect(await listed(store)).toEqual([]);
      expect(store.healthy()).toBe(true);
    });

    it('gives the change a new, empty workspace of that id', async () => {
      const seen = await store.update(A, (workspace) => {
        addPlainTask('换届')(workspace);
        return { id: workspace.id, history: workspace.history.length, next: workspace.nextNumber };
      });
      expect(seen).toEqual({ id: A, history: 0, next: 2 });
    });

    it('gives back what was written, also to the next store on the same place', async () => {
      await store.update(A, addPlainTask('走访慰问"困难"职工\n第二行 \u{1F680} 𠮷'));
      const before = await store.read(A);
      await reopen();
      expect(await store.read(A)).toEqual(before);
      expect(titlesIn(before)).toEqual(['走访慰问"困难"职工\n第二行 \u{1F680} 𠮷']);
    });

    it('keeps workspaces apart, also when their ids differ in case only', async () => {
      const ids = [
        'feishu:oc_Ab',
        'feishu:oc_aB',
        'feishu:oc_ab',
        'wecom:oc_ab',
        'local:a.b',
        'local:a+b',
        'local:群/../1',
      ];
      for (const id of ids) await store.update(id, addPlainTask(`属于 ${id}`));
      await reopen();
      for (const id of ids) expect(titlesIn(await store.read(id))).toEqual([`属于 ${id}`]);
      expect(await listed(store)).toEqual([...ids].sort());
    });

    it('refuses what is no workspace id', async () => {
      for (const id of ['', 'a', ':a', 'local:', 'local:a b', 'local:a\n', `local:${'a'.repeat(129)}`, '../x:1']) {
        await expect(store.read(id), id).rejects.toMatchObject({ code: 'malformed' });
        await expect(store.update(id, addPlainTask('x')), id).rejects.toMatchObject({ code: 'malformed' });
      }
      expect(await listed(store)).toEqual([]);
    });

    it('reads a frozen state that later changes do not touch', async () => {
      await store.update(A, addPlainTask('一'));
      const before = await store.read(A);
      expect(() => before?.tasks.push(aTask())).toThrow(TypeError);
      expect(() => Object.assign(before?.settings.weekly ?? {}, { on: false })).toThrow(TypeError);
      expect(() => Object.assign(before?.tasks[0] ?? {}, { title: '二' })).toThrow(TypeError);
      await reopen();
      const loaded = await store.read(A);
      expect(() => Object.assign(loaded?.tasks[0]?.schedule ?? {}, { stated: '4月' })).toThrow(TypeError);
      await store.update(A, addPlainTask('二'));
      expect(titlesIn(before)).toEqual(['一']);
      expect(titlesIn(loaded)).toEqual(['一']);
    });

    it('leaves everything when a change throws, halfway through', async () => {
      await store.update(A, addPlainTask('一'));
      const before = await store.read(A);
      const fault = new RangeError('halfway');
      const change = (workspace: Workspace) => {
        addPlainTask('二')(workspace);
        throw fault;
      };
      await expect(store.update(A, change)).rejects.toBe(fault);
      await expect(store.update(B, change)).rejects.toBe(fault);
      expect(await store.read(A)).toBe(before);
      expect(await store.read(B)).toBeUndefined();
      await reopen();
      expect(await store.read(A)).toEqual(before);
      expect(await listed(store)).toEqual([A]);
    });

    it('makes no workspace out of a change that changes nothing', async () => {
      expect(await store.update(A, (workspace) => workspace.tasks.length)).toBe(0);
      expect(await store.read(A)).toBeUndefined();
      await reopen();
      expect(await listed(store)).toEqual([]);
    });

    it('lets parts of the workspace out as plain data', async () => {
      await store.update(A, addPlainTask('一'));
      const kept = await store.update(A, (workspace) => {
        const task = workspace.tasks[0];
        if (task !== undefined) task.title = '改过';
        return { task, all: [workspace.tasks], nested: { sections: workspace.tasks.map(({ section }) => section) } };
      });
      expect(kept.task?.title).toBe('改过');
      expect(kept.all[0]?.length).toBe(1);
      expect(kept.nested).toEqual({ sections: [[]] });
      const whole = await store.update(A, (workspace) => workspace);
      expect(titlesIn(whole)).toEqual(['改过']);
    });

    it('refuses a change that is asynchronous', async () => {
      await store.update(A, addPlainTask('一'));
      const change = async (workspace: Workspace) => addPlainTask('二')(workspace);
      await expect(store.update(A, change)).rejects.toThrow(TypeError);
      expect(titlesIn(await store.read(A))).toEqual(['一']);
    });

    it('refuses to write what it could not read again', async () => {
      await store.update(A, addPlainTask('一'));
      const spoil = (field: Partial<Record<keyof Task, unknown>>) => (workspace: Workspace) => {
        Object.assign(workspace.tasks[0] ?? {}, field);
      };
      await expect(store.update(A, spoil({ addedAt: Number.NaN }))).rejects.toThrow(/tasks\.0\.addedAt/);
      await expect(store.update(A, spoil({ leaders: undefined }))).rejects.toThrow(/tasks\.0\.leaders/);
      await reopen();
      expect(titlesIn(await store.read(A))).toEqual(['一']);
    });

    it('runs 1,000 concurrent changes of one workspace one after the other, none lost', async () => {
      const numbers = await Promise.all(
        Array.from({ length: 1000 }, (_, index) => store.update(A, addPlainTask(`${index}`))),
      );
      expect(numbers).toEqual(Array.from({ length: 1000 }, (_, index) => index + 1));
      await reopen();
      expect(titlesIn(await store.read(A))).toEqual(Array.from({ length: 1000 }, (_, index) => `${index}`));
    });

    it('answers those whose change throws beside those whose change is kept', async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 20 }, (_, index) =>
          store.update(A, (workspace) => {
            addPlainTask(`${index}`)(workspace);
            if (index % 2 === 1) throw new RangeError(`${index}`);
          }),
        ),
      );
      expect(outcomes.map(({ status }) => status)).toEqual(
        Array.from({ length: 20 }, (_, index) => (index % 2 === 1 ? 'rejected' : 'fulfilled')),
      );
      expect(titlesIn(await store.read(A))).toEqual(Array.from({ length: 10 }, (_, index) => `${index * 2}`));
    });

    it('finishes what is under way before it closes, and takes nothing after', async () => {
      const under = Promise.all(['一', '二', '三'].map((title) => store.update(A, addPlainTask(title))));
      const closed = store.close();
      await expect(store.update(A, addPlainTask('四'))).rejects.toBeInstanceOf(BanjieError);
      await expect(store.read(A)).rejects.toMatchObject({ code: 'store-unavailable' });
      await under;
      await closed;
      store = await place.open();
      expect(titlesIn(await store.read(A))).toEqual(['一', '二', '三']);
    });

    it('is like a plain map of values, whatever is done in whatever order', async () => {
      const id = fc.constantFrom(A, B, 'local:A');
      const step = fc.oneof(
        fc.record({ do: fc.constant('add' as const), id, title: fc.string({ unit: 'binary' }) }),
        fc.record({ do: fc.constant('drop' as const), id, title: fc.constant('') }),
        fc.record({ do: fc.constant('throw' as const), id, title: fc.string() }),
        fc.record({ do: fc.constant('look' as const), id, title: fc.constant('') }),
        fc.record({ do: fc.constant('reopen' as const), id, title: fc.constant('') }),
      );
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
          const ownPlace = await makePlace();
          let own = await ownPlace.open();
          const model = new Map<WorkspaceId, string[]>();
          try {
            for (const { do: what, id: at, title } of steps) {
              const titles = model.get(at) ?? [];
              if (what === 'add') {
                await own.update(at, addPlainTask(title));
                model.set(at, [...titles, title]);
              } else if (what === 'drop') {
                await own.update(at, (workspace) => void workspace.tasks.pop());
                if (titles.length > 0) model.set(at, titles.slice(0, -1));
              } else if (what === 'throw') {
                const change = (workspace: Workspace) => {
                  addPlainTask(title)(workspace);
                  throw new RangeError(title);
                };
                await expect(own.update(at, change)).rejects.toThrow(RangeError);
              } else if (what === 'reopen') {
                await own.close();
                own = await ownPlace.open();
              }
              const workspace = await own.read(at);
              expect(workspace && titlesIn(workspace)).toEqual(model.get(at));
            }
            expect(await listed(own)).toEqual([...model.keys()].sort());
          } finally {
            await own.close();
            await ownPlace.dispose();
          }
        }),
        { numRuns: 40 },
      );
    });
  });
};
