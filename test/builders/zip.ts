import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a package, with the lies a hostile one may tell. */
export interface ZipPart {
  name: string;
  data: string | Uint8Array;
  /** Size the directory declares, in bytes, instead of the true one. */
  declared?: number;
  /** Stored as it is, so that nobody can tell from its size how dull it is. */
  stored?: boolean;
  /** Sets the flag of an encrypted part. */
  locked?: boolean;
}

const FLAG_LOCKED = 0x1;
const FLAG_UTF8 = 0x800;
const DEFLATE = 8;

const u16 = (value: number): Buffer => {
  const buffer = Buffer.alloc(2);
  buffer.writeUInt16LE(value);
  return buffer;
};
const u32 = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32LE(value);
  return buffer;
};

/** The fields a part's local header and its entry in the directory share. */
const fieldsOf = (part: ZipPart, data: Buffer, packed: Buffer): Buffer => {
  const flags = FLAG_UTF8 | (part.locked ? FLAG_LOCKED : 0);
  const sum = typeof crc32 === 'function' ? crc32(data) : 0;
  const sizes = [u32(packed.length), u32(part.declared ?? data.length)];
  const lengths = [u16(Buffer.byteLength(part.name)), u16(0)];
  return Buffer.concat([u16(20), u16(flags), u16(part.stored ? 0 : DEFLATE), u32(0), u32(sum), ...sizes, ...lengths]);
};

/** A zip of parts, in their order. */
export const zipOf = (parts: readonly ZipPart[]): Uint8Array => {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const data = Buffer.from(part.data);
    const packed = part.stored ? data : deflateRawSync(data);
    const fields = fieldsOf(part, data, packed);
    const name = Buffer.from(part.name);
    const body = Buffer.concat([u32(0x04034b50), fields, name, packed]);
    bodies.push(body);
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), fields, u16(0), u16(0), u16(0), u32(0), u32(offset), name]),
    );
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const counts = [u16(parts.length), u16(parts.length)];
  const end = [u32(0x06054b50), u16(0), u16(0), ...counts, u32(list.length), u32(offset), u16(0)];
  return Buffer.concat([...bodies, list, ...end]);
};
