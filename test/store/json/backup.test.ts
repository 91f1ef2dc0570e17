import { execFile } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BACKUPS_KEPT, Backups } from '../../../src/store/json/backup.ts';
import { fileNameOf } from '../../../src/store/json/file-name.ts';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { instant } from '../../builders/acting.ts';
import { addPlainTask, titlesIn } from '../../contracts/workspace-store.ts';
import { makeDataFolder, openIn } from './folder.ts';

const run = promisify(execFile);
const ROOT = new URL('../../../', import.meta.url).pathname;
const A = 'feishu:oc_A';
const B = 'feishu:oc_B';

let folder: string;
let store: WorkspaceStore;
let backups: Backups;

beforeEach(async () => {
  folder = await makeDataFolder();
  store = await openIn(folder);
  backups = new Backups(folder);
});
afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

const day = (number: number) => instant(`2026-05-${String(number).padStart(2, '0')}`, '03:17');
const found = async () => (await backups.find()).map(({ day: on, name }) => `${on} ${name}`);

describe('a backup', () => {
  it('copies what changed since the last one, while the store is open', async () => {
    await store.update(A, addPlainTask('一'));
    await store.update(B, addPlainTask('一'));
    expect(await backups.make(day(1))).toBe(2);
    expect(await backups.make(day(2))).toBe(0);
    await store.update(A, addPlainTask('二'));
    expect(await backups.make(day(3))).toBe(1);
    expect(await found()).toEqual([
      `2026-05-03 ${fileNameOf(A)}`,
      `2026-05-01 ${fileNameOf(A)}`,
      `2026-05-01 ${fileNameOf(B)}`,
    ]);
  });

  it('keeps fourteen days, and the last one of a group that rests', async () => {
    await store.update(B, addPlainTask('一'));
    for (let number = 1; number <= BACKUPS_KEPT + 4; number += 1) {
      await store.update(A, addPlainTask(`${number}`));
      await backups.make(day(number));
    }
    const kept = await found();
    expect(kept.filter((line) => line.endsWith(fileNameOf(A)))).toHaveLength(BACKUPS_KEPT);
    expect(kept.filter((line) => line.endsWith(fileNameOf(B)))).toEqual([`2026-05-01 ${fileNameOf(B)}`]);
  });

  it('is offered where a file is broken, the newest that can be read', async () => {
    await store.update(A, addPlainTask('一'));
    await backups.make(day(1));
    await store.update(A, addPlainTask('二'));
    await backups.make(day(2));
    await store.close();
    await writeFile(path.join(folder, 'backup', '2026-05-02', fileNameOf(A)), '{"torn');
    await writeFile(path.join(folder, fileNameOf(A)), 'junk');
    store = await openIn(folder);
    await expect(store.read(A)).rejects.toMatchObject({
      code: 'workspace-broken',
      message: expect.stringContaining('--from 2026-05-01'),
    });
  });
});

describe('npm run backup and npm run restore', () => {
  const npm = async (script: string, ...args: string[]): Promise<{ code: number; said: string }> => {
    try {
      const env = { ...process.env, DATA_DIR: folder };
      const { stdout } = await run('npm', ['run', '--silent', script, '--', ...args], { cwd: ROOT, env });
      return { code: 0, said: stdout };
    } catch (error) {
      const { code, stderr } = error as { code: number; stderr: string };
      return { code, said: stderr };
    }
  };

  it('bring a group back as it was; what is replaced is kept', async () => {
    await store.update(A, addPlainTask('一'));
    expect(await npm('backup')).toEqual({ code: 0, said: '备份了 1 个群。\n' });
    await store.update(A, addPlainTask('二'));
    expect((await npm('restore', A)).said).toContain('正被');
    await store.close();
    expect((await npm('restore', '--list')).said).toContain(fileNameOf(A));
    expect(await npm('restore', A)).toEqual({ code: 0, said: expect.stringContaining('已恢复') });
    const replaced = (await readdir(folder)).find((name) => name.includes('.replaced-'));
    expect(await readFile(path.join(folder, replaced ?? ''), 'utf8')).toContain('二');
    store = await openIn(folder);
    expect(titlesIn(await store.read(A))).toEqual(['一']);
  }, 60_000);

  it.each([
    ['no group', [], '用法'],
    ['a group there is no backup of', ['feishu:oc_none'], '没有这个群'],
    ['what is no group', ['群'], '看不懂'],
  ])('%s is refused in words', async (_, args, words) => {
    await store.close();
    expect(await npm('restore', ...args)).toEqual({ code: 1, said: expect.stringContaining(words) });
  });
});
