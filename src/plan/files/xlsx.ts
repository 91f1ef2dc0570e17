import type { Block } from '../table/table.ts';
import { openPackage } from './package.ts';
import { blocksOfWorkbook } from './xlsx/blocks-of-workbook.ts';
import { leanPackage } from './xlsx/lean-package.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';

/**
 * The lines and tables of an xlsx, sheet by sheet. Hidden rows are marked, a hidden sheet is one hidden row that names it.
 * Throws BanjieError `unreadable-document` with a Chinese sentence for anything that is no sound xlsx.
 */
export const xlsxBlocks = async (bytes: Uint8Array): Promise<Block[]> =>
  blocksOfWorkbook(await readWorkbook(await leanPackage(await openPackage(bytes))));
