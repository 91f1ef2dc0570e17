import { randomBytes } from 'node:crypto';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BanjieError } from '../../banjie-error.ts';
import { UNFINISHED } from './durable-file.ts';

const LOCK = 'lock';
const ATTEMPTS = 6;
/** A lock file is created and filled in two steps; whoever finds it empty gives its maker this long, in ms. */
const FILLING_MS = 100;
/** Longer than another starter needs to put back a lock it took away in error, in ms. */
const SETTLING_MS = 20;

/** `started` tells a process from a later one that was given the same number; `null` where the system does not say. */
interface Holder {
  pid: number;
  started: string | null;
}

/** Locks held by this very process: its own pid in a lock file says nothing about which store took it. */
const held = new Set<string>();

/** Clock ticks between boot and the start of a process: field 22 of Linux's /proc/PID/stat, counted behind the `)` that ends its name. */
const startedAt = async (pid: number): Promise<string | null> => {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '');
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
};

const isAlive = async (holder: Holder): Promise<boolean> => {
  if (holder.pid === process.pid) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  const started = await startedAt(holder.pid);
  return started === null || holder.started === null || started === holder.started;
};

/** undefined for a lock that says nothing: still being filled, or cut off by a power cut. */
const holderIn = (content: string): Holder | undefined => {
  const [, pid, started] = /^(\d+) (\d+|-)\n$/.exec(content) ?? [];
  return pid === undefined ? undefined : { pid: Number(pid), started: started === '-' ? null : (started ?? null) };
};

/** The process that uses the folder now; null when none does. Only looks. */
export const holderOf = async (folder: string): Promise<number | null> => {
  const file = path.join(path.resolve(folder), LOCK);
  if (held.has(file)) return process.pid;
  const holder = holderIn(await readFile(file, 'utf8').catch(() => ''));
  return holder !== undefined && (await isAlive(holder)) ? holder.pid : null;
};

/** False when there is a lock already. */
const create = async (file: string): Promise<boolean> => {
  const mine = `${process.pid} ${(await startedAt(process.pid)) ?? '-'}\n`;
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle.writeFile(mine).finally(() => handle.close());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  await wait(SETTLING_MS);
  return (await readFile(file, 'utf8').catch(() => '')) === mine;
};

/** Takes a dead process's lock away, unless another starter did so first and put its own there. */
const removeStale = async (file: string, stale: string): Promise<void> => {
  const aside = `${file}.${randomBytes(6).toString('hex')}${UNFINISHED}`;
  try {
    await rename(file, aside);
  } catch {
    return;
  }
  if ((await readFile(aside, 'utf8')) === stale) await unlink(aside);
  else await rename(aside, file);
};

const inUse = (folder: string, by: string) =>
  new BanjieError(
    'store-unavailable',
    `数据文件夹 ${folder} 正被${by}使用;请先停掉它,或用 DATA_DIR 给每个机器人各自的文件夹`,
  );

const take = async (file: string, folder: string): Promise<void> => {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (await create(file)) return;
    const content = await readFile(file, 'utf8').catch(() => '');
    const holder = holderIn(content);
    if (holder !== undefined && (await isAlive(holder))) throw inUse(folder, `进程 ${holder.pid} `);
    if (holder === undefined && attempt < ATTEMPTS / 2) await wait(FILLING_MS);
    else await removeStale(file, content);
  }
  throw inUse(folder, '另一个正在启动的进程');
};

/**
 * Makes this process the only one that uses `folder`: two of them would each overwrite what the other acknowledged.
 * A lock left by a crash is recognised by its dead process and taken over. It holds among the processes of one machine
 * only; containers that share a folder are not seen.
 * @returns gives the folder free
 * @throws BanjieError `store-unavailable` when the folder is in use, in Chinese: whoever starts the bot reads it
 */
export const lockFolder = async (folder: string): Promise<() => Promise<void>> => {
  const file = path.join(path.resolve(folder), LOCK);
  if (held.has(file)) throw inUse(folder, '本进程');
  held.add(file);
  try {
    await take(file, folder);
  } catch (error) {
    held.delete(file);
    throw error;
  }
  return async () => {
    await unlink(file).catch(() => undefined);
    held.delete(file);
  };
};
