import WordExtractor from 'word-extractor';
import { BanjieError } from '../../banjie-error.ts';
import type { Block } from '../table/table.ts';
import { checkWordContainer, DAMAGED } from './compound-file.ts';
import { blocksOfDocText } from './doc-rows.ts';
import { LOCKED, MOST_BYTES, TOO_LARGE, unreadable } from './unreadable.ts';

/** [MS-DOC] 2.5.2, fEncrypted. */
const ENCRYPTED = 0x0100;

/** The library turns “ ” into plain quotes unless told not to; its types do not know that. */
interface Extracted {
  getBody(options: { filterUnicode: boolean }): string;
  getTextboxes(options: { filterUnicode: boolean; includeHeadersAndFooters: boolean }): string;
}

/**
 * The lines and tables of an old Word file (.doc, Word 97 to 2003), text boxes at the end. Automatic numbers are not
 * in it; Word works them out when it shows the file.
 * Throws BanjieError `unreadable-document` with a Chinese sentence that names the way out: saving it as docx.
 */
export const docBlocks = async (bytes: Uint8Array): Promise<Block[]> => {
  if (bytes.length > MOST_BYTES) throw unreadable(TOO_LARGE);
  try {
    if (checkWordContainer(bytes) & ENCRYPTED) throw unreadable(LOCKED);
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
    const extracted = (await new WordExtractor().extract(buffer)) as unknown as Extracted;
    const body = extracted.getBody({ filterUnicode: false });
    const boxes = extracted.getTextboxes({ filterUnicode: false, includeHeadersAndFooters: false });
    return blocksOfDocText(boxes.trim() === '' ? body : `${body}\n${boxes}`);
  } catch (error) {
    throw error instanceof BanjieError ? error : unreadable(DAMAGED, error);
  }
};
