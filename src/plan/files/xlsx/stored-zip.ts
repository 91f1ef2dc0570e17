const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
/** Names are UTF-8. */
const UTF_8 = 0x0800;

interface Part {
  name: string;
  bytes: Uint8Array;
}

/** The fields a local header and a directory entry share. The check sum stays 0: the bytes never leave this process. */
const header = (signature: number, fixed: number, at: number, name: Buffer, size: number): Buffer => {
  const head = Buffer.alloc(fixed);
  head.writeUInt32LE(signature, 0);
  head.writeUInt16LE(VERSION, at);
  head.writeUInt16LE(UTF_8, at + 2);
  head.writeUInt32LE(size, at + 14);
  head.writeUInt32LE(size, at + 18);
  head.writeUInt16LE(name.length, at + 22);
  return head;
};

/** A zip that holds its parts as they are, not packed (APPNOTE 4.3). */
export const storedZip = (parts: readonly Part[]): Uint8Array => {
  const body: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name: text, bytes } of parts) {
    const name = Buffer.from(text, 'utf8');
    const entry = header(DIRECTORY_ENTRY, 46, 6, name, bytes.length);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    body.push(header(LOCAL_HEADER, 30, 4, name, bytes.length), name, bytes);
    offset += 30 + name.length + bytes.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...body, entries, end]);
};
