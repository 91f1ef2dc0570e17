import { type CellValue, type Sheet as HucreSheet, readXlsx } from 'hucre';
import { BROKEN, unreadable } from '../unreadable.ts';
import { dateText } from './date-text.ts';
import { numberText } from './number-text.ts';
import { wordsText } from './words-text.ts';
import { MOST_COLUMNS, MOST_ROWS, MOST_SHEETS, type Sheet, type Workbook } from './workbook.ts';

/** `A1:GR20000`. */
const RANGE = `A1:GR${MOST_ROWS}`;

const cellText = (value: CellValue, sheet: HucreSheet, row: number, column: number, from1904: boolean): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'string') {
    const isFault = value.startsWith('#') && sheet.cells?.get(`${row},${column}`)?.type === 'error';
    return isFault ? '' : wordsText(value);
  }
  const format = sheet.cells?.get(`${row},${column}`)?.style?.numFmt ?? '';
  return value instanceof Date ? dateText(value, format) : numberText(value, format, from1904);
};

const sheetOf = (sheet: HucreSheet, from1904: boolean): Sheet => ({
  name: wordsText(sheet.name),
  hidden: sheet.hidden === true || sheet.veryHidden === true,
  cells: sheet.rows.map((row, r) => row.map((value, c) => cellText(value, sheet, r, c, from1904))),
  merges: (sheet.merges ?? []).map((merge) => ({
    top: merge.startRow,
    left: merge.startCol,
    bottom: merge.endRow,
    right: merge.endCol,
  })),
  hiddenRows: new Set([...(sheet.rowDefs ?? [])].filter(([, row]) => row.hidden === true).map(([at]) => at)),
  hiddenColumns: new Set(
    (sheet.columns ?? []).slice(0, MOST_COLUMNS).flatMap((column, at) => (column.hidden === true ? [at] : [])),
  ),
});

/**
 * The sheets of an xlsx: formulas as the values last computed, faults (#REF!) as nothing, text as it is (`=cmd` too).
 * Throws BanjieError `unreadable-document`.
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<Workbook> => {
  try {
    const book = await readXlsx(bytes, {
      readStyles: true,
      range: RANGE,
      sheets: (_, index) => index < MOST_SHEETS,
    });
    const from1904 = book.dateSystem === '1904';
    return { sheets: book.sheets.map((sheet) => sheetOf(sheet, from1904)), from1904 };
  } catch (error) {
    throw unreadable(BROKEN, error);
  }
};
