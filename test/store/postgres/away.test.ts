import { Client } from 'pg';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openPostgresStore } from '../../../src/store/postgres/postgres-store.ts';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { addPlainTask, titlesIn } from '../../contracts/workspace-store.ts';
import { AT, describeWithPostgres, openAt } from './server.ts';

const ID = 'feishu:oc_1';

const ask = async (url: string, statement: string): Promise<void> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
};

describeWithPostgres('a server that stops', (server) => {
  let url: string;
  let store: WorkspaceStore;

  beforeEach(async () => {
    url = await server().newPlace();
    store = await openAt(url);
    await store.update(ID, addPlainTask('一'));
  });

  afterEach(async () => {
    await store.close();
    await server().dropPlace(url);
  });

  it('is told to whoever changes something, and nothing is half done when it is back', async () => {
    await server().stop();
    await expect(store.update(ID, addPlainTask('lost'))).rejects.toMatchObject({ code: 'store-unavailable' });
    await expect(store.read(ID)).rejects.toMatchObject({ code: 'store-unavailable' });
    expect(store.healthy()).toBe(false);
    await server().start();
    await vi.waitFor(() => expect(store.healthy()).toBe(true), { timeout: 10_000 });
    expect(await store.update(ID, addPlainTask('二'))).toBe(2);
    expect(titlesIn(await store.read(ID))).toEqual(['一', '二']);
  }, 60_000);

  it('only for a moment is not noticed', async () => {
    await server().stop();
    const change = store.update(ID, addPlainTask('二'));
    await server().start();
    expect(await change.catch((error: { code: string }) => error.code)).toSatisfy(
      (outcome) => outcome === 2 || outcome === 'store-unavailable',
    );
    const kept = titlesIn(await store.read(ID));
    expect(kept).toEqual((await change.catch(() => 1)) === 2 ? ['一', '二'] : ['一']);
  }, 60_000);
});

describeWithPostgres('a row', (server) => {
  let url: string;
  let store: WorkspaceStore;

  beforeEach(async () => {
    url = await server().newPlace();
    store = await openAt(url);
    await store.update(ID, addPlainTask('一'));
    await store.close();
  });

  afterEach(async () => {
    await store.close();
    await server().dropPlace(url);
  });

  it.each([
    ['without its tasks', "document = document - 'tasks'", /tasks/],
    ['of another workspace', `document = jsonb_set(document, '{id}', '"feishu:oc_9"')`, /another workspace/],
    ['of a newer format', "document = jsonb_set(document, '{format}', '99')", /newer Banjie/],
  ])('%s is refused and never written over', async (_, spoilt, message) => {
    await ask(url, `update workspace set version = version + 1, ${spoilt}`);
    store = await openAt(url);
    await expect(store.read(ID)).rejects.toMatchObject({
      code: 'workspace-broken',
      message: expect.stringMatching(message),
    });
    await expect(store.update(ID, addPlainTask('二'))).rejects.toMatchObject({ code: 'workspace-broken' });
    await expect(store.update('feishu:oc_2', addPlainTask('一'))).resolves.toBe(1);
  });

  it('somebody else holds makes a change wait, then fail without harm', async () => {
    store = await openAt(url);
    const holder = new Client({ connectionString: url });
    await holder.connect();
    await holder.query('begin');
    await holder.query('select 1 from workspace for update');
    await expect(store.update(ID, addPlainTask('二'))).rejects.toMatchObject({ code: 'store-unavailable' });
    await holder.query('rollback');
    await holder.end();
    expect(await store.update(ID, addPlainTask('二'))).toBe(2);
  });
});

describeWithPostgres('a database of a newer program', (server) => {
  it('is refused at the start, in words', async () => {
    const url = await server().newPlace();
    await (await openAt(url)).close();
    await ask(url, "insert into banjie_migration values ('9999-newer', now()::text)");
    await expect(openAt(url)).rejects.toMatchObject({
      code: 'store-unavailable',
      message: expect.stringContaining('更新版本的办结'),
    });
  });
});

describe('a database that cannot be reached', () => {
  it('is refused at the start, without the password', async () => {
    const url = 'postgres://app:geheim@127.0.0.1:1/bot';
    const failure = openPostgresStore({ url, now: () => AT });
    await expect(failure).rejects.toMatchObject({
      code: 'store-unavailable',
      message: '连不上 DATABASE_URL 的数据库:没有数据库在那个地址和端口上',
    });
    await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('geheim') });
  });
});
