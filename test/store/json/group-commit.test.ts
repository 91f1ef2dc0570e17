import { readdir, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { workspaceCodec } from '../../../src/store/document/workspace-codec.ts';
import { DurableFile } from '../../../src/store/json/durable-file.ts';
import { WorkspaceFile } from '../../../src/store/json/workspace-file.ts';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { aWorkspace } from '../../builders/workspace.ts';
import { addPlainTask, titlesIn } from '../../contracts/workspace-store.ts';
import { makeDataFolder, openIn } from './folder.ts';
import { SlowDisk, settle } from './slow-disk.ts';

const ID = 'feishu:oc_1';
const noSpace = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });

describe('writes of the JSON store', () => {
  let folder: string;
  let disk: SlowDisk;
  let store: WorkspaceStore;
  const onDisk = async () =>
    titlesIn(workspaceCodec(ID, 'its file').decode(await readFile(path.join(folder, 'feishu.oc_1.json'))).data);

  beforeEach(async () => {
    folder = await makeDataFolder();
    disk = new SlowDisk();
    store = await openIn(folder, { around: disk.around });
    await store.update(ID, addPlainTask('一'));
    disk.writes = 0;
  });

  afterEach(async () => {
    vi.useRealTimers();
    disk.fault = undefined;
    disk.release();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('are shared by 1,000 concurrent changes', async () => {
    await Promise.all(Array.from({ length: 1000 }, (_, index) => store.update(ID, addPlainTask(`${index}`))));
    expect(await onDisk()).toHaveLength(1001);
    expect(disk.writes).toBeLessThanOrEqual(2);
  });

  it('acknowledge nothing and show nothing before it is on disk', async () => {
    disk.hold();
    const acknowledged: string[] = [];
    const changes = ['二', '三'].map((title) =>
      store.update(ID, addPlainTask(title)).then(() => acknowledged.push(title)),
    );
    await settle();
    expect(acknowledged).toEqual([]);
    expect(titlesIn(await store.read(ID))).toEqual(['一']);
    disk.release();
    await Promise.all(changes);
    expect(acknowledged).toEqual(['二', '三']);
    expect(titlesIn(await store.read(ID))).toEqual(['一', '二', '三']);
  });

  it('make a change that only looked wait for what it saw', async () => {
    disk.hold();
    const change = store.update(ID, addPlainTask('二'));
    let answered = false;
    const look = store.update(ID, titlesIn).then((titles) => {
      answered = true;
      return titles;
    });
    await settle();
    expect(answered).toBe(false);
    disk.release();
    await change;
    expect(await look).toEqual(['一', '二']);
    expect(disk.writes).toBe(1);
  });

  it('are spared by a change that changes nothing', async () => {
    const before = await stat(path.join(folder, 'feishu.oc_1.json'));
    await store.update(ID, (workspace) => {
      for (const task of workspace.tasks) task.title = `${task.title}`;
    });
    await store.update(ID, (workspace) => void workspace.tasks.length);
    expect(disk.writes).toBe(0);
    expect((await stat(path.join(folder, 'feishu.oc_1.json'))).ino).toBe(before.ino);
  });

  it('that fail reject every change of the batch and of those built on it, and leave memory and disk as they were', async () => {
    const before = await store.read(ID);
    disk.hold();
    disk.faultOnce = noSpace;
    const first = store.update(ID, addPlainTask('二'));
    await settle();
    const later = ['三', '四'].map((title) => store.update(ID, addPlainTask(title)));
    const look = store.update(ID, titlesIn);
    const outcomes = Promise.allSettled([first, ...later, look]);
    disk.release();
    for (const outcome of await outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable', cause: noSpace } });
    }
    expect(await store.read(ID)).toEqual(before);
    expect(await onDisk()).toEqual(['一']);
    expect(await store.update(ID, addPlainTask('五'))).toBe(2);
    expect(await onDisk()).toEqual(['一', '五']);
  });

  it('that fail leave nothing in a file object that is still in use', async () => {
    const file = new WorkspaceFile(
      disk.around(new DurableFile(path.join(folder, 'own'), workspaceCodec(ID, 'own'))),
      () => {},
    );
    const create = () => aWorkspace({ id: ID });
    disk.faultOnce = noSpace;
    await expect(file.update(addPlainTask('零'), create)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect([file.durable, file.trusted]).toEqual([undefined, false]);
    await file.update(addPlainTask('一'), create);
    disk.faultOnce = noSpace;
    await expect(file.update(addPlainTask('二'), create)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(titlesIn(file.durable)).toEqual(['一']);
    await file.update(addPlainTask('三'), create);
    expect(titlesIn(file.durable)).toEqual(['一', '三']);
    expect(file.trusted).toBe(true);
  });

  it('of one workspace never come from two copies of it, however little is kept in memory', async () => {
    await store.close();
    store = await openIn(folder, { around: disk.around, kept: 1 });
    await store.update('feishu:oc_2', addPlainTask('别的群'));
    await store.read(ID);
    disk.hold();
    const second = store.update(ID, addPlainTask('二'));
    // Somebody is done with the workspace while its write is under way, and another takes its place in memory.
    await store.read(ID);
    await store.read('feishu:oc_2');
    const third = store.update(ID, addPlainTask('三'));
    await settle();
    disk.release();
    await Promise.all([second, third]);
    expect(await onDisk()).toEqual(['一', '二', '三']);
  });

  it('that fail leave a new workspace unmade', async () => {
    disk.fault = noSpace;
    await expect(store.update('feishu:oc_2', addPlainTask('一'))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await store.read('feishu:oc_2')).toBeUndefined();
    disk.fault = undefined;
    expect(await store.update('feishu:oc_2', addPlainTask('二'))).toBe(1);
  });

  it('that fail make the store unwell until one succeeds', async () => {
    disk.fault = noSpace;
    await expect(store.update(ID, addPlainTask('二'))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(store.healthy()).toBe(false);
    await store.read(ID);
    expect(store.healthy()).toBe(false);
    disk.fault = undefined;
    await store.update(ID, addPlainTask('三'));
    expect(store.healthy()).toBe(true);
  });

  it('that fail make the store unwell until a probe of the folder succeeds', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    disk.fault = noSpace;
    await expect(store.update(ID, addPlainTask('二'))).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(store.healthy()).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    await vi.waitFor(() => expect(store.healthy()).toBe(true));
    await store.close();
    expect(await readdir(folder)).toEqual(['agenda', 'feishu.oc_1.json']);
  });

  it('keep a workspace in memory while somebody works on it, however many others are looked at', async () => {
    await store.close();
    store = await openIn(folder, { around: disk.around, kept: 1 });
    disk.hold();
    const changes = [store.update(ID, addPlainTask('二'))];
    await settle();
    for (let other = 0; other < 10; other++) await store.read(`local:${other}`);
    changes.push(store.update(ID, addPlainTask('三')));
    disk.release();
    await Promise.all(changes);
    expect(await onDisk()).toEqual(['一', '二', '三']);
  });
});
