import { type Line, sliceOf } from '../text/line.ts';
import type { Shadow } from '../text/shadow.ts';
import { marksIn } from './marks-in.ts';

/** How the title of a plan ends, apart from what sets one of several apart: (二), 篇1, 【第一篇】, 范文三. */
const DOCUMENT =
  '(?:计划|方案|总结|要点|安排|规划|打算|思路|清单|台账|分解表|任务分解|部署|汇报|报告|一览表|行事历|安排表|目标|责任[书状])';
const TAIL = '(?:书|表|范文|模板|样本|样例|格式|大全|精选|集锦|范本|简短|最新|怎么写|\\.docx?|\\.pdf|\\.wps|[ ,-])';
const NUMBERED =
  '(?:[(【\\[] ?(?:第?[一二三四五六七八九十\\d]{1,3}(?:篇)?|[^()【】\\[\\]]{0,10}?\\d{0,3}篇|篇[一二三四五六七八九十\\d]{1,3}|[一二三四五六七八九十]{1,2}) ?[)】\\]]|(?:篇|之|范文|例文)?[一二三四五六七八九十\\d]{1,3}(?:篇)?|第[一二三四五六七八九十\\d]{1,2}篇|\\([^()]{1,20}\\))';
/** 2025.9-2026.1: from when to when. */
const STRETCH = '(?:\\(? ?20\\d\\d ?[.年/] ?\\d{1,2} ?月? ?[-至到~]{1,2} ?(?:20\\d\\d ?[.年/] ?)?\\d{1,2} ?月? ?\\)?)';
const TITLE = new RegExp(`${DOCUMENT}${TAIL}{0,4}${NUMBERED}?${TAIL}{0,3}(?:\\(字数:?\\d+\\)|${STRETCH})?:?$`, 'u');
/** 第一篇:…, 篇二:, 【篇1】, 范文一 — a title by what it begins with. */
const NUMBERED_START =
  /^[【[(]?(?:第[一二三四五六七八九十\d]{1,2}篇|篇[一二三四五六七八九十\d]{1,2}|范文[一二三四五六七八九十\d]{1,2})(?:[】\])]|[: ]|$)/u;
/** 关于…的意见: the title of an official paper. */
const OFFICIAL = /^关于.{4,40}(?:的(?:通知|通报|函|请示|报告|决定)|意见)$/u;
/** 工作计划, 具体安排, 月份工作安排: a heading inside a plan, not a plan of its own. */
const INNER =
  /^(?:具体|主要|重点|全年|工作|下一?步|下阶段|今后|活动|各?月份?|分月|每月|时间|日程|进度|实施|第[一二三四五六七八九十\d]{1,2}(?:年|季度|学期|阶段|部分|月)|[一二三四五六七八九十\d]{1,2}月|[上下]半年|[一二三四]季度|[本今明]年|年度|预算|培训|学习|组织|目的|背景|附)/u;
const LONGEST_TITLE = 48;
const SHORTEST_TITLE = 6;
const LONGEST_GLUED = 70;

/** What names the document, without what sets it apart from its fellows: `…工作计划(3篇)` and `…工作计划(二)` share it. */
const stemOf = (shadow: Shadow): Shadow =>
  shadow.replace(new RegExp(`${TAIL}{0,4}${NUMBERED}?${TAIL}{0,3}:?$`, 'u'), '').trim();

const startsWithMark = (shadow: Shadow): boolean => {
  const first = marksIn(shadow.slice(0, 16))[0];
  return first !== undefined && first.from === 0 && first.kind !== 'bullet';
};

/** 【…】, 《…》, **…** around the whole line. */
const FRAME = /^(?:【([^【】]{4,48})】|《([^《》]{4,48})》|\*\*([^*]{4,48})\*\*)$/u;
const withoutFrame = (text: string): string => {
  const [, ...inner] = FRAME.exec(text) ?? [];
  return withoutGaps(inner.find((words) => words !== undefined) ?? text);
};

/** 工 会 工 作 计 划: set wide to fill its line. */
export const withoutGaps = (text: string): string =>
  /^\p{Script=Han}(?:\s+\p{Script=Han}){3,30}$/u.test(text) ? text.replace(/\s+/gu, '') : text;

/** 为了…,特制定如下计划: and 20xx年计划: only lead to what follows. */
const LEADS_IN =
  /^(?:为了?|根据|按照|依据|结合|围绕).{2,},|(?:如下|以下)(?:工作)?(?:计划|方案|安排|要点|打算)|^.{0,8}年度?(?:工作)?(?:计划|打算|安排):$/u;

/** A line that is the title of a plan. */
export const isTitle = (line: Line): boolean => {
  const shadow = withoutFrame(line.shadow);
  if (shadow.length > LONGEST_TITLE || shadow.length < 2 || /[。;!?]/u.test(shadow)) return false;
  if (NUMBERED_START.test(shadow)) return true;
  if (shadow.length < SHORTEST_TITLE || startsWithMark(shadow) || INNER.test(shadow) || /:./u.test(shadow))
    return false;
  if (LEADS_IN.test(shadow)) return false;
  return TITLE.test(shadow) || OFFICIAL.test(shadow);
};

