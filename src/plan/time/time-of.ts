import { daysBetween, type IsoDate } from '../../calendar/date.ts';
import type { Freq } from '../../calendar/period.ts';
import type { Schedule } from '../plan-draft.ts';
import { remembering } from '../text/remembering.ts';
import type { Shadow } from '../text/shadow.ts';
import type { Mention, TimeContext } from './mention.ts';
import { mentionsIn } from './mentions-in.ts';
import type { PlanYear } from './plan-year.ts';
import { ownUnder } from './under-heading.ts';

/** The time a heading gives to the items under it (4月份工作安排, 下半年…:). */
export interface Scope {
  start: IsoDate | null;
  end: IsoDate | null;
  stated: string;
}

/** No item is longer; a page pasted as one line is not searched to its end. */
const LONGEST_READ = 6000;
/** Lines that say nothing but when: 活动时间:5月中旬. */
const TIME_LABEL =
  /(?:^|[\n。;,( ])(?:活动|实施|开展|举办|工作|计划|预计|拟定|安排|召开|培训|会议|具体|起止|完成|整改|办结|截止|上报|报送|提交)?(?:时间|日期|时限|期限|时间节点|进度)(?:要求|安排)?:/u;
/** A label that asks for the last day, so that a month or day after it is an end. */
const LAST_DAY_LABEL = /(?:完成|办结|整改|截止|上报|报送|提交)(?:时间|日期)|时限|期限|截止/u;

/** The longest heading that begins with its month: 2月新学期新面貌. */
const LONGEST_MONTH_HEADING = 30;
/** A line that may begin with a month, a quarter or part of the year. */
const BEGINS_WITH_TIME = /^[(【[]? ?(?:\d|[一二三四五六七八九十元上下全第首前今明])/u;

/** Whether a line is a heading does not hang on the year. */
const ANY_YEAR = 2000;

const NOTHING: Schedule = { start: null, end: null, freq: null, stated: '' };

/** The mentions that state the item's time, when some stand where a time is stated and others do not. */
const stating = (mentions: Mention[], text: Shadow): Mention[] => {
  const label = TIME_LABEL.exec(text);
  if (label) {
    const from = label.index + label[0].length;
    const to = text.slice(from).search(/[\n。;]/u);
    const labelled = mentions.filter((mention) => mention.from >= from && (to < 0 || mention.from < from + to));
    if (labelled.length > 0) return LAST_DAY_LABEL.test(label[0]) ? labelled.map(asEnd) : labelled;
  }
  const first = mentions[0];
  if (first && leads(first, text)) {
    const day = mentions.slice(1).find((mention) => isDayOfAll(mention, first, text));
    if (day && mentions.length === 2) return [day];
    const within = mentions.filter((mention) => mention.start === null && mention !== first);
    return [first, ...within];
  }
  const bracketed = mentions.filter((mention) => inBracket(mention, text));
  const last = bracketed[0];
  if (bracketed.length !== 1 || !last || !endsItem(last, text)) return mentions;
  // 11月上旬(重阳节前后): what stands right behind a time only says more of it.
  const remarks = mentions.some((mention) => mention.to < last.from && mention.to === text.lastIndexOf('(', last.from));
  return remarks ? mentions.filter((mention) => mention !== last) : bracketed;
};

/** `4月:召开…`, `4月  召开…` — a time and a colon or a gap before all else. */
const leads = (mention: Mention, text: Shadow): boolean =>
  /^[\s“"(【]*$/u.test(text.slice(0, mention.from)) &&
  (/^[”")】]? ?:/u.test(text.slice(mention.to, mention.to + 3)) ||
    (['month', 'part', 'span'].includes(mention.kind) && /^[ \t]+\S/u.test(text.slice(mention.to, mention.to + 8))));

/** 8月 医师节庆祝活动,8月19日举办: the day within the month in front, where the item names one thing to be done. */
const isDayOfAll = (mention: Mention, month: Mention, text: Shadow): boolean =>
  mention.start !== null &&
  mention.end !== null &&
  mention.start >= (month.start ?? '') &&
  mention.end <= (month.end ?? '') &&
  ['day', 'part', 'span'].includes(mention.kind) &&
  !/[、;。]/u.test(text.slice(month.to, mention.from)) &&
  /^[^、;。,]{0,12}[)】]?[。;]?$/u.test(text.slice(mention.to));

/** In a bracket that holds little else: `(4月)`, `(9月底前)`, `(3月,办公室)`. */
const inBracket = (mention: Mention, text: Shadow): boolean =>
  /[(【][^()【】\n]{0,12}$/u.test(text.slice(Math.max(0, mention.from - 14), mention.from)) &&
  /^[^()【】\n]{0,12}[)】]/u.test(text.slice(mention.to, mention.to + 14));

const endsItem = (mention: Mention, text: Shadow): boolean =>
  /^[^()【】]{0,12}[)】][。;,. ]*$/u.test(text.slice(mention.to));

/** In a column or line for the last day a date is an end without a start; a month there is the month it is done in. */
export const asEnd = (mention: Mention): Mention =>
  ['day', 'festival'].includes(mention.kind) ? { ...mention, start: null } : mention;

const least = (dates: (IsoDate | null)[]): IsoDate | null => dates.filter((date) => date !== null).sort()[0] ?? null;
const greatest = (dates: (IsoDate | null)[]): IsoDate | null =>
  dates
    .filter((date) => date !== null)
    .sort()
    .at(-1) ?? null;

/** One window from several mentions: from the first start to the last end. */
const joined = (mentions: Mention[]): { start: IsoDate | null; end: IsoDate | null } => {
  const start = least(mentions.map((mention) => mention.start));
  const end = greatest(mentions.map((mention) => mention.end));
  // 3月底前开工,10月完工: what has a step due before its first stated day begins at no stated day.
  const begun = start !== null && mentions.some((mention) => mention.end !== null && mention.end < start);
  return { start: begun || (start !== null && end !== null && start > end) ? null : start, end };
};

const wordsOf = (mentions: Mention[], text: string): string =>
  [...new Set(mentions.map((mention) => text.slice(mention.from, mention.to).trim()))].join('、');

/** An own last day within the heading's stretch keeps the stretch's beginning: 20日前 under 5月. */
const within = (own: { start: IsoDate | null; end: IsoDate | null }, scope: Scope | null): IsoDate | null =>
  own.start === null && own.end !== null && scope?.start && scope.end && own.end >= scope.start && own.end <= scope.end
    ? scope.start
    : own.start;

/** Each turn of what comes round takes longer than these days, but for a week's. */
const NO_TURN_DAYS = 10;
/** 每月15日接待来访;11月25日宣传: a day beside turns is of one more deed, and bounds none of them. 每年3月5日 is the turn itself. */
const holdsNoTurn = ({ start, end }: { start: IsoDate | null; end: IsoDate | null }, freq: Freq | null): boolean =>
  start !== null &&
  end !== null &&
  (freq === 'monthly' || freq === 'quarterly' || freq === 'halfyearly') &&
  daysBetween(start, end) < NO_TURN_DAYS;

/** As long as one turn of what comes round, in days, and no second one. */
const ONE_TURN_DAYS: Partial<Record<Freq, number>> = { monthly: 31, quarterly: 92, halfyearly: 184 };
/** 每季度开一次会 behind what is listed under 四季度: a stretch of one turn says nothing of what comes round. */
export const isOneTurn = ({ start, end }: Pick<Scope, 'start' | 'end'>, freq: Freq | null): boolean =>
  freq !== null && start !== null && end !== null && daysBetween(start, end) < (ONE_TURN_DAYS[freq] ?? 0);

/**
 * 时限 of an item: what its own words state, else what the heading above gives. `text` is as written, `shadow` its shadow.
 */
export const timeOf = (text: string, shadow: Shadow, year: PlanYear, scope: Scope | null): Schedule => {
  const read = shadow.slice(0, LONGEST_READ);
  const window = scope?.start && scope.end ? { start: scope.start, end: scope.end } : null;
  const context: TimeContext = { year, scope: window };
  const mentions = ownUnder(mentionsIn(read, context), read, window);
  const turns = mentions.filter((mention) => mention.kind === 'freq').slice(0, 1);
  const freq = turns[0]?.freq ?? null;
  const stated = stating(
    mentions.filter((mention) => mention.kind !== 'freq'),
    read,
  );
  const times = holdsNoTurn(joined(stated), freq) ? [] : stated;
  if (times.length === 0 && turns.length === 0) return scope ? { ...scope, freq: null } : NOTHING;
  const given = scope && !isOneTurn(scope, freq) ? scope : null;
  const own = times.length > 0 ? joined(times) : (given ?? { start: null, end: null });
  return {
    start: times.length > 0 ? within(own, scope) : own.start,
    end: own.end,
    freq,
    stated: wordsOf(
      [...turns, ...times].sort((a, b) => a.from - b.from),
      text,
    ),
  };
};

/** The time a heading gives to what is under it; null when it names none. */
export const scopeOf = (text: string, shadow: Shadow, year: PlanYear): Scope | null => {
  const mentions = mentionsIn(shadow, { year, scope: null }).filter((mention) => mention.kind !== 'freq');
  if (mentions.length === 0) return null;
  return { ...joined(mentions), stated: wordsOf(mentions, text) };
};

/** The first time phrase of a line's beginning; the year does not matter to where it stands and what kind it is. */
const firstOfHead = remembering(
  { most: 4000, longest: LONGEST_MONTH_HEADING },
  (head) => mentionsIn(head, { year: ANY_YEAR, scope: null })[0],
);
const firstMention = (shadow: Shadow): Mention | undefined => firstOfHead(shadow.slice(0, LONGEST_MONTH_HEADING));

/** A line that begins with when: 2月 春节期间…检查. Without a list under it, it is an item and no heading. */
export const beginsWithMonth = (shadow: Shadow): boolean => {
  if (!BEGINS_WITH_TIME.test(shadow)) return false;
  const first = firstMention(shadow);
  return first !== undefined && first.from === 0 && ['month', 'span', 'part'].includes(first.kind);
};

/** Where the words behind a month and its colon or frame begin (九月份:…, 【九月】…); 0 when the line does not begin so. */
export const monthLabel = (shadow: Shadow): number => {
  if (!BEGINS_WITH_TIME.test(shadow) || !/[:】]/u.test(shadow)) return 0;
  const first = firstMention(shadow);
  const isFramed = shadow.startsWith('【');
  if (!first || first.from > (isFramed ? 1 : 0) || !['month', 'span', 'part'].includes(first.kind)) return 0;
  const end = (isFramed ? /^】 ?:? ?(?=\S)/u : /^ ?: ?(?=\S)/u).exec(shadow.slice(first.to));
  return end ? first.to + end[0].length : 0;
};

/** What may stand before the time of a heading: a bracket, or the week of term it is (第3周(3月4日—8日)). */
const WEEK_BEFORE = /^(?:第[\d一二三四五六七八九十-]{1,6}周)?[(【[:]?$/u;

/** 3月 主题:“志愿红” — what a month is about; what is done stands below. */
const THEME = /^(?:(?:活动|本月|学习)?主题 ?[: ]|[“《][^”》]{1,20}[”》](?:主题)?月?$)/u;

/** 第二季度(4—6月) says the same twice. */
const ONLY_MONTHS = /^ ?[(【][\d一二三四五六七八九十 .、\-—~至到月日年]{2,16}[)】]/u;

/** A line that names a stretch of time and nothing to do: `3 月:`, `八月`; or a name after it when a list follows. */
export const isMonthHeading = (shadow: Shadow, listFollows: boolean): boolean => {
  if (shadow.length > LONGEST_MONTH_HEADING || !BEGINS_WITH_TIME.test(shadow)) return false;
  if (/^第[\d一二三四五六七八九十-]{1,6}周:?$/u.test(shadow)) return true;
  const first = firstMention(shadow);
  if (!first || !['month', 'span', 'part'].includes(first.kind) || !WEEK_BEFORE.test(shadow.slice(0, first.from)))
    return false;
  const rest = shadow
    .slice(first.to)
    .replace(ONLY_MONTHS, '')
    .replace(/^[)】\]]|[:]$/gu, '')
    .trim();
  return rest === '' || listFollows || THEME.test(rest);
};
