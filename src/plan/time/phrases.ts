import { daysInMonth, type IsoDate, isoDate, monthOf, yearOf } from '../../calendar/date.ts';
import {
  halfYearWindow,
  monthsWindow,
  monthWindow,
  quarterWindow,
  type Window,
  yearWindow,
} from '../../calendar/window.ts';
import { numberOf } from '../text/numeral.ts';
import type { Mention, MentionKind, Phrase, TimeContext } from './mention.ts';
import { firstYearOf, yearOfMonth } from './plan-year.ts';
import * as words from './words.ts';

type Said = Omit<Mention, 'from' | 'to'>;
type Groups = Record<string, string | undefined>;

const { AND, D, LONE_DAY, LONE_DAY_FIRST, M, MONTH_END, MONTH_SIGN, NUMBER_EDGE, PART, QUARTER_NUMBER, TO, YEAR } =
  words;

const said = (kind: MentionKind, start: IsoDate | null, end: IsoDate | null): Said => ({
  kind,
  start,
  end,
  freq: null,
});
const span = (kind: MentionKind, window: Window): Said => said(kind, window.start, window.end);

/** 2026, 二〇二六, 今, 明 → a year; nothing → the plan's. */
const yearOfWord = (word: string | undefined, otherwise: number): number => {
  if (word === undefined || '今本当'.includes(word)) return otherwise;
  if ('明次翌'.includes(word)) return otherwise + 1;
  return numberOf(word) ?? otherwise;
};

/** The year of a month as it is written, or as the plan's year gives it. */
const yearFor = (word: string | undefined, month: number, { year }: TimeContext): number =>
  yearOfWord(word, word === undefined ? yearOfMonth(year, month) : firstYearOf(year));

/** 元 is the first of a year's months, and of nothing else. */
const number = (word: string | undefined): number => (word === '元' ? 1 : (numberOf(word ?? '') ?? Number.NaN));

/** The days of a part of a month (下旬), of its end (底: only a last day), or of the whole. */
const monthPart = (year: number, month: number, part: string | undefined): Said => {
  const last = daysInMonth(year, month);
  if (part === undefined) return span('month', monthWindow(year, month));
  const days = words.PARTS.get(part);
  if (!days) return said('deadline', null, isoDate(year, month, last) ?? null);
  return said('part', isoDate(year, month, days[0]) ?? null, isoDate(year, month, Math.min(days[1], last)) ?? null);
};

/** A span of months or parts of them; one that ends before it begins runs into the next year (12月至次年2月). */
const monthSpan = (groups: Groups, context: TimeContext): Said | undefined => {
  const [a, b] = [number(groups.a), number(groups.b)];
  const year = yearFor(groups.y, a, context);
  const lastYear = groups.z === undefined ? (b < a ? year + 1 : year) : yearOfWord(groups.z, year);
  const [first, last] = [monthPart(year, a, groups.p), monthPart(lastYear, b, groups.q)];
  const start = first.start ?? first.end;
  return start === null || last.end === null || last.end < start ? undefined : said('span', start, last.end);
};

const daySpan = (groups: Groups, context: TimeContext): Said | undefined => {
  const year = yearFor(groups.y, number(groups.a), context);
  const lastMonth = groups.b === undefined ? number(groups.a) : number(groups.b);
  const start = isoDate(year, number(groups.a), number(groups.d));
  const lastYear = groups.z !== undefined ? yearOfWord(groups.z, year) : lastMonth < number(groups.a) ? year + 1 : year;
  const end = isoDate(lastYear, lastMonth, number(groups.e));
  return start !== undefined && end !== undefined && start <= end ? said('span', start, end) : undefined;
};

const oneDay = (year: number, month: number, day: number): Said | undefined => {
  const date = isoDate(year, month, day);
  return date === undefined ? undefined : said('day', date, date);
};

/** `七、八月份`, `3、6、9月`: from the first to the last. */
const monthList = (groups: Groups, context: TimeContext): Said | undefined => {
  const months = (groups.list ?? '')
    .split(/[、,和及与月份 ]+/u)
    .filter((word) => word !== '')
    .map(number);
  if (months.length < 2 || !months.every((month) => month >= 1 && month <= 12)) return undefined;
  const windows = months.map((month) => monthWindow(yearFor(groups.y, month, context), month));
  return said(
    'span',
    windows.map(({ start }) => start).sort()[0] ?? null,
    windows
      .map(({ end }) => end)
      .sort()
      .at(-1) ?? null,
  );
};

/** `七八月` written without a mark; only neighbours are two months. */
const monthPair = (groups: Groups, context: TimeContext): Said | undefined => {
  const [first, last] = [number(groups.a), number(groups.b)];
  return last === first + 1 ? span('span', monthsWindow(yearOfMonth(context.year, first), first, last)) : undefined;
};

