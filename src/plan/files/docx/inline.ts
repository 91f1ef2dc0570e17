import { childOf, elementsIn, textOf, type XmlElement } from '../xml.ts';
import { type Fields, isShown } from './fields.ts';
import { switchIn, valueIn } from './properties.ts';
import type { Styles } from './styles.ts';
import { symbolOf } from './symbols.ts';
import { boxesIn, contentOf } from './wrappers.ts';

/** What stands in a paragraph: its text, line breaks and tabs as such, and the text boxes that hang on it. */
export interface Inline {
  text: string;
  boxes: XmlElement[];
}

/** What the text of a run depends on. */
export interface Surroundings {
  styles: Styles;
  fields: Fields;
  /** The paragraph's style hides its text. */
  hidden: boolean;
}

/** Elements of a run that are one character. Breaks of page and column are no characters. */
const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['w:tab', '\t'],
  ['w:ptab', '\t'],
  ['w:cr', '\n'],
  ['w:noBreakHyphen', '-'],
]);

/** Space at the ends counts only where the file says so; lines inside it are those of the file, not of the text. */
const wordsOf = (element: XmlElement): string => {
  const text = textOf(element).replace(/[\r\n\t]/gu, ' ');
  const isKept = element.attributes.get('xml:space') === 'preserve';
  return isKept ? text : text.trim();
};

const breakOf = (element: XmlElement): string => {
  const type = element.attributes.get('w:type') ?? 'textWrapping';
  return type === 'textWrapping' ? '\n' : '';
};

/** Letters of a formula, in order. */
const lettersOf = (formula: XmlElement): string =>
  formula.name === 'm:t' ? textOf(formula) : elementsIn(formula).map(lettersOf).join('');

const isHidden = (run: XmlElement, around: Surroundings): boolean => {
  const properties = childOf(run, 'w:rPr');
  const own = switchIn(properties, 'w:vanish');
  if (own !== undefined) return own;
  const style = valueIn(properties, 'w:rStyle');
  return around.hidden || (style !== undefined && around.styles.isHidden(around.styles.chain(style)));
};

const fieldSign = (element: XmlElement, fields: Fields): void => {
  const type = element.attributes.get('w:fldCharType');
  if (type === 'begin') fields.begin();
  else if (type === 'separate') fields.separate();
  else if (type === 'end') fields.end();
};

const readRun = (run: XmlElement, around: Surroundings, into: Inline): void => {
  const hidden = isHidden(run, around);
  for (const child of contentOf(run)) {
    if (child.name === 'w:fldChar') fieldSign(child, around.fields);
    else if (child.name === 'w:instrText') around.fields.instruction(textOf(child));
    else if (!hidden && around.fields.shown) readShown(child, around, into);
  }
};

const readShown = (child: XmlElement, around: Surroundings, into: Inline): void => {
  if (child.name === 'w:t') into.text += wordsOf(child);
  else if (child.name === 'w:br') into.text += breakOf(child);
  else if (child.name === 'w:sym') into.text += symbolOf(child);
  else if (child.name === 'w:drawing' || child.name === 'w:pict' || child.name === 'w:object')
    into.boxes.push(...boxesIn(child));
  else if (child.name === 'w:ruby') {
    // The reading above the characters is no part of the text.
    const base = childOf(child, 'w:rubyBase');
    if (base) readInto(contentOf(base), around, into);
  } else into.text += CHARACTERS.get(child.name) ?? '';
};

const readInto = (elements: readonly XmlElement[], around: Surroundings, into: Inline): void => {
  for (const element of elements) {
    if (element.name === 'w:r') readRun(element, around, into);
    else if (element.name === 'w:fldSimple') {
      if (isShown(element.attributes.get('w:instr') ?? '')) readInto(contentOf(element), around, into);
    } else if (element.name.startsWith('m:') && around.fields.shown) into.text += lettersOf(element);
  }
};

/** The text of a paragraph as it shows once all changes are accepted; what was deleted or moved away is not there. */
export const inlineOf = (paragraph: XmlElement, around: Surroundings): Inline => {
  const inline: Inline = { text: '', boxes: [] };
  readInto(contentOf(paragraph), around, inline);
  around.fields.endParagraph();
  return inline;
};
