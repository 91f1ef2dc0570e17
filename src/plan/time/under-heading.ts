import { daysBetween } from '../../calendar/date.ts';
import type { Window } from '../../calendar/window.ts';
import type { Shadow } from '../text/shadow.ts';
import type { Mention } from './mention.ts';

/** The longest turn a plan is cut into whose items a longer stretch can only describe. */
const QUARTER_DAYS = 92;
/** Two months under one heading: 七月、八月. */
const TWO_MONTHS_DAYS = 62;

const daysOf = (window: Window): number => daysBetween(window.start, window.end) + 1;

/** Is the heading above one or two months? Under it a festival in front of a noun names the thing (端午慰问). */
export const isMonthScope = (scope: Window | null): boolean => scope !== null && daysOf(scope) <= TWO_MONTHS_DAYS;

/** A stretch by its name and not by its months: 上半年, 三季度, 全年. */
const isNamedStretch = (mention: Mention, text: Shadow): boolean =>
  (mention.kind === 'span' || mention.kind === 'year') && /[季年]/u.test(text.slice(mention.from, mention.to));

/** 上半年 under 6月, 一季度 under 4月: a stretch that holds the whole heading, or is over before it, says nothing of when. */
const holdsOrPrecedes = (mention: Mention, scope: Window): boolean => {
  if (mention.start === null || mention.end === null) return false;
  if (mention.end < scope.start) return true;
  const holds = mention.start <= scope.start && mention.end >= scope.end;
  return holds && (mention.start < scope.start || mention.end > scope.end);
};

const isOutside = (mention: Mention, scope: Window): boolean =>
  (mention.end !== null && mention.end < scope.start) || (mention.start ?? mention.end ?? scope.start) > scope.end;

/** 年终, 年底 without 前 under another month than the last: 筹备年终表彰. */
const namesYearsEnd = (mention: Mention, text: Shadow): boolean =>
  /年[底终末中]$/u.test(text.slice(mention.from, mention.to));

/** 法律咨询(全年): set apart in a bracket, a stretch is stated for this item. */
const fillsBracket = (mention: Mention, text: Shadow): boolean =>
  /[(【]/u.test(text.charAt(mention.from - 1)) && /^[)】]/u.test(text.slice(mention.to, mention.to + 1));

const isOfFestival = (mention: Mention): boolean => mention.kind === 'festival' || mention.kind === 'eve';

/**
 * What an item says of its own time where the heading above names its month or quarter: what belongs to the thing
 * (春节慰问品 in January, 上半年总结会 in June) is left to the heading.
 */
export const ownUnder = (mentions: Mention[], text: Shadow, scope: Window | null): Mention[] => {
  if (scope === null || daysOf(scope) > QUARTER_DAYS) return mentions;
  const festivals = mentions.filter(isOfFestival);
  const elsewhere = festivals.length > 0 && festivals.every((mention) => isOutside(mention, scope));
  return mentions
    .filter((mention) => {
      if (isOfFestival(mention)) return !elsewhere;
      if (isNamedStretch(mention, text)) return !holdsOrPrecedes(mention, scope) || fillsBracket(mention, text);
      return !(mention.kind === 'deadline' && isOutside(mention, scope) && namesYearsEnd(mention, text));
    })
    .map((mention) =>
      // 国庆后 under 10月 is over when the month is.
      mention.kind === 'festival' && mention.end === null ? { ...mention, end: scope.end } : mention,
    );
};
