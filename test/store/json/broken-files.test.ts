import { copyFile, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { aWorkspace } from '../../builders/workspace.ts';
import { addPlainTask, listed, titlesIn } from '../../contracts/workspace-store.ts';
import { makeDataFolder, openIn } from './folder.ts';

const ID = 'feishu:oc_1';
const NAME = 'feishu.oc_1.json';
const SET_ASIDE = /^feishu\.oc_1\.json\.broken-20260518T010200Z-[0-9a-f]{4}$/;

describe('a broken file', () => {
  let folder: string;
  let store: WorkspaceStore;
  const file = (name = NAME) => path.join(folder, name);
  const setAside = async () => (await readdir(folder)).filter((name) => name.includes('.broken-'));
  const reopen = async () => {
    await store.close();
    store = await openIn(folder);
  };

  beforeEach(async () => {
    folder = await makeDataFolder();
    store = await openIn(folder);
    await store.update(ID, addPlainTask('换届'));
    await store.update('feishu:oc_2', addPlainTask('体检'));
    await reopen();
  });

  afterEach(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  const faults: [string, () => Promise<void>][] = [
    ['empty', () => truncate(file(), 0)],
    ['cut off', async () => truncate(file(), (await readFile(file())).length - 20)],
    ['overwritten with junk', () => writeFile(file(), Buffer.from([0, 255, 1, 254, 10]))],
    ['JSON of something else', () => writeFile(file(), '{"format":1,"tasks":[]}')],
    ['null', () => writeFile(file(), 'null')],
    ['of no format', () => writeFile(file(), JSON.stringify({ ...aWorkspace({ id: ID }), format: 'x' }))],
    ['of another workspace', () => copyFile(file('feishu.oc_2.json'), file())],
    [
      'flipped in one byte of a title',
      async () => {
        const content = await readFile(file());
        content[content.indexOf(Buffer.from('换届'))] = 0xff;
        await writeFile(file(), content);
      },
    ],
  ];

  it.each(faults)('that is %s is set aside, whole, with its name in the error', async (_, spoil) => {
    await spoil();
    const content = await readFile(file());
    const error = await store.read(ID).then(
      () => undefined,
      (reason: Error) => reason,
    );
    const [kept, ...more] = await setAside();
    expect(kept).toMatch(SET_ASIDE);
    expect(more).toEqual([]);
    expect(error).toMatchObject({ code: 'workspace-broken' });
    expect(error?.message).toContain(kept);
    expect(error?.message).not.toContain('换届');
    expect(await readFile(file(kept))).toEqual(content);
    expect(await listed(store)).toEqual(['feishu:oc_2']);
  });

  it('leaves the other workspaces alone', async () => {
    await truncate(file(), 0);
    await expect(store.update(ID, addPlainTask('x'))).rejects.toMatchObject({ code: 'workspace-broken' });
    await store.update('feishu:oc_2', addPlainTask('疗养'));
    expect(titlesIn(await store.read('feishu:oc_2'))).toEqual(['体检', '疗养']);
    expect(store.healthy()).toBe(true);
  });

  it('is never replaced by an empty ledger, not after a restart either', async () => {
    await truncate(file(), 0);
    for (let round = 0; round < 3; round++) {
      await expect(store.update(ID, addPlainTask('x'))).rejects.toMatchObject({ code: 'workspace-broken' });
      await expect(store.read(ID)).rejects.toMatchObject({ code: 'workspace-broken' });
      await reopen();
    }
    expect(await setAside()).toHaveLength(1);
    expect(await readdir(folder)).not.toContain(NAME);
  });

  it('is forgiven when a good file is put back, without a restart', async () => {
    await copyFile(file(), file('good'));
    await truncate(file(), 0);
    await expect(store.read(ID)).rejects.toMatchObject({ code: 'workspace-broken' });
    await copyFile(file('good'), file());
    expect(titlesIn(await store.read(ID))).toEqual(['换届']);
    await store.update(ID, addPlainTask('体检'));
    await reopen();
    expect(titlesIn(await store.read(ID))).toEqual(['换届', '体检']);
  });

  it('is forgotten when it is taken out of the folder, without a restart', async () => {
    await truncate(file(), 0);
    await expect(store.read(ID)).rejects.toMatchObject({ code: 'workspace-broken' });
    for (const name of await setAside()) await rm(file(name));
    expect(await store.read(ID)).toBeUndefined();
    expect(await store.update(ID, addPlainTask('重新开始'))).toBe(1);
  });

  it('of a newer format is refused and stays where it is', async () => {
    const newer = JSON.stringify({ format: 99, id: ID });
    await writeFile(file(), newer);
    for (let round = 0; round < 2; round++) {
      await expect(store.read(ID)).rejects.toMatchObject({
        code: 'workspace-broken',
        message: expect.stringContaining('format 99'),
      });
      await expect(store.update(ID, addPlainTask('x'))).rejects.toMatchObject({ code: 'workspace-broken' });
      await reopen();
    }
    expect(await readFile(file(), 'utf8')).toBe(newer);
    expect(await setAside()).toEqual([]);
  });

  it("is not what an editor's BOM makes of a good one", async () => {
    await writeFile(file(), Buffer.concat([Buffer.from('\uFEFF'), await readFile(file())]));
    expect(titlesIn(await store.read(ID))).toEqual(['换届']);
  });

  it('is told from one that cannot be read now', async () => {
    await rm(file());
    await mkdir(file());
    await expect(store.read(ID)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(await setAside()).toEqual([]);
  });
});
