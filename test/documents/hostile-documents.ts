import { type ZipPart, zipOf } from '../builders/zip.ts';

const MB = 1024 * 1024;
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

const relations = (...targets: (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${RELATIONS}">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

const typesOf = (parts: readonly (readonly [part: string, type: string])[]): string =>
  `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts
    .map(
      ([part, type]) =>
        `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
    )
    .join('')}</Types>`;

/** A docx whose body is this XML, with a document type declaration where one is given. */
const docx = (body: string, doctype = '', more: ZipPart[] = []): Uint8Array =>
  zipOf([
    { name: '[Content_Types].xml', data: typesOf([['word/document.xml', 'wordprocessingml.document.main']]) },
    { name: '_rels/.rels', data: relations(['officeDocument', 'word/document.xml']) },
    {
      name: 'word/document.xml',
      stored: true,
      data: `${doctype}<w:document xmlns:w="${WORD}"><w:body>${body}</w:body></w:document>`,
    },
    ...more,
  ]);

/** An xlsx of one sheet with these rows and, where given, these shared strings. */
const xlsx = (rows: string, strings = ''): Uint8Array =>
  zipOf([
    {
      name: '[Content_Types].xml',
      data: typesOf([
        ['xl/workbook.xml', 'spreadsheetml.sheet.main'],
        ['xl/worksheets/sheet1.xml', 'spreadsheetml.worksheet'],
        ['xl/sharedStrings.xml', 'spreadsheetml.sharedStrings'],
      ]),
    },
    { name: '_rels/.rels', data: relations(['officeDocument', 'xl/workbook.xml']) },
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${SHEET}" xmlns:r="${OFFICE}"><sheets><sheet name="计划" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: relations(['worksheet', 'worksheets/sheet1.xml'], ['sharedStrings', 'sharedStrings.xml']),
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet xmlns="${SHEET}"><sheetData>${rows}</sheetData></worksheet>`,
    },
    { name: 'xl/sharedStrings.xml', data: strings || `<sst xmlns="${SHEET}"/>` },
  ]);

const paragraph = (text: string): string => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
const cell = (place: string, text: string): string => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const nested = (element: string, depth: number, inside: string): string =>
  `<${element}>`.repeat(depth) + inside + `</${element}>`.repeat(depth);

/** Ten entities, each ten of the one before: a billion laughs. */
const LAUGHS = `<!DOCTYPE x [<!ENTITY a0 "哈">${Array.from(
  { length: 10 },
  (_, i) => `<!ENTITY a${i + 1} "${`&a${i};`.repeat(10)}">`,
).join('')}]>`;

/** Files that try to take the reader's time, memory or secrets. */
export const HOSTILE_FILES: ReadonlyArray<readonly [name: string, bytes: () => Uint8Array]> = [
  ['zeros.docx', () => docx('', '', [{ name: 'word/media/a.bmp', data: Buffer.alloc(300 * MB) }])],
  ['spaces.docx', () => docx(paragraph(' '.repeat(9 * MB)))],
  ['laughs.docx', () => docx(paragraph('&a10;'), LAUGHS)],
  [
    'laughs.xlsx',
    () =>
      xlsx(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row>',
        `${LAUGHS}<sst xmlns="${SHEET}"><si><t>&a10;</t></si></sst>`,
      ),
  ],
  ['secrets.docx', () => docx(paragraph('&a;'), '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>')],
  ['deep-tables.docx', () => docx(nested('w:tbl', 100_000, ''))],
  [
    'deep-cells.docx',
    () =>
      docx(
        nested('w:tbl><w:tr><w:tc', 20_000, paragraph('4月开会')).replaceAll(
          '</w:tbl><w:tr><w:tc>',
          '</w:tc></w:tr></w:tbl>',
        ),
      ),
  ],
  ['deep-text.docx', () => docx(nested('w:sdt', 200_000, paragraph('4月开会')))],
  ['open-tags.docx', () => docx('<w:p>'.repeat(300_000))],
  [
    'wide-spans.docx',
    () =>
      docx(
        `<w:tbl>${'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr></w:tc></w:tr>'.repeat(2_000)}</w:tbl>`,
      ),
  ],
  ['empty-paragraphs.docx', () => docx(Array.from({ length: 400_000 }, (_, i) => `<w:p w:id="${i}"/>`).join(''))],
  ['one-line.docx', () => docx(paragraph('责任领导:张三、'.repeat(120_000)))],
  [
    'far-cell.xlsx',
    () => xlsx(`<row r="1">${cell('A1', '任务')}</row><row r="1048576">${cell('XFD1048576', '远')}</row>`),
  ],
  [
    'far-cells.xlsx',
    () =>
      xlsx(
        Array.from(
          { length: 3_000 },
          (_, i) => `<row r="${(i + 1) * 300}">${cell(`XFD${(i + 1) * 300}`, `远${i}`)}</row>`,
        ).join(''),
      ),
  ],
  ['beyond-the-sheet.xlsx', () => xlsx(`<row r="999999999">${cell('ZZZZZZ999999999', '远')}</row>`)],
  ['deep.xlsx', () => xlsx(nested('row', 100_000, ''))],
  [
    'merged.xlsx',
    () =>
      xlsx(
        `<row r="1">${cell('A1', '任务')}</row></sheetData><mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(500)}</mergeCells><sheetData>`,
      ),
  ],
  ['digits.xlsx', () => xlsx(`<row r="1">${cell('A1', '1'.repeat(MB))}</row>`)],
  [
    'blank-rows.xlsx',
    () => xlsx(Array.from({ length: 300_000 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" s="1"/></row>`).join('')),
  ],
];

const repeated = (piece: string, size = MB): string => piece.repeat(Math.ceil(size / piece.length));

/** Texts of one long line, or of very many short ones, that a careless pattern would go back over again and again. `size` in characters, 1 MB unless told. */
export const HOSTILE_TEXTS: ReadonlyArray<readonly [name: string, text: (size?: number) => string]> = [
  ['letters', (size) => repeated('工', size)],
  ['digits', (size) => repeated('1', size)],
  ['open brackets', (size) => repeated('(', size)],
  ['numbers in brackets', (size) => repeated('(一)', size)],
  ['quotation marks', (size) => repeated('“', size)],
  ['titles', (size) => repeated('《', size)],
  ['enumeration commas', (size) => repeated('、', size)],
  ['names', (size) => `责任单位:${repeated('办公室、', size)}`],
  ['leaders', (size) => repeated('责任领导:', size)],
  ['month ranges', (size) => repeated('4-', size)],
  ['months', (size) => repeated('4月、', size)],
  ['numbers', (size) => repeated('1、', size)],
  ['counts', (size) => repeated('一是加强', size)],
  ['quantities', (size) => repeated('由1%提高到', size)],
  ['spaces', (size) => `${repeated(' ', size)}工`],
  ['tabs', (size) => repeated('\t', size)],
  ['pipes', (size) => repeated('|', size)],
  ['rules', (size) => `|a|\n|${repeated('-|', size)}`],
  ['bars one to a line', (size) => repeated('|\n', size)],
  ['heads one to a line', (size) => repeated('序号\t任务\n\t\n', size)],
  ['line ends', (size) => repeated('\n', size)],
  ['crumbs', (size) => repeated('首页 > ', size)],
  ['half a pair', (size) => repeated('\ud800', size)],
  ['everything', (size) => repeated('一、4月(一)1.①“责任领导:《三八节》,5人;', size)],
];
