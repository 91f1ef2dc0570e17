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

/**
 * Turns states of one workspace into the bytes of `JSON.stringify`, and remembers those of the things in its lists: a
 * task, a change, a seen message. One state shares all but a few of them with the next, as the very same frozen objects,
 * so a write costs what changed and a copy of the rest, a tenth of stringifying it all.
 */
export class JsonBytes {
  readonly #known = new WeakMap<object, Buffer>();

  of(state: object): Buffer {
    const parts: Buffer[] = [];
    this.#add(parts, state);
    return Buffer.concat(parts);
  }

  #add(parts: Buffer[], value: unknown): void {
    if (Array.isArray(value)) this.#addList(parts, value);
    else if (typeof value === 'object' && value !== null && !('toJSON' in value)) this.#addFields(parts, value);
    else parts.push(plainBytes(value) ?? Buffer.from('null'));
  }

  #addList(parts: Buffer[], items: readonly unknown[]): void {
    parts.push(OPEN_ARRAY);
    for (const [index, item] of items.entries()) {
      if (index > 0) parts.push(COMMA);
      parts.push(this.#remembered(item));
    }
    parts.push(CLOSE_ARRAY);
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
    if (typeof item === 'object' && item !== null && Object.isFrozen(item)) this.#known.set(item, bytes);
    return bytes;
  }
}
