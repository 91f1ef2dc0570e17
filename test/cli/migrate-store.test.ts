import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { openJsonStore } from '../../src/store/json/json-store.ts';
import { moveStore } from '../../src/store/move-store.ts';
import type { WorkspaceStore } from '../../src/store/workspace-store.ts';
import { aFolder } from '../builders/folder.ts';
import { anOffice } from '../builders/office.ts';
import { addPlainTask, listed, titlesIn } from '../contracts/workspace-store.ts';
import { AT, describeWithPostgres, openAt } from '../store/postgres/server.ts';

const run = promisify(execFile);
const ROOT = new URL('../../', import.meta.url).pathname;

const migrate = async (environment: NodeJS.ProcessEnv, ...args: string[]): Promise<{ code: number; said: string }> => {
  try {
    const env = { ...process.env, ...environment };
    const { stdout } = await run('npm', ['run', '--silent', 'migrate-store', '--', ...args], { cwd: ROOT, env });
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stderr } = error as { code: number; stderr: string };
    return { code, said: stderr };
  }
};

const openFiles = (folder: string) => openJsonStore({ folder, now: () => AT });

/** Groups with all there is in a workspace, and text that databases and file names find hard. */
const fill = async (store: WorkspaceStore): Promise<void> => {
  const office = anOffice();
  for (const id of ['feishu:oc_Aa', 'feishu:oc_aA', 'wecom:wrXyz==']) {
    await store.update(id, (workspace) => void Object.assign(workspace, { ...office, id }));
  }
  await store.update('local:main', addPlainTask('half \ud83d, nul \0, 引号"\\ \ufdd0 表情😀'));
};

/** Every group's file, by name. */
const filesIn = (folder: string): Record<string, unknown> =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .map((name) => [name, JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  );

describeWithPostgres('npm run migrate-store', (server) => {
  it('into the database and back gives the same files, and leaves the source as it was', async () => {
    const [there, back] = [aFolder(), join(aFolder(), 'store')];
    const url = await server().newPlace();
    const files = await openFiles(there);
    await fill(files);
    await files.close();
    const before = filesIn(there);

    const into = await migrate({ DATA_DIR: there, DATABASE_URL: url }, 'to-postgres');
    expect(into).toEqual({ code: 0, said: expect.stringContaining('搬好了 4 个群,逐项核对一致') });
    expect(filesIn(there)).toEqual(before);
    expect(await migrate({ DATA_DIR: back, DATABASE_URL: url }, 'to-files')).toMatchObject({ code: 0 });
    expect(filesIn(back)).toEqual(before);
    await server().dropPlace(url);
  });

  it('goes on where an earlier move was cut off, and moves nothing twice', async () => {
    const folder = aFolder();
    const url = await server().newPlace();
    const files = await openFiles(folder);
    await fill(files);
    const database = await openAt(url);
    const cut = moveStore(files, database, (done) => {
      if (done === 2) throw new Error('power cut');
    });
    await expect(cut).rejects.toThrow('power cut');
    await Promise.all([files.close(), database.close()]);

    const again = await migrate({ DATA_DIR: folder, DATABASE_URL: url }, 'to-postgres');
    expect(again.said).toContain('搬好了 2 个群,另有 2 个上次已搬好,逐项核对一致');
    await server().dropPlace(url);
  });

  it('refuses a destination that holds something else, and changes nothing in it', async () => {
    const folder = aFolder();
    const url = await server().newPlace();
    const files = await openFiles(folder);
    await fill(files);
    await files.close();
    const database = await openAt(url);
    await database.update('local:main', addPlainTask('甲'));
    await database.update('local:two', addPlainTask('乙'));
    await database.close();

    const { code, said } = await migrate({ DATA_DIR: folder, DATABASE_URL: url }, 'to-postgres');
    expect(code).toBe(1);
    expect(said).toContain('与这边不一样的群:local:main');
    expect(said).toContain('这边没有的群:local:two');
    const after = await openAt(url);
    expect(await listed(after)).toEqual(['local:main', 'local:two']);
    expect(titlesIn(await after.read('local:main'))).toEqual(['甲']);
    await after.close();
    await server().dropPlace(url);
  });

  it('names files that cannot be read and moves nothing', async () => {
    const folder = aFolder();
    const url = await server().newPlace();
    const files = await openFiles(folder);
    await fill(files);
    await files.close();
    writeFileSync(join(folder, 'feishu.oc_bad.json'), '{');
    writeFileSync(join(folder, 'feishu.oc_lost.json.broken-20260518T010203Z-1a2b'), '{');
    const { code, said } = await migrate({ DATA_DIR: folder, DATABASE_URL: url }, 'to-postgres');
    expect(code).toBe(1);
    expect(said).toContain('feishu.oc_bad.json 读不出来');
    expect(said).toContain('feishu.oc_lost.json 曾读不出来');
    expect(readdirSync(folder)).toContain('feishu.oc_bad.json');
    const after = await openAt(url);
    expect(await listed(after)).toEqual([]);
    await after.close();
    await server().dropPlace(url);
  });

  it('refuses while a bot uses the folder, or the database', async () => {
    const folder = aFolder();
    const url = await server().newPlace();
    const files = await openFiles(folder);
    expect((await migrate({ DATA_DIR: folder, DATABASE_URL: url }, 'to-postgres')).said).toContain('正被进程');
    await files.close();
    const database = await openAt(url);
    await database.read('local:main');
    expect((await migrate({ DATA_DIR: folder, DATABASE_URL: url }, 'to-postgres')).said).toContain('有机器人正连着');
    await database.close();
    await server().dropPlace(url);
  });
});

it.each([
  ['no direction', {}, [], '用法'],
  ['an unknown direction', {}, ['sideways'], '用法'],
  ['no database', { DATABASE_URL: '' }, ['to-postgres'], '请设 DATABASE_URL'],
  ['a database that is not there', { DATABASE_URL: 'postgres://u:hidden@127.0.0.1:9/x' }, ['to-postgres'], '连不上'],
])('%s is refused in words', async (_, environment, args, words) => {
  const folder = aFolder();
  mkdirSync(join(folder, 'store'));
  const { code, said } = await migrate({ DATA_DIR: join(folder, 'store'), ...environment }, ...args);
  expect(code).toBe(1);
  expect(said).toContain(words);
  expect(said).not.toContain('hidden');
});
