import {
  AlignmentType,
  Document,
  Footer,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx';

/*
 * The form of an official paper (公文, GB/T 9704): A4, margins 37/35/28/26 mm, a title in 小标宋 22 pt, text in 仿宋 16 pt
 * with lines of exactly 28 pt, headings 一、 in 黑体 and (一) in 楷体, page numbers as — 1 —. Fonts are named, not embedded.
 */

/** One block of a paper, people's text in it as typed. */
export type PaperBlock =
  | { kind: 'title' | 'note' | 'plain'; text: string }
  /** 一、 (一) 1.: numbered by the reader's program, so that the paper stays right when lines are taken out. */
  | { kind: 'chapter' | 'part' | 'item'; text: string }
  | { kind: 'table'; head: string[]; rows: string[][]; widths: number[] };

const TWIPS_PER_MM = 56.7;
const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);
/** Half-points. */
const SIZES = { title: 44, text: 32, table: 24, footer: 28 };
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of 16 pt. */
const INDENT = 640;
const FONTS = { title: '方正小标宋简体', chapter: '黑体', part: '楷体_GB2312', text: '仿宋_GB2312', footer: '宋体' };
const NUMBERING = 'paper';

const fontOf = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: name,
});

/** Half an emoji becomes the sign for what cannot be shown. */
const wellFormed = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Characters XML has no place for; line breaks are spaces, for a block is one paragraph. */
const NO_XML = /[\p{Cc}\ufffe\uffff]/gu;
const xmlText = (text: string): string =>
  wellFormed(text)
    .replace(/\s*\n\s*|\t/gu, ' ')
    .replace(NO_XML, '');

const run = (text: string, font: string, size: number = SIZES.text): TextRun =>
  new TextRun({ text: xmlText(text), font: fontOf(font), size });

const paragraph = (text: string, font: string, options: Omit<IParagraphOptions, 'children'> = {}): Paragraph =>
  new Paragraph({ spacing: LINE, indent: { firstLine: INDENT }, ...options, children: [run(text, font)] });

const LEVELS = { chapter: 0, part: 1, item: 2 } as const;
const numbered = (kind: keyof typeof LEVELS, text: string): Paragraph => {
  const font = kind === 'item' ? FONTS.text : FONTS[kind];
  return paragraph(text, font, { numbering: { reference: NUMBERING, level: LEVELS[kind] }, keepNext: kind !== 'item' });
};

const cell = (text: string, width: number, font: string): TableCell =>
  new TableCell({
    width: { size: width, type: WidthType.PERCENTAGE },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run(text, font, SIZES.table)] })],
  });

const tableOf = ({ head, rows, widths }: Extract<PaperBlock, { kind: 'table' }>): Table => {
  const row = (texts: string[], font: string, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, index) => cell(text, widths[index] ?? 10, font)),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [row(head, FONTS.chapter, true), ...rows.map((texts) => row(texts, FONTS.text, false))],
  });
};

const blockOf = (block: PaperBlock): Paragraph | Table => {
  switch (block.kind) {
    case 'title':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 280 },
        children: [run(block.text, FONTS.title, SIZES.title)],
      });
    case 'note':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { ...LINE, after: 280 },
        children: [run(block.text, FONTS.part)],
      });
    case 'plain':
      return paragraph(block.text, FONTS.text);
    case 'table':
      return tableOf(block);
    default:
      return numbered(block.kind, block.text);
  }
};

const level = (at: number, format: (typeof LevelFormat)[keyof typeof LevelFormat], text: string, font: string) => ({
  level: at,
  format,
  text,
  alignment: AlignmentType.LEFT,
  suffix: LevelSuffix.NOTHING,
  style: {
    paragraph: { indent: { left: 0, firstLine: INDENT } },
    run: { font: fontOf(font), size: SIZES.text },
  },
});

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [
        new TextRun({ font: fontOf(FONTS.footer), size: SIZES.footer, children: ['— ', PageNumber.CURRENT, ' —'] }),
      ],
    }),
  ],
});

/** The bytes of a docx in the form of an official paper. */
export const officialPaper = async (title: string, blocks: PaperBlock[]): Promise<Uint8Array> => {
  const document = new Document({
    title: xmlText(title),
    creator: '办结',
    numbering: {
      config: [
        {
          reference: NUMBERING,
          levels: [
            level(0, LevelFormat.CHINESE_COUNTING, '%1、', FONTS.chapter),
            level(1, LevelFormat.CHINESE_COUNTING, '（%2）', FONTS.part),
            level(2, LevelFormat.DECIMAL, '%3.', FONTS.text),
          ],
        },
      ],
    },
    styles: { default: { document: { run: { font: fontOf(FONTS.text), size: SIZES.text } } } },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) },
          },
        },
        footers: { default: footer },
        children: blocks.map(blockOf),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
};
