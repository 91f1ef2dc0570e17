import { readdir } from 'node:fs/promises';
import { readProcessConfig } from '../config.ts';
import { inspectFolder } from '../store/json/inspect-folder.ts';
import { openJsonStore } from '../store/json/json-store.ts';
import { setAsideIn } from '../store/json/set-aside.ts';
import { differences, moveStore } from '../store/move-store.ts';
import { botsOn } from '../store/postgres/inspect-database.ts';
import { openPostgresStore } from '../store/postgres/postgres-store.ts';
import type { WorkspaceStore } from '../store/workspace-store.ts';

const USAGE = `用法:npm run migrate-store -- to-postgres  把 DATA_DIR 里各群的数据搬进 DATABASE_URL 的数据库
      npm run migrate-store -- to-files     把数据库里的搬回 DATA_DIR
先停掉机器人。搬的是副本,原来的数据不动;中途断了,再运行一次会接着搬。`;

/** A refusal: a few lines for the person at the terminal. */
class Refusal extends Error {}

interface Places {
  files(): Promise<WorkspaceStore>;
  database(): Promise<WorkspaceStore>;
}

/** Files that cannot be read stop the move before anything is written: nobody would miss those groups until it is late. */
const checkFiles = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch((): string[] => []);
  const lost = setAsideIn(names).filter(({ was }) => !names.includes(was));
  const { broken } = names.length === 0 ? { broken: [] } : await inspectFolder(folder, () => true);
  const faults = [
    ...broken.map(({ name, why }) => `- ${name} 读不出来(${why})`),
    ...lost.map(({ name, was }) => `- ${was} 曾读不出来,留存为 ${name}`),
  ];
  if (faults.length > 0)
    throw new Refusal(`没有搬:\n${faults.join('\n')}\n请用 npm run restore 恢复它们,或把它们移出文件夹,再搬。`);
};

const SHOWN = 10;
const few = (ids: string[]): string =>
  ids.length > SHOWN ? `${ids.slice(0, SHOWN).join('、')} 等 ${ids.length} 个` : ids.join('、');

const move = async (from: () => Promise<WorkspaceStore>, to: () => Promise<WorkspaceStore>): Promise<void> => {
  const source = await from();
  try {
    const target = await to();
    const moved = await moveStore(source, target, (done, all) => {
      if (done % 100 === 0 && done < all) console.log(`${done}/${all}`);
    }).finally(() => target.close());
    if (!moved.ok) throw new Refusal(notEmpty(moved));
    const arrived = await to();
    const wrong = await differences(source, arrived).finally(() => arrived.close());
    if (wrong.length > 0)
      throw new Refusal(
        `搬过去的和原来的不一样:${few(wrong)}。原来的没有动,请不要启用搬过去的,并把这一行告诉维护的人。`,
      );
    const before = moved.there === 0 ? '' : `,另有 ${moved.there} 个上次已搬好`;
    console.log(`搬好了 ${moved.written} 个群${before},逐项核对一致。原来的数据没有动。`);
  } finally {
    await source.close();
  }
};

const notEmpty = ({ differing, foreign }: { differing: string[]; foreign: string[] }): string =>
  [
    '没有搬:目的地已经有数据。',
    ...(differing.length > 0 ? [`- 与这边不一样的群:${few(differing)}`] : []),
    ...(foreign.length > 0 ? [`- 这边没有的群:${few(foreign)}`] : []),
    '请换一个空的数据库或文件夹;确定那些数据不要了,就先清空它。',
  ].join('\n');

const run = async (args: string[]): Promise<void> => {
  const [way, ...rest] = args;
  if ((way !== 'to-postgres' && way !== 'to-files') || rest.length > 0) throw new Refusal(USAGE);
  const reading = readProcessConfig();
  if (!reading.ok) throw new Refusal(`配置有误:${reading.faults.join(';')}`);
  const { dataDir, databaseUrl } = reading.config;
  if (databaseUrl === null) throw new Refusal('请设 DATABASE_URL,说明是哪个数据库。');
  const bots = await botsOn(databaseUrl);
  if (bots !== null && bots > 0) throw new Refusal('没有搬:有机器人正连着这个数据库。请先停掉它们。');
  const places: Places = {
    files: () => openJsonStore({ folder: dataDir, now: Date.now }),
    database: () => openPostgresStore({ url: databaseUrl, now: Date.now }),
  };
  if (way === 'to-files') return move(places.database, places.files);
  await checkFiles(dataDir);
  await move(places.files, places.database);
  console.log('现在可以带着 DATABASE_URL 启动。DATA_DIR 里的放假安排和消息推送登记照旧使用。');
};

/**
 * `npm run migrate-store`: moves the workspaces between files and a PostgreSQL database, and reads everything back to
 * compare it. The bot must not run meanwhile.
 */
try {
  await run(process.argv.slice(2));
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
