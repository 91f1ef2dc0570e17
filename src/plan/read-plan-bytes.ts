import { BanjieError } from '../banjie-error.ts';
import type { PlanReading } from './plan-draft.ts';
import { type ReadingOptions, readBlocks } from './read-blocks.ts';
import type { Block } from './table/table.ts';
import { blocksOfText } from './text/blocks-of-text.ts';
import { decodeText } from './text/decode.ts';

/** A plan is a few pages; a larger file is something else, and a stranger may have sent it. */
const MOST_BYTES = 10 * 1024 * 1024;

/** Files known by their first bytes that hold no plain text, and what to do with them. */
const SIGNATURES: ReadonlyArray<readonly [bytes: readonly number[], sentence: string]> = [
  [[0x50, 0x4b, 0x03, 0x04], '这是 Word、Excel 或压缩文件,目前只能读 txt 和 md。请另存为 txt 后重发,或直接粘贴文字。'],
  [[0xd0, 0xcf, 0x11, 0xe0], '这是旧版 Word 或 Excel 文件,目前只能读 txt 和 md。请另存为 txt 后重发,或直接粘贴文字。'],
  [[0x25, 0x50, 0x44, 0x46], '这是 PDF 文件,目前只能读 txt 和 md。请复制其中的文字粘贴过来。'],
  [[0x89, 0x50, 0x4e, 0x47], '这是图片,读不出文字。请直接粘贴文字。'],
  [[0xff, 0xd8, 0xff], '这是图片,读不出文字。请直接粘贴文字。'],
];

const refuse = (sentence: string): never => {
  throw new BanjieError('unreadable-document', sentence);
};

/** Every reader gives the same neutral lines and tables; which one is chosen by what the file is, not by its name. */
const blocksOfBytes = (bytes: Uint8Array): Block[] => {
  if (bytes.length === 0) refuse('文件是空的。请换一个有内容的文件,或直接粘贴文字。');
  if (bytes.length > MOST_BYTES) refuse('文件超过 10 MB。请删去图片等附件,只留计划正文后重发。');
  const known = SIGNATURES.find(([signature]) => signature.every((byte, i) => bytes[i] === byte));
  if (known) refuse(known[1]);
  return blocksOfText(decodeText(bytes));
};

/**
 * What a plan file says. `name` is its file name as sent.
 * Throws BanjieError `unreadable-document` with a Chinese sentence that says why and the way out.
 */
export const readPlanBytes = (bytes: Uint8Array, name: string, options: ReadingOptions): PlanReading => {
  const reading = readBlocks(blocksOfBytes(bytes), options);
  return {
    ...reading,
    plans: reading.plans.map((plan) => (plan.title === '' ? { ...plan, title: titleOfFile(name) } : plan)),
  };
};

/** A plan without a title of its own goes by its file's name. */
const titleOfFile = (name: string): string => name.replace(/^.*[\\/]/u, '').replace(/\.[A-Za-z]{1,5}$/u, '');
