import { BanjieError } from '../../banjie-error.ts';
import type { Said } from '../command.ts';
import type { IncomingFile } from '../message.ts';
import { rawFrom } from '../normalise.ts';

/** 放假安排 as said. */
export interface HolidaysSaid {
  /** The year named; null when none was. */
  year: number | null;
  /** 确认放假安排: it is to hold from now on. */
  confirms: boolean;
  /** The notice: pasted behind, in a file, or quoted; empty when there is none. */
  text: string;
  files: IncomingFile[];
  /** Why a file could not be read, as a sentence. */
  fault: string | null;
}

/** A notice is two or three pages of text. */
const LARGEST_FILE = 1_000_000;
const FRONT =
  /^(?:设置 ?|录入 ?|导入 ?|查看 ?)?(?<confirms>确认 ?)?(?:(?<before>20\d\d) ?年?(?:的)?)?(?:放假|节假日|假期)(?:安排|通知|日历)(?: ?(?<behind>20\d\d) ?年?)?(?<end>$|[ :,。\n])/;

/** 放假安排 · 放假安排 2027 with the notice behind it, in a file or quoted · 确认放假安排 2027 …. undefined when it is none of it. */
export const readHolidays = (said: Said): HolidaysSaid | undefined => {
  const found = FRONT.exec(said.text);
  if (!found) return undefined;
  const { confirms, before, behind } = found.groups ?? {};
  const year = before ?? behind;
  const pasted = rawFrom(said, found[0].length);
  const { files, quotedText } = said.message;
  return {
    year: year === undefined ? null : Number(year),
    confirms: confirms !== undefined,
    text: pasted !== '' || files.length > 0 ? pasted : (quotedText ?? ''),
    files,
    fault: null,
  };
};

const NO_TEXT = '放假通知请贴成文字,或发 UTF-8 的 txt 文件;别的格式读不了';

/** Reads the notice's file, if one came with it. What cannot be read becomes a sentence; the store's own faults are passed on. */
export const readNoticeFile = async (said: HolidaysSaid): Promise<HolidaysSaid> => {
  const [file] = said.files;
  if (said.text !== '' || !file) return said;
  try {
    const bytes = await file.read(LARGEST_FILE);
    return { ...said, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof BanjieError && error.code === 'store-unavailable') throw error;
    return { ...said, fault: NO_TEXT };
  }
};
