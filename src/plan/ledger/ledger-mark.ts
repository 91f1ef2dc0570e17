import type { Instant } from '../../calendar/date.ts';
import { readRanges, sayRanges } from './number-ranges.ts';

/** What a ledger that was handed out says of itself, in a sheet hidden in it. */
export interface LedgerMark {
  /** Tells the group it is of, without naming it. */
  seal: string;
  /** What it holds is as of this moment … */
  asOf: Instant;
  /** … after the group's change of this number, 0 before the first: exact, where two things happen in one moment. */
  change: number;
  /** The plan year: what a date without a year means, and where new rows belong. */
  year: number;
  /** The tasks it was handed out with. */
  numbers: number[];
}

/** The format this program writes. One that is newer is not read. */
export const LEDGER_FORMAT = 1;

/** The hidden sheet. A file without it is a plan like any other. */
export const MARK_SHEET = '办结台账信息';

/** Numbers go over several rows: a cell holds 32,767 characters. */
const RANGE_CHARACTERS = 30_000;
const NUMBERS = '任务';

const inPieces = (text: string): string[] => {
  const pieces = [''];
  for (const part of text.split(',')) {
    const last = pieces.at(-1) ?? '';
    if (last.length + part.length > RANGE_CHARACTERS) pieces.push(part);
    else pieces[pieces.length - 1] = last === '' ? part : `${last},${part}`;
  }
  return pieces;
};

/** The rows of the hidden sheet, name and value. */
export const markRows = ({ seal, asOf, change, year, numbers }: LedgerMark): [string, string][] => [
  ['格式', `${LEDGER_FORMAT}`],
  ['工作群', seal],
  ['截至', `${asOf}`],
  ['改动', `${change}`],
  ['年度', `${year}`],
  ...inPieces(sayRanges(numbers)).map((piece): [string, string] => [NUMBERS, piece]),
  ['说明', '办结靠这张表认出台账,请不要改动或删除'],
];

const wholeOf = (text: string | undefined): number | undefined => {
  if (text === undefined || !/^\d{1,15}$/.test(text)) return undefined;
  return Number(text);
};

/** The mark of the hidden sheet's rows; `newer` when a later program wrote it, `broken` when it makes no sense. */
export const readMark = (rows: readonly (readonly string[])[]): LedgerMark | 'newer' | 'broken' => {
  const said = new Map(rows.map(([name = '', value = '']) => [name, value]));
  const format = wholeOf(said.get('格式'));
  if (format !== undefined && format > LEDGER_FORMAT) return 'newer';
  const seal = said.get('工作群');
  const [asOf, change, year] = [wholeOf(said.get('截至')), wholeOf(said.get('改动')), wholeOf(said.get('年度'))];
  const ranges = rows.flatMap(([name, value = '']) => (name === NUMBERS && value !== '' ? [value] : []));
  const numbers = readRanges(ranges.join(','));
  if (format !== LEDGER_FORMAT || seal === undefined || !/^[0-9a-f]{8,64}$/.test(seal)) return 'broken';
  if (asOf === undefined || change === undefined || year === undefined || numbers === undefined) return 'broken';
  if (year < 1000 || year > 9999) return 'broken';
  return { seal, asOf, change, year, numbers };
};
