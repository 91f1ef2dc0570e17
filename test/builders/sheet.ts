import { type CellStyle, type CellValue, writeXlsx } from 'hucre';
import { xlsxBlocks } from '../../src/plan/files/xlsx.ts';
import type { ReadingOptions } from '../../src/plan/plan-year-of.ts';
import { readBlocks } from '../../src/plan/read-blocks.ts';
import type { Block } from '../../src/plan/table/table.ts';
import { zipOf } from './zip.ts';

/** `B2:C3`-like spans of merged cells, 0-based: top, left, bottom, right. */
export type Span = readonly [top: number, left: number, bottom: number, right: number];

export interface WrittenSheet {
  name?: string;
  rows: CellValue[][];
  merges?: readonly Span[];
  /** Number formats by `row,column`. */
  formats?: Record<string, string>;
  hidden?: boolean;
}

/** An xlsx as a program writes it. */
export const writtenXlsx = (...sheets: readonly WrittenSheet[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, rows, merges = [], formats = {}, hidden = false }, at) => ({
      name: name ?? `Sheet${at + 1}`,
      rows,
      hidden,
      merges: merges.map(([startRow, startCol, endRow, endCol]) => ({ startRow, startCol, endRow, endCol })),
      cells: new Map(
        Object.entries(formats).map(([place, numFmt]): [string, { style: CellStyle; value: CellValue }] => {
          const [row = 0, column = 0] = place.split(',').map(Number);
          return [place, { style: { numFmt }, value: rows[row]?.[column] ?? null }];
        }),
      ),
    })),
  });

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

export interface RawSheet {
  name?: string;
  /** Everything inside `<worksheet>`. */
  xml: string;
  state?: 'hidden' | 'veryHidden';
  /** What the workbook says the sheet is. */
  kind?: 'worksheet' | 'chartsheet';
}

export interface RawWorkbook {
  sheets: readonly RawSheet[];
  /** The inside of each shared string. */
  strings?: readonly string[];
  /** Number format ids of the cell styles, in order; ids from 164 on are given by `formats`. */
  styles?: readonly number[];
  formats?: Record<number, string>;
  from1904?: boolean;
  /** More parts, by name. */
  beside?: Record<string, string>;
}

const stylesOf = ({ styles = [], formats = {} }: RawWorkbook): string =>
  `<styleSheet xmlns="${MAIN}"><numFmts>${Object.entries(formats)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
    .join('')}</numFmts><cellXfs>${styles.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** An xlsx part by part, for what the writer cannot write. */
export const rawXlsx = (book: RawWorkbook): Uint8Array =>
  zipOf([
    { name: '[Content_Types].xml', data: `<Types xmlns="${PACKAGE}/content-types"/>` },
    {
      name: '_rels/.rels',
      data: `<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${book.from1904 ? ' date1904="1"' : ''}/><sheets>${book.sheets
        .map(
          ({ name, state }, at) =>
            `<sheet name="${name ?? `Sheet${at + 1}`}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
        )
        .join('')}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships>${book.sheets
        .map(({ kind = 'worksheet' }, at) => relation(`rId${at + 1}`, kind, `worksheets/sheet${at + 1}.xml`))
        .join(
          '',
        )}${relation('rId901', 'sharedStrings', 'sharedStrings.xml')}${relation('rId902', 'styles', 'styles.xml')}</Relationships>`,
    },
    {
      name: 'xl/sharedStrings.xml',
      data: `<sst xmlns="${MAIN}">${(book.strings ?? []).map((inside) => `<si>${inside}</si>`).join('')}</sst>`,
    },
    { name: 'xl/styles.xml', data: stylesOf(book) },
    ...book.sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      data: `<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">${xml}</worksheet>`,
    })),
    ...Object.entries(book.beside ?? {}).map(([name, data]) => ({ name, data })),
  ]);

/** `<row>` of words, in columns from A on. */
export const rowXml = (number: number, words: readonly string[], attributes = ''): string =>
  `<row r="${number}" ${attributes}>${words
    .map(
      (word, column) => `<c r="${String.fromCharCode(65 + column)}${number}" t="inlineStr"><is><t>${word}</t></is></c>`,
    )
    .join('')}</row>`;

/** `<sheetData>` of rows of words. */
export const dataXml = (...rows: ReadonlyArray<readonly string[]>): string =>
  `<sheetData>${rows.map((words, at) => rowXml(at + 1, words)).join('')}</sheetData>`;

/** The cells of the first table, a row each; hidden rows begin with `hidden`. */
export const tableOf = (blocks: readonly Block[]): string[][] => {
  const table = blocks.find((block) => block.kind === 'table');
  return table?.kind === 'table'
    ? table.table.rows.map((row) => (row.hidden ? ['hidden', ...row.cells] : row.cells))
    : [];
};

export const linesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.kind === 'line' ? [block.line.text] : []));

export const OPTIONS: ReadingOptions = { year: 2026, today: '2026-01-10' };

/** What an xlsx is read as, from its bytes on. */
export const readXlsxPlan = async (bytes: Uint8Array) => readBlocks(await xlsxBlocks(bytes), OPTIONS);
