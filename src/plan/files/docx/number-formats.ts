/** How automatic numbers are written, by the names of ST_NumberFormat (ISO/IEC 29500-1, 17.18.59). */

const DIGITS = '零一二三四五六七八九';
const PLACES = ['', '十', '百', '千'];
const LEGAL_SIMPLIFIED = { digits: '零壹贰叁肆伍陆柒捌玖', places: ['', '拾', '佰', '仟'] };
const LEGAL_TRADITIONAL = { digits: '零壹貳參肆伍陸柒捌玖', places: ['', '拾', '佰', '仟'] };
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';
/** The alphabet is run through so often at most; beyond, the number itself says more. */
const MOST_REPEATS = 10;
const MOST_ROMAN = 3999;
const ROMAN: ReadonlyArray<readonly [value: number, sign: string]> = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

type Format = (value: number) => string;

const decimal: Format = (value) => String(value);

/** 一百零五, for 1 to 9999; 十二 without the 一 in front. */
const counted = (digits: string, places: readonly string[], ten: string): Format => {
  return (value) => {
    if (value < 1 || value > 9999) return decimal(value);
    let text = '';
    const written = String(value);
    for (let i = 0; i < written.length; i++) {
      const digit = Number(written[i]);
      const place = places[written.length - 1 - i] ?? '';
      if (digit > 0) text += `${digits.charAt(digit)}${place}`;
      else if (!text.endsWith('零')) text += '零';
    }
    const bare = text.replace(/零$/u, '');
    return value < 20 && value > 9 && ten !== '' ? bare.replace(/^./u, '') : bare;
  };
};

/** One character for each digit: 一〇五. */
const digitByDigit = (zero: string): Format => {
  return (value) =>
    value < 0
      ? decimal(value)
      : [...String(value)].map((digit) => (digit === '0' ? zero : DIGITS.charAt(Number(digit)))).join('');
};

const chinese = counted(DIGITS, PLACES, '十');
/** Below a hundred as one counts, from there on digit by digit. */
const chineseCounting: Format = (value) => (value < 100 ? chinese(value) : digitByDigit('○')(value));

/** Characters in a row, from the first for 1; beyond the last the number itself. */
const signs = (from: string, count: number): Format => {
  const first = from.charCodeAt(0);
  return (value) => (value >= 1 && value <= count ? String.fromCharCode(first + value - 1) : decimal(value));
};
const listed = (characters: string): Format => {
  return (value) => (value >= 1 ? characters.charAt(value - 1) || decimal(value) : decimal(value));
};

/** a … z, aa, bb … */
const letters = (first: string): Format => {
  return (value) => {
    const repeats = Math.ceil(value / 26);
    if (value < 1 || repeats > MOST_REPEATS) return decimal(value);
    return String.fromCharCode(first.charCodeAt(0) + ((value - 1) % 26)).repeat(repeats);
  };
};

const roman: Format = (value) => {
  if (value < 1 || value > MOST_ROMAN) return decimal(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of ROMAN)
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  return text;
};

const fullWidth: Format = (value) =>
  decimal(value).replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** 甲子 … 癸亥. */
const sexagenary: Format = (value) =>
  value >= 1 && value <= 60 ? `${STEMS.charAt((value - 1) % 10)}${BRANCHES.charAt((value - 1) % 12)}` : decimal(value);

const circled = signs('①', 20);

const FORMATS: ReadonlyMap<string, Format> = new Map<string, Format>([
  ['none', () => ''],
  ['decimal', decimal],
  ['decimalZero', (value) => (value >= 0 && value < 10 ? `0${value}` : decimal(value))],
  ['decimalFullWidth', fullWidth],
  ['decimalFullWidth2', fullWidth],
  ['decimalEnclosedCircle', circled],
  ['decimalEnclosedCircleChinese', circled],
  ['decimalEnclosedFullstop', signs('⒈', 20)],
  ['decimalEnclosedParen', signs('⑴', 20)],
  ['chineseCounting', chineseCounting],
  ['chineseCountingThousand', chinese],
  ['chineseLegalSimplified', counted(LEGAL_SIMPLIFIED.digits, LEGAL_SIMPLIFIED.places, '')],
  ['ideographLegalTraditional', counted(LEGAL_TRADITIONAL.digits, LEGAL_TRADITIONAL.places, '')],
  ['taiwaneseCounting', chineseCounting],
  ['taiwaneseCountingThousand', chinese],
  ['taiwaneseDigital', digitByDigit('○')],
  ['japaneseCounting', chinese],
  ['japaneseDigitalTenThousand', digitByDigit('〇')],
  ['ideographDigital', digitByDigit('〇')],
  ['ideographTraditional', listed(STEMS)],
  ['ideographZodiac', listed(BRANCHES)],
  ['ideographZodiacTraditional', sexagenary],
  ['ideographEnclosedCircle', signs('㈠', 10)],
  ['lowerLetter', letters('a')],
  ['upperLetter', letters('A')],
  ['lowerRoman', roman],
  ['upperRoman', (value) => roman(value).toUpperCase()],
]);

/** A number as the format writes it; formats no Chinese plan is numbered in are written in digits. */
export const formatNumber = (value: number, format: string): string => (FORMATS.get(format) ?? decimal)(value);
