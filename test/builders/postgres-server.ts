import { execFile, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';

const run = promisify(execFile);

/** Where Debian, Homebrew and others put the server's own programs: they are seldom on the PATH. */
const FOLDERS = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];

const programsIn = async (folder: string): Promise<string[]> => {
  const names = existsSync(folder) ? await readdir(folder) : [];
  return names.map((name) => path.join(folder, name, 'bin')).filter((bin) => existsSync(path.join(bin, 'initdb')));
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** A real PostgreSQL server of a test's own, on loopback, with its data in a temporary folder. */
export interface PostgresServer {
  /** Address of a place of its own with no tables: a schema that the address names. */
  newPlace(): Promise<string>;
  /** Drops what {@link newPlace} gave. */
  dropPlace(url: string): Promise<void>;
  /** Stops it as a failover would: connections are cut at once. */
  stop(): Promise<void>;
  start(): Promise<void>;
  dispose(): Promise<void>;
}

/** The folder of the newest server on this machine; undefined where there is none. */
export const findPostgres = async (): Promise<string | undefined> => {
  const onPath = spawnSync('pg_config', ['--bindir'], { encoding: 'utf8' }).stdout?.trim();
  const found = [...(await Promise.all(FOLDERS.map(programsIn))).flat(), ...(onPath ? [onPath] : [])];
  return found.filter((bin) => existsSync(path.join(bin, 'initdb'))).at(-1);
};

/** Starts a server. PostgreSQL refuses to run as root, so there it runs as `nobody`. */
export const startPostgres = async (bin: string): Promise<PostgresServer> => {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'banjie-postgres-'));
  const isRoot = process.getuid?.() === 0;
  const port = await freePort();
  const program = async (name: string, ...args: string[]): Promise<void> => {
    const command = [path.join(bin, name), ...args];
    const all = isRoot ? ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups', ...command] : command;
    const [file = '', ...rest] = all;
    await run(file, rest, { cwd: folder });
  };
  if (isRoot) {
    await chmod(folder, 0o711);
    await run('chown', ['nobody', folder]);
  }
  const data = path.join(folder, 'data');
  await mkdir(path.join(folder, 'sockets'), { mode: 0o777 });
  if (isRoot) await run('chown', ['nobody', path.join(folder, 'sockets')]);
  await program('initdb', '-D', data, '-U', 'app', '--auth=trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync');
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c max_connections=200 -k ${path.join(folder, 'sockets')}`;
  const ctl = (...args: string[]) => program('pg_ctl', '-D', data, '-w', ...args);
  const start = () => ctl('-o', options, '-l', path.join(folder, 'log'), 'start');
  const stop = () => ctl('-m', 'immediate', 'stop');
  await start();
  const base = `postgres://app@127.0.0.1:${port}/postgres`;
  const ask = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: base });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  let places = 0;
  return {
    start,
    stop,
    async newPlace() {
      const name = `place${++places}`;
      await ask(`create schema ${name}`);
      return `${base}?options=-csearch_path%3D${name}`;
    },
    async dropPlace(url) {
      await ask(`drop schema if exists ${/search_path%3D(\w+)/u.exec(url)?.[1]} cascade`);
    },
    async dispose() {
      await stop().catch(() => undefined);
      await rm(folder, { recursive: true, force: true });
    },
  };
};
