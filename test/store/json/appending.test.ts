import { appendFile, readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { addPlainTask, titlesIn } from '../../contracts/workspace-store.ts';
import { makeDataFolder, openIn } from './folder.ts';

const ID = 'feishu:oc_1';

describe('changes of one workspace', () => {
  let folder: string;
  let store: WorkspaceStore;
  const file = () => path.join(folder, 'feishu.oc_1.json');
  const content = () => readFile(file(), 'utf8');
  const records = async () => (await content()).split('\u001e').length - 1;
  const inode = async () => (await stat(file())).ino;
  const titles = async () => titlesIn(await store.read(ID));

  beforeEach(async () => {
    folder = await makeDataFolder();
    store = await openIn(folder);
    await store.update(ID, addPlainTask('一'));
  });
  afterEach(async () => {
    vi.useRealTimers();
    await store.close();
    await rm(folder, { recursive: true });
  });

  it('are appended to its file', async () => {
    const before = await inode();
    await store.update(ID, addPlainTask('二'));
    await store.update(ID, addPlainTask('三'));
    expect([await records(), await inode()]).toEqual([2, before]);
  });

  it('become part of a small document two seconds after the last of them', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await store.update(ID, addPlainTask('二'));
    await vi.advanceTimersByTimeAsync(1_500);
    await store.update(ID, addPlainTask('三'));
    await vi.advanceTimersByTimeAsync(1_900);
    expect(await records()).toBe(2);
    await vi.advanceTimersByTimeAsync(200);
    vi.useRealTimers();
    await vi.waitFor(async () => expect(await records()).toBe(0));
    expect(titlesIn(JSON.parse(await content()))).toEqual(['一', '二', '三']);
    await store.update(ID, addPlainTask('四'));
    expect(await records()).toBe(1);
  });

  it('stay behind a large document until they come to a quarter of it', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const rest = async () => {
      await vi.advanceTimersByTimeAsync(2_500);
      // A fold that was begun is over before the next change is on disk.
      await store.update(ID, addPlainTask('又一'));
    };
    await store.update(ID, addPlainTask('长'.repeat(40_000)));
    await store.update(ID, addPlainTask('二'));
    await rest();
    expect(await records()).toBe(2);
    await store.update(ID, addPlainTask('长'.repeat(12_000)));
    await rest();
    expect(await records()).toBe(1);
    await store.close();
    store = await openIn(folder);
    expect(await titles()).toHaveLength(6);
    expect(await records()).toBe(1);
  });

  it('become part of it once there are fifty, however large it is', async () => {
    await store.update(ID, addPlainTask('长'.repeat(40_000)));
    for (let index = 0; index < 49; index += 1) await store.update(ID, addPlainTask(`${index}`));
    await store.close();
    expect(await records()).toBe(49);
    store = await openIn(folder);
    await store.update(ID, addPlainTask('第五十条'));
    await store.close();
    expect(await records()).toBe(0);
    store = await openIn(folder);
    expect(await titles()).toHaveLength(52);
  });

  it('become part of it when the store is closed', async () => {
    await store.update(ID, addPlainTask('二'));
    await store.close();
    expect(titlesIn(JSON.parse(await content()))).toEqual(['一', '二']);
    store = await openIn(folder);
    await store.update(ID, addPlainTask('三'));
    expect(await records()).toBe(1);
  });

  it('are written whole where somebody else made the file longer, and where it is new', async () => {
    await appendFile(file(), '\u001e{"sum":"');
    await store.update(ID, addPlainTask('二'));
    expect(await records()).toBe(0);
    expect(await titles()).toEqual(['一', '二']);
  });

  it('are written whole once many are appended, and where one is large', async () => {
    const before = await inode();
    for (let index = 0; index < 201; index += 1) await store.update(ID, addPlainTask(`${index}`));
    expect([await records(), (await inode()) === before]).toEqual([0, false]);
    await store.update(ID, addPlainTask('长'.repeat(40_000)));
    expect(await records()).toBe(0);
    expect(await titles()).toHaveLength(203);
  });

  it('of workspaces that left memory are read with their files, and gone on with', async () => {
    await store.close();
    store = await openIn(folder, { kept: 1 });
    await store.update(ID, addPlainTask('二'));
    await store.update('feishu:oc_2', addPlainTask('体检'));
    await store.update('feishu:oc_3', addPlainTask('体检'));
    expect(await titles()).toEqual(['一', '二']);
    await store.update(ID, addPlainTask('三'));
    expect(await titles()).toEqual(['一', '二', '三']);
  });
});
