import type { Block } from '../../src/plan/table/table.ts';
import { type ZipPart, zipOf } from './zip.ts';

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const NAMESPACES = [
  `xmlns:w="${W}"`,
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ');

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A run of text; `properties` is XML for `w:rPr`. */
export const run = (text: string, properties = ''): string =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

export interface ParagraphOptions {
  style?: string;
  /** List and level. */
  number?: readonly [list: number, level: number];
  /** More XML for `w:pPr`. */
  properties?: string;
}

/** A paragraph; `content` is XML when it begins with `<`, else its text. */
export const paragraph = (content: string, { style, number, properties = '' }: ParagraphOptions = {}): string => {
  const styled = style === undefined ? '' : `<w:pStyle w:val="${style}"/>`;
  const numbered = number ? `<w:numPr><w:ilvl w:val="${number[1]}"/><w:numId w:val="${number[0]}"/></w:numPr>` : '';
  return `<w:p><w:pPr>${styled}${numbered}${properties}</w:pPr>${content.startsWith('<') ? content : run(content)}</w:p>`;
};

/** A cell; content as for paragraphs, or whole paragraphs. `properties` is XML for `w:tcPr`. */
export const cell = (content: string, properties = ''): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${/^<w:(?:p|tbl)\b/u.test(content) ? content : paragraph(content)}</w:tc>`;

export const row = (cells: readonly string[], properties = ''): string =>
  `<w:tr><w:trPr>${properties}</w:trPr>${cells.map((one) => (one.startsWith('<w:tc') ? one : cell(one))).join('')}</w:tr>`;

export const table = (rows: readonly (readonly string[] | string)[]): string =>
  `<w:tbl><w:tblPr/><w:tblGrid/>${rows.map((one) => (typeof one === 'string' ? one : row(one))).join('')}</w:tbl>`;

/** A level of a list: format and text, with more XML for what else it says. */
export type LevelGiven = readonly [format: string, text: string, more?: string];

const level = ([format, text, more = '<w:start w:val="1"/>']: LevelGiven, at: number): string =>
  `<w:lvl w:ilvl="${at}">${more}<w:numFmt w:val="${format}"/><w:lvlText w:val="${escaped(text)}"/></w:lvl>`;

export const sequence = (id: number, levels: readonly LevelGiven[], more = ''): string =>
  `<w:abstractNum w:abstractNumId="${id}">${more}${levels.map(level).join('')}</w:abstractNum>`;

export const list = (id: number, of: number, overrides = ''): string =>
  `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${overrides}</w:num>`;

/** A list whose number `id` names it and its sequence. */
export const plainList = (id: number, levels: readonly LevelGiven[]): { sequence: string; list: string } => ({
  sequence: sequence(id, levels),
  list: list(id, id),
});

export interface DocxParts {
  styles?: string;
  /** XML in `w:numbering`: all sequences, then all lists. */
  numbering?: string;
  more?: readonly ZipPart[];
}

const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const relations = (targets: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(([type, target], i) => `<Relationship Id="rId${i}" Type="${RELATION}/${type}" Target="${target}"/>`)
    .join('')}</Relationships>`;

/** A docx with this in its body. */
export const docxOf = (body: string, { styles, numbering, more = [] }: DocxParts = {}): Uint8Array =>
  zipOf([
    { name: '_rels/.rels', data: relations([['officeDocument', 'word/document.xml']]) },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations([
        ['styles', 'styles.xml'],
        ['numbering', 'numbering.xml'],
      ]),
    },
    { name: 'word/document.xml', data: `<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>` },
    ...(styles === undefined
      ? []
      : [{ name: 'word/styles.xml', data: `<w:styles ${NAMESPACES}>${styles}</w:styles>` }]),
    ...(numbering === undefined
      ? []
      : [{ name: 'word/numbering.xml', data: `<w:numbering ${NAMESPACES}>${numbering}</w:numbering>` }]),
    ...more,
  ]);

/** The lines of blocks; a table's rows as their cells with ` | ` between. */
export const linesOfBlocks = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) =>
    block.kind === 'line' ? [block.line.text] : block.table.rows.map(({ cells }) => cells.join(' | ')),
  );
