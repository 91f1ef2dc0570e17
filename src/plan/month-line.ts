import type { Given } from './draft-task.ts';
import { goesAbout, leansBack } from './outline/deeds-of-prose.ts';
import { ownersIn } from './owners/owners-in.ts';
import { type Shadow, shadowOf } from './text/shadow.ts';
import { monthLabel, scopeOf } from './time/time-of.ts';
import { isMonthScope } from './time/under-heading.ts';

const MONTH_IN_FRONT = /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?/u;
/** 对党员逐一摸底, 由书记讲党课 begin deeds as well. */
const beginsDeed = (piece: Shadow): boolean =>
  /^(?:[对由向]|(?:结合|围绕|利用)[^,。;]{2,12},)/u.test(piece) || goesAbout(piece);
/** 四月份,组织…;完成…。 — behind a comma each piece must begin with doing, or it is the agenda of the first. */
const MONTH_AND_COMMA = /^(?:1[0-2]|[1-9]|十[一二]|[一二三四五六七八九十])月份?,(?=[^。]*;)/u;
/** 五月份重点抓好劳动教育。 — a month's theme, and nothing that could be done or counted. */
const ONLY_THEME =
  /^(?:\d{1,2}|[一二三四五六七八九十]{1,2})月份?,?(?:重点|主要|着重)?(?:以[^,。;]{2,20}为(?:主题|重点)|(?:抓好|抓|做好|开展|进行)[^,。;\d]{2,24}(?:教育|工作|月))[。;]$/u;
/** 义诊 is a deed; what is shorter is the end of another. */
const SHORTEST_DEED = 2;
/** A longer line is a page and no month. */
const LONGEST_LINE = 2000;
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

/** How many brackets and quotation marks a piece leaves open. */
const opened = (piece: Shadow): number =>
  (piece.match(/[([【“《‘「『]/gu)?.length ?? 0) - (piece.match(/[)\]】”》’」』]/gu)?.length ?? 0);

/** A piece of the line, and how many brackets are open where it ends. */
interface Deed {
  from: number;
  to: number;
  open: number;
}

/** Behind a semicolon stands the next deed; behind a full stop where it begins with doing. */
const goesWith = (shadow: Shadow, piece: Deed, before: Deed): boolean => {
  const words = shadow.slice(piece.from, piece.to);
  return (
    before.open > 0 ||
    leansBack(words) ||
    words.replace(/[;。\s]/gu, '').length < SHORTEST_DEED ||
    (shadow.charAt(before.to - 1) !== ';' && !goesAbout(words))
  );
};

const piecesOf = (shadow: Shadow, label: number): Deed[] => {
  const deeds: Deed[] = [];
  for (const { 0: piece, index } of shadow.slice(label).matchAll(/[^;。]*[;。]*/gu)) {
    if (piece === '') continue;
    const last = deeds.at(-1);
    const next = { from: label + index, to: label + index + piece.length, open: opened(piece) };
    if (last && goesWith(shadow, next, last)) {
      last.to = next.to;
      last.open += next.open;
    } else deeds.push(next);
  }
  return deeds;
};

const namesWho = (piece: string): boolean =>
  Object.values(ownersIn(piece, shadowOf(piece))).some((names) => names.length > 0);
/** 召开大会,会议议程:听取报告;审议预算。 — what is listed behind a colon of its own is one deed. */
const listsMore = (shadow: Shadow): boolean => /(?:议程|议题|内容|事项|流程|环节|步骤|包括|如下):/u.test(shadow);

/**
 * The deeds of `四月:祭扫烈士墓;上示范课;讲党课。`, the label with the first of them; empty where the line begins with no
 * month and stands under none, holds one deed, or names behind one of several who does them.
 */
export const deedsOfMonthLine = (text: string, given: Given): string[] => {
  if (text.length > LONGEST_LINE || text.includes('\n')) return [];
  const shadow = shadowOf(text);
  const comma = MONTH_AND_COMMA.exec(shadow)?.[0].length ?? 0;
  const label = monthLabel(shadow) || comma;
  if (label === 0 && !isUnderMonth(given)) return [];
  const pieces = piecesOf(shadow, label);
  if (comma > 0 && !pieces.every(({ from, to }) => beginsDeed(shadow.slice(from, to)))) return [];
  const [first] = pieces;
  if (!first || pieces.length < FEWEST_DEEDS || listsMore(shadow.slice(first.from, first.to))) return [];
  const deeds = pieces.map(({ from, to }, at) => text.slice(at === 0 ? 0 : from, to));
  const named = deeds.filter(namesWho).length;
  return named > 0 && named < deeds.length ? [] : deeds;
};
