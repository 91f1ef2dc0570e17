const DIGITS = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const));
DIGITS.set('〇', 0);
DIGITS.set('两', 2);
const PLACES = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** A number found at the front of a text and how many characters it takes. */
export interface Numeral {
  value: number;
  length: number;
}

const arabic = (text: string): Numeral | undefined => {
  const found = /^\d{1,15}(?:,\d{3}){0,4}(?:\.\d{1,6})?/.exec(text) ?? undefined;
  if (found === undefined) return undefined;
  const plain =
    found[0].includes(',') && !/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(found[0]) ? /^\d+/.exec(found[0]) : found;
  return plain ? { value: Number(plain[0].replaceAll(',', '')), length: plain[0].length } : undefined;
};

/** 十二, 二十三, 一百零五: digits and places take turns, places get smaller. 三八 and 二〇二六 are no such number. */
const chinese = (text: string): Numeral | undefined => {
  let [value, at, place] = [0, 0, Number.POSITIVE_INFINITY];
  let digit: number | undefined;
  for (; at < text.length; at += 1) {
    const character = text[at] ?? '';
    const unit = PLACES.get(character);
    const read = DIGITS.get(character);
    if (unit !== undefined) {
      if (unit >= place || (digit === undefined && (unit !== 10 || at > 0))) return undefined;
      value += (digit ?? 1) * unit;
      [place, digit] = [unit, undefined];
    } else if (read === undefined) break;
    else if (read === 0 && place < Number.POSITIVE_INFINITY && digit === undefined) continue;
    else if (digit !== undefined) return undefined;
    else digit = read;
  }
  if (at === 0) return undefined;
  return { value: value + (digit ?? 0), length: at };
};

/** A whole number in digits (at most four) or Chinese numerals at the front; no fractions, no thousands separators. */
export const readWhole = (text: string): Numeral | undefined => {
  const digits = /^\d{1,15}/.exec(text);
  return digits ? { value: Number(digits[0]), length: digits[0].length } : chinese(text);
};

const TIMES: readonly (readonly [string, number])[] = [
  ['亿', 100_000_000],
  ['万', 10_000],
];

/** 3千, 5百; 3千瓦 and 百分点 are units. */
const HUNDREDS = /^(?:千(?![瓦米克卡])|百(?!分))/;

const number = (text: string): Numeral | undefined => {
  const digits = arabic(text);
  if (!digits) return chinese(text);
  const place = HUNDREDS.exec(text.slice(digits.length))?.[0];
  return place === undefined
    ? digits
    : { value: scaled(digits.value, PLACES.get(place) ?? 1), length: digits.length + place.length };
};

/** 二千 behind 一万: it names its own place, so that nothing is left to guess. */
const behindScale = (text: string): Numeral | undefined => {
  const zero = text.startsWith('零') ? 1 : 0;
  const found = number(text.slice(zero));
  if (!found || found.value >= 10_000) return undefined;
  const hasPlace = zero > 0 || /[十百千]/.test(text.slice(0, found.length));
  return hasPlace ? { value: found.value, length: found.length + zero } : undefined;
};

/** An amount at the front: `45`, `1,200`, `1.2万`, `一万二千`, `3千`, `三`, `十二万`. */
export const readAmount = (text: string): Numeral | undefined => {
  const found = number(text);
  if (found === undefined) return undefined;
  const times = TIMES.find(([word]) => text.startsWith(word, found.length));
  if (!times) return found;
  const whole = { value: scaled(found.value, times[1]), length: found.length + times[0].length };
  const more = behindScale(text.slice(whole.length));
  return more ? { value: whole.value + more.value, length: whole.length + more.length } : whole;
};

/** 1.2万 is 12000, not 11999.999…. */
const scaled = (value: number, times: number): number => Math.round(value * times * 1e6) / 1e6;

/** A share in percent at the front: `60%`, `百分之六十`, `六成`, `一半`. */
export const readPercent = (text: string): Numeral | undefined => {
  if (text.startsWith('百分之')) {
    const found = readAmount(text.slice(3));
    return found && { value: found.value, length: found.length + 3 };
  }
  if (text.startsWith('一半')) return { value: 50, length: 2 };
  const found = readAmount(text);
  if (found === undefined) return undefined;
  const rest = text.slice(found.length);
  if (/^ ?%/.test(rest)) return { value: found.value, length: found.length + rest.indexOf('%') + 1 };
  return rest.startsWith('成') && !rest.startsWith('成立') && found.value <= 10
    ? { value: found.value * 10, length: found.length + 1 }
    : undefined;
};
