import { Converter } from 'opencc-js/t2cn';

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

/** There are some ten thousand characters at most, so the memory is bounded by the script itself. */
const remembered = new Map<string, string>();

/** The shadow of a text; same length. */
export const shadowOf = (text: string): Shadow => {
  let shadow = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at);
    let plain = remembered.get(unit);
    if (plain === undefined) {
      plain = plainOf(unit);
      remembered.set(unit, plain);
    }
    shadow += plain;
  }
  return shadow;
};

/** A text in Simplified characters, with words (not only characters) converted. For titles; lengths may change. */
export const simplifiedOf = (text: string): string => toSimplified(text);
