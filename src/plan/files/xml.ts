import { type SaxesOptions, SaxesParser, type SaxesTagNS } from 'saxes';
import { BanjieError } from '../../banjie-error.ts';
import { BROKEN, TOO_LARGE_UNPACKED, unreadable } from './unreadable.ts';

/** An element with everything in it. Names carry the usual prefix of their namespace (`w:p`), whatever prefix the file uses. */
export interface XmlElement {
  name: string;
  /** By name; prefixed only where the file prefixes them (`w:val`, `Target`). */
  attributes: ReadonlyMap<string, string>;
  children: (XmlElement | string)[];
}

/** No document program nests deeper; readers recurse, so this bounds their stack too. */
const MOST_DEEP = 256;
/** A plan of 5,000 rows has some 300,000. */
const MOST_ELEMENTS = 2_000_000;

const OOXML = 'http://schemas.openxmlformats.org';
const STRICT = 'http://purl.oclc.org/ooxml';
const MICROSOFT = 'http://schemas.microsoft.com/office';

/** Namespaces of the parts read here with their usual prefixes; the strict form of the format has its own (ISO/IEC 29500-1). */
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [`${OOXML}/wordprocessingml/2006/main`, 'w'],
  [`${STRICT}/wordprocessingml/main`, 'w'],
  [`${OOXML}/officeDocument/2006/relationships`, 'r'],
  [`${STRICT}/officeDocument/relationships`, 'r'],
  [`${OOXML}/package/2006/relationships`, 'rel'],
  [`${OOXML}/markup-compatibility/2006`, 'mc'],
  [`${OOXML}/officeDocument/2006/math`, 'm'],
  [`${STRICT}/officeDocument/math`, 'm'],
  [`${OOXML}/spreadsheetml/2006/main`, 's'],
  [`${STRICT}/spreadsheetml/main`, 's'],
  ['http://www.w3.org/XML/1998/namespace', 'xml'],
  [`${MICROSOFT}/word/2010/wordprocessingShape`, 'wps'],
]);

const nameOf = (uri: string, local: string): string =>
  uri === '' ? local : `${PREFIXES.get(uri) ?? 'other'}:${local}`;

const elementOf = (tag: SaxesTagNS): XmlElement => ({
  name: nameOf(tag.uri, tag.local),
  attributes: new Map(Object.values(tag.attributes).map(({ uri, local, value }) => [nameOf(uri, local), value])),
  children: [],
});

/** Told each element when it ends, with those around it, outermost first; true lets it go, so that it is not kept by its parent. */
type Closed = (element: XmlElement, around: readonly XmlElement[]) => boolean;

/** Follows a document from end to end. A DTD is refused, so nothing but the five entities of XML itself is ever expanded. */
const walk = (text: string, closed: Closed): void => {
  const options = { xmlns: true, position: false } satisfies SaxesOptions;
  const parser = new SaxesParser(options);
  const open: XmlElement[] = [];
  let elements = 0;
  const addText = (piece: string): void => {
    open.at(-1)?.children.push(piece);
  };
  parser.on('doctype', () => {
    throw unreadable(BROKEN);
  });
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('opentag', (tag) => {
    elements++;
    if (elements > MOST_ELEMENTS || open.length >= MOST_DEEP) throw unreadable(TOO_LARGE_UNPACKED);
    open.push(elementOf(tag));
  });
  parser.on('closetag', () => {
    const element = open.pop();
    if (element && !closed(element, open)) open.at(-1)?.children.push(element);
  });
  try {
    parser.write(text).close();
  } catch (error) {
    throw error instanceof BanjieError ? error : unreadable(BROKEN, error);
  }
};

/** The root of an XML document. Throws BanjieError `unreadable-document` for what is not well-formed, has a DTD or is too deep. */
export const parseXml = (text: string): XmlElement => {
  let root: XmlElement | undefined;
  walk(text, (element, around) => {
    if (around.length === 0) root = element;
    return false;
  });
  if (!root) throw unreadable(BROKEN);
  return root;
};

/** Hands over the elements that stand right in a `parent`, one after the other; only one is in memory at a time. Throws like {@link parseXml}. */
export const eachIn = (text: string, parent: string, handle: (element: XmlElement) => void): void => {
  walk(text, (element, around) => {
    // Only the outermost parent counts: what stands in one inside it is part of the element handed over.
    const at = around.findIndex(({ name }) => name === parent);
    if (at < 0 || at !== around.length - 1) return false;
    handle(element);
    return true;
  });
};

/** The elements in an element, its text left aside. */
export const elementsIn = (element: XmlElement): XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string');

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined => {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child;
  return undefined;
};

/** The text of an element and everything in it. */
export const textOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
