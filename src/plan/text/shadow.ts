import { Converter } from 'opencc-js/t2cn';
import { remembering } from './remembering.ts';

/**
 * The text the rules read: Simplified, half-width, one kind of space and dash. It has the same length as the original,
 * so an offset in one is an offset in the other, and what is shown is always cut from the original.
 */
export type Shadow = string;

/** Forms that differ from what the rules are written in. Dashes and tildes are all range signs in plans. */
const PLAIN = new Map<string, string>([
  ...[...'—–－―‐─〜～﹣~‒−'].map((dash) => [dash, '-'] as const),
  ...[...'∶︰﹕'].map((colon) => [colon, ':'] as const),
  ...[...'〔［﹝'].map((open) => [open, '('] as const),
  ...[...'〕］﹞'].map((close) => [close, ')'] as const),
  ...[...'﹐'].map((comma) => [comma, ','] as const),
  // Small forms, as some typewriters' fonts had them.
  ...[...'﹪%﹢+﹦=﹔;﹖?﹗!﹟#'].flatMap((form, at, all) =>
    at % 2 === 0 ? [[form, all[at + 1] ?? form] as const] : [],
  ),
  ...[...'․﹒'].map((point) => [point, '.'] as const),
  ...[...'﹑､'].map((pause) => [pause, '、'] as const),
  ['｡', '。'],
  ['○', '〇'],
  ['Ｏ', '〇'],
  ['\r', '\n'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
]);

let converter: ((text: string) => string) | undefined;

/** The dictionary is built at the first call; a Simplified plan never needs it for anything but single characters. */
const toSimplified = (text: string): string => {
  const convert = converter ?? Converter({ from: 't', to: 'cn' });
  converter = convert;
  return convert(text);
};

/** One character as the rules see it; always one UTF-16 unit for one. */
const plainOf = (unit: string): string => {
  const known = PLAIN.get(unit);
  if (known !== undefined) return known;
  if (unit === '\n' || unit === '\t') return unit;
  if (/^\s$/u.test(unit) || /^\p{Cf}$/u.test(unit)) return ' ';
  const code = unit.charCodeAt(0);
  // Full-width ASCII lies in one block, 0xFEE0 above the half-width forms.
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code < 0x2e80 || code > 0x9fff) return unit;
  const simplified = toSimplified(unit);
  return simplified.length === 1 ? simplified : unit;
};

/** One place for every UTF-16 unit, filled as units are met; 0 where none was yet. */
const known = new Uint16Array(0x10000);
/** `String.fromCharCode` takes so many arguments at once without trouble for the stack. */
const CHUNK = 8192;

const plainCode = (code: number): number => {
  const plain = plainOf(String.fromCharCode(code)).charCodeAt(0);
  known[code] = plain;
  return plain;
};

const shadowAnew = (text: string): Shadow => {
  const codes = new Uint16Array(Math.min(text.length, CHUNK));
  let shadow = '';
  for (let from = 0; from < text.length; from += CHUNK) {
    const length = Math.min(CHUNK, text.length - from);
    for (let i = 0; i < length; i++) {
      const code = text.charCodeAt(from + i);
      codes[i] = known[code] || plainCode(code);
    }
    shadow += String.fromCharCode(...codes.subarray(0, length));
  }
  // 計畫 is 计划 in Taiwan; character for character it would be 计画.
  const planned = shadow.includes('画') ? shadow.replace(/(?<=[计规企策筹])画/gu, '划') : shadow;
  return /二[0Oo]/u.test(planned) ? planned.replace(TYPED_YEAR, (year) => year.replace(/[0Oo]/gu, '〇')) : planned;
};

/** The shadow of a text; same length. */
export const shadowOf: (text: string) => Shadow = remembering({ most: 4000, longest: 600 }, shadowAnew);

/** 二0二六, 二O二六: a nought where the keyboard has no 〇. */
const TYPED_YEAR = /二[0Oo][0Oo〇零一二三四五六七八九]{2}(?=年|学年|-)/gu;

/** A text in Simplified characters, with words (not only characters) converted. For titles; lengths may change. */
export const simplifiedOf = (text: string): string => toSimplified(text);
