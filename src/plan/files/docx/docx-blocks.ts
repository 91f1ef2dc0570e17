import { BanjieError } from '../../../banjie-error.ts';
import type { Block } from '../../table/table.ts';
import { lineOf } from '../../text/line.ts';
import { openPackage, type Package } from '../package.ts';
import { BROKEN, unreadable } from '../unreadable.ts';
import { eachIn, elementsIn, parseXml, type XmlElement } from '../xml.ts';
import { typed } from './counters.ts';
import { listsOf } from './numbering.ts';
import { manuscriptOf, type Piece, Story } from './story.ts';
import { Styles } from './styles.ts';

const NOT_WORD = '这个文件里没有 Word 正文。请用 Word 或 WPS 打开后另存为 docx 重发,或直接粘贴文字。';
const USUAL_DOCUMENT = 'word/document.xml';
/** What is styled as a heading but says a whole sentence is an item; so many people number their items. */
const LONGEST_HEADING = 60;
const IS_SENTENCE = /[。;；!！?？]$/u;

/** Where a part's relationships lead, by the last word of their type: `styles` → `word/styles.xml`. */
const relationsOf = async (file: Package, folder: string, part: string): Promise<ReadonlyMap<string, string>> => {
  const name = `${folder}_rels/${part}.rels`;
  const relations = new Map<string, string>();
  if (!file.has(name)) return relations;
  for (const relation of elementsIn(parseXml(await file.text(name)))) {
    const target = relation.attributes.get('Target') ?? '';
    const type = relation.attributes.get('Type')?.split('/').at(-1) ?? '';
    if (relation.attributes.get('TargetMode') === 'External' || relations.has(type)) continue;
    relations.set(type, target.startsWith('/') ? target.slice(1) : `${folder}${target}`);
  }
  return relations;
};

const rootOf = async (file: Package, name: string | undefined): Promise<XmlElement | undefined> =>
  name !== undefined && file.has(name) ? parseXml(await file.text(name)) : undefined;

const piecesOfDocument = async (file: Package): Promise<Piece[]> => {
  const main = (await relationsOf(file, '', '')).get('officeDocument') ?? USUAL_DOCUMENT;
  if (!file.has(main)) throw unreadable(NOT_WORD);
  const folder = main.slice(0, main.lastIndexOf('/') + 1);
  const relations = await relationsOf(file, folder, main.slice(folder.length));
  const styles = new Styles(await rootOf(file, relations.get('styles') ?? `${folder}styles.xml`));
  const numbering = await rootOf(file, relations.get('numbering') ?? `${folder}numbering.xml`);
  const story = new Story(manuscriptOf(styles, listsOf(numbering, styles)));
  eachIn(await file.text(main), 'w:body', (element) => story.add(element));
  return story.finish();
};

const levelOf = (text: string, level: number | null): number | null =>
  text.length > LONGEST_HEADING || IS_SENTENCE.test(text) ? null : level;

/** A title over two or three lines ends like a document on the last of them: 某某总工会2026年 / 工作计划; before that only in front of 及. */
const ENDS_TITLE = /(?:计划|总结|安排|要点|方案|规划|报告|意见|清单|台账)$/u;
const GOES_ON = /^\s*[及暨]/u;
const LONGEST_TITLE = 48;
const MOST_TITLE_LINES = 3;

const isBrokenTitle = (lines: readonly string[]): boolean =>
  lines.length > 1 &&
  lines.length <= MOST_TITLE_LINES &&
  lines.join('').length <= LONGEST_TITLE &&
  lines.every(
    (line, i) => ENDS_TITLE.test(line.trim()) === (i === lines.length - 1 || GOES_ON.test(lines[i + 1] ?? '')),
  ) &&
  lines.every((line) => !/^[(（]?(?:[一二三四五六七八九十]+|\d+)[)）、.．]/u.test(line.trim()));

/** A paragraph broken into lines by hand is as many lines, but for a title; the number stands before the first. */
const linesOf = (piece: Piece & { kind: 'paragraph' }): string[] => {
  const broken = piece.text.split('\n').filter((line) => line.trim() !== '');
  const lines = piece.centred && isBrokenTitle(broken) ? [broken.map((line) => line.trim()).join('')] : broken;
  return lines.map((line, i) => (i === 0 ? typed(piece.mark, line.trim()) : line));
};

const blocksOfPieces = (pieces: readonly Piece[]): Block[] => {
  const blocks: Block[] = [];
  let spaced = false;
  for (const piece of pieces) {
    if (piece.kind === 'table') {
      blocks.push({ kind: 'table', table: { rows: piece.rows } });
      spaced = true;
      continue;
    }
    const lines = linesOf(piece);
    for (const text of lines) {
      const line = lineOf(text, levelOf(text.trim(), piece.level), spaced);
      if (line.text !== '') blocks.push({ kind: 'line', line });
      spaced = false;
    }
    if (lines.length === 0) spaced = true;
  }
  return blocks;
};

/**
 * The lines and tables of a docx in its order, numbered as Word shows them, with all changes accepted. Headers, footers,
 * footnotes, comments, hidden text and the table of contents are left out.
 * Throws BanjieError `unreadable-document` with a Chinese sentence when the file cannot be read.
 */
export const docxBlocks = async (bytes: Uint8Array): Promise<Block[]> => {
  try {
    return blocksOfPieces(await piecesOfDocument(await openPackage(bytes)));
  } catch (error) {
    throw error instanceof BanjieError ? error : unreadable(BROKEN, error);
  }
};
