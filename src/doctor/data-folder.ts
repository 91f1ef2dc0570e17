import { constants } from 'node:fs';
import { access, open, readdir, stat, statfs, unlink } from 'node:fs/promises';
import path from 'node:path';
import { Backups } from '../store/json/backup.ts';
import { UNFINISHED } from '../store/json/durable-file.ts';
import { holderOf } from '../store/json/folder-lock.ts';
import { inspectFolder } from '../store/json/inspect-folder.ts';
import { setAsideIn } from '../store/json/set-aside.ts';
import { type Check, type Finding, fault, good, note } from './finding.ts';
import { sayInspection } from './waiting.ts';

/** Less room than this, in bytes, and writes will fail before long. */
const LEAST_ROOM = 200 * 1024 * 1024;
/** Of the ten seconds a check has. */
const READING_MS = 7_000;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

/** The folder itself, or the nearest one above it that is there: a bot that never ran has none yet. */
const nearest = async (folder: string): Promise<string> => {
  try {
    await stat(folder);
    return folder;
  } catch (error) {
    const above = path.dirname(folder);
    if (codeOf(error) !== 'ENOENT' || above === folder) throw error;
    return nearest(above);
  }
};

const unwritable = (folder: string, why: string): Finding =>
  fault(
    { zh: `数据文件夹 ${folder} 不能写（${why}）`, en: `the data folder ${folder} cannot be written (${why})` },
    { zh: '检查 DATA_DIR、它的所有者和权限、剩余空间', en: 'check DATA_DIR, its owner and mode, and the space left' },
  );

/** Writes a few bytes through to the disk, under a name the store takes away by itself, and takes them back. */
const tryWriting = async (folder: string, tag: string): Promise<Finding | null> => {
  const file = path.join(folder, `doctor-${tag}${UNFINISHED}`);
  try {
    const handle = await open(file, 'wx', 0o600);
    await handle
      .writeFile('banjie doctor')
      .then(() => handle.sync())
      .finally(() => handle.close());
    return null;
  } catch (error) {
    return unwritable(folder, codeOf(error));
  } finally {
    await unlink(file).catch(() => undefined);
  }
};

const room = async (folder: string): Promise<Finding> => {
  const { bavail, bsize } = await statfs(folder);
  const megabytes = Math.floor((bavail * bsize) / 1024 / 1024);
  return bavail * bsize < LEAST_ROOM
    ? fault(
        { zh: `磁盘只剩 ${megabytes} MB`, en: `only ${megabytes} MB of disk are left` },
        { zh: '腾出空间，或把 DATA_DIR 换到别的盘', en: 'make room, or put DATA_DIR on another disk' },
      )
    : good(`可以写，磁盘剩 ${megabytes} MB`, `writable, ${megabytes} MB of disk left`);
};

const inUse = async (folder: string): Promise<Finding> => {
  const pid = await holderOf(folder);
  return pid === null
    ? note({ zh: '现在没有办结在用它', en: 'no bot uses it now' })
    : good(`办结正在运行（进程 ${pid}）`, `the bot is running (process ${pid})`);
};

const brokenBefore = async (folder: string): Promise<Finding[]> => {
  const names = await readdir(folder);
  return setAsideIn(names)
    .filter(({ was }) => !names.includes(was))
    .map(({ name, was }) =>
      fault(
        {
          zh: `${was} 曾读不出来，留存为 ${name}；这个群现在不能用`,
          en: `${was} was broken and is kept as ${name}; its group is refused`,
        },
        { zh: `停掉办结，运行 npm run restore -- ${was}`, en: `stop the bot and run npm run restore -- ${was}` },
      ),
    );
};

const backups = async (folder: string): Promise<Finding> => {
  const [newest] = await new Backups(folder).days();
  return newest === undefined
    ? note(
        { zh: '还没有备份', en: 'there is no backup yet' },
        {
          zh: '运行着的办结每夜备份；也可运行 npm run backup',
          en: 'a running bot makes one each night; npm run backup makes one now',
        },
      )
    : good(`最近的备份：${newest}`, `newest backup: ${newest}`);
};

/** Where the groups are kept as files: whether it is there and can be written, who uses it, what is broken, what waits. */
export const checkDataFolder = (dataDir: string, tag: string, now: () => number): Check => ({
  about: { zh: `数据文件夹 ${dataDir}`, en: 'Data folder' },
  async look() {
    const folder = path.resolve(dataDir);
    const there = await nearest(folder).catch(() => path.dirname(folder));
    if (there !== folder) {
      const refused = await access(there, constants.W_OK).then(() => null, codeOf);
      if (refused !== null) return [unwritable(folder, refused)];
      return [
        note({ zh: '还没有，第一次启动时会建', en: 'not there yet; the first start makes it' }),
        await room(there),
      ];
    }
    const unwritten = await tryWriting(folder, tag);
    if (unwritten !== null) return [unwritten];
    const until = now() + READING_MS;
    return [
      await room(folder),
      await inUse(folder),
      ...(await brokenBefore(folder)),
      await backups(folder),
      ...sayInspection(await inspectFolder(folder, () => now() < until), now()),
    ];
  },
});
