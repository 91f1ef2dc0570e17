import { addDays, monthOf } from '../../calendar/date.ts';
import { festivalDate } from '../../calendar/festivals.ts';
import type { Shadow } from '../text/shadow.ts';
import type { Mention, TimeContext } from './mention.ts';
import { firstYearOf, yearOfMonth } from './plan-year.ts';
import { isMonthScope } from './under-heading.ts';
import { ACTION_ON_OBJECT, ACTION_VERB, FESTIVAL_NAMES, FESTIVAL_TIME, NUMERAL_FESTIVALS } from './words.ts';

const NAMES = [...FESTIVAL_NAMES].sort((a, b) => b.length - a.length).join('|');
/** `“三八”妇女节`, `“五一”`, `中秋节`; a closing mark may stand inside the name. */
const FESTIVAL = new RegExp(
  `(?:[“"]?\\d{1,2}[.·]\\d{1,2}[”"]?)?(?<open>[“"「])?(?<name>${NAMES})(?<close>[”"」])?(?<tail>(?:国际)?(?:劳动妇女|妇女|劳动|青年|儿童|建党|建军)?节)?`,
  'gu',
);
/** A list of festivals has the sign after the last of them; what follows the list decides. */
const LIST = /^(?:[、和及与]?[“"「]?[\p{Script=Han}]{2,5}[”"」]?){0,4}?(?:期间|前后|前夕|之际|当天)/u;
/** The same without a mark between: 元旦春节期间. */
const NEXT_FESTIVAL = new RegExp(`^(?:${NAMES}){1,2}(?:期间|前后|前夕|之际|当天)`, 'u');
/** Further festivals of a list, the verb behind the last: 端午、中秋、春节发放…. */
const OTHERS = new RegExp(`^(?:[、和及与][“"「]?(?:${NAMES})[”"」]?节?){1,5}`, 'u');
const LONGEST_LIST = 32;
/** No festival is named without one of these. */
const HINT = new RegExp(`[${[...new Set(FESTIVAL_NAMES.map((name) => name.slice(-1)))].join('')}]`, 'u');
/** Words that take the festival as their object: it is celebrated, not the time. */
const CELEBRATED = /(?:庆祝|庆|纪念|欢度|喜迎|迎接|迎|欢庆|贺)(?:第?\d{1,3}(?:周年|个)?)?$/u;
/** What puts the time before it. */
const AT = /(?:在|于|利用|逢|值|借|以|每逢|[(,。;:、]|^)$/u;

const dateIn = (name: string, context: TimeContext): string | undefined => {
  const known = name === '十一' ? '国庆' : name;
  const day = festivalDate(known, firstYearOf(context.year));
  // 春节 of a school's year lies in its second half, on another day than that of the year before.
  return day && festivalDate(known, yearOfMonth(context.year, monthOf(day)));
};

interface Place {
  from: number;
  to: number;
  name: string;
  quoted: boolean;
  hasTail: boolean;
}

/** Is the festival the time here? By what stands after it, or before it and after it together. */
const isTime = (text: Shadow, place: Place, verbs: RegExp): boolean => {
  const before = text.slice(Math.max(0, place.from - 8), place.from).trimEnd();
  const after = text.slice(place.to, place.to + 12);
  if (CELEBRATED.test(before)) return false;
  if (FESTIVAL_TIME.test(after)) return true;
  if (NUMERAL_FESTIVALS.has(place.name) && !place.quoted && !place.hasTail) return false;
  if (!AT.test(before)) return false;
  if (/[(,]$/u.test(before) && /^[),。;]|^$/u.test(after)) return true;
  const others = OTHERS.exec(text.slice(place.to, place.to + LONGEST_LIST))?.[0].length ?? 0;
  // 完成时限:元旦、春节 — the cell of a column of times, and nothing else in it.
  if (/时限:(?:[\p{Script=Han}“”、]{0,8}[、和])?$/u.test(before) && text.length === place.to + others) return true;
  if (others > 0 && verbs.test(text.slice(place.to + others, place.to + others + 12))) return true;
  return verbs.test(after) || (/^[、和及与“"]/u.test(after) && LIST.test(after)) || NEXT_FESTIVAL.test(after);
};

/** 国庆前 ends the day before, 春节后 begins the day after; all else is the day itself. */
const windowOf = (
  day: string,
  after: string,
  context: TimeContext,
): { to: number; start: string | null; end: string | null } => {
  const said = FESTIVAL_TIME.exec(after)?.[0] ?? '';
  if (/前夕?$/u.test(said)) {
    const eve = addDays(day, -1);
    const first = firstYearOf(context.year);
    // Before the first day of the plan's year can only mean the one that ends it: 元旦前.
    return { to: said.length, start: null, end: eve < `${first}-01-01` ? `${first}-12-31` : eve };
  }
  if (/(?<!前)后$/u.test(said)) return { to: said.length, start: addDays(day, 1), end: null };
  return { to: said.replace(/:$/u, '').length, start: day, end: day };
};

/** Festivals given as the time. */
export const festivalsIn = (text: Shadow, context: TimeContext): Mention[] => {
  const verbs = isMonthScope(context.scope) ? ACTION_ON_OBJECT : ACTION_VERB;
  return [...(HINT.test(text) ? text.matchAll(FESTIVAL) : [])].flatMap((found) => {
    const name = found.groups?.name ?? '';
    const place = {
      from: found.index,
      to: found.index + found[0].length,
      name,
      quoted: found.groups?.open !== undefined || found.groups?.close !== undefined,
      hasTail: found.groups?.tail !== undefined || name.endsWith('节'),
    };
    const day = dateIn(name, context);
    if (day === undefined || !isTime(text, place, verbs)) return [];
    const window = windowOf(day, text.slice(place.to, place.to + 12), context);
    return [
      {
        kind: window.start === null ? ('eve' as const) : ('festival' as const),
        freq: null,
        from: place.from,
        to: place.to + window.to,
        start: window.start,
        end: window.end,
      },
    ];
  });
};