const UP_TO_DOCUMENT = new RegExp(`^.{0,40}?${DOCUMENT}`, 'u');
/** Titles of one page that share their beginning; more are lists of links. */
const MOST_STEMS = 20;

/** A line's own words after a title glued to its front. */
export interface TitleCut {
  title: Line;
  rest: Line | null;
}

const ENDS_LIKE_TITLE = new RegExp(`(?:${DOCUMENT}|篇|范文)${TAIL}{0,2}$`, 'u');

/** Where the first list of a line begins: 一、, 1. or (一), the places a title can end. */
const listStart = (shadow: Shadow, goesOn: () => boolean): number => {
  const first = marksIn(shadow.slice(0, LONGEST_GLUED + 4)).find(
    (mark) => mark.ordinal === 1 && mark.from > 0 && mark.kind !== 'bullet',
  );
  if (!first) return -1;
  // The (一) that sets one of several plans apart belongs to the title.
  const apart = first.kind === 'chinese-bracket' && !goesOn() && ENDS_LIKE_TITLE.test(shadow.slice(0, first.from));
  return apart ? first.to : first.from;
};

/** …工作计划 来源:网络 作者:佚名: what a page says of itself behind the title, on its line. */
const CREDITS =
  /\s+(?:文章|信息|稿件)?(?:来源|作者|编辑|发布(?:时间|日期|单位|[人者])?|更新(?:时间)?|时间|日期|浏览|点击|阅读|字数|字号|人气|次数)(?:量|次数|数)? ?:/u;
/** The title of a line and the page's words behind it; the line alone where it has no such words or begins with no title. */
export const withoutCredits = (line: Line): Line[] => {
  const at = line.shadow.slice(0, LONGEST_GLUED).search(CREDITS);
  const title = sliceOf(line, 0, Math.max(0, at));
  return at > 0 && isTitle(title) ? [title, sliceOf(line, at)] : [line];
};

const SHORTEST_TEXT = 12;
/** 某馆2026年工作计划 2026年,我馆将…: a title of a year and a gap, and the text runs on. */
const titleBeforeText = (line: Line): TitleCut | undefined => {
  const gap = line.shadow.slice(0, LONGEST_TITLE + 1).search(/\s/u);
  if (gap < 0 || line.shadow.length - gap < SHORTEST_TEXT) return undefined;
  const title = sliceOf(line, 0, gap);
  return /20\d\d|二[〇零]/u.test(title.shadow) && isTitle(title) ? { title, rest: sliceOf(line, gap) } : undefined;
};

/**
 * A title glued to the line it heads: one that stood on a line of its own before (`known`), or one that runs into the
 * first item (`…工作计划一、…`). `goesOn` when a line further down begins with (二), so that a (一) here is an item.
 * undefined when the line has none.
 */
export const gluedTitle = (line: Line, known: KnownTitles, goesOn: () => boolean): TitleCut | undefined => {
  const { shadow } = line;
  if (startsWithMark(shadow)) return undefined;
  const list = listStart(shadow, goesOn);
  if (list > 0 && list <= LONGEST_GLUED && !/[。;!?]/u.test(shadow.slice(0, list))) {
    const title = sliceOf(line, 0, list);
    const stem = known.stemOf(title.shadow);
    const repeats = stem !== undefined && !/[,:]/u.test(title.shadow.slice(stem.length));
    if (repeats || isTitle(title)) return { title, rest: sliceOf(line, list) };
  }
  const stem = known.stemOf(shadow);
  if (stem === undefined) return titleBeforeText(line);
  const numbered = new RegExp(`^${TAIL}{0,4}(?:[(【\\[] ?第?[一二三四五六七八九十\\d]{1,3}篇? ?[)】\\]])?`, 'u').exec(
    shadow.slice(stem.length),
  );
  const at = stem.length + (numbered?.[0].length ?? 0);
  return { title: sliceOf(line, 0, at), rest: sliceOf(line, at) };
};

/** Titles seen so far, as later lines may repeat them. Found by their first characters, so that many cost no more than few. */
export class KnownTitles {
  readonly #byHead = new Map<string, Set<Shadow>>();

  add(title: Line): void {
    const shortest = UP_TO_DOCUMENT.exec(title.shadow)?.[0] ?? '';
    for (const stem of [stemOf(title.shadow), shortest]) {
      // A short stem could be any sentence's beginning.
      if (stem.length < SHORTEST_TITLE || INNER.test(stem)) continue;
      const head = stem.slice(0, SHORTEST_TITLE);
      const stems = this.#byHead.get(head) ?? new Set();
      if (stems.size < MOST_STEMS) stems.add(stem);
      this.#byHead.set(head, stems);
    }
  }

  /** The known title a longer text begins with. */
  stemOf(shadow: Shadow): Shadow | undefined {
    const stems = this.#byHead.get(shadow.slice(0, SHORTEST_TITLE));
    return stems && [...stems].find((stem) => shadow.length > stem.length && shadow.startsWith(stem));
  }
}
