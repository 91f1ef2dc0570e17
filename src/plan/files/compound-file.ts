import { unreadable } from './unreadable.ts';

/**
 * The container of old Word files ([MS-CFB]), followed only as far as needed to know that a reader which trusts its
 * chains comes to an end: a chain of sectors must not run in a circle or out of the file, nor the directory in a circle.
 */

const HEADER = 512;
const ENTRY = 128;
const TABLE_IN_HEADER = 109;
const ROOT = 5;
const STORAGE = 1;
const NONE = -1;

/** A stream as the directory has it. */
interface Entry {
  name: string;
  type: number;
  left: number;
  right: number;
  child: number;
  sector: number;
  size: number;
}

export const DAMAGED = '这份旧版 Word(.doc)文件读不出来。请用 Word 或 WPS 打开,另存为 docx 后重发,或直接粘贴文字。';

const check = (holds: boolean): void => {
  if (!holds) throw unreadable(DAMAGED);
};

/** Sectors of a chain, in order. Throws when the chain leaves the table or comes back to itself. */
const chain = (from: number, next: readonly number[], sectors: number): number[] => {
  const found: number[] = [];
  for (let sector = from; sector > NONE; sector = next[sector] ?? NONE) {
    check(sector < sectors && sector < next.length && found.length < next.length);
    found.push(sector);
  }
  return found;
};

/** The file as sectors. */
class Sectors {
  readonly #view: DataView;
  readonly size: number;
  readonly count: number;

  constructor(bytes: Uint8Array) {
    check(bytes.length > HEADER);
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const shift = this.#view.getUint16(30, true);
    check(shift === 9 || shift === 12);
    this.size = 2 ** shift;
    this.count = Math.floor((bytes.length - 1) / this.size);
  }

  header(at: number): number {
    return this.#view.getInt32(at, true);
  }

  /** The whole numbers of a sector; what a file cut short lacks counts as the end of a chain. */
  numbers(sector: number): number[] {
    check(sector >= 0 && sector < this.count);
    const from = (sector + 1) * this.size;
    const room = Math.min(this.size, this.#view.byteLength - from);
    return Array.from({ length: this.size / 4 }, (_, i) =>
      i * 4 + 4 <= room ? this.#view.getInt32(from + i * 4, true) : NONE,
    );
  }

  /** Where a byte of a chain of sectors stands in the file. */
  offset(sectors: readonly number[], at: number): number {
    return ((sectors[Math.floor(at / this.size)] ?? 0) + 1) * this.size + (at % this.size);
  }

  entry(at: number): Entry {
    check(at + ENTRY <= this.#view.byteLength);
    const number = (offset: number): number => this.#view.getInt32(at + offset, true);
    const letters = Math.min(31, Math.max(0, this.#view.getUint16(at + 64, true) / 2 - 1));
    const name = Array.from({ length: letters }, (_, i) => String.fromCharCode(this.#view.getUint16(at + i * 2, true)));
    return {
      name: name.join(''),
      type: this.#view.getUint8(at + 66),
      left: number(68),
      right: number(72),
      child: number(76),
      sector: number(116),
      size: number(120),
    };
  }

  word(at: number): number {
    check(at + 2 <= this.#view.byteLength);
    return this.#view.getUint16(at, true);
  }
}

/** The allocation table: which sector comes after each. */
const tableOf = (sectors: Sectors): number[] => {
  const length = sectors.header(44);
  check(length > 0 && length <= sectors.count);
  const ids = Array.from({ length: TABLE_IN_HEADER }, (_, i) => sectors.header(76 + i * 4));
  let more = sectors.header(68);
  const blocks = sectors.header(72);
  check(blocks >= 0 && blocks <= sectors.count);
  for (let i = 0; i < blocks && ids.length < length; i++) {
    const numbers = sectors.numbers(more);
    ids.push(...numbers.slice(0, -1));
    more = numbers.at(-1) ?? NONE;
  }
  check(ids.length >= length);
  return ids.slice(0, length).flatMap((id) => sectors.numbers(id));
};

/** Streams of the root and of everything in it; each entry may be reached once. */
const streamsOf = (entries: readonly Entry[]): Entry[] => {
  const root = entries.find(({ type }) => type === ROOT);
  const seen = new Set<number>();
  const streams: Entry[] = [];
  const waiting = root ? [root.child] : [];
  check(root !== undefined);
  while (waiting.length > 0) {
    const at = waiting.pop() ?? NONE;
    if (at === NONE) continue;
    const entry = entries[at];
    check(entry !== undefined && !seen.has(at));
    if (!entry) continue;
    seen.add(at);
    streams.push(entry);
    waiting.push(entry.left, entry.right);
    if (entry.type === STORAGE) waiting.push(entry.child);
  }
  return streams;
};

/** Small streams stand together in one of the root's, in sectors of their own. */
const SMALL_SECTOR = 64;

/**
 * Follows the streams that hold a Word text. The flags of its first bytes are given back ([MS-DOC] 2.5.2, offset 10).
 * Throws BanjieError `unreadable-document` when a chain is broken or there is no Word text.
 */
export const checkWordContainer = (bytes: Uint8Array): number => {
  const sectors = new Sectors(bytes);
  const table = tableOf(sectors);
  const follow = (from: number): number[] => chain(from, table, sectors.count);
  const directory = follow(sectors.header(48));
  const entries = Array.from({ length: (directory.length * sectors.size) / ENTRY }, (_, i) =>
    sectors.entry(sectors.offset(directory, i * ENTRY)),
  );
  const small = follow(sectors.header(60)).flatMap((sector) => sectors.numbers(sector));
  const smallStream = follow(entries.find(({ type }) => type === ROOT)?.sector ?? NONE);
  const cutoff = sectors.header(56);
  let flagsAt: number | undefined;
  for (const { name, sector, size } of streamsOf(entries)) {
    if (!/^(?:WordDocument|[01]Table)$/u.test(name)) continue;
    check(size >= 0 && size <= bytes.length);
    const isSmall = size < cutoff;
    const found = isSmall ? chain(sector, small, (smallStream.length * sectors.size) / SMALL_SECTOR) : follow(sector);
    const first = found[0];
    if (name === 'WordDocument' && first !== undefined)
      flagsAt = isSmall ? sectors.offset(smallStream, first * SMALL_SECTOR) + 10 : sectors.offset(found, 10);
  }
  if (flagsAt === undefined) throw unreadable(DAMAGED);
  return sectors.word(flagsAt);
};
