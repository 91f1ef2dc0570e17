const SECTOR = 512;
const TEXT_AT = 2048;
const PAGE_AT = 4096;
const END_OF_CHAIN = -2;
const FREE = -1;
const TABLE_SECTOR = -3;
/** Marks of Word's text: the end of a paragraph, and of a cell or a row. */
const PARAGRAPH = '\r';
const CELL = '\x07';

interface Piece {
  text: string;
  endsRow: boolean;
}

/** Paragraphs, and tables as rows of cells; line breaks in a cell are its paragraphs. */
export type DocContent = readonly (string | readonly (readonly string[])[])[];

const piecesOf = (content: DocContent): Piece[] =>
  content.flatMap((block): Piece[] => {
    if (typeof block === 'string') return [{ text: block + PARAGRAPH, endsRow: false }];
    return block.flatMap((cells) => [
      { text: cells.map((cell) => cell.replaceAll('\n', PARAGRAPH) + CELL).join(''), endsRow: false },
      { text: CELL, endsRow: true },
    ]);
  });

/** A page of paragraph properties: which stretches of text end a row (sprmPFTtp). */
const pageOf = (pieces: readonly Piece[]): Buffer => {
  const page = Buffer.alloc(SECTOR);
  const plainAt = 480;
  const rowAt = 490;
  let offset = TEXT_AT;
  pieces.forEach(({ text, endsRow }, i) => {
    page.writeUInt32LE(offset, i * 4);
    offset += text.length * 2;
    page.writeUInt8((endsRow ? rowAt : plainAt) / 2, (pieces.length + 1) * 4 + i * 13);
  });
  page.writeUInt32LE(offset, pieces.length * 4);
  page.set([2, 0, 0, 0], plainAt);
  page.set([3, 0, 0, 0x17, 0x24, 1], rowAt);
  page.writeUInt8(pieces.length, SECTOR - 1);
  return page;
};

const textStream = (pieces: readonly Piece[], flags: number): Buffer => {
  const text = pieces.map((piece) => piece.text).join('');
  const stream = Buffer.alloc(PAGE_AT + SECTOR);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0x0200 | flags, 10);
  stream.writeUInt32LE(TEXT_AT, 0x18);
  stream.writeUInt32LE(text.length, 0x4c);
  stream.writeUInt32LE(64, 0x102);
  stream.writeUInt32LE(12, 0x106);
  stream.writeUInt32LE(0, 0x1a2);
  stream.write(text, TEXT_AT, 'utf16le');
  pageOf(pieces).copy(stream, PAGE_AT);
  return stream;
};

/** The table stream: one piece with all the text, and where the page of properties stands. */
const tableStream = (characters: number): Buffer => {
  const stream = Buffer.alloc(4096);
  stream.writeUInt8(2, 0);
  stream.writeUInt32LE(16, 1);
  stream.writeUInt32LE(characters, 9);
  stream.writeUInt32LE(TEXT_AT, 15);
  stream.writeUInt32LE(TEXT_AT, 64);
  stream.writeUInt32LE(PAGE_AT, 68);
  stream.writeUInt32LE(PAGE_AT / SECTOR, 72);
  return stream;
};

const entryOf = (
  name: string,
  type: number,
  links: readonly [left: number, right: number, child: number],
  start: number,
  size: number,
): Buffer => {
  const entry = Buffer.alloc(128);
  entry.write(name, 0, 'utf16le');
  entry.writeUInt16LE(name === '' ? 0 : (name.length + 1) * 2, 64);
  entry.writeUInt8(type, 66);
  links.forEach((link, i) => {
    entry.writeInt32LE(link, 68 + i * 4);
  });
  entry.writeInt32LE(start, 116);
  entry.writeInt32LE(size, 120);
  return entry;
};

/** What sets files of different programs apart: flags or-ed into those of the text; streams kept among the small ones. */
export interface DocOptions {
  flags?: number;
  small?: boolean;
}

const SMALL = 64;

const headerOf = (smallTable: number): Buffer => {
  const header = Buffer.alloc(SECTOR, 0);
  header.write('d0cf11e0a1b11ae1', 0, 'hex');
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeInt32LE(1, 44);
  header.writeInt32LE(1, 48);
  header.writeInt32LE(smallTable < 0 ? 4096 : 65_536, 56);
  header.writeInt32LE(smallTable, 60);
  header.writeInt32LE(smallTable < 0 ? 0 : 2, 64);
  header.writeInt32LE(END_OF_CHAIN, 68);
  for (let at = 76; at < SECTOR; at += 4) header.writeInt32LE(FREE, at);
  header.writeInt32LE(0, 76);
  return header;
};

/** A table of chains that run through neighbours; `lengths` of each in turn, from `first` on. */
const chains = (bytes: number, first: number, lengths: readonly number[]): Buffer => {
  const table = Buffer.alloc(bytes, 0xff);
  let at = first;
  for (const length of lengths)
    for (let i = 1; i <= length; i++, at++) table.writeInt32LE(i === length ? END_OF_CHAIN : at + 1, at * 4);
  return table;
};

/** An old Word file ([MS-DOC] in [MS-CFB]) of at most some thousand characters. */
export const docOf = (content: DocContent, { flags = 0, small = false }: DocOptions = {}): Uint8Array => {
  const pieces = piecesOf(content);
  const text = textStream(pieces, flags);
  const tables = tableStream(pieces.reduce((sum, piece) => sum + piece.text.length, 0));
  const lengths = [text.length, tables.length].map((bytes) => bytes / (small ? SMALL : SECTOR));
  const sectors = (text.length + tables.length) / SECTOR;
  // Sector 0 is the allocation table itself, 1 the directory, then the streams, then the table of the small ones.
  const allocation = chains(SECTOR, 1, small ? [1, sectors, 2] : [1, ...lengths]);
  allocation.writeInt32LE(TABLE_SECTOR, 0);
  const from = small ? 0 : 2;
  const none: [number, number, number] = [FREE, FREE, FREE];
  const directory = Buffer.concat([
    entryOf('Root Entry', 5, [FREE, FREE, 1], small ? 2 : END_OF_CHAIN, small ? text.length + tables.length : 0),
    entryOf('WordDocument', 2, [2, FREE, FREE], from, text.length),
    entryOf('1Table', 2, none, from + (lengths[0] ?? 0), tables.length),
    entryOf('', 0, none, 0, 0),
  ]);
  const header = headerOf(small ? 2 + sectors : END_OF_CHAIN);
  const smallTable = small ? chains(2 * SECTOR, 0, lengths) : Buffer.alloc(0);
  return Buffer.concat([header, allocation, directory, text, tables, smallTable]);
};
