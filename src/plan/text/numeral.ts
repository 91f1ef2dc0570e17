/** Characters of a number written out in Chinese. */
export const CHINESE_DIGITS = '〇零一二两三四五六七八九十百千';

const DIGIT_VALUES = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const));
DIGIT_VALUES.set('〇', 0);
DIGIT_VALUES.set('两', 2);
const PLACE_VALUES = new Map([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
]);

/** `二十三` → 23, `一百零五` → 105, `二〇二六` → 2026; undefined when it is no number. */
const chineseNumber = (text: string): number | undefined => {
  const characters = [...text];
  const plain = characters.every((character) => DIGIT_VALUES.has(character));
  if (plain) return Number(characters.map((character) => DIGIT_VALUES.get(character)).join(''));
  let total = 0;
  let digit: number | undefined;
  for (const character of characters) {
    const place = PLACE_VALUES.get(character);
    const value = DIGIT_VALUES.get(character);
    if (place !== undefined) {
      total += (digit ?? 1) * place;
      digit = undefined;
    } else if (value !== undefined) digit = value;
    else return undefined;
  }
  return total + (digit ?? 0);
};

/** A number in half-width digits (`1,200`, `3.5`) or written out (`十二`, `二〇二六`); undefined when the text is neither. */
export const numberOf = (text: string): number | undefined => {
  if (text === '') return undefined;
  if (/^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(text)) return Number(text.replaceAll(',', ''));
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text);
  return chineseNumber(text);
};
