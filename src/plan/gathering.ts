import { draftTask, type Given, type ItemForm } from './draft-task.ts';
import { isUnderMonth } from './month-line.ts';
import { goesAbout } from './outline/deeds-of-prose.ts';
import type { Node } from './outline/node.ts';
import type { Skipped, SkipReason, TaskDraft } from './plan-draft.ts';
import { FUTURE_LEAD, PAST_LEAD } from './sorting/heading-words.ts';
import { handsIn, isClosing, isIntroduction, isNumberedIntroduction, isScrap } from './sorting/introduction.ts';
import { isOfYearBefore, isPastWork, looksAhead } from './sorting/past-work.ts';
import { isAdmonition, isBareAim, isHoliday, isRemark } from './sorting/remarks.ts';
import { shadowOf } from './text/shadow.ts';
import { firstYearOf } from './time/plan-year.ts';
import { scopeOf, timeOf } from './time/time-of.ts';

const hasContent = (text: string): boolean => /[\p{L}\d]/u.test(text);
/** (略), 无, 组织机构(略): a place kept free. */
const isNothing = (words: string): boolean =>
  /^[\s(]*(?:略|无|暂无|待定|此处略|内容略)[\s)。.]*$|^[^。;]{0,20}\((?:略|从略|内容略|此处略)\)[。;]?$/u.test(words);

/** 小学工会工作计划。 — a title said again in the text. */
const isTitleAlone = (words: string): boolean =>
  /^[^,。;:!?]{2,30}(?:工作|活动|培训|学习)(?:计划|方案|要点|思路|总结|安排|日程)[。.]?$/u.test(words) &&
  !/^(?:制定|制订|拟定|拟订|编制|起草|修订|完善|落实|上报|报送|做好|撰写|完成|研究|审议)/u.test(words);

