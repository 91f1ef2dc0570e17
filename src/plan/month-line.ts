import type { Given } from './draft-task.ts';
import { does, leans } from './outline/deeds-of-prose.ts';
import { ownersIn } from './owners/owners-in.ts';
import { shadowOf } from './text/shadow.ts';
import { monthLabel, scopeOf } from './time/time-of.ts';
import { isMonthScope } from './time/under-heading.ts';

const MONTH_IN_FRONT = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?/u;
/** 五月份重点抓好劳动教育。 — a month's theme, and nothing that could be done or counted. */
const ONLY_THEME =
  /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?(?:份)?,?(?:重点|主要|着重)?(?:以[^,。;]{2,20}为(?:主题|重点)|(?:抓好|抓|做好|开展|进行)[^,。;\d]{2,24}(?:教育|工作|月))[。;]$/u;
/** A shorter piece is no deed. */
const SHORTEST_DEED = 4;
const FEWEST_DEEDS = 2;

/** Is what stands here of one month or two? 工作总结 under 一月 is written in it. */
export const isUnderMonth = ({ scope }: Given): boolean =>
  scope?.start != null && scope.end != null && isMonthScope({ start: scope.start, end: scope.end });

/** Does a sentence only say what its month is about? */
export const isOnlyTheme = (sentence: string): boolean => ONLY_THEME.test(shadowOf(sentence));

/** What is given above, with the time a line begins with (五月份…, 四月:…) in place of the heading's. */
export const underMonth = (text: string, given: Given): Given => {
  const shadow = shadowOf(text);
  const to = monthLabel(shadow) || (MONTH_IN_FRONT.exec(shadow)?.[0].length ?? 0);
  const scope = to === 0 ? null : scopeOf(text.slice(0, to), shadow.slice(0, to), given.year);
  return scope === null ? given : { ...given, scope };
};

const isOpen = (piece: string): boolean =>
  (piece.match(/[（(【“《]/gu)?.length ?? 0) > (piece.match(/[）)】”》]/gu)?.length ?? 0);

/** Behind a semicolon stands the next deed; behind a full stop where it begins with doing. */
const goesWith = (piece: string, before: string): boolean =>
  isOpen(before) || leans(piece) || piece.length < SHORTEST_DEED || (!/[;；]$/u.test(before) && !does(shadowOf(piece)));

const namesWho = (piece: string): boolean =>
  Object.values(ownersIn(piece, shadowOf(piece))).some((names) => names.length > 0);

/**
 * The deeds of `四月:祭扫烈士墓;上示范课;讲党课。`, the label with the first of them; empty where the line begins with no
 * month and stands under none, holds one deed, or names behind one of several who does them.
 */
export const deedsOfMonthLine = (text: string, given: Given): string[] => {
  const label = monthLabel(shadowOf(text));
  if ((label === 0 && !isUnderMonth(given)) || text.includes('\n')) return [];
  const deeds: string[] = [];
  for (const piece of text.slice(label).split(/(?<=[;；。])(?=.)/u)) {
    const before = deeds.at(-1);
    if (before !== undefined && goesWith(piece, before)) deeds[deeds.length - 1] = before + piece;
    else deeds.push(piece);
  }
  const named = deeds.filter(namesWho).length;
  if (deeds.length < FEWEST_DEEDS || (named > 0 && named < deeds.length)) return [];
  return deeds.map((deed, at) => (at === 0 ? text.slice(0, label) + deed : deed));
};
