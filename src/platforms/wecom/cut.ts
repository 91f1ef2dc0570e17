const bytesOf = (text: string): number => Buffer.byteLength(text);
/** Room for the line that says what is missing, in bytes. */
const NOTE_BYTES = 80;

const missing = (count: number): string => `…其余${count}行未显示，请换一个小些的范围`;

/** A line cut into pieces of at most `most` bytes, between characters. */
function piecesOf(line: string, most: number): string[] {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  for (const character of line) {
    const bytes = bytesOf(character);
    if (size + bytes > most) {
      pieces.push(piece);
      [piece, size] = ['', 0];
    }
    piece += character;
    size += bytes;
  }
  return [...pieces, piece];
}

/** Lines as texts of at most `most` bytes each, parted between lines; a line too long for one is parted between characters. */
export function split(lines: readonly string[], most: number): string[] {
  const parts: string[][] = [[]];
  let size = 0;
  for (const piece of lines.flatMap((line) => piecesOf(line, most))) {
    const bytes = bytesOf(piece) + 1;
    if (size + bytes > most + 1) {
      parts.push([]);
      size = 0;
    }
    parts.at(-1)?.push(piece);
    size += bytes;
  }
  return parts.map((part) => part.join('\n').trim()).filter((part) => part !== '');
}

/** As many of the lines as `most` bytes hold, with a last line that counts the others. */
export function cutTo(lines: readonly string[], most: number): string {
  const whole = lines.join('\n').trim();
  if (bytesOf(whole) <= most) return whole;
  const kept: string[] = [];
  let size = NOTE_BYTES;
  for (const line of lines) {
    const bytes = bytesOf(line) + 1;
    if (size + bytes > most) break;
    kept.push(line);
    size += bytes;
  }
  if (kept.length === 0) kept.push(piecesOf(lines[0] ?? '', most - NOTE_BYTES)[0] ?? '');
  return [...kept, missing(lines.length - kept.length)].join('\n').trim();
}
