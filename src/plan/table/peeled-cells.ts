import { isPerson } from '../owners/names-in.ts';
import { kindOfCell } from './cell-kinds.ts';
import type { ColumnRole } from './columns.ts';

type Role = ColumnRole | undefined;

/** The words of a row and where they stand in it. */
interface Word {
  text: string;
  from: number;
  to: number;
}

/** A row dealt to its columns; `fits` when every column of names or times behind the content found its own. */
export interface Peeled {
  cells: string[];
  fits: boolean;
}

const LONGEST_THEME = 14;
const LONGEST_PLACE = 12;
/** A remark at the end is no longer, in words. */
const MOST_WORDS_OF_NOTE = 3;

const isContent = (role: Role): boolean =>
  role === 'task' || role === 'detail' || role === 'target' || role === 'steps';
const isNames = (role: Role): boolean =>
  role === 'leaders' || role === 'units' || role === 'supportingUnits' || role === 'responsible' || role === 'owner';
const isTime = (role: Role): boolean => role === 'time' || role === 'deadline';

const wordsOf = (text: string): Word[] =>
  [...text.matchAll(/\S+/gu)].map((found) => ({
    text: found[0],
    from: found.index,
    to: found.index + found[0].length,
  }));

/** Peels the cells of typed columns off a row whose columns are kept apart by nothing but spaces. */
class Peeling {
  readonly #row: string;
  readonly #words: Word[];
  readonly #roles: readonly Role[];
  readonly cells: string[];
  fits = true;
  #first = 0;
  #last: number;

  constructor(row: string, roles: readonly Role[]) {
    this.#row = row;
    this.#words = wordsOf(row);
    this.#roles = roles;
    this.cells = roles.map(() => '');
    this.#last = this.#words.length;
  }

  run(): Peeled {
    const content = this.#roles.findIndex(isContent);
    const lastContent = this.#roles.findLastIndex(isContent);
    for (let column = this.#roles.length - 1; column > lastContent; column--) this.#fromEnd(column);
    for (let column = 0; column < content; column++) this.#fromFront(column);
    this.#middle(content, lastContent);
    return { cells: this.cells, fits: this.fits };
  }

  get #left(): number {
    return this.#last - this.#first;
  }

  #take(column: number, count: number): void {
    const [from, to] = [this.#words[this.#last - count], this.#words[this.#last - 1]];
    // A name that was broken over two lines is one word again.
    this.cells[column] = from && to ? this.#row.slice(from.from, to.to).replace(/\s*\n\s*/gu, '') : '';
    this.#last -= count;
  }

  #textBefore(end: number, count = 1): string {
    return this.#words
      .slice(Math.max(this.#first, end - count), end)
      .map(({ text }) => text)
      .join('');
  }

  /** How many words at the end are a name or a time of this column; 0 when they are none. */
  #matching(role: Role, end: number): number {
    const kind = isTime(role) ? 'time' : 'names';
    // One character is the end of a name that was broken.
    const isEnd = this.#textBefore(end).length === 1;
    for (const count of isEnd ? [2, 1] : [1, 2]) {
      if (end - count <= this.#first) return 0;
      const broken =
        count === 1 || this.#row.slice(this.#words[end - 2]?.to, this.#words[end - 1]?.from).includes('\n');
      if (broken && kindOfCell(this.#textBefore(end, count)) === kind) return count;
    }
    return 0;
  }

  #fromEnd(column: number): void {
    const role = this.#roles[column];
    if (isNames(role) || isTime(role)) {
      const count = this.#matching(role, this.#last);
      if (count > 0) this.#take(column, count);
      else this.fits = false;
      return;
    }
    const before = this.#roles.slice(0, column).findLast((each) => isNames(each) || isTime(each) || isContent(each));
    if (isNames(before) || isTime(before)) this.#note(column, before);
    else if (this.#left > 1 && this.#textBefore(this.#last).length <= LONGEST_PLACE) this.#take(column, 1);
  }

  /** A remark stands there when the column before it ends in front of some words. */
  #note(column: number, before: Role): void {
    // 宋丽华 与团工委合办: behind a person's name what is no person's is the remark.
    const isOfPeople = before === 'responsible' || before === 'leaders';
    const isBehindPerson = isOfPeople && this.#left > 2 && !isPerson(this.#textBefore(this.#last));
    if (isBehindPerson && isPerson(this.#textBefore(this.#last - 1))) {
      this.#take(column, 1);
      return;
    }
    if (this.#matching(before, this.#last) > 0) return;
    for (let count = 1; count <= MOST_WORDS_OF_NOTE && count < this.#left; count++) {
      if (this.#matching(before, this.#last - count) === 0) continue;
      this.#take(column, count);
      return;
    }
  }

  #fromFront(column: number): void {
    const role = this.#roles[column];
    const word = this.#words[this.#first];
    if (!word || this.#left < 2) return;
    const kind = kindOfCell(word.text);
    const stands = isTime(role)
      ? kind === 'time'
      : isNames(role)
        ? kind === 'names'
        : word.text.length <= LONGEST_THEME;
    if (!stands) return;
    this.cells[column] = word.text;
    this.#first++;
  }

  #middle(content: number, lastContent: number): void {
    const columns = lastContent - content + 1;
    const words = this.#words.slice(this.#first, this.#last);
    if (columns > 1 && words.length === columns) {
      for (const [i, word] of words.entries()) this.cells[content + i] = word.text;
      return;
    }
    const main = this.#roles.indexOf('task');
    const [from, to] = [words[0], words.at(-1)];
    this.cells[main < content ? content : main] = from && to ? this.#row.slice(from.from, to.to) : '';
  }
}

/**
 * Deals a row to its columns where nothing but spaces keeps them apart and the content has spaces of its own: from the
 * end names and times go to their columns, from the front what stands before the content; the rest is the content.
 */
export const peeledCells = (row: string, roles: readonly Role[]): Peeled => new Peeling(row, roles).run();
