import type { Package } from '../package.ts';
import { storedZip } from './stored-zip.ts';

/** Parts with no words of the plan in them; a fault in a chart must not refuse the cells beside it. */
const BESIDE =
  /(?:^|\/)(?:worksheets\/_rels|drawings|charts|media|theme|externalLinks|pivot\w*|slicer\w*|timeline\w*|persons|threadedComments|embeddings|tables|docProps|customXml)\/|(?:cellimages|metadata|comments\d*|calcChain)\.xml$/iu;

const isNeeded = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name) && !BESIDE.test(name);

/** Cells that hold a border or a colour and nothing else; a formatted empty sheet has hundreds of thousands. */
const BLANK_CELL = /<(?:\w+:)?c(?:\s[^<>]*)?\/>/gu;

/**
 * Number formats a file leaves unsaid, as Chinese Excel and WPS show them (ECMA-376 18.8.30, zh-cn):
 * `4月30日` typed into a cell is kept as a day with format 58.
 */
const CHINESE_DATES: ReadonlyArray<readonly [ids: readonly number[], format: string]> = [
  [[27, 36, 50, 52, 57], 'yyyy"年"m"月"'],
  [[28, 29, 51, 53, 54, 58], 'm"月"d"日"'],
  [[30], 'm-d-yy'],
  [[31], 'yyyy"年"m"月"d"日"'],
];
const CHINESE_FORMATS = `<numFmts>${CHINESE_DATES.flatMap(([ids, format]) =>
  ids.map((id) => `<numFmt numFmtId="${id}" formatCode="${format.replaceAll('"', '&quot;')}"/>`),
).join('')}</numFmts>`;

/** No program writes a longer number format (Excel stops at 255 signs); each cell asks its format, so a long one costs. */
const ENDLESS_FORMAT = /formatCode\s*=\s*(?:"[^"]{512,}"|'[^']{512,}')/gu;

/** Puts the unsaid formats first, so that one the file defines itself still counts. */
const withChineseFormats = (styles: string): string =>
  styles
    .replaceAll(ENDLESS_FORMAT, 'formatCode="General"')
    .replace(/<(?:\w+:)?styleSheet(?:\s[^<>]*)?(?<!\/)>/u, (root) => root + CHINESE_FORMATS);

/** A sheet that is only a chart has no cells; read as a worksheet it is an empty one instead of a fault. */
const asWorksheets = (relations: string): string =>
  relations.replaceAll(/relationships\/(?:chartsheet|dialogsheet|xlMacrosheet)"/gu, 'relationships/worksheet"');

const rewritten = (name: string, xml: string): string => {
  if (/(?:^|\/)styles\.xml$/iu.test(name)) return withChineseFormats(xml);
  if (/\.rels$/iu.test(name)) return asWorksheets(xml);
  return xml.replaceAll(BLANK_CELL, '');
};

/** The parts of an xlsx that say what its cells hold, as a small xlsx of its own. Throws as reading a part does. */
export const leanPackage = async (source: Package): Promise<Uint8Array> => {
  const parts: { name: string; bytes: Uint8Array }[] = [];
  for (const name of source.names.filter(isNeeded)) {
    parts.push({ name, bytes: Buffer.from(rewritten(name, await source.text(name)), 'utf8') });
  }
  return storedZip(parts);
};
