const OPEN_ARRAY = Buffer.from('[');
const CLOSE_ARRAY = Buffer.from(']');
const OPEN_OBJECT = Buffer.from('{');
const CLOSE_OBJECT = Buffer.from('}');
const COMMA = Buffer.from(',');
const NULL = Buffer.from('null');

/** `undefined` where JSON has no word for the value and leaves its key out. */
const plainBytes = (value: unknown): Buffer | undefined => {
  const text: string | undefined = JSON.stringify(value);
  return text === undefined ? undefined : Buffer.from(text);
};

/** Items of a list whose bytes are kept in one piece. More would be made anew with each change, fewer would be many pieces to copy. */
const PIECE = 64;

/** A run of a list's items and their bytes, with commas between them. */
interface Piece {
  items: readonly unknown[];
  bytes: Buffer;
}

const isFrozenObject = (item: unknown): item is object =>
  typeof item === 'object' && item !== null && Object.isFrozen(item);

const isFixed = (value: unknown): boolean => typeof value !== 'object' || value === null || Object.isFrozen(value);

/** Frozen, and what is directly in it too: of what a state is made of, the rest is then as well. */
const isFrozenThrough = (value: object): boolean =>
  Object.isFrozen(value) && (Array.isArray(value) ? value : Object.values(value)).every(isFixed);

/** Whether a list holds just these items from `start` on. */
const holdsAt = (list: readonly unknown[], start: number, items: readonly unknown[]): boolean => {
  for (let index = 0; index < items.length; index++) if (list[start + index] !== items[index]) return false;
  return true;
};

/** Pieces shorter than this are joined: each costs the system more than copying it does. In bytes. */
const SHORT = 4096;

/** The same bytes in fewer pieces: runs of short ones become one. */
const joined = (parts: readonly Buffer[]): Buffer[] => {
  const whole: Buffer[] = [];
  let run: Buffer[] = [];
  const flush = (): void => {
    if (run.length > 0) whole.push(run.length === 1 ? (run[0] as Buffer) : Buffer.concat(run));
    run = [];
  };
  for (const part of parts) {
    if (part.length < SHORT) run.push(part);
    else {
      flush();
      whole.push(part);
    }
  }
  flush();
  return whole;
};

/** The bytes in front of a field's value, by its name; names are those of a schema, so they are few. */
const NAMES = new Map<string, { first: Buffer; further: Buffer }>();
const nameBytes = (name: string): { first: Buffer; further: Buffer } => {
  const known = NAMES.get(name);
  if (known) return known;
  const first = Buffer.from(`${JSON.stringify(name)}:`);
  const bytes = { first, further: Buffer.concat([COMMA, first]) };
  if (NAMES.size < MOST_NAMES) NAMES.set(name, bytes);
  return bytes;
};
const MOST_NAMES = 500;

/**
 * Turns states of one workspace into the bytes of `JSON.stringify`, and remembers those of its parts: of each field, and of
 * the things in its lists: a task, a change, a seen message. One state shares all but a few of them with the next, as the
 * very same frozen objects, so a write costs what changed and a copy of the rest, a fiftieth of stringifying it all.
 */
export class JsonBytes {
  readonly #known = new WeakMap<object, Buffer>();
  /** Of lists and fields that did not change at all. */
  readonly #wholes = new WeakMap<object, Buffer[]>();
  /** Known by their first item. */
  readonly #pieces = new WeakMap<object, Piece>();

  /** The bytes in pieces, in order: to join a megabyte costs as much as to make what changed in it. */
  of(state: object): Buffer[] {
    const parts: Buffer[] = [];
    this.#addFields(parts, state);
    return joined(parts);
  }

  #add(parts: Buffer[], value: unknown): void {
    if (Array.isArray(value)) this.#addWhole(parts, value, (own) => this.#addList(own, value));
    else if (typeof value === 'object' && value !== null && !('toJSON' in value))
      this.#addWhole(parts, value, (own) => this.#addFields(own, value));
    else parts.push(plainBytes(value) ?? NULL);
  }

  /** Only what is frozen to its last part stays what it was. */
  #addWhole(parts: Buffer[], value: object, add: (own: Buffer[]) => void): void {
    const known = this.#wholes.get(value);
    if (known) {
      for (const part of known) parts.push(part);
      return;
    }
    const own: Buffer[] = [];
    add(own);
    const whole = joined(own);
    if (isFrozenThrough(value)) this.#wholes.set(value, whole);
    for (const part of whole) parts.push(part);
  }

  #addList(parts: Buffer[], list: readonly unknown[]): void {
    parts.push(OPEN_ARRAY);
    for (let start = 0; start < list.length; start += PIECE) {
      if (start > 0) parts.push(COMMA);
      parts.push(this.#piece(list, start));
    }
    parts.push(CLOSE_ARRAY);
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
    for (const name of Object.keys(fields)) {
      const value = (fields as Record<string, unknown>)[name];
      if (value === undefined || typeof value === 'function' || typeof value === 'symbol') continue;
      const { first, further } = nameBytes(name);
      parts.push(isFirst ? first : further);
      this.#add(parts, value);
      isFirst = false;
    }
    parts.push(CLOSE_OBJECT);
  }

  #remembered(item: unknown): Buffer {
    const known = typeof item === 'object' && item !== null ? this.#known.get(item) : undefined;
    if (known !== undefined) return known;
    const bytes = plainBytes(item) ?? NULL;
    if (isFrozenObject(item)) this.#known.set(item, bytes);
    return bytes;
  }
}
