const OPEN_ARRAY = Buffer.from('[');
const CLOSE_ARRAY = Buffer.from(']');
const OPEN_OBJECT = Buffer.from('{');
const CLOSE_OBJECT = Buffer.from('}');
const COMMA = Buffer.from(',');

/** `undefined` where JSON has no word for the value and leaves its key out. */
const plainBytes = (value: unknown): Buffer | undefined => {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? undefined : Buffer.from(text);
};

/** Items of a list whose bytes are kept in one piece. More would be made anew with each change, fewer would be many pieces to copy. */
const PIECE = 32;

/** A run of a list's items and their bytes, with commas between them. */
interface Piece {
  items: readonly unknown[];
  bytes: Buffer;
}

const isFrozenObject = (item: unknown): item is object =>
  typeof item === 'object' && item !== null && Object.isFrozen(item);

/** Whether a list holds just these items from `start` on. */
const holdsAt = (list: readonly unknown[], start: number, items: readonly unknown[]): boolean => {
  for (let index = 0; index < items.length; index++) if (list[start + index] !== items[index]) return false;
  return true;
};

/**
 * Turns states of one workspace into the bytes of `JSON.stringify`, and remembers those of the things in its lists: a
 * task, a change, a seen message. One state shares all but a few of them with the next, as the very same frozen objects,
 * so a write costs what changed and a copy of the rest, a fiftieth of stringifying it all.
 */
export class JsonBytes {
  readonly #known = new WeakMap<object, Buffer>();
  /** Of lists that did not change at all. */
  readonly #lists = new WeakMap<readonly unknown[], Buffer[]>();
  /** Known by their first item. */
  readonly #pieces = new WeakMap<object, Piece>();

  /** The bytes in pieces, in order: to join a megabyte costs as much as to make what changed in it. */
  of(state: object): Buffer[] {
    const parts: Buffer[] = [];
    this.#add(parts, state);
    return parts;
  }

  #add(parts: Buffer[], value: unknown): void {
    if (Array.isArray(value)) this.#addList(parts, value);
    else if (typeof value === 'object' && value !== null && !('toJSON' in value)) this.#addFields(parts, value);
    else parts.push(plainBytes(value) ?? Buffer.from('null'));
  }

  #addList(parts: Buffer[], list: readonly unknown[]): void {
    const known = this.#lists.get(list);
    const own = known ?? this.#piecesOf(list);
    if (!known && Object.isFrozen(list) && list.every(isFrozenObject)) this.#lists.set(list, own);
    parts.push(OPEN_ARRAY, ...own, CLOSE_ARRAY);
  }

  #piecesOf(list: readonly unknown[]): Buffer[] {
    const parts: Buffer[] = [];
    for (let start = 0; start < list.length; start += PIECE) {
      if (start > 0) parts.push(COMMA);
      parts.push(this.#piece(list, start));
    }
    return parts;
  }

  #piece(list: readonly unknown[], start: number): Buffer {
    const first = list[start];
    const known = isFrozenObject(first) ? this.#pieces.get(first) : undefined;
    const length = Math.min(PIECE, list.length - start);
    if (known?.items.length === length && holdsAt(list, start, known.items)) return known.bytes;
    const items = list.slice(start, start + PIECE);
    const parts = items.map((item) => this.#remembered(item));
    const bytes = Buffer.concat(parts.flatMap((part, index) => (index > 0 ? [COMMA, part] : [part])));
    if (isFrozenObject(first) && items.every(isFrozenObject)) this.#pieces.set(first, { items, bytes });
    return bytes;
  }

  #addFields(parts: Buffer[], fields: object): void {
    parts.push(OPEN_OBJECT);
    let isFirst = true;
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined || typeof value === 'function' || typeof value === 'symbol') continue;
      parts.push(Buffer.from(`${isFirst ? '' : ','}${JSON.stringify(name)}:`));
      this.#add(parts, value);
      isFirst = false;
    }
    parts.push(CLOSE_OBJECT);
  }

  /** Only what is frozen stays what it was. */
  #remembered(item: unknown): Buffer {
    const known = typeof item === 'object' && item !== null ? this.#known.get(item) : undefined;
    if (known !== undefined) return known;
    const bytes = plainBytes(item) ?? Buffer.from('null');
    if (isFrozenObject(item)) this.#known.set(item, bytes);
    return bytes;
  }
}
