import { parseArgs } from 'node:util';
import { BanjieError } from '../banjie-error.ts';
import { readProcessConfig } from '../config.ts';
import { type Backup, Backups } from '../store/json/backup.ts';
import { fileNameOf, workspaceIdOf } from '../store/json/file-name.ts';
import { lockFolder } from '../store/json/folder-lock.ts';

const USAGE = `用法:npm run restore -- --list            看有哪些备份
      npm run restore -- 群 [--from 日期]  恢复一个群(文件名或编号,如 feishu:oc_…),不写日期用最近一份好的
先停掉机器人。换下来的文件留在原处,名字后面加 .replaced-时间。`;

/** A refusal: one line for the person at the terminal. */
class Refusal extends Error {}

const parse = (args: string[]) => {
  try {
    const options = { list: { type: 'boolean' }, from: { type: 'string' } } as const;
    return parseArgs({ args, allowPositionals: true, options });
  } catch {
    throw new Refusal(USAGE);
  }
};

const nameOf = (group: string): string => {
  if (workspaceIdOf(group) !== undefined) return group;
  try {
    return fileNameOf(group);
  } catch {
    throw new Refusal(`看不懂是哪个群。${USAGE}`);
  }
};

const chosen = async (backups: Backups, name: string, from: string | undefined): Promise<Backup> => {
  const found =
    from === undefined ? await backups.lastGood(name) : (await backups.find(name)).find(({ day }) => day === from);
  if (!found)
    throw new Refusal(`没有这个群${from === undefined ? '读得出来的' : ` ${from} 的`}备份。发 --list 看有哪些。`);
  return found;
};

const run = async (args: string[]): Promise<void> => {
  const { values, positionals } = parse(args);
  const reading = readProcessConfig();
  if (!reading.ok) throw new Refusal(`配置有误:${reading.faults.join(';')}`);
  const { dataDir } = reading.config;
  const backups = new Backups(dataDir);
  if (values.list) {
    const found = await backups.find();
    console.log(found.map(({ day, name }) => `${day} ${name}`).join('\n') || '还没有备份。');
    return;
  }
  const [group, ...rest] = positionals;
  if (group === undefined || rest.length > 0) throw new Refusal(USAGE);
  const backup = await chosen(backups, nameOf(group), values.from);
  // Whoever runs would write its own state over what is put back.
  const unlock = await lockFolder(dataDir);
  try {
    await backups.restore(backup, Date.now());
  } finally {
    await unlock();
  }
  console.log(`已恢复到 ${backup.day} 的备份,可以启动机器人了。`);
};

try {
  await run(process.argv.slice(2));
} catch (error) {
  const isBroken = error instanceof BanjieError && error.code === 'workspace-broken';
  console.error(isBroken ? '这份备份本身读不出来,换一天试试(--list)。' : (error as Error).message);
  process.exitCode = 1;
}