const quarters = (groups: Groups, context: TimeContext): Said | undefined => {
  const year = yearFor(groups.y, number(groups.first ?? groups.head) * 3, context);
  const last = groups.last === undefined ? number(groups.first) : number(groups.last);
  if (groups.until !== undefined) return said('deadline', null, quarterWindow(year, last).end);
  if (groups.head !== undefined) return span('span', monthsWindow(year, 1, number(groups.head) * 3));
  const first = number(groups.first);
  return first <= last ? span('span', monthsWindow(year, first * 3 - 2, last * 3)) : undefined;
};

const dayOfScope = (groups: Groups, context: TimeContext): Said | undefined => {
  const scope = context.scope;
  if (!scope || scope.start.slice(0, 7) !== scope.end.slice(0, 7)) return undefined;
  const [year, month] = [yearOf(scope.start), monthOf(scope.start)];
  const last = oneDay(year, month, number(groups.d));
  if (groups.f === undefined) return last;
  const first = oneDay(year, month, number(groups.f));
  return first?.start && last?.end && first.start < last.end ? said('span', first.start, last.end) : undefined;
};

const partOfScope = (groups: Groups, context: TimeContext): Said | undefined => {
  const scope = context.scope;
  if (!scope || scope.start.slice(0, 7) !== scope.end.slice(0, 7)) return undefined;
  return monthPart(yearOf(scope.start), monthOf(scope.start), groups.p);
};

const YEAR_POINTS: ReadonlyMap<string, (year: number) => Said> = new Map([
  ['全年', (year: number) => span('year', yearWindow(year))],
  ['上半年', (year: number) => span('span', halfYearWindow(year, 1))],
  ['下半年', (year: number) => span('span', halfYearWindow(year, 2))],
  ['上下半年', (year: number) => span('span', yearWindow(year))],
  ['上半年底', (year: number) => said('deadline', null, halfYearWindow(year, 1).end)],
  // Within the year: its end is a last day like that of 年底, and it may begin on any day.
  ['年内', (year: number) => span('deadline', yearWindow(year))],
  ['年中', (year: number) => said('deadline', null, halfYearWindow(year, 1).end)],
]);
const yearPoint = (groups: Groups, context: TimeContext): Said =>
  (
    YEAR_POINTS.get(groups.w?.replace(/[、和与]/u, '') ?? '') ??
    ((year: number) => said('deadline', null, yearWindow(year).end))
  )(yearOfWord(groups.y, firstYearOf(context.year)));

