import type { Row } from '../../table/table.ts';
import { childOf, type XmlElement } from '../xml.ts';
import { Counters, typed } from './counters.ts';
import { Fields } from './fields.ts';
import { type GridCell, rowsOfGrid } from './grid.ts';
import { inlineOf } from './inline.ts';
import { type List, placeOf } from './numbering.ts';
import { numberIn, switchIn, valueIn } from './properties.ts';
import { numberingOf, type Styles } from './styles.ts';
import { contentOf, unwrapped } from './wrappers.ts';

/** A paragraph with its automatic number apart, or a table. */
export type Piece =
  | { kind: 'paragraph'; mark: string; text: string; level: number | null; centred: boolean }
  | { kind: 'table'; rows: Row[] };

/** What a paragraph needs to know of the document and of the paragraphs before it. */
export interface Manuscript {
  styles: Styles;
  lists: ReadonlyMap<number, List>;
  counters: Counters;
  fields: Fields;
}

export const manuscriptOf = (styles: Styles, lists: ReadonlyMap<number, List>): Manuscript => ({
  styles,
  lists,
  counters: new Counters(),
  fields: new Fields(),
});

const isDeleted = (properties: XmlElement | undefined): boolean =>
  childOf(properties, 'w:del') !== undefined || childOf(properties, 'w:moveFrom') !== undefined;

/** A run of paragraphs and tables: the body, a cell, a text box. */
export class Story {
  readonly pieces: Piece[] = [];
  readonly #manuscript: Manuscript;
  /** Text of paragraphs whose end was deleted; it goes on in the next one. */
  #carried = '';

  constructor(manuscript: Manuscript) {
    this.#manuscript = manuscript;
  }

  add(element: XmlElement): void {
    for (const child of unwrapped(element)) {
      if (child.name === 'w:p') this.#paragraph(child);
      else if (child.name === 'w:tbl') this.#table(child);
    }
  }

  finish(): Piece[] {
    if (this.#carried !== '')
      this.pieces.push({ kind: 'paragraph', mark: '', text: this.#carried, level: null, centred: false });
    this.#carried = '';
    return this.pieces;
  }

  #paragraph(paragraph: XmlElement): void {
    const { styles, lists, counters, fields } = this.#manuscript;
    const properties = childOf(paragraph, 'w:pPr');
    const chain = styles.chain(valueIn(properties, 'w:pStyle'));
    const { text, boxes } = inlineOf(paragraph, { styles, fields, hidden: styles.isHidden(chain) });
    const ending = childOf(properties, 'w:rPr');
    if (isDeleted(ending)) this.#carried += text;
    else if (text !== '' || this.#carried !== '' || switchIn(ending, 'w:vanish') !== true) {
      const place = placeOf(numberingOf(properties), chain, lists);
      const outline = numberIn(properties, 'w:outlineLvl');
      const mark = place ? counters.next(place.list, place.level) : '';
      const level = outline === undefined ? styles.headingLevel(chain) : outline < 9 ? outline + 1 : null;
      const centred = valueIn(properties, 'w:jc') === 'center';
      if (!styles.isContents(chain))
        this.pieces.push({ kind: 'paragraph', mark, text: this.#carried + text, level, centred });
      this.#carried = '';
    }
    for (const box of boxes) this.pieces.push(...piecesOf(contentOf(box), this.#manuscript));
  }

  #table(table: XmlElement): void {
    const rows = contentOf(table).filter(({ name }) => name === 'w:tr');
    const read = rows.flatMap((row): { before: number; cells: ReadCell[] }[] => {
      const properties = childOf(row, 'w:trPr');
      if (isDeleted(properties)) return [];
      const cells = contentOf(row).filter(({ name }) => name === 'w:tc');
      return [{ before: numberIn(properties, 'w:gridBefore') ?? 0, cells: cells.map((cell) => this.#cell(cell)) }];
    });
    if (read.every(({ cells }) => cells.length <= 1)) {
      // A frame around the page, not a table.
      for (const { cells } of read) for (const { pieces } of cells) this.pieces.push(...pieces);
      return;
    }
    this.pieces.push({ kind: 'table', rows: rowsOfGrid(read) });
  }

  #cell(cell: XmlElement): ReadCell {
    const properties = childOf(cell, 'w:tcPr');
    const pieces = piecesOf(contentOf(cell), this.#manuscript);
    const goesOn = (name: string): boolean =>
      childOf(properties, name) !== undefined && valueIn(properties, name) !== 'restart';
    return {
      pieces,
      text: cellText(pieces),
      columns: Math.max(1, numberIn(properties, 'w:gridSpan') ?? 1),
      goesOnDown: goesOn('w:vMerge'),
      goesOnAcross: goesOn('w:hMerge'),
    };
  }
}

type ReadCell = GridCell & { pieces: Piece[] };

const piecesOf = (elements: readonly XmlElement[], manuscript: Manuscript): Piece[] => {
  const story = new Story(manuscript);
  for (const element of elements) story.add(element);
  return story.finish();
};

/** A column of automatic numbers holds nothing else; there the number stands without its sign. */
const bare = (mark: string): string => mark.replace(/^[(（]|[)）、.．]+$/gu, '');

const cellText = (pieces: readonly Piece[]): string => {
  const said = pieces.filter((piece) => piece.kind === 'table' || piece.text.trim() !== '');
  if (said.length === 0)
    return pieces
      .flatMap((piece) => (piece.kind === 'paragraph' ? [bare(piece.mark)] : []))
      .join('\n')
      .trim();
  const lines = said.map((piece) =>
    piece.kind === 'paragraph'
      ? typed(piece.mark, piece.text.trim())
      : piece.rows.map((row) => lineOfRow(row)).join('\n'),
  );
  return lines.join('\n').trim();
};

/** A table in a cell is read as lines. */
const lineOfRow = ({ cells }: Row): string => cells.filter((cell, i) => cell !== '' && cell !== cells[i - 1]).join(' ');
