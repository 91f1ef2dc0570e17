import type { Cell, CellStyle, CellValue, WriteSheet } from 'hucre';
import { rowHeight } from './row-height.ts';

/** How a cell looks. What is left off is plain. */
export interface Look {
  bold?: true;
  struck?: true;
  /** A title in large letters. */
  title?: true;
  centred?: true;
  /** Background, `RRGGBB`. */
  fill?: string;
  /** How a number or a day is shown; `text` keeps what looks like a formula or a number from becoming one. */
  shows?: 'day' | 'share' | 'text';
}

/** `look` null: as the column looks. The library takes each cell with a look of its own by itself, which costs. */
export interface BookCell {
  value: string | number | null;
  look: Look | null;
}

/** A column. `choices`: what may be picked in it, as a range of another sheet or a few words. */
export interface BookColumn {
  /** In characters. */
  width: number;
  /** How its cells look that look no other way, empty ones too. */
  look: Look;
  choices?: string | string[];
}

/** A sheet, whichever library writes it. */
export interface BookSheet {
  name: string;
  hidden: boolean;
  columns: BookColumn[];
  rows: BookCell[][];
  /** The first row spans the table. */
  hasTitle: boolean;
  /** 0-based row of the head, frozen and filtered; null for a sheet without one. */
  head: number | null;
  /** Columns that stay in sight. */
  frozenColumns: number;
}

/** Rows below the table in which a choice is offered too, for new ones. */
const ROWS_FOR_NEW = 200;

const FORMATS = { day: 'yyyy-mm-dd', share: '0%', text: '@' } as const;
const GREY = { rgb: '808080' };
const LINE = { style: 'thin', color: { rgb: 'BFBFBF' } } as const;
const BORDER = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const styleOf = ({ bold, struck, title, centred, fill, shows }: Look): CellStyle => ({
  font: {
    ...(title ? { name: '黑体', size: 18 } : {}),
    ...(bold ? { bold: true } : {}),
    ...(struck ? { strikethrough: true, color: GREY } : {}),
  },
  alignment: { vertical: 'center', wrapText: true, horizontal: centred || title ? 'center' : 'left' },
  ...(title ? {} : { border: BORDER }),
  ...(fill === undefined ? {} : { fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: fill } } }),
  ...(shows === undefined ? {} : { numFmt: FORMATS[shows] }),
});

/** `A`, `Z`, `AA` of a 0-based column. */
export const letterOf = (column: number): string => {
  const [tens, ones] = [Math.floor(column / 26), column % 26];
  return (tens === 0 ? '' : letterOf(tens - 1)) + String.fromCharCode(65 + ones);
};

/** Text such as `_x0041_` would be read as a sign written by its number ([ECMA-376] 22.4.2.4). */
const escaped = (words: string): string => words.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;
/** Day 0 of a sheet, for days from March 1900 on. */
const DAY_ZERO = Date.UTC(1899, 11, 30);

/** The library takes the names of faults (`#REF!`) for faults, unless they are words with a format of their own. */
const wordsIn = (words: string): Partial<Cell> =>
  words.startsWith('#') ? { richText: [{ text: words }] } : { value: words };

const valueIn = ({ value, look }: BookCell, column: BookColumn | undefined): Partial<Cell> => {
  if (typeof value !== 'string') return { value };
  const isDay = (look ?? column?.look)?.shows === 'day' && ISO_DATE.test(value);
  return isDay ? { value: (Date.parse(value) - DAY_ZERO) / DAY_MS } : wordsIn(escaped(value));
};

const TITLE_HEIGHT = 32;

const heightOf = (row: readonly BookCell[], columns: readonly BookColumn[]): number =>
  row[0]?.look?.title
    ? TITLE_HEIGHT
    : rowHeight(row.map(({ value }, column) => ({ words: `${value ?? ''}`, width: columns[column]?.width ?? 0 })));

const hucreSheet = (sheet: BookSheet, styles: Map<string, CellStyle>): WriteSheet => {
  const { name, hidden, columns, rows, hasTitle, head, frozenColumns } = sheet;
  const styled = (look: Look): CellStyle => {
    const key = JSON.stringify(look);
    const style = styles.get(key) ?? styleOf(look);
    styles.set(key, style);
    return style;
  };
  const cells = new Map<string, Partial<Cell>>();
  const values = rows.map((row, at) =>
    row.map((cell, place): CellValue => {
      const written = valueIn(cell, columns[place]);
      const look = cell.look ?? columns[place]?.look;
      if (look && (cell.look !== null || written.richText))
        cells.set(`${at},${place}`, { ...written, style: styled(look) });
      return written.value ?? null;
    }),
  );
  const last = letterOf(columns.length - 1);
  const first = (head ?? 0) + 2;
  return {
    name,
    hidden,
    columns: columns.map(({ width, look }) => ({ width, style: styled(look) })),
    rows: values,
    cells,
    rowDefs: new Map(rows.map((row, at) => [at, { height: heightOf(row, columns) }])),
    merges: hasTitle ? [{ startRow: 0, startCol: 0, endRow: 0, endCol: columns.length - 1 }] : [],
    dataValidations: columns.flatMap(({ choices }, column) => {
      if (choices === undefined) return [];
      const range = `${letterOf(column)}${first}:${letterOf(column)}${rows.length + ROWS_FOR_NEW}`;
      const list = typeof choices === 'string' ? { formula1: choices } : { values: choices };
      return [{ type: 'list' as const, allowBlank: true, range, ...list }];
    }),
    ...(head === null
      ? {}
      : {
          autoFilter: { range: `A${head + 1}:${last}${Math.max(rows.length, head + 2)}` },
          freezePane: { rows: head + 1, columns: frozenColumns },
        }),
    pageSetup: {
      paperSize: 'a3',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { left: 0.4, right: 0.4, top: 0.5, bottom: 0.6, header: 0.3, footer: 0.3 },
      ...(head === null ? {} : { printTitlesRow: `$1:$${head + 1}` }),
    },
    headerFooter: { oddFooter: '&C第 &P 页,共 &N 页' },
  };
};

/**
 * An xlsx of these sheets. The only file that knows the library that writes it, which is loaded with the first one.
 * The same sheets give the same bytes.
 */
export const writeBook = async (sheets: readonly BookSheet[], at: Date): Promise<Uint8Array> => {
  const { writeXlsx } = await import('hucre');
  const styles = new Map<string, CellStyle>();
  return writeXlsx({
    sheets: sheets.map((sheet) => hucreSheet(sheet, styles)),
    defaultFont: { name: '宋体', size: 11 },
    properties: { creator: '办结', created: at, modified: at },
  });
};
