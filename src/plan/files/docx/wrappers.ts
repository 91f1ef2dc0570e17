import { childOf, elementsIn, type XmlElement } from '../xml.ts';
import { valueIn } from './properties.ts';

/** Elements that stand around others and are no thing of their own. What is inserted or moved here counts as accepted. */
const WRAPPERS: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:hyperlink',
  'w:smartTag',
  'w:customXml',
  'w:bdo',
  'w:dir',
  'w:sdtContent',
  'mc:Choice',
  'mc:Fallback',
]);

const holdsText = (element: XmlElement): boolean =>
  element.children.some((child) => typeof child !== 'string' && (child.name === 'w:t' || holdsText(child)));

/** The same thing in several forms, of which a program takes one: the first that says something, as a text box does twice. */
const chosen = (alternatives: XmlElement): XmlElement[] => {
  const forms = elementsIn(alternatives).filter(({ name }) => name === 'mc:Choice' || name === 'mc:Fallback');
  const form = forms.find(holdsText) ?? forms[0];
  return form ? [form] : [];
};

/** A control that still shows what to fill in (单击此处输入文字) holds nothing; a table of contents repeats the headings. */
const isEmptyControl = (control: XmlElement): boolean => {
  const properties = childOf(control, 'w:sdtPr');
  const gallery = valueIn(childOf(properties, 'w:docPartObj'), 'w:docPartGallery') ?? '';
  return childOf(properties, 'w:showingPlcHdr') !== undefined || /^table of contents$/iu.test(gallery);
};

/** What stands in an element once the wrappers are opened, in order. */
export const contentOf = (element: XmlElement): XmlElement[] => elementsIn(element).flatMap(unwrapped);

/** What an element is once it is opened: itself, what it wraps, or nothing. */
export const unwrapped = (child: XmlElement): XmlElement[] => {
  if (child.name === 'w:sdt') return isEmptyControl(child) ? [] : contentOf(child);
  if (child.name === 'mc:AlternateContent') return chosen(child).flatMap(unwrapped);
  return WRAPPERS.has(child.name) ? contentOf(child) : [child];
};

/** The text boxes drawn in an element, outermost ones only. */
export const boxesIn = (element: XmlElement): XmlElement[] =>
  contentOf(element).flatMap((child) => (child.name === 'w:txbxContent' ? [child] : boxesIn(child)));
