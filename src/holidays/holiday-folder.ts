import { randomBytes } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { faultsOf, isHolidayYear } from '../calendar/holiday-check.ts';
import type { HolidayYear } from '../calendar/working-days.ts';

/** Where the years loaded after the program was made lie, below the data folder. */
const folderOf = (dataDir: string): string => join(dataDir, 'holidays');

/** The years found, and what is wrong with the files that are left out, a Chinese sentence each. */
export interface LoadedHolidays {
  years: HolidayYear[];
  faults: string[];
}

/** What a file's JSON is, or why it cannot be used. */
export const readHolidayJson = (
  text: string,
): { ok: true; calendar: HolidayYear } | { ok: false; faults: string[] } => {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { ok: false, faults: ['不是 JSON'] };
  }
  if (!isHolidayYear(value)) return { ok: false, faults: ['格式不对,应与 src/calendar/holidays 里的文件相同'] };
  const faults = faultsOf(value);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, calendar: value };
};

const namesIn = async (folder: string): Promise<string[]> => {
  try {
    return (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
};

/** The years in the data folder. A file that is broken is left out whole and named; a folder that cannot be read is too. */
export const loadHolidays = async (dataDir: string): Promise<LoadedHolidays> => {
  const folder = folderOf(dataDir);
  const loaded: LoadedHolidays = { years: [], faults: [] };
  const leaveOut = (name: string, why: string): void => {
    loaded.faults.push(`放假安排文件 ${name} 没有采用:${why}。请用 npm run calendar 重新录入`);
  };
  let names: string[] = [];
  try {
    names = await namesIn(folder);
  } catch {
    leaveOut(folder, '文件夹读不了');
  }
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    const read = text === undefined ? { ok: false as const, faults: ['文件读不了'] } : readHolidayJson(text);
    if (!read.ok) leaveOut(name, read.faults.join(';'));
    else if (name !== `${read.calendar.year}.json`) leaveOut(name, `里面是${read.calendar.year}年,文件名不符`);
    else loaded.years.push(read.calendar);
  }
  return loaded;
};

/** Writes a checked year, whole or not at all; the bot has it from its next start. Gives the path. @throws when it cannot be written */
export const saveHolidays = async (dataDir: string, calendar: HolidayYear): Promise<string> => {
  const folder = folderOf(dataDir);
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${calendar.year}.json`);
  const unfinished = `${path}.${randomBytes(4).toString('hex')}.tmp`;
  try {
    const file = await open(unfinished, 'wx');
    try {
      await file.writeFile(`${JSON.stringify(calendar, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await unlink(unfinished).catch(() => undefined);
    throw error;
  }
  return path;
};
