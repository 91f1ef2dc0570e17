import { BanjieError } from '../../banjie-error.ts';

/** A signature at the head of a file, and the encoding it stands for. */
const MARKS: ReadonlyArray<readonly [bytes: readonly number[], encoding: string]> = [
  [[0xef, 0xbb, 0xbf], 'utf-8'],
  [[0xff, 0xfe], 'utf-16le'],
  [[0xfe, 0xff], 'utf-16be'],
];
/** How much of a file is looked at to guess its encoding. */
const SAMPLE = 4096;

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, i) => bytes[i] === byte);

/** UTF-16 without a mark: line breaks, digits and spaces have a zero for their other half, always on the same side. */
const utf16Side = (bytes: Uint8Array): string | undefined => {
  const sample = bytes.subarray(0, SAMPLE);
  const zeros = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0) zeros[i % 2] = (zeros[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (even + odd === 0 || bytes.length % 2 === 1) return undefined;
  if (odd > even * 4) return 'utf-16le';
  return even > odd * 4 ? 'utf-16be' : undefined;
};

const decoded = (bytes: Uint8Array, encoding: string): string | undefined => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
};

/** Control characters no text has; a file with them is something else under the name of a text. */
const isText = (text: string): boolean => {
  const sample = text.slice(0, SAMPLE);
  let controls = 0;
  for (const unit of sample) {
    const code = unit.charCodeAt(0);
    if (code < 32 && code !== 9 && code !== 10 && code !== 12 && code !== 13) controls++;
  }
  return controls * 50 <= sample.length;
};

/**
 * The text of a file in UTF-8, UTF-16 or GB18030, with or without a byte order mark.
 * Throws BanjieError `unreadable-document` when it is none of these.
 */
export const decodeText = (bytes: Uint8Array): string => {
  const marked = MARKS.find(([signature]) => begins(bytes, signature))?.[1];
  const candidates = marked ? [marked] : [utf16Side(bytes), 'utf-8', 'gb18030'];
  for (const encoding of candidates) {
    const text = encoding === undefined ? undefined : decoded(bytes, encoding);
    if (text !== undefined && isText(text)) return text;
  }
  throw new BanjieError(
    'unreadable-document',
    '文件的文字编码认不出来(能读 UTF-8、UTF-16 和 GB18030)。请用记事本打开,另存为 UTF-8 编码的 txt 后重发,或直接粘贴文字。',
  );
};
