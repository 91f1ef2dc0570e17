import { childOf, elementsIn, type XmlElement } from '../xml.ts';
import { numberIn, switchIn, valueIn } from './properties.ts';

/** A list and a level of it, as a style or a paragraph names them; each may be left to what stands above. */
export interface NumberingReference {
  numId: number | undefined;
  level: number | undefined;
}

/** What is read of a paragraph or character style. */
export interface Style {
  id: string;
  name: string;
  basedOn: string | undefined;
  numbering: NumberingReference | undefined;
  /** 0 for the highest, 9 for text. */
  outline: number | undefined;
  hidden: boolean | undefined;
}

/** Styles are based on one another eleven deep at most in Word; a circle must end too. */
const MOST_BASES = 20;
const TEXT = 9;

/** `<w:numPr>` of paragraph properties. */
export const numberingOf = (properties: XmlElement | undefined): NumberingReference | undefined => {
  const numbering = childOf(properties, 'w:numPr');
  return numbering && { numId: numberIn(numbering, 'w:numId'), level: numberIn(numbering, 'w:ilvl') };
};

const styleOf = (element: XmlElement, id: string): Style => {
  const paragraph = childOf(element, 'w:pPr');
  return {
    id,
    name: valueIn(element, 'w:name') ?? id,
    basedOn: valueIn(element, 'w:basedOn'),
    numbering: numberingOf(paragraph),
    outline: numberIn(paragraph, 'w:outlineLvl'),
    hidden: switchIn(childOf(element, 'w:rPr'), 'w:vanish'),
  };
};

/** heading 1, 标题 1, 标题1, 標題 1. */
const HEADING = /^(?:heading|标题|標題) ?([1-9])(?:\D|$)/iu;
const TITLE = /^(?:title|标题|標題|文档标题|大标题|公文标题)$/iu;
const CONTENTS = /^(?:toc|目录|目錄) ?\d$/iu;

/** The styles of a document. A style that is named but not there goes by its id. */
export class Styles {
  readonly #styles: ReadonlyMap<string, Style>;
  readonly #usual: string | undefined;

  constructor(root: XmlElement | undefined) {
    const styles = new Map<string, Style>();
    let usual: string | undefined;
    for (const element of root ? elementsIn(root) : []) {
      const id = element.attributes.get('w:styleId');
      if (element.name !== 'w:style' || id === undefined) continue;
      styles.set(id, styleOf(element, id));
      const isDefault = ['1', 'true', 'on'].includes(element.attributes.get('w:default') ?? '');
      if (isDefault && element.attributes.get('w:type') === 'paragraph') usual ??= id;
    }
    this.#styles = styles;
    this.#usual = usual;
  }

  /** The style and those it is based on, nearest first; without an id the usual style of paragraphs. */
  chain(id: string | undefined): Style[] {
    const chain: Style[] = [];
    let next = id ?? this.#usual;
    while (next !== undefined && chain.length < MOST_BASES) {
      const style: Style = this.#styles.get(next) ?? {
        id: next,
        name: next,
        basedOn: undefined,
        numbering: undefined,
        outline: undefined,
        hidden: undefined,
      };
      chain.push(style);
      next = style.basedOn;
    }
    return chain;
  }

  /** 1 for the highest heading; null for text. */
  headingLevel(chain: readonly Style[]): number | null {
    for (const { name, outline } of chain) {
      if (outline !== undefined && outline >= 0) return outline < TEXT ? outline + 1 : null;
      const heading = HEADING.exec(name);
      if (heading) return Number(heading[1]);
      if (TITLE.test(name)) return 1;
    }
    return null;
  }

  /** A line of the table of contents; what it names comes again in its place. */
  isContents(chain: readonly Style[]): boolean {
    return CONTENTS.test(chain[0]?.name ?? '');
  }

  isHidden(chain: readonly Style[]): boolean {
    return chain.find(({ hidden }) => hidden !== undefined)?.hidden ?? false;
  }

  /** The list a style stands for (`<w:numStyleLink>`). */
  numIdOf(id: string): number | undefined {
    return this.chain(id).find(({ numbering }) => numbering?.numId !== undefined)?.numbering?.numId;
  }
}
