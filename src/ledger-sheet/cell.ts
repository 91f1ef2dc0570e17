import { isIsoDate } from '../calendar/date.ts';
import { wordsText } from '../plan/files/xlsx/words-text.ts';
import type { LedgerColumn } from '../plan/ledger/ledger-columns.ts';
import { readDay } from './day-cell.ts';

/** What stands in a cell: words, a whole number, a day, a share (1 is 100 %), or nothing. */
export type LedgerCell = null | string | number | { day: string } | { share: number };

/** A cell holds 32,767 characters; what is longer is cut, and told from an edit by being cut the same way. */
const LONGEST = 32_000;

/** Not allowed in XML, whatever a program lets people type: half characters, and two that are none. */
const NOT_IN_XML = /\p{Cs}|[\ufffe\uffff]/gu;

/** People's text as a cell holds it. */
export const cellWords = (text: string): string => {
  const words = wordsText(text.replace(NOT_IN_XML, ''));
  return words.length <= LONGEST ? words : `${words.slice(0, LONGEST).replace(/\p{Cs}/gu, '…')}…`;
};

/** True for words that are not all in their cell. */
export const isCut = (cell: LedgerCell): boolean => typeof cell === 'string' && cell.length > LONGEST;

/** A cell's words where width, spaces and line breaks do not matter. */
export const bareWords = (words: string): string => words.normalize('NFKC').replace(/\s+/gu, '');

const DAYS: ReadonlySet<LedgerColumn> = new Set(['完成时限', '原定时限', '办结日期', '销号日期']);

/** What a handed-out cell shows. */
const shownOf = (cell: LedgerCell): string => {
  if (cell === null) return '';
  if (typeof cell === 'object') return 'day' in cell ? cell.day : `${Math.round(cell.share * 100)}%`;
  return `${cell}`;
};

/**
 * True when a cell that came back says what was handed out. Days are compared as days, however they are written; words
 * without their spaces, which office programs change as they like.
 * @param year what a day without a year means
 */
export const isSameCell = (column: LedgerColumn, cell: LedgerCell, came: string, year: number): boolean => {
  const shown = shownOf(cell);
  if (bareWords(shown) === bareWords(came)) return true;
  // A share whose cell lost its format shows as the number it is.
  if (typeof cell === 'object' && cell !== null && 'share' in cell) return came !== '' && Number(came) === cell.share;
  return DAYS.has(column) && isIsoDate(shown) && readDay(came, year) === shown;
};
