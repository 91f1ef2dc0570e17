import { isPageCell } from './cell-kinds.ts';
import { trimmedCell } from './found-table.ts';

/** A cell and the line it stands on. */
export interface StreamCell {
  text: string;
  line: number;
  /** It is the last of its line. */
  last: boolean;
}

/** How a line is cut into cells. */
export type LineCut = (line: string) => string[];

/** The whole line is one cell; bars that kept it apart from the next go. */
export const wholeLine: LineCut = (line) => {
  const cell = trimmedCell(line.replace(/^\s*[|｜]|[|｜]\s*$/gu, ''));
  // ? is what a page's space became that could not be shown.
  return [/^[?？\uFFFD]$/u.test(cell) || isPageCell(cell) ? '' : cell];
};
/** Cells kept apart by any space. */
export const byAnySpace: LineCut = (line) => line.trim().split(/\s+/u).map(trimmedCell);

/** The cells of a text from a line on, one after the other, read no further than they are asked for. */
export class CellStream {
  readonly #cells: StreamCell[] = [];
  readonly #lines: readonly string[];
  readonly #cut: LineCut;
  #next: number;

  constructor(lines: readonly string[], at: number, cut: LineCut) {
    this.#lines = lines;
    this.#cut = cut;
    this.#next = at;
  }

  /** The cell at a place; undefined behind the text's end. */
  at(place: number): StreamCell | undefined {
    while (this.#cells.length <= place && this.#next < this.#lines.length) {
      const texts = this.#cut(this.#lines[this.#next] ?? '');
      texts.forEach((text, i) => {
        this.#cells.push({ text, line: this.#next, last: i === texts.length - 1 });
      });
      this.#next++;
    }
    return this.#cells[place];
  }

  textAt(place: number): string {
    return this.at(place)?.text ?? '';
  }

  /** The first place from here on that is not empty. */
  filledFrom(place: number): number {
    let at = place;
    while (this.at(at)?.text === '') at++;
    return at;
  }

  /** What stands on the line of a place from that place on. */
  restOfLine(place: number): string {
    const line = this.at(place)?.line;
    const words: string[] = [];
    for (let at = place; line !== undefined && this.at(at)?.line === line; at++) words.push(this.textAt(at));
    return words.join(' ');
  }
}
