import { childOf, elementsIn, type XmlElement } from '../xml.ts';
import { numberIn, switchIn, valueIn, wholeNumber } from './properties.ts';
import type { NumberingReference, Style, Styles } from './styles.ts';

/** One level of a list: `%1、` in chineseCounting, from 1. */
export interface Level {
  start: number;
  format: string;
  /** `%1` … `%9` stand for the numbers of the levels. */
  text: string;
  /** Levels from this one up (1 the highest) begin this one again; 0 none; undefined every higher one. */
  restart: number | undefined;
  /** The paragraph style that is numbered by this level. */
  style: string | undefined;
  /** The numbers of the levels above are written in digits here (一.1 → 1.1). */
  legal: boolean;
}

/** A list as paragraphs name it (`numId`): several may count on in one `sequence`. */
export interface List {
  id: number;
  sequence: number;
  levels: ReadonlyMap<number, Level>;
  /** Levels that begin again, and at what, where this list is first used. */
  restarts: ReadonlyMap<number, number>;
}

const DEEPEST = 8;

const isLevel = (level: number | undefined): level is number => level !== undefined && level >= 0 && level <= DEEPEST;

/** Newer formats come with the nearest older one for programs that do not know them. */
const formatOf = (element: XmlElement): string => {
  const own = valueIn(element, 'w:numFmt');
  if (own !== undefined) return own;
  const choice = childOf(element, 'mc:AlternateContent');
  return valueIn(childOf(choice, 'mc:Fallback'), 'w:numFmt') ?? 'decimal';
};

const levelOf = (element: XmlElement): Level => ({
  start: numberIn(element, 'w:start') ?? 0,
  format: formatOf(element),
  text: valueIn(element, 'w:lvlText') ?? '',
  restart: numberIn(element, 'w:lvlRestart'),
  style: valueIn(element, 'w:pStyle'),
  legal: switchIn(element, 'w:isLgl') ?? false,
});

const levelsIn = (element: XmlElement): Map<number, Level> => {
  const levels = new Map<number, Level>();
  for (const child of elementsIn(element)) {
    const level = wholeNumber(child.attributes.get('w:ilvl'));
    if (child.name === 'w:lvl' && isLevel(level)) levels.set(level, levelOf(child));
  }
  return levels;
};

/** `<w:num>`: which sequence, with what changed. */
const listOf = (element: XmlElement, id: number, sequence: number, levels: ReadonlyMap<number, Level>): List => {
  const changed = new Map(levels);
  const restarts = new Map<number, number>();
  for (const override of elementsIn(element)) {
    const level = wholeNumber(override.attributes.get('w:ilvl'));
    if (override.name !== 'w:lvlOverride' || !isLevel(level)) continue;
    const start = numberIn(override, 'w:startOverride');
    if (start !== undefined) restarts.set(level, start);
    const definition = childOf(override, 'w:lvl');
    if (definition) changed.set(level, levelOf(definition));
  }
  return { id, sequence, levels: changed, restarts };
};

const byId = (root: XmlElement | undefined, name: string, attribute: string): Map<number, XmlElement> => {
  const found = new Map<number, XmlElement>();
  for (const element of root ? elementsIn(root) : []) {
    const id = wholeNumber(element.attributes.get(attribute));
    if (element.name === name && id !== undefined) found.set(id, element);
  }
  return found;
};

/** The lists of a document, by the id paragraphs name them with. */
export const listsOf = (root: XmlElement | undefined, styles: Styles): ReadonlyMap<number, List> => {
  const sequences = byId(root, 'w:abstractNum', 'w:abstractNumId');
  const nums = byId(root, 'w:num', 'w:numId');
  const sequenceOf = (num: XmlElement | undefined): number => numberIn(num, 'w:abstractNumId') ?? -1;
  /** A sequence may stand for the list of a numbering style; the style's own definition counts then. */
  const definitionOf = (sequence: number): number => {
    const link = valueIn(sequences.get(sequence), 'w:numStyleLink');
    if (link === undefined) return sequence;
    for (const [id, element] of sequences) if (valueIn(element, 'w:styleLink') === link) return id;
    return sequenceOf(nums.get(styles.numIdOf(link) ?? -1));
  };
  const levels = new Map([...sequences].map(([id, element]) => [id, levelsIn(element)] as const));
  const lists = new Map<number, List>();
  for (const [id, num] of nums) {
    const sequence = definitionOf(sequenceOf(num));
    const own = levels.get(sequence);
    if (own) lists.set(id, listOf(num, id, sequence, own));
  }
  return lists;
};

/** The list and level a paragraph is numbered by: its own, else its style's. */
export const placeOf = (
  own: NumberingReference | undefined,
  chain: readonly Style[],
  lists: ReadonlyMap<number, List>,
): { list: List; level: number } | undefined => {
  const from = chain.find(({ numbering }) => numbering?.numId !== undefined)?.numbering;
  const numId = own?.numId ?? from?.numId;
  const list = numId === undefined || numId === 0 ? undefined : lists.get(numId);
  if (!list) return undefined;
  const given = own?.level ?? (own?.numId === undefined ? levelOfStyle(list, chain) : undefined) ?? 0;
  return isLevel(given) ? { list, level: given } : undefined;
};

/** A list's level that names the style counts before the level the style names. */
const levelOfStyle = (list: List, chain: readonly Style[]): number | undefined => {
  for (const { id } of chain) for (const [level, { style }] of list.levels) if (style === id) return level;
  return chain.find(({ numbering }) => numbering?.level !== undefined)?.numbering?.level;
};
