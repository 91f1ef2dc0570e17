import type { TargetDraft, TargetKind, TargetOp } from '../plan-draft.ts';
import { numberOf } from '../text/numeral.ts';
import type { Shadow } from '../text/shadow.ts';
import { quotationsIn, type Stretch, titlesIn } from '../time/not-times.ts';
import { nameOf } from './name-of.ts';
import { NOT_TARGETS } from './not-targets.ts';
import type { Quantity } from './quantity.ts';
import { ADDING_UP, RATES, UNIT } from './units.ts';
import * as words from './words.ts';

/** No item is longer; a page pasted as one line is not searched to its end. */
const LONGEST_READ = 6000;
/** How much of the text around a number the rules see. */
const AROUND = 48;

const ARABIC = '(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,9})(?:\\.\\d{1,4})?';
/** 百公里 and 千瓦 are no counts, 一百 and 两千 are. */
const WRITTEN = '(?:[一二两三四五六七八九十][一二三四五六七八九十百千]{0,6}|[百千](?=[余多])|(?<=[近超逾上])百)';
const SCALE = '(?:[百千]?万|亿|千|百)?';
const QUANTITY = new RegExp(
  `(?<low>${ARABIC}|${WRITTEN}) ?(?:[-至到]{1,4} ?(?<high>${ARABIC}|${WRITTEN}) ?)?(?<more>[多余])? ?(?<scale>${SCALE})(?<more2>[多余])? ?(?<unit>${UNIT})`,
  'gu',
);
/** 到位资金5000万: 元 is left out behind money's own words. */
const MONEY_BARE = new RegExp(
  `(?<=(?:资金|投资|[筹引融]资|经费|款|收入|产值|利润|税收|营收|预算|销售额|基金|补助)[^,。;\\d]{0,8})(?<low>${ARABIC}) ?(?<more>[多余])? ?(?<scale>[百千]?万|亿)(?<more2>[多余])?(?=以上|左右|[,。;、)]|$)`,
  'gu',
);
const PERCENT_IN_WORDS = /百分之(?<low>[一二三四五六七八九十百]{1,6})(?:点[一二三四五六七八九]{1,2})?/gu;

const SCALES: ReadonlyMap<string, number> = new Map([
  ['百', 100],
  ['千', 1000],
  ['万', 10_000],
  ['百万', 1_000_000],
  ['千万', 10_000_000],
  ['亿', 100_000_000],
]);

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

/** 三八, 五一: characters of numbers in a row without 十, 百 or 千 name a day and count nothing. */
const namesADay = (words: string): boolean => /^[一二两三四五六七八九]{2,}$/u.test(words);

const found = (text: Shadow, match: RegExpMatchArray, recurring: boolean): Quantity | undefined => {
  const groups = match.groups ?? {};
  const low = numberOf(groups.low ?? '');
  const from = match.index ?? 0;
  const to = from + match[0].length;
  if (low === undefined || low === 0 || namesADay(groups.low ?? '')) return undefined;
  return {
    from,
    to,
    value: round(low * (SCALES.get(groups.scale ?? '') ?? 1)),
    range: groups.high !== undefined,
    orders: groups.low === '二',
    inWords: !/\d/u.test(groups.low ?? '') && (groups.scale ?? '') === '',
    more: groups.more !== undefined || groups.more2 !== undefined,
    unit: groups.unit ?? (groups.scale === undefined ? '%' : '元'),
    before: text.slice(Math.max(0, from - AROUND), from),
    after: text.slice(to, to + AROUND),
    recurring,
  };
};

const opOf = (quantity: Quantity): TargetOp => {
  if (
    quantity.range ||
    quantity.more ||
    words.AT_LEAST_BEFORE.test(quantity.before) ||
    words.AT_LEAST_NEAR.test(quantity.before)
  )
    return '>=';
  if (words.AT_LEAST_AFTER.test(quantity.after)) return '>=';
  return words.ABOUT_BEFORE.test(quantity.before) || words.ABOUT_AFTER.test(quantity.after) ? 'approx' : '=';
};

const kindOf = (quantity: Quantity): TargetKind => {
  if (RATES.has(quantity.unit) || words.LEVEL.test(quantity.before)) return 'level';
  return words.INCREASE.test(quantity.before) || ADDING_UP.has(quantity.unit) ? 'increase' : null;
};

/** A number in a title or in a longer quotation belongs to a name (《2026年…》, “1233”战略). */
const inName = (quantity: Quantity, names: Stretch[]): boolean =>
  names.some((name) => name.from < quantity.from && quantity.to < name.to);

/** 條 stays 條, ％ becomes %; a share in words has no sign of its own. */
const unitAsWritten = (text: string, shadow: Shadow, { to, unit }: Quantity): string => {
  const from = to - unit.length;
  return shadow.slice(from, to) === unit ? text.slice(from, to).normalize('NFKC') : unit;
};

/** 指标 of an item in the order of its text, units as written (條 stays 條). `recurring` when the item has a cadence. */
export const quantitiesIn = (text: string, shadow: Shadow, recurring: boolean): TargetDraft[] => {
  const read = shadow.slice(0, LONGEST_READ);
  const names = [...titlesIn(read), ...quotationsIn(read)];
  const matches = [...read.matchAll(QUANTITY), ...read.matchAll(PERCENT_IN_WORDS), ...read.matchAll(MONEY_BARE)];
  return matches
    .sort((a, b) => (a.index ?? 0) - (b.index ?? 0))
    .flatMap((match) => found(read, match, recurring) ?? [])
    .filter((quantity) => !inName(quantity, names) && !NOT_TARGETS.some((rule) => rule.holds(quantity)))
    .map((quantity) => ({
      name: nameOf(quantity),
      value: quantity.value,
      unit: unitAsWritten(text, read, quantity),
      op: opOf(quantity),
      kind: kindOf(quantity),
    }));
};
