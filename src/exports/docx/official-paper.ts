import {
  AlignmentType,
  Document,
  Footer,
  ImageRun,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import {
  FOOTER_RUN,
  INDENT,
  NUMBER_RUNS,
  PAGE,
  STYLES,
  type StyleId,
  TEXT_HEIGHT,
  TEXT_RUN,
  TEXT_WIDTH,
} from './official-styles.ts';
import { titleLines } from './title-lines.ts';

/** 一、 (一) 1. (1). */
export type Level = 0 | 1 | 2 | 3;

/** One block of a paper, people's text in it as typed. */
export type PaperBlock =
  | { kind: 'title' | 'note' | 'plain'; text: string }
  /** Whose paper it is, and of which day, at its end; no organisation where it is not known. */
  | { kind: 'signature'; organisation: string; date: string }
  /**
   * Numbered by the reader's program, so that the paper stays right when lines are taken out. A heading stays with what
   * follows it.
   */
  | { kind: 'numbered'; level: Level; heading: boolean; text: string }
  /** `widths` in shares of the whole. */
  | { kind: 'table'; head: string[]; rows: string[][]; widths: number[] }
  /** A PNG across the page; its size in pixels tells its shape. `alt` is it in words. */
  | { kind: 'picture'; png: Uint8Array; width: number; height: number; title: string; alt: string };

const NUMBERING = 'paper';

/** Half an emoji becomes the sign for what cannot be shown. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Characters XML has no place for; line breaks are spaces, for a block is one paragraph. */
const NO_XML = /[\p{Cc}\ufffe\uffff]/gu;
const xmlText = (text: string): string =>
  wellFormed(text)
    .replace(/[\r\n\t]+/gu, ' ')
    .replace(NO_XML, '');

const paragraph = (style: StyleId, text: string, keepNext = false): Paragraph =>
  new Paragraph({ style, keepNext, keepLines: keepNext, children: [new TextRun(xmlText(text))] });

const titleOf = (text: string): Paragraph =>
  new Paragraph({
    style: 'PaperTitle',
    // Said again here, beside the style: a reader that knows no styles still sees where the title stands.
    alignment: AlignmentType.CENTER,
    children: titleLines(xmlText(text)).map(
      (line, index) => new TextRun({ text: line, ...(index > 0 && { break: 1 }) }),
    ),
  });

const HEADINGS: Record<Level, StyleId> = { 0: 'PaperChapter', 1: 'PaperPart', 2: 'PaperHeading', 3: 'PaperHeading' };

const numbered = ({ level, heading, text }: Extract<PaperBlock, { kind: 'numbered' }>, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: heading ? HEADINGS[level] : 'PaperText',
    ...(keepNext && { keepNext, keepLines: true }),
    numbering: { reference: NUMBERING, level },
    children: [new TextRun(xmlText(text))],
  });

/** Breaks between its rows, with the head on every page. */
const tableOf = ({ head, rows, widths }: Extract<PaperBlock, { kind: 'table' }>): Table => {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const row = (texts: string[], style: StyleId, tableHeader: boolean) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: texts.map(
        (text) => new TableCell({ verticalAlign: VerticalAlignTable.CENTER, children: [paragraph(style, text)] }),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths.map((width) => Math.round((width / whole) * TEXT_WIDTH)),
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    rows: [row(head, 'PaperHead', true), ...rows.map((texts) => row(texts, 'PaperCell', false))],
  });
};

/** 96 to the inch, as the library counts. */
const PIXELS_PER_TWIP = 1 / 15;
/** Of the page's height between the margins, so that a picture always leaves room for its heading. */
const MOST_OF_PAGE = 0.8;

/** As wide as the text, and narrower where it would be too high for a page. */
const pictureOf = ({ png, width, height, title, alt }: Extract<PaperBlock, { kind: 'picture' }>): Paragraph => {
  const scale = Math.min(TEXT_WIDTH / width, (TEXT_HEIGHT * MOST_OF_PAGE) / height) * PIXELS_PER_TWIP;
  return new Paragraph({
    style: 'PaperPicture',
    children: [
      new ImageRun({
        type: 'png',
        data: png,
        transformation: { width: Math.floor(width * scale), height: Math.floor(height * scale) },
        altText: { name: xmlText(title), title: xmlText(title), description: xmlText(alt) },
      }),
    ],
  });
};

const EMPTY_LINES = 2;
/** The name above the day, two lines below the text. */
const signatureOf = ({ organisation, date }: Extract<PaperBlock, { kind: 'signature' }>): Paragraph[] => {
  const lines = [...Array<string>(EMPTY_LINES).fill(''), ...(organisation === '' ? [] : [organisation]), date];
  return lines.map(
    (text, index) =>
      new Paragraph({
        style: 'PaperSignature',
        keepNext: index < lines.length - 1,
        children: [new TextRun(xmlText(text))],
      }),
  );
};

/** @param next what stands behind it: a signature is never on a page of its own, so the line before it goes with it */
const blockOf = (block: PaperBlock, next: PaperBlock | undefined): Paragraph | Table | Paragraph[] => {
  const keepNext = next?.kind === 'signature';
  switch (block.kind) {
    case 'title':
      return titleOf(block.text);
    case 'note':
      return paragraph('PaperNote', block.text);
    case 'plain':
      return paragraph('PaperText', block.text, keepNext);
    case 'signature':
      return signatureOf(block);
    case 'table':
      return tableOf(block);
    case 'picture':
      return pictureOf(block);
    case 'numbered':
      return numbered(block, keepNext);
  }
};

const level = (at: Level, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
  style: { paragraph: { indent: { left: 0, firstLine: INDENT } }, run: NUMBER_RUNS[at] ?? {} },
});

const LEVELS = [
  level(0, LevelFormat.CHINESE_COUNTING, '%1、'),
  level(1, LevelFormat.CHINESE_COUNTING, '（%2）'),
  level(2, LevelFormat.DECIMAL, '%3.'),
  level(3, LevelFormat.DECIMAL, '（%4）'),
];

const footerOf = (): Footer =>
  new Footer({
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        children: [new TextRun({ ...FOOTER_RUN, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });

/** The bytes of a docx in the form of an official paper. */
export const officialPaper = async (title: string, blocks: PaperBlock[]): Promise<Uint8Array> => {
  const document = new Document({
    title: xmlText(title),
    creator: '办结',
    numbering: { config: [{ reference: NUMBERING, levels: LEVELS }] },
    styles: { default: { document: { run: TEXT_RUN } }, paragraphStyles: STYLES },
    sections: [
      {
        properties: { page: PAGE },
        footers: { default: footerOf() },
        children: blocks.flatMap((block, at) => blockOf(block, blocks[at + 1])),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
