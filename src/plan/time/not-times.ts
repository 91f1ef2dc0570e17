import type { Shadow } from '../text/shadow.ts';

/** Words that hold a time's characters and are none (PRODUCT.md, "Not times"). Each is linear and reads the shadow. */
const NOT_TIMES: readonly RegExp[] = [
  // Honours and marches named after a day.
  /(?:三八|五一|五四|六一|七一|八一)[”"」]?(?:国际)?(?:劳动奖章|劳动奖状|劳动奖|巾帼|红旗|奖章|奖状|奖|先锋|口号|公园|广场|大道|路|街|小学|中学|学校|厂|勋章)/gu,
  // Shopping days and the like.
  /双[”"]?(?:十一|十二|11|12)/gu,
  // Counts of months, ordinals of seasons and sessions.
  /\d{1,3} ?个(?:多|半)?月|[一二两三四五六七八九十几]{1,3}个(?:多|半)?月|第[一二三四五六七八九十\d]{1,3}(?:季(?!度)|[届期])/gu,
  // Years gone by as an amount or a point of comparison.
  /(?:去年|上年|往年|前年|历年|近年)[^,。;]{0,12}/gu,
  // A revolution, a song, a lunar feast, a monthly magazine.
  /十月革命|三月三|五月花|月月鸟/gu,
  // What lasts or costs one day: 一日捐, 一日游.
  /[一半]日(?=捐|游|营|三餐|行|体验|免费)/gu,
  // Every … for each person's money.
  /每(?:人)?(?:月|年)(?:工资|补助|补贴|津贴|收入|生活费|奖金|发放\d|\d{2,6} ?元)/gu,
  // Terms of law and plan periods: 十四五, 九届四次, 十八大.
  /[“"]?十[一二三四五][五][”"]?|[一二三四五六七八九十\d]{1,3}届[一二三四五六七八九十\d]{1,3}次|十[五六七八九]大|二十大/gu,
];
/** Titles of books and papers are names, whatever they hold. Quoted names too, unless all of the quotation is the time. */
const TITLE = /《[^《》\n]{1,80}》/gu;
const QUOTED = /“[^“”\n]{1,40}”|「[^「」\n]{1,40}」/gu;

export interface Stretch {
  from: number;
  to: number;
}

const stretchesOf = (pattern: RegExp, text: Shadow): Stretch[] =>
  [...text.matchAll(pattern)].map((found) => ({ from: found.index, to: found.index + found[0].length }));

/** Where nothing is a time. */
export const notTimesIn = (text: Shadow): Stretch[] =>
  [...NOT_TIMES, TITLE].flatMap((pattern) => stretchesOf(pattern, text));

/** Titles of books, papers and plans. */
export const titlesIn = (text: Shadow): Stretch[] => stretchesOf(TITLE, text);

/** Quotations, the marks included. A time is read in one only when it fills it (`“五一”`). */
export const quotationsIn = (text: Shadow): Stretch[] => stretchesOf(QUOTED, text);
