import { readFile, rm, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileNameOf } from '../../../src/store/json/file-name.ts';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { addPlainTask } from '../../contracts/workspace-store.ts';
import { AT, makeDataFolder, openIn } from './folder.ts';

const ID = 'local:a';
const HOUR = 3_600_000;

let folder: string;
let store: WorkspaceStore;

const toLookAt = async (): Promise<string[]> => {
  const ids: string[] = [];
  for await (const id of store.toLookAt(AT)) ids.push(id);
  return ids;
};

beforeEach(async () => {
  folder = await makeDataFolder();
  store = await openIn(folder);
  await store.update(ID, addPlainTask('换届'));
  const seen = await store.read(ID);
  if (seen) await store.looked(seen, AT, AT + HOUR);
  await store.close();
});

afterEach(async () => {
  await store.close();
  await rm(folder, { recursive: true });
});

describe('the agenda written down beside the workspaces', () => {
  it('spares the next start the reading', async () => {
    store = await openIn(folder);
    expect(await toLookAt()).toEqual([]);
  });

  it('counts for nothing where the file is another one now', async () => {
    const file = path.join(folder, fileNameOf(ID));
    await writeFile(file, await readFile(file));
    await utimes(file, 1, 1);
    store = await openIn(folder);
    expect(await toLookAt()).toEqual([ID]);
  });

  it.each([
    ['missing', undefined],
    ['cut off', '{"local.a.json":{"sta'],
    ['something else', '[1,2]'],
    ['of other fields', '{"local.a.json":{"stamp":[1,2,3],"nextLook":"soon"}}'],
  ])('%s costs a reading and nothing else', async (_, content) => {
    const file = path.join(folder, 'agenda');
    if (content === undefined) await rm(file);
    else await writeFile(file, content);
    store = await openIn(folder);
    expect(await toLookAt()).toEqual([ID]);
    expect((await store.read(ID))?.tasks.map(({ title }) => title)).toEqual(['换届']);
  });
});
