import { Client } from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { WorkspaceStore } from '../../../src/store/workspace-store.ts';
import { addPlainTask, titlesIn } from '../../contracts/workspace-store.ts';
import { type CuttingProxy, startCuttingProxy } from './cutting-proxy.ts';
import { describeWithPostgres, openAt } from './server.ts';

const ID = 'feishu:oc_1';

const portOf = (url: string): number => Number(new URL(url).port);

describeWithPostgres('several processes on one database', (server) => {
  let url: string;
  let stores: WorkspaceStore[];

  beforeEach(async () => {
    url = await server().newPlace();
    stores = await Promise.all([openAt(url), openAt(url), openAt(url)]);
  });

  afterEach(async () => {
    await Promise.all(stores.map((store) => store.close()));
    await server().dropPlace(url);
  });

  it('may all make the tables at once', async () => {
    const other = await server().newPlace();
    const opened = await Promise.all(Array.from({ length: 5 }, () => openAt(other)));
    await Promise.all(opened.map((store, index) => store.update(ID, addPlainTask(`${index}`))));
    expect(titlesIn(await opened[0]?.read(ID)).sort()).toEqual(['0', '1', '2', '3', '4']);
    await Promise.all(opened.map((store) => store.close()));
    await server().dropPlace(other);
  });

  it('lose no change and give no number twice, the first of a workspace included', async () => {
    const numbers = await Promise.all(
      Array.from({ length: 300 }, (_, index) => stores[index % 3]?.update(ID, addPlainTask(`${index}`))),
    );
    expect(numbers.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(Array.from({ length: 300 }, (_, i) => i + 1));
    for (const store of stores) expect(titlesIn(await store.read(ID))).toHaveLength(300);
  });

  it('see what another wrote, at once', async () => {
    const [one, other] = stores;
    await one?.update(ID, addPlainTask('一'));
    expect(titlesIn(await other?.read(ID))).toEqual(['一']);
    await other?.update(ID, addPlainTask('二'));
    expect(titlesIn(await one?.read(ID))).toEqual(['一', '二']);
  });

  it('one at a time has an outbox in hand, until it lets go or ends', async () => {
    const [one, other, third] = stores;
    const release = await one?.hold?.(ID, 'chat');
    expect(await other?.hold?.(ID, 'chat')).toBeNull();
    expect(await other?.hold?.('feishu:oc_2', 'chat')).toEqual(expect.any(Function));
    expect(await other?.hold?.(ID, 'people')).toEqual(expect.any(Function));
    await release?.();
    expect(await other?.hold?.(ID, 'chat')).toEqual(expect.any(Function));
    expect(await third?.hold?.(ID, 'chat')).toBeNull();
    await other?.close();
    expect(await third?.hold?.(ID, 'chat')).toEqual(expect.any(Function));
  });

  it('do not take a look at an older state for one at what another wrote', async () => {
    const [one, other] = stores;
    await one?.update(ID, addPlainTask('一'));
    const seen = await one?.read(ID);
    await other?.update(ID, addPlainTask('二'));
    if (seen) await one?.looked(seen, 1_000, 9_000);
    const due: string[] = [];
    for await (const id of other?.toLookAt(2_000) ?? []) due.push(id);
    expect(due).toEqual([ID]);
  });
});

describeWithPostgres('a connection that is lost', (server) => {
  let url: string;
  let proxy: CuttingProxy;
  let store: WorkspaceStore;
  let direct: WorkspaceStore;

  beforeEach(async () => {
    url = await server().newPlace();
    proxy = await startCuttingProxy(portOf(url));
    store = await openAt(proxy.through(url));
    direct = await openAt(url);
    await store.update(ID, addPlainTask('一'));
  });

  afterEach(async () => {
    await Promise.all([store.close(), direct.close()]);
    await proxy.close();
    await server().dropPlace(url);
  });

  it.each(['before-commit', 'after-commit'] as const)('%s: the change is made once all the same', async (cut) => {
    proxy.cutNext(cut);
    expect(await store.update(ID, addPlainTask('二'))).toBe(2);
    expect(titlesIn(await direct.read(ID))).toEqual(['一', '二']);
    expect(await store.update(ID, addPlainTask('三'))).toBe(3);
    expect(titlesIn(await direct.read(ID))).toEqual(['一', '二', '三']);
  });

  it.each(['before-commit', 'after-commit'] as const)('%s, at the first change of a workspace', async (cut) => {
    proxy.cutNext(cut);
    expect(await store.update('feishu:oc_2', addPlainTask('一'))).toBe(1);
    expect(titlesIn(await direct.read('feishu:oc_2'))).toEqual(['一']);
  });

  it('while nobody uses it does not end the process, and the next call goes well', async () => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'banjie' and pid <> pg_backend_pid()",
    );
    await client.end();
    expect(await store.update(ID, addPlainTask('二'))).toBe(2);
    expect(store.healthy()).toBe(true);
  });
});
