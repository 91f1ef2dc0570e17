import { type LedgerReading, ledgerOf } from '../ledger/read-ledger.ts';
import type { Block } from '../table/table.ts';
import { openPackage } from './package.ts';
import { blocksOfWorkbook } from './xlsx/blocks-of-workbook.ts';
import { leanPackage } from './xlsx/lean-package.ts';
import { readWorkbook } from './xlsx/read-workbook.ts';
import type { Workbook } from './xlsx/workbook.ts';

const workbookIn = async (bytes: Uint8Array): Promise<Workbook> =>
  readWorkbook(await leanPackage(await openPackage(bytes)));

/**
 * The lines and tables of an xlsx, sheet by sheet. Hidden rows are marked, a hidden sheet is one hidden row that names it.
 * Throws BanjieError `unreadable-document` with a Chinese sentence for anything that is no sound xlsx.
 */
export const xlsxBlocks = async (bytes: Uint8Array): Promise<Block[]> => blocksOfWorkbook(await workbookIn(bytes));

/** The ledger an xlsx is, undefined when nothing marks it as one. Throws as {@link xlsxBlocks} does. */
export const xlsxLedger = async (bytes: Uint8Array): Promise<LedgerReading | undefined> =>
  ledgerOf(await workbookIn(bytes));
