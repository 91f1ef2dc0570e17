import { Converter } from 'opencc-js/t2cn';

/**
 * The text the rules read: Simplified, half-width, one kind of space and dash. It has the same length as the original,
 * so an offset in one is an offset in the other, and what is shown is always cut from the original.
 */
export type Shadow = string;

const PLAIN = new Map<string, string>([
  ['、', '、'],
  ['。', '。'],
  ['〔', '('],
  ['〕', ')'],
  ['【', '【'],
  ['】', '】'],
  ['—', '-'],
  ['–', '-'],
  ['－', '-'],
  ['―', '-'],
  ['‐', '-'],
  ['─', '-'],
  ['〜', '-'],
  ['～', '-'],
  ['﹣', '-'],
  ['∶', ':'],
  ['︰', ':'],
  ['․', '.'],
  ['。', '。'],
  ['〇', '〇'],
  ['\r', '\n'],
  ['\u2028', '\n'],
  ['\u2029', '\n'],
]);

let toSimplified: ((text: string) => string) | undefined;

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
  toSimplified ??= Converter({ from: 't', to: 'cn' });
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
export const simplifiedOf = (text: string): string => {
  toSimplified ??= Converter({ from: 't', to: 'cn' });
  return toSimplified(text);
};
