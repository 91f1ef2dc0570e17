/** What a file is, by its first bytes; its name may say anything. */
export type FileKind = 'zip' | 'ole' | 'pdf' | 'picture' | 'archive' | 'rtf' | 'web' | 'text';

const SIGNATURES: ReadonlyArray<readonly [kind: FileKind, bytes: readonly number[]]> = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x1f, 0x8b]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

/** How much of a file is looked at for the marks of a web page. */
const SAMPLE = 1024;
/** Office systems hand out pages, mail archives and XML under the names .doc and .xls. */
const isWeb = (bytes: Uint8Array): boolean =>
  /^\W{0,8}(?:<!doctype html|<html|<\?xml|MIME-Version:)/iu.test(new TextDecoder().decode(bytes.subarray(0, SAMPLE)));

/** What a file is by its first bytes; `text` when they are no signature known here. */
export const kindOf = (bytes: Uint8Array): FileKind =>
  SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0] ??
  (isWeb(bytes) ? 'web' : 'text');

/** Names inside an OLE container are UTF-16. */
const holdsName = (bytes: Uint8Array, name: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(Buffer.from(name, 'utf16le'));

/** A docx or xlsx with a password is an OLE container around the encrypted package ([MS-OFFCRYPTO] 2.3.4). */
export const isLocked = (bytes: Uint8Array): boolean => kindOf(bytes) === 'ole' && holdsName(bytes, 'EncryptedPackage');

/** Which program's old binary file an OLE container is. */
export const oleKindOf = (bytes: Uint8Array): 'word' | 'excel' | 'other' => {
  if (holdsName(bytes, 'WordDocument')) return 'word';
  // Excel 97 and later, and before.
  return holdsName(bytes, 'Workbook') || holdsName(bytes, 'Book') ? 'excel' : 'other';
};
