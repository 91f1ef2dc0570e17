import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readHolidayNotice, sayHolidays } from '../calendar/holiday-notice.ts';
import { BUILT_IN_YEARS, type HolidayYear } from '../calendar/working-days.ts';
import { readProcessConfig } from '../config.ts';
import { loadHolidays, readHolidayJson, saveHolidays } from '../holidays/holiday-folder.ts';

const USAGE = '用法:npm run calendar -- 文件 [--year 年份] [--check];npm run calendar -- --check 看已有哪些年份';
/** A notice has a few pages. */
const MOST_BYTES = 1_000_000;

/** A refusal: one line for the person at the terminal. */
class Refusal extends Error {}

const parse = (args: string[]) =>
  parseArgs({ args, allowPositionals: true, options: { year: { type: 'string' }, check: { type: 'boolean' } } });

const argumentsOf = (args: string[]): { file: string | undefined; year: number | null; checks: boolean } => {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    throw new Refusal(`看不懂参数。${USAGE}`);
  }
  const { year, check = false } = parsed.values;
  const [file, ...rest] = parsed.positionals;
  if (rest.length > 0 || (file === undefined && !check)) throw new Refusal(`请给出一个文件。${USAGE}`);
  if (year !== undefined && !/^20\d\d$/u.test(year)) throw new Refusal('年份应为四位数字,例如 --year 2027。');
  return { file, year: year === undefined ? null : Number(year), checks: check };
};

const dataDirOf = (): string => {
  const reading = readProcessConfig();
  if (!reading.ok) throw new Refusal(`配置有误:${reading.faults.join(';')}`);
  return reading.config.dataDir;
};

const textOf = (file: string): string => {
  try {
    const bytes = readFileSync(file);
    if (bytes.length > MOST_BYTES) throw new Refusal(`${file}:文件太大,不像放假通知。`);
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${file}:打不开,或不是 UTF-8 的文本。请把通知的文字存成 txt 再试。`);
  }
};

/** The year a file holds, as JSON or in the notice's own words. */
const calendarIn = (file: string, year: number | null): HolidayYear => {
  const text = textOf(file);
  const read = /^\s*\{/u.test(text) ? readHolidayJson(text) : readHolidayNotice(text, year);
  if (!read.ok) throw new Refusal(`${file}:没有采用。${read.faults.join(';')}。`);
  if (year !== null && read.calendar.year !== year) throw new Refusal(`${file}:里面是${read.calendar.year}年。`);
  return read.calendar;
};

const listYears = async (): Promise<void> => {
  const { years, faults } = await loadHolidays(dataDirOf());
  for (const { year, source } of BUILT_IN_YEARS) console.log(`${year} 内置 ${source}`);
  for (const { year, source } of years) console.log(`${year} 已录入 ${source}`);
  if (faults.length > 0) throw new Refusal(faults.join('。'));
};

/** Checks a year's calendar and, unless only checking, puts it into the data folder. */
const main = async (args: string[]): Promise<void> => {
  const { file, year, checks } = argumentsOf(args);
  if (file === undefined) return listYears();
  const calendar = calendarIn(file, year);
  console.log([`${calendar.year}年放假安排`, ...sayHolidays(calendar)].join('\n'));
  if (checks) return console.log('检查通过,没有写入。');
  const path = await saveHolidays(dataDirOf(), calendar).catch(() => {
    throw new Refusal('写不进数据文件夹,请检查 DATA_DIR 的权限和磁盘。');
  });
  console.log(`已写入 ${path},重新启动后所有群生效。`);
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  console.error((error instanceof Refusal ? error.message : '出错了,没有写入。').replace(/\s+/gu, ' '));
  process.exitCode = 1;
}
