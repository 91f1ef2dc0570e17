import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, statfs, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { addPlainTask, titlesIn } from '../../contracts/workspace-store.ts';
import { openIn } from './folder.ts';

/** A file system of 2 MB, or undefined where this user may not mount one. */
const mountSmallDisk = (): string | undefined => {
  const folder = path.join(mkdtempSync(path.join(os.tmpdir(), 'banjie-full-')), 'disk');
  try {
    mkdirSync(folder);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(path.dirname(folder), { recursive: true });
    return undefined;
  }
};

const disk = mountSmallDisk();

describe(`on a full disk${disk === undefined ? ' (skipped: only root may mount a small one)' : ''}`, () => {
  afterAll(() => {
    if (disk === undefined) return;
    execFileSync('umount', [disk]);
    rmSync(path.dirname(disk), { recursive: true });
  });

  afterEach(async () => {
    if (disk === undefined) return;
    for (const name of await readdir(disk)) await rm(path.join(disk, name), { recursive: true });
  });

  it.skipIf(disk === undefined)('with room again for what failed, and no more, it is well by itself', async () => {
    const folder = path.join(disk ?? '', 'data');
    const ballast = path.join(disk ?? '', 'ballast');
    const store = await openIn(folder);
    const leave = async (bytes: number) => {
      await rm(ballast, { force: true });
      const { bavail, bsize } = await statfs(folder);
      await writeFile(ballast, Buffer.alloc(bavail * bsize - bytes));
    };
    await leave(80_000);
    await expect(store.update('local:a', addPlainTask('长'.repeat(100_000)))).rejects.toMatchObject({
      code: 'store-unavailable',
    });
    expect(store.healthy()).toBe(false);
    await leave(800_000);
    await vi.waitFor(() => expect(store.healthy()).toBe(true), 6_000);
    await store.close();
  });

  it.skipIf(disk === undefined)('nothing is acknowledged, nothing is lost, and room heals it', async () => {
    const folder = path.join(disk ?? '', 'data');
    const store = await openIn(folder);
    await store.update('local:a', addPlainTask('保住'));
    const { bavail, bsize } = await statfs(folder);
    // All but some pages: the unfinished file can be begun, not ended.
    await writeFile(path.join(disk ?? '', 'ballast'), Buffer.alloc((bavail - 20) * bsize));

    const before = await readFile(path.join(folder, 'local.a.json'));
    const large = '长'.repeat(200_000);
    const outcomes = await Promise.allSettled(
      ['一', '二', '三'].map((title) => store.update('local:a', addPlainTask(title + large))),
    );
    for (const outcome of outcomes) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'store-unavailable' } });
    }
    expect(await readFile(path.join(folder, 'local.a.json'))).toEqual(before);
    expect((await readdir(folder)).sort()).toEqual(['local.a.json', 'lock']);
    expect(titlesIn(await store.read('local:a'))).toEqual(['保住']);
    expect(store.healthy()).toBe(false);

    await rm(path.join(disk ?? '', 'ballast'));
    await store.update('local:a', addPlainTask(large));
    expect(store.healthy()).toBe(true);
    await store.close();
    const again = await openIn(folder);
    expect(titlesIn(await again.read('local:a'))).toEqual(['保住', large]);
    await again.close();
  });
});
