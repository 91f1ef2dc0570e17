import { BanjieError } from '../../banjie-error.ts';

/** A document that cannot be read. `sentence` is for the person: why, and the way out. */
export const unreadable = (sentence: string, cause?: unknown): BanjieError =>
  new BanjieError('unreadable-document', sentence, { cause });

/** A file larger than this, in bytes, is no plan. */
export const MOST_BYTES = 10 * 1024 * 1024;

export const BROKEN = '文件损坏或没有传完整,打不开。请用 Word 或 WPS 打开后另存一份重发,或直接粘贴文字。';
export const LOCKED = '文件有密码,读不了。请在 Word 或 WPS 里取消密码后另存重发,或直接粘贴文字。';
export const TOO_LARGE = '文件超过 10 MB。请删去图片等附件,只留计划正文后重发。';
export const TOO_LARGE_UNPACKED = '文件解开后太大,不像一份计划。请只留计划正文,另存为新文件后重发,或直接粘贴文字。';
