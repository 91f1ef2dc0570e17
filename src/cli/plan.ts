import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { BanjieError } from '../banjie-error.ts';
import { dateOf } from '../calendar/date.ts';
import { readDocument } from '../documents/read-document.ts';
import { MOST_BYTES, TOO_LARGE } from '../plan/files/unreadable.ts';
import type { PlanReading } from '../plan/plan-draft.ts';
import type { ReadingOptions } from '../plan/plan-year-of.ts';
import { planJson, planListing } from './plan-listing.ts';

const USAGE = '用法:npm run --silent plan -- 文件 [--year 年份] [--json]';

/** A refusal: one line for the person at the terminal. */
class Refusal extends Error {}

const argumentsOf = (args: string[]): { file: string; year: number | null; json: boolean } => {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch {
    throw new Refusal(`看不懂参数。${USAGE}`);
  }
  const [file, ...rest] = parsed.positionals;
  if (file === undefined || rest.length > 0) throw new Refusal(`请给出一个计划文件。${USAGE}`);
  const { year } = parsed.values;
  if (year !== undefined && !/^[12]\d{3}$/u.test(year)) throw new Refusal('年份应为四位数字,例如 --year 2026。');
  return { file, year: year === undefined ? null : Number(year), json: parsed.values.json === true };
};

const parse = (args: string[]) =>
  parseArgs({ args, allowPositionals: true, options: { year: { type: 'string' }, json: { type: 'boolean' } } });

const UNREADABLE: ReadonlyMap<unknown, string> = new Map([
  ['ENOENT', '没有这个文件,请核对路径'],
  ['EISDIR', '这是一个文件夹,请给出其中的文件'],
  ['EACCES', '没有读取权限,请检查文件权限'],
]);

const bytesOf = (file: string): Uint8Array => {
  try {
    const found = statSync(file);
    // A device or a pipe may never end, and reading the folder says so itself.
    if (!found.isFile() && !found.isDirectory()) throw new Refusal(`${file}:这不是普通文件,请换一个文件。`);
    if (found.size > MOST_BYTES) throw new Refusal(`${file}:${TOO_LARGE}`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    throw new Refusal(`${file}:${UNREADABLE.get(code) ?? '文件打不开,请检查磁盘或换一个文件'}。`);
  }
};

/** The reading, as an import would have it; what cannot be read is named. */
const readingOf = async (file: string, options: ReadingOptions): Promise<PlanReading> => {
  const bytes = bytesOf(file);
  try {
    return await readDocument(bytes, basename(file), options);
  } catch (error) {
    if (!(error instanceof BanjieError)) throw error;
    throw new Refusal(`${file}:${error.message}`);
  }
};

/** Prints what an import of a file would create; writes nothing. */
const main = async (args: string[]): Promise<void> => {
  const { file, year, json } = argumentsOf(args);
  const reading = await readingOf(file, { year, today: dateOf(Date.now()) });
  console.log(json ? JSON.stringify(planJson(reading), null, 1) : planListing(reading));
};

try {
  await main(process.argv.slice(2));
} catch (error) {
  const sentence = error instanceof Refusal ? error.message : '读取时出错,请把文件另存为 docx 或 txt 后再试。';
  console.error(sentence.replace(/\s+/gu, ' '));
  process.exitCode = 1;
}
