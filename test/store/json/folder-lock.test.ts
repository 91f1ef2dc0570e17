import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addPlainTask } from '../../contracts/workspace-store.ts';
import { makeDataFolder, openIn } from './folder.ts';

describe('the data folder', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await makeDataFolder();
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('is made when it is missing', async () => {
    const deep = path.join(folder, 'a', 'b');
    const store = await openIn(deep);
    await store.update('local:a', addPlainTask('一'));
    await store.close();
    expect(await readdir(deep)).toEqual(['agenda', 'local.a.json']);
  });

  it('that cannot be made is a clear error', async () => {
    await writeFile(path.join(folder, 'file'), '');
    const inFile = path.join(folder, 'file', 'store');
    await expect(openIn(inFile)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining(inFile),
    });
  });

  it('that cannot be written is a clear error', async () => {
    // Root may write anywhere by permission, so the lock is made impossible another way: its name leads nowhere.
    await symlink(path.join(folder, 'gone', 'lock'), path.join(folder, 'lock'));
    await mkdir(path.join(folder, 'gone', 'lock'), { recursive: true });
    await expect(openIn(folder)).rejects.toMatchObject({ code: 'store-unavailable' });
  });

  it('is cleared of what a crash left unfinished, and of nothing else', async () => {
    await writeFile(path.join(folder, '.local.a.json.0011aabb.tmp'), '{"half');
    await writeFile(path.join(folder, 'notes.txt'), 'mine');
    await mkdir(path.join(folder, 'backup'));
    const store = await openIn(folder);
    await store.close();
    expect((await readdir(folder)).sort()).toEqual(['backup', 'notes.txt']);
  });

  it('is for one store at a time', async () => {
    const store = await openIn(folder);
    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('本进程'),
    });
    await expect(openIn(path.join(folder, '.'))).rejects.toMatchObject({ code: 'store-unavailable' });
    await store.close();
    await (await openIn(folder)).close();
  });

  it('is for one process at a time, and free again when that one is dead', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    await writeFile(path.join(folder, 'lock'), `${other.pid} -\n`);
    await expect(openIn(folder)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining(`正被进程 ${other.pid} 使用`),
    });
    other.kill('SIGKILL');
    await once(other, 'exit');
    await (await openIn(folder)).close();
  });

  it.runIf(process.platform === 'linux')('is free when the number went to another process since', async () => {
    const other = spawn('sleep', ['60']);
    await once(other, 'spawn');
    await writeFile(path.join(folder, 'lock'), `${other.pid} 1\n`);
    await (await openIn(folder)).close();
    other.kill('SIGKILL');
    await once(other, 'exit');
  });

  it('is free when the lock has this very number, from before a restart', async () => {
    await writeFile(path.join(folder, 'lock'), `${process.pid} 1\n`);
    const store = await openIn(folder);
    expect(await readFile(path.join(folder, 'lock'), 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    await store.close();
  });

  it('is free when the lock was cut off by a power cut', async () => {
    await writeFile(path.join(folder, 'lock'), '');
    await (await openIn(folder)).close();
    expect(await readdir(folder)).toEqual([]);
  });

  it('goes to one of many that start at once over a dead lock', async () => {
    await writeFile(path.join(folder, 'lock'), '999999999 1\n');
    const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => openIn(folder)));
    const open = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(open).toHaveLength(1);
    for (const store of open) await store.close();
  });
});