/** 3月 自查, 每月25日 例会, 【6月】看展: short as it is, it says when what is done. */
const BEGINS_WITH_TIME =
  /^[【(]?(?:每|第|[上下]半|[\d一二三四五六七八九十元]).{0,8}[月日周季年旬度](?:份|底|初|末)?.{0,3}\p{Script=Han}{2}/u;

/** Under 保障措施 or 有关要求: how the work is to be done. */
const isAbout = (given: Given): boolean =>
  /(?:保障|要求|措施|领导|纪律)$/u.test(shadowOf(given.section.at(-1) ?? '').replace(/:$/u, ''));

/** Under 总体目标: what is to come of the work. */
const isAim = (given: Given): boolean =>
  /(?:总体|活动|培训|学习|计划)(?:目标|目的)$|^(?:[一二三四五六七八九十]、)?(?:宗旨|目的)$/u.test(
    shadowOf(given.section.at(-1) ?? '').replace(/:$/u, ''),
  );

/** Under 工作要求 an item that says when nothing is due only says how: 各部门须…, 活动经费本着…. */
const isDemand = (words: string, given: Given): boolean =>
  /(?:要求|注意事项|几点说明)$/u.test(shadowOf(given.section.at(-1) ?? '').replace(/:$/u, '')) &&
  !/\d{1,2}[月日号]|[一二三四五六七八九十]月|季度|年[底内末]|每[周月季年]|半年/u.test(words) &&
  /^(?:各|全体|所有|每[项个次]|参[加赛]|活动(?:经费|结束|期间|过程)|经费|要|须|应|务必|严格|不得|请)|(?:要|须|应当?|必须|务必|不得|本着)/u.test(
    words.slice(0, 40),
  );

const STRETCH_IN_FRONT = /^(?:今年|本年)?(?:[上下]半年|第?[一二三四]季度)(?=,)/u;
/** 上半年,… in a plan of 下半年: its time is over when what is above it begins. */
const isOver = (words: string, { scope, year }: Given): boolean => {
  const stretch = STRETCH_IN_FRONT.exec(words)?.[0];
  if (!stretch || !scope?.start || looksAhead(words)) return false;
  const { end } = timeOf(words, shadowOf(words), year, null);
  const own = scopeOf(stretch, shadowOf(stretch), year);
  return own?.end != null && own.end < scope.start && (end === null || end < scope.start);
};

/** How an item stands in the document, as far as the sorting asks. */
export type Standing = 'numbered' | 'paragraph' | 'first-paragraph';

/** 2026年是…,我们将…: what a summary says of the plan's own year or of what comes next ends it. */
const endsSummary = (words: string, year: number): boolean => {
  const lead = FUTURE_LEAD.exec(words);
  const stated = /^ ?((?:19|20)\d\d)年/u.exec(words)?.[1];
  return lead !== null && (stated === undefined || Number(stated) >= year);
};

/** Under no heading, and not numbered. */
const isOutside = (given: Given, standing: Standing): boolean =>
  standing !== 'numbered' && given.section.length === 0 && given.scope === null;

/** What a plan's outline holds, gathered in the document's order. `past`: a summary stays one until a heading looks ahead. */
export class Gathering {
  readonly tasks: TaskDraft[] = [];
  readonly skipped: Skipped[] = [];
  past = false;
  /** A summary's mood holds for nothing; each paragraph is judged by what it says itself. */
  readonly #each: boolean;
  readonly #seen = new Set<string>();

  constructor(each = false) {
    this.#each = each;
  }

  skip(text: string, reason: SkipReason): void {
    if (hasContent(text)) this.skipped.push({ text, reason });
  }

  skipAll(node: Node, reason: SkipReason): void {
    if (node.span) this.skip(node.span.text, reason);
    for (const row of node.table?.rows ?? []) this.skip(row.cells.join(' '), reason);
    for (const child of node.children) this.skipAll(child, reason);
  }

  /** An item becomes a task unless it tells, leads in, or was there before. */
  sort(text: string, standing: Standing, given: Given, form: ItemForm = {}): void {
    const words = shadowOf(text).slice(form.mark ?? 0);
    const spoken = standing !== 'numbered' || /^[一二三四五六七八九十]{1,2}[是要]/u.test(text);
    const reason =
      this.#reasonAgainst(words, standing, given, form) ??
      ((spoken && isAbout(given) && isAdmonition(words)) || isDemand(words, given) ? 'introduction' : null) ??
      (isOutside(given, standing) && !form.isSentence && isScrap(words) && !BEGINS_WITH_TIME.test(words)
        ? 'boilerplate'
        : null);
    if (reason !== null) this.skip(text, reason);
    else this.add(draftTask(text, given, form), form.mark);
  }

  add(task: TaskDraft, mark = 0): void {
    const key = shadowOf(task.text.slice(mark)).replace(/[\s\p{P}]/gu, '');
    if (key.length > 10 && this.#seen.has(key)) this.skip(task.text, 'duplicate');
    else {
      this.#seen.add(key);
      this.tasks.push(task);
    }
  }

  /** A row of a table is a task as it stands, unless it is a holiday of a calendar. */
  addRow(task: TaskDraft): void {
    const [words = ''] = shadowOf(task.text).split(' | ');
    const isNobodys = [task.leaders, task.units, task.owners].every((names) => names.length === 0);
    if (isNobodys && isHoliday(words)) this.skip(task.text, 'heading');
    else this.add(task);
  }

  #reasonAgainst(words: string, standing: Standing, given: Given, form: ItemForm): SkipReason | null {
    // 8月:开展义诊;为职工放映电影。: one of a month's deeds gives no reason for the others.
    const isPartOfMonth = form.isSentence === true && isUnderMonth(given);
    if (
      !hasContent(words) ||
      isNothing(words) ||
      isHoliday(words) ||
      (standing !== 'numbered' && !isUnderMonth(given) && isTitleAlone(words))
    )
      return 'heading';
    const past = standing === 'numbered' ? this.past : this.#pastAt(words, firstYearOf(given.year));
    if (past === 'begins') return 'introduction';
    if (past && !this.#each) return 'past-work';
    const introduction =
      standing === 'numbered'
        ? isNumberedIntroduction(words)
        : !handsIn(words) &&
          (isClosing(words) ||
            isRemark(words) ||
            (!isPartOfMonth && isIntroduction(words, standing === 'first-paragraph')));
    if (introduction || (isAim(given) && isBareAim(words))) return 'introduction';
    // 上月共走访120人 in a plan named after its month is told; what begins with doing says how many there will be.
    const isDated = isUnderMonth(given) && (standing === 'numbered' || given.section.length > 0 || goesAbout(words));
    return isPastWork(words, isDated) ||
      (standing !== 'numbered' && (isOver(words, given) || isOfYearBefore(words, firstYearOf(given.year))))
      ? 'past-work'
      : null;
  }

  /** The mood a paragraph stands in; it may begin a summary or end one. */
  #pastAt(words: string, year: number): boolean | 'begins' {
    if (PAST_LEAD.test(words.slice(0, 400))) {
      this.past = true;
      return 'begins';
    }
    if (this.past && endsSummary(words, year)) this.past = false;
    return this.past;
  }
}
