import { type Entry, fromBufferPromise, getFileNameLowLevel, type ZipFile } from 'yauzl';
import { BanjieError } from '../../banjie-error.ts';
import { isLocked } from './kind.ts';
import { BROKEN, LOCKED, MOST_BYTES, TOO_LARGE, TOO_LARGE_UNPACKED, unreadable } from './unreadable.ts';

/**
 * The parts of a docx or xlsx, by name: `word/document.xml`. Names are compared without case, as the format has it.
 * Reading a part throws BanjieError `unreadable-document` when it is missing, damaged or larger than it says.
 */
export interface Package {
  names: string[];
  has(name: string): boolean;
  /** A part that is text: UTF-8, or UTF-16 with a byte order mark. */
  text(name: string): Promise<string>;
  bytes(name: string): Promise<Uint8Array>;
}

/** A plan's file has some twenty parts, one with many pictures some hundred. */
const MOST_PARTS = 2_000;
/** All parts unpacked, in bytes. What one part declares is held against what comes out of it, so this bounds memory. */
const MOST_UNPACKED = 50 * 1024 * 1024;
/** XML of a plan packs 10 to 30 times, a formatted empty sheet 60 times; a bomb several hundred. */
const MOST_RATIO = 200;
/** Small parts may pack well by chance; they do no harm. */
const RATIO_FROM = 1024 * 1024;

/** Where a name would lead out of the package when unpacked; nothing is unpacked here, such a part is just left out. */
const leadsOut = (name: string): boolean =>
  name.startsWith('/') || /^[A-Za-z]:/u.test(name) || name.split('/').includes('..');

const guard = (entry: Entry): void => {
  if (entry.isEncrypted()) throw unreadable(LOCKED);
  const { compressedSize: packed, uncompressedSize: size } = entry;
  if (size > RATIO_FROM && size > packed * MOST_RATIO) throw unreadable(TOO_LARGE_UNPACKED);
};

/** The central directory, checked before a single byte is unpacked. Keys are names without case. */
const directoryOf = async (zip: ZipFile): Promise<Map<string, { name: string; entry: Entry }>> => {
  if (zip.entryCount > MOST_PARTS) throw unreadable(TOO_LARGE_UNPACKED);
  const parts = new Map<string, { name: string; entry: Entry }>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    guard(entry);
    unpacked += entry.uncompressedSize;
    if (unpacked > MOST_UNPACKED) throw unreadable(TOO_LARGE_UNPACKED);
    const name = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, false);
    if (leadsOut(name) || name.endsWith('/')) continue;
    const key = name.toLowerCase();
    // Two parts of one name: programs disagree which one counts, so what is previewed might not be what people see.
    if (parts.has(key)) throw unreadable(BROKEN);
    parts.set(key, { name, entry });
  }
  return parts;
};

/** Unpacks one part; yauzl breaks off as soon as more comes out than the directory declares. */
const unpack = async (zip: ZipFile, entry: Entry): Promise<Buffer> => {
  const stream = await zip.openReadStreamPromise(entry);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
};

const decoded = (bytes: Uint8Array): string => {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null;
  return new TextDecoder(wide ?? 'utf-8').decode(bytes);
};

const orBroken = async <T>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (error instanceof BanjieError) throw error;
    const isLockedPart = error instanceof Error && /encrypt/u.test(error.message);
    throw unreadable(isLockedPart ? LOCKED : BROKEN, error);
  }
};

/**
 * Opens a docx or xlsx. The file is a stranger's: its directory is checked first (parts, sizes, ratio, names, encryption)
 * and what it declares is enforced while unpacking. At most 10 MB as a file and 50 MB unpacked.
 * Throws BanjieError `unreadable-document` for a file that is broken, encrypted, protected by a password or a bomb.
 */
export const openPackage = async (bytes: Uint8Array): Promise<Package> => {
  if (bytes.length > MOST_BYTES) throw unreadable(TOO_LARGE);
  if (isLocked(bytes)) throw unreadable(LOCKED);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const options = { decodeStrings: false, validateEntrySizes: true };
  const zip = await orBroken(() => fromBufferPromise(buffer, options));
  const parts = await orBroken(() => directoryOf(zip));
  const read = async (name: string): Promise<Buffer> => {
    const part = parts.get(name.toLowerCase());
    if (!part) throw unreadable(BROKEN);
    return orBroken(() => unpack(zip, part.entry));
  };
  return {
    names: [...parts.values()].map(({ name }) => name),
    has: (name) => parts.has(name.toLowerCase()),
    text: async (name) => decoded(await read(name)),
    bytes: read,
  };
};
