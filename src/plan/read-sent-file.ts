import { kindOf } from './files/kind.ts';
import { openPackage } from './files/package.ts';
import { MARK_SHEET } from './ledger/ledger-mark.ts';
import type { LedgerReading } from './ledger/read-ledger.ts';
import type { PlanReading } from './plan-draft.ts';
import type { ReadingOptions } from './plan-year-of.ts';
import { readPlanFile } from './read-plan-file.ts';

/** What a file that was sent is: a plan, or a ledger the bot handed out before. */
export type SentFile = { kind: 'plan'; reading: PlanReading } | { kind: 'ledger'; reading: LedgerReading };

/** Whether a workbook names the hidden sheet is seen without reading its cells. */
const maybeLedger = async (bytes: Uint8Array): Promise<boolean> => {
  if (kindOf(bytes) !== 'zip') return false;
  const source = await openPackage(bytes);
  const book = 'xl/workbook.xml';
  return source.has(book) && (await source.text(book)).includes(MARK_SHEET);
};

/**
 * Reads a file as what it is. `name` is its file name as sent.
 * Throws BanjieError `unreadable-document` as {@link readPlanFile} does.
 */
export const readSentFile = async (bytes: Uint8Array, name: string, options: ReadingOptions): Promise<SentFile> => {
  if (await maybeLedger(bytes)) {
    const { xlsxLedger } = await import('./files/xlsx.ts');
    const reading = await xlsxLedger(bytes);
    if (reading) return { kind: 'ledger', reading };
  }
  return { kind: 'plan', reading: await readPlanFile(bytes, name, options) };
};