/** Freely ordered: where two phrases overlap the one that begins earlier wins, then the longer one. */
export const PHRASES: readonly Phrase[] = [
  {
    name: '3月8日至15日 · 2026年3月8日—4月2日',
    signs: ['月'],
    pattern: pattern(
      `${YEAR('y')}${NUMBER_EDGE}${M('a')} ?月 ?(?<d>\\d{1,2})(?: ?[日号])?${TO}(?:${YEAR('z')}${M('b')} ?月 ?)?${D('e')}`,
    ),
    read: daySpan,
  },
  {
    name: '2026.3.8-2026.4.2',
    signs: ['20'],
    pattern: pattern(
      `(?<!\\d)(?<y>20\\d{2})(?<s>[-./])${M('a')}\\k<s>(?<d>\\d{1,2})${TO}(?:(?<z>20\\d{2})\\k<s>)?${M('b')}\\k<s>(?<e>\\d{1,2})(?!\\d)`,
    ),
    read: daySpan,
  },
  {
    name: '4-7月 · 4月至7月 · 3月中旬—5月底 · 12月至次年2月',
    signs: ['月'],
    pattern: pattern(
      `${YEAR('y')}${NUMBER_EDGE}${M('a')}(?:${MONTH_SIGN} ?(?<p>${PART}|${MONTH_END})?)?${TO}${YEAR('z')}${M('b')}${MONTH_SIGN} ?(?<q>${PART}|${MONTH_END})?`,
    ),
    read: monthSpan,
  },
  {
    name: '七、八月份 · 3月、6月、9月',
    signs: ['月'],
    pattern: pattern(
      `${YEAR('y')}${NUMBER_EDGE}(?<list>${M('a')}(?: ?月份?)?(?:${AND}(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])(?: ?月份?)?){0,10}${AND}(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]))${MONTH_SIGN}`,
    ),
    read: monthList,
  },
  {
    name: '七八月份',
    signs: ['月'],
    pattern: pattern(`${NUMBER_EDGE}(?<a>[一二三四五六七八])(?<b>[二三四五六七八九])${MONTH_SIGN}`),
    read: monthPair,
  },
  {
    name: '6月10日 · 2026年6月10日',
    signs: ['月'],
    pattern: pattern(`${YEAR('y')}${NUMBER_EDGE}${M('a')} ?月 ?${D('d')}`),
    read: (groups, context) => oneDay(yearFor(groups.y, number(groups.a), context), number(groups.a), number(groups.d)),
  },
  {
    name: '6月10、11日 · 6月10日、11日',
    signs: ['月'],
    pattern: pattern(
      `${YEAR('y')}${NUMBER_EDGE}${M('a')} ?月 ?(?<d>\\d{1,2})日?(?:${AND}\\d{1,2}日?){0,6}${AND}${D('e')}`,
    ),
    read: daySpan,
  },
  {
    name: '“3·15”期间',
    signs: ['·', '.'],
    pattern: pattern(
      `(?<![\\d.·])(?:[“"「]${M('a')}[·.]|(?<b>1[0-2]|[1-9])·)(?<d>[0-3]?\\d)[”"」]?(?:期间|前后|前夕|当[天日]|之际)`,
    ),
    read: (groups, context) =>
      oneDay(yearFor(undefined, number(groups.a ?? groups.b), context), number(groups.a ?? groups.b), number(groups.d)),
  },
  {
    name: 'Q1 · Q2-Q3',
    signs: ['Q'],
    pattern: pattern('(?<![A-Za-z\\d])Q(?<first>[1-4])(?:[-至到、]Q?(?<last>[1-4]))?(?<until>末|底)?(?![A-Za-z\\d])'),
    read: quarters,
  },
  {
    name: '2026-06-10 · 2026.6.10 · 2026/6/10',
    signs: ['20'],
    pattern: pattern(`(?<!\\d)(?<y>20\\d{2})(?<s>[-./])${M('a')}\\k<s>(?<d>\\d{1,2})(?!\\d)`),
    read: (groups) => oneDay(number(groups.y), number(groups.a), number(groups.d)),
  },
  {
    name: '4月 · 四月份 · 4月上旬 · 6月底',
    signs: ['月'],
    pattern: pattern(
      `${YEAR('y')}${NUMBER_EDGE}${M('a')}${MONTH_SIGN}(?! ?\\d{1,2} ?[日号])(?: ?(?<p>${PART}|${MONTH_END}(?!尾)))?`,
    ),
    read: (groups, context) => monthPart(yearFor(groups.y, number(groups.a), context), number(groups.a), groups.p),
  },
  {
    name: '2026.6',
    signs: ['20'],
    pattern: pattern(`(?<![\\d.])(?<y>20\\d{2})[./](?<a>1[0-2]|0?[1-9])(?![\\d.月])`),
    read: (groups) => monthPart(number(groups.y), number(groups.a), undefined),
  },
  {
    name: '一季度 · 第三季度 · 二、三季度 · 一至三季度 · 前三季度 · 四季度末',
    signs: ['季'],
    pattern: pattern(
      `${YEAR('y')}(?:前(?<head>[二三23]) ?个?季度|第?(?<first>${QUARTER_NUMBER}) ?(?:季度?)?(?:[-至到、和]{1,3}第?(?<last>${QUARTER_NUMBER}))? ?季度)(?<until>[末底])?`,
    ),
    read: quarters,
  },
  {
    name: '首季度',
    signs: ['首季'],
    pattern: pattern('首季度?'),
    read: (_groups, context) => span('span', quarterWindow(yearOfMonth(context.year, 1), 1)),
  },
  {
    name: '全年 · 上半年 · 下半年 · 上、下半年',
    signs: ['全年', '半年'],
    pattern: pattern(
      `${YEAR('y')}(?<w>(?<![健安])全年(?!轻(?![伤微])|[度龄级青])|上半年底|上[、和与]?下半年|[上下]半年)`,
    ),
    read: yearPoint,
  },
  {
    name: '年底 · 年终 · 年末 · 年内 · 年中 · 2026年底',
    signs: ['年'],
    pattern: pattern(
      '(?:(?<y>(?:19|20)\\d{2}|今|明|次|翌|当|本) ?|(?<![半去往历近每学青少中老万百成童一二两三四五六七八九十几多数]|\\d))(?<w>年(?:底|终|末|内|中(?![期国央心])))',
    ),
    read: yearPoint,
  },
  {
    name: '6月 in the scope of a month: 20日前 · 15日 · 10-15日',
    signs: ['日', '号'],
    pattern: pattern(`(?<![\\d月.年每第至到-]|[一二三四五六七八九十])(?:${LONE_DAY_FIRST('f')})?${LONE_DAY('d')}`),
    read: dayOfScope,
  },
  {
    name: '下旬 · 月底 in the scope of a month',
    signs: ['旬', '月'],
    pattern: pattern(
      `(?<![月、])(?<p>${PART.replace('|初(?![步次始级中审])', '')})|(?<![每\\d一二三四五六七八九十当])月(?<e>初|底|末)`,
    ),
    read: (groups, context) => partOfScope({ p: groups.p ?? groups.e }, context),
  },
  ...words.EVERY.map(
    ([freq, every]): Phrase => ({
      name: freq,
      signs: ['每', '按', '逐', '周', '月', '季', '年'],
      pattern: pattern(
        `(?:${every})(?:的?(?:第?[一二三四五六七日天](?:个)?(?:周|星期)?[一二三四五六日天]?(?![次名场家个期项])|[上中下]旬|[初底末]|\\d{1,2}[日号](?:左右)?)(?:[之以]?前)?)?`,
      ),
      read: () => ({ kind: 'freq', start: null, end: null, freq }),
    }),
  ),
];

/** Patterns are compiled once; `u` because class ranges hold Chinese characters. */
function pattern(source: string): RegExp {
  return new RegExp(source, 'gu');
}
