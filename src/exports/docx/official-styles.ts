import { AlignmentType, type IParagraphStyleOptions, LineRuleType } from 'docx';

/*
 * The form of an official paper (公文, GB/T 9704): A4, margins 37/35/28/26 mm, a title in 小标宋 22 pt, text in 仿宋 16 pt
 * with lines of exactly 28 pt, headings 一、 in 黑体 and (一) in 楷体, page numbers as — 1 —. Fonts are named, not embedded.
 * Kept as styles of the document: whoever edits the paper changes a style once.
 */

const TWIPS_PER_MM = 56.7;
const mm = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM);

export const PAGE = {
  size: { width: mm(210), height: mm(297) },
  margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26), footer: mm(28) },
};
/** Between the margins, in twips. */
export const TEXT_WIDTH = PAGE.size.width - PAGE.margin.left - PAGE.margin.right;
export const TEXT_HEIGHT = PAGE.size.height - PAGE.margin.top - PAGE.margin.bottom;

/** Half-points. */
const SIZES = { title: 44, text: 32, table: 24, footer: 28 };
const LINE = { line: 560, lineRule: LineRuleType.EXACT };
/** Two characters of 16 pt. */
export const INDENT = 640;
const FONTS = { title: '方正小标宋简体', chapter: '黑体', part: '楷体_GB2312', text: '仿宋_GB2312', footer: '宋体' };

const fontOf = (name: string) => ({
  ascii: 'Times New Roman',
  hAnsi: 'Times New Roman',
  cs: 'Times New Roman',
  eastAsia: name,
});

/** What everything is set in that has no style of its own. */
export const TEXT_RUN = { font: fontOf(FONTS.text), size: SIZES.text };
export const FOOTER_RUN = { font: fontOf(FONTS.footer), size: SIZES.footer };

export type StyleId =
  | 'PaperTitle'
  | 'PaperNote'
  | 'PaperText'
  | 'PaperSignature'
  | 'PaperChapter'
  | 'PaperPart'
  | 'PaperHeading'
  | 'PaperHead'
  | 'PaperCell'
  | 'PaperPicture';

const styleOf = (
  id: StyleId,
  name: string,
  run: { font?: string; size?: number; bold?: boolean },
  paragraph: IParagraphStyleOptions['paragraph'],
): IParagraphStyleOptions => ({
  id,
  name,
  quickFormat: true,
  run: {
    font: fontOf(run.font ?? FONTS.text),
    size: run.size ?? SIZES.text,
    ...(run.bold && { bold: true }),
  },
  paragraph: { ...paragraph },
});

const BODY = { spacing: LINE, indent: { firstLine: INDENT } };
const HEADING = { ...BODY, keepNext: true };
const CENTRED = { alignment: AlignmentType.CENTER };

/** What a number in front of a line is set in: as the line. */
export const NUMBER_RUNS = [FONTS.chapter, FONTS.part, FONTS.text, FONTS.text].map((font) => ({
  font: fontOf(font),
  size: SIZES.text,
}));

export const STYLES: IParagraphStyleOptions[] = [
  styleOf(
    'PaperTitle',
    '公文标题',
    { font: FONTS.title, size: SIZES.title },
    {
      ...CENTRED,
      spacing: { line: 640, lineRule: LineRuleType.EXACT, after: 280 },
    },
  ),
  styleOf('PaperNote', '公文说明', { font: FONTS.part }, { ...CENTRED, spacing: { ...LINE, after: 280 } }),
  styleOf('PaperText', '公文正文', {}, BODY),
  // Two characters free at its right, as a paper without a seal is signed.
  styleOf(
    'PaperSignature',
    '公文落款',
    {},
    { alignment: AlignmentType.RIGHT, spacing: LINE, indent: { right: INDENT }, keepLines: true },
  ),
  styleOf('PaperChapter', '公文一级标题', { font: FONTS.chapter }, HEADING),
  styleOf('PaperPart', '公文二级标题', { font: FONTS.part }, HEADING),
  styleOf('PaperHeading', '公文三级标题', { bold: true }, HEADING),
  styleOf('PaperHead', '公文表头', { font: FONTS.chapter, size: SIZES.table }, CENTRED),
  styleOf('PaperCell', '公文表格', { size: SIZES.table }, CENTRED),
  // Not in lines of a fixed height: a picture would be cut to one.
  styleOf('PaperPicture', '公文图', {}, { ...CENTRED, spacing: { before: 120, after: 120 } }),
];
