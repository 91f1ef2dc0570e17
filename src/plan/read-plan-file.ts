import { isLocked, kindOf, oleKindOf } from './files/kind.ts';
import { openPackage } from './files/package.ts';
import { LOCKED, MOST_BYTES, TOO_LARGE, unreadable } from './files/unreadable.ts';
import type { PlanReading } from './plan-draft.ts';
import type { ReadingOptions } from './plan-year-of.ts';
import { readBlocks } from './read-blocks.ts';
import type { Block } from './table/table.ts';
import { blocksOfText } from './text/blocks-of-text.ts';
import { decodeText } from './text/decode.ts';

/** A plan has some hundred tasks; more than this no one can look through before confirming. */
const MOST_TASKS = 5_000;
/** All words of a reading, in UTF-16 units. A heading is told again in each task under it, so a reading can outgrow its file. */
const MOST_WORDS = 20_000_000;

const EMPTY = '文件是空的。请换一个有内容的文件,或直接粘贴文字。';
const NO_PLAN_INSIDE = '这是压缩文件。请解压后把里面的计划(docx、xlsx、txt 或 md)发过来。';
const TOO_MANY_WORDS = '内容太多,不像一份计划。请分成几个文件后重发。';
const tooMany = (tasks: number): string =>
  `文件里读出${tasks}项任务,一次最多${MOST_TASKS}项。请分成几个文件后分别导入。`;

/** Files that hold no words we can read, and what to do with them. */
const WAYS_OUT = {
  pdf: '这是 PDF 文件,读不了。请用 Word 或 WPS 打开后另存为 docx 重发,或复制其中的文字粘贴过来。',
  picture: '这是图片,读不出文字。请直接粘贴文字。',
  archive: NO_PLAN_INSIDE,
  rtf: '这是 RTF 文件,读不了。请用 Word 或 WPS 打开后另存为 docx 重发,或直接粘贴文字。',
  web: '这是网页格式的文件,读不了。请用 Word 或 WPS 打开后另存为 docx 或 xlsx 重发,或直接粘贴文字。',
} as const;

/** Packages of other programs, by a part or folder each of them has. */
const OTHER_PACKAGES: ReadonlyArray<readonly [part: RegExp, sentence: string]> = [
  [/^xl\/workbook\.bin$/iu, '这是 xlsb 表格,读不了。请用 Excel 或 WPS 打开后另存为 xlsx 重发。'],
  [/^ppt\//iu, '这是演示文稿,读不了。请把其中的计划另存为 docx,或直接粘贴文字。'],
  [/^content\.xml$/iu, '这是 OpenDocument 文件,读不了。请用 Word 或 WPS 打开后另存为 docx 或 xlsx 重发。'],
];

/** Characters with nothing to show; they would hide in titles and break the formats these are written to. */
const CONTROLS = /(?![\t\n\v\f\r])\p{Cc}/gu;

/** The readers of packages and old files are loaded when such a file comes; a text needs none of them. */
const blocksOfPackage = async (bytes: Uint8Array): Promise<Block[]> => {
  const { names } = await openPackage(bytes);
  const other = OTHER_PACKAGES.find(([part]) => names.some((name) => part.test(name)));
  if (other) throw unreadable(other[1]);
  if (names.some((name) => /^word\//iu.test(name)))
    return (await import('./files/docx/docx-blocks.ts')).docxBlocks(bytes);
  if (names.some((name) => /^xl\//iu.test(name))) return (await import('./files/xlsx.ts')).xlsxBlocks(bytes);
  throw unreadable(NO_PLAN_INSIDE);
};

const blocksOfContainer = async (bytes: Uint8Array): Promise<Block[]> => {
  if (isLocked(bytes)) throw unreadable(LOCKED);
  const kind = oleKindOf(bytes);
  if (kind === 'word') return (await import('./files/doc.ts')).docBlocks(bytes);
  throw unreadable(
    kind === 'excel'
      ? '这是旧版 Excel 文件(xls),读不了。请用 Excel 或 WPS 打开后另存为 xlsx 重发。'
      : '这不是 Word 或 Excel 文件,读不了。请另存为 docx、xlsx 或 txt 后重发,或直接粘贴文字。',
  );
};

/** Every reader gives the same neutral lines and tables; which one is chosen by what the file is, not by its name. */
const blocksOfFile = async (bytes: Uint8Array): Promise<Block[]> => {
  if (bytes.length === 0) throw unreadable(EMPTY);
  if (bytes.length > MOST_BYTES) throw unreadable(TOO_LARGE);
  const kind = kindOf(bytes);
  if (kind === 'zip') return blocksOfPackage(bytes);
  if (kind === 'ole') return blocksOfContainer(bytes);
  if (kind !== 'text') throw unreadable(WAYS_OUT[kind]);
  return blocksOfText(decodeText(bytes).replaceAll(CONTROLS, ''));
};

const wordsOf = (reading: PlanReading): number => {
  let words = 0;
  for (const { text } of reading.skipped) words += text.length;
  for (const { tasks } of reading.plans)
    for (const task of tasks) for (const text of [task.text, task.title, ...task.section]) words += text.length;
  return words;
};

/** Throws BanjieError `unreadable-document` when a reading is more than anybody could look through. */
const checkSize = (reading: PlanReading): void => {
  const tasks = reading.plans.reduce((sum, plan) => sum + plan.tasks.length, 0);
  if (tasks > MOST_TASKS) throw unreadable(tooMany(tasks));
  if (wordsOf(reading) > MOST_WORDS) throw unreadable(TOO_MANY_WORDS);
};

/** A plan without a title of its own goes by its file's name. */
const titleOfFile = (name: string): string => name.replace(/^.*[\\/]/su, '').replace(/\.[A-Za-z]{1,5}$/u, '');

/**
 * What a plan file says: txt, md, docx, doc or xlsx, known by its content. `name` is its file name as sent.
 * Throws BanjieError `unreadable-document` with a Chinese sentence that says why and the way out.
 */
export const readPlanFile = async (bytes: Uint8Array, name: string, options: ReadingOptions): Promise<PlanReading> => {
  const reading = readBlocks(await blocksOfFile(bytes), options);
  checkSize(reading);
  const title = titleOfFile(name);
  return { ...reading, plans: reading.plans.map((plan) => (plan.title === '' ? { ...plan, title } : plan)) };
};
