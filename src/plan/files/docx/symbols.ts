import type { XmlElement } from '../xml.ts';

/** Signs of the Wingdings fonts that stand in plans, by their code in the font. */
const WINGDINGS: ReadonlyMap<number, string> = new Map([
  [0x6c, '●'],
  [0x6e, '■'],
  [0x6f, '□'],
  [0x71, '□'],
  [0x75, '◆'],
  [0x76, '◆'],
  [0x9f, '•'],
  [0xa7, '▪'],
  [0xa8, '□'],
  [0xab, '★'],
  [0xd8, '➢'],
  [0xe0, '→'],
  [0xf0, '→'],
  [0xfb, '×'],
  [0xfc, '✓'],
  [0xfd, '×'],
  [0xfe, '√'],
  ...Array.from({ length: 10 }, (_, i) => [0x81 + i, String.fromCharCode(0x2460 + i)] as const),
  ...Array.from({ length: 10 }, (_, i) => [0x8c + i, String.fromCharCode(0x2460 + i)] as const),
]);
const WINGDINGS_2: ReadonlyMap<number, string> = new Map([
  [0x4f, '×'],
  [0x50, '✓'],
  [0x51, '×'],
  [0x52, '√'],
  [0x98, '●'],
  [0xa3, '□'],
  ...Array.from({ length: 10 }, (_, i) => [0x6a + i, String.fromCharCode(0x2460 + i)] as const),
]);
/** Fonts of signs keep them at F000 and above, in the private part of Unicode. */
const PRIVATE = 0xf000;
const LAST_PRIVATE = 0xf0ff;

/** `<w:sym w:font="Wingdings" w:char="F0FC"/>` as a character; a sign nobody knows is left out. */
export const symbolOf = (element: XmlElement): string => {
  const written = element.attributes.get('w:char') ?? '';
  const font = (element.attributes.get('w:font') ?? '').toLowerCase();
  if (!/^[\dA-Fa-f]{1,4}$/u.test(written)) return '';
  const code = Number.parseInt(written, 16);
  const isPrivate = code >= PRIVATE && code <= LAST_PRIVATE;
  const own = isPrivate ? code - PRIVATE : code;
  if (font.startsWith('wingdings')) return (font === 'wingdings' ? WINGDINGS : WINGDINGS_2).get(own) ?? '';
  const isLetter = own >= 0x20 && own < 0x7f;
  if (isPrivate) return isLetter && font !== 'symbol' ? String.fromCharCode(own) : '';
  return code < 0x20 || (code >= 0xd800 && code <= 0xdfff) ? '' : String.fromCharCode(code);
};
