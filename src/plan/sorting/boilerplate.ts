import { marksIn } from '../outline/marks-in.ts';
import { isTitle } from '../outline/titles.ts';
import { isListOfNames, isOffice } from '../owners/names-in.ts';
import type { Line } from '../text/line.ts';
import type { Shadow } from '../text/shadow.ts';
import { monthLabel } from '../time/time-of.ts';
import {
  FORM_LABEL,
  LINKS_FOLLOW,
  PAGE_LINE,
  PAGE_NOTICE,
  PAGE_TEXT,
  PAGE_WORDS,
  PAPER_LINE,
  SIGNED,
} from './boilerplate-words.ts';

/** Lines of a page are short; a longer one is prose, which only a notice makes boilerplate. */
const LONGEST_LINK = 40;
const LONGEST_SHORT = 60;
/** A longer line is a text that was put on one line. */
export const LONGEST_PAGE_LINE = 400;
const LONGEST_PAPER_LINE = 120;
const LONGEST_TALK = 160;

/** A stop, or a figure and its stop, that a margin left alone on its line belongs to the line above. */
const ONLY_STOP = /^(?:\d[\d.,]{0,8} ?[%‰]?[。;]|[。;!?)”」》]{1,2})$/u;

/** No word of a task: code left over from the page, rules, counters. */
const isNoise = ({ shadow }: Line): boolean =>
  !ONLY_STOP.test(shadow) && (!/[\p{Script=Han}]/u.test(shadow) || /^[\s\d\p{P}\p{S}A-Za-z]*[页次项]?$/u.test(shadow));

const isMarked = (line: Line): boolean => {
  const first = marksIn(line.shadow.slice(0, 24))[0];
  return first !== undefined && first.from <= 1 && first.kind !== 'bullet';
};

const hanIn = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Buttons and links: next to nothing is left when their words are taken away. */
const isLinks = (line: Line): boolean => {
  if (line.shadow.length > LONGEST_LINK) return false;
  const left = hanIn(line.shadow.replace(PAGE_WORDS, ''));
  return left * 4 <= hanIn(line.shadow) - left;
};

/** 首页 | 通知 | 下载: names of other pages, none of them a sentence, a time or a table's row. */
const LONGEST_NAME_OF_PAGE = 8;
const LONGEST_NAVIGATION = 160;
const FEWEST_NAMES_OF_LONG = 4;
const isNavigation = (line: Line): boolean => {
  if (line.shadow.length > LONGEST_NAVIGATION || line.shadow.startsWith('|')) return false;
  const pieces = line.shadow.split(/ ?[|丨] ?/u);
  if (pieces.length < 2 || (line.shadow.length > LONGEST_LINK && pieces.length < FEWEST_NAMES_OF_LONG)) return false;
  return pieces.every((piece) => /^[\p{Script=Han}A-Za-z]{2,}$/u.test(piece) && piece.length <= LONGEST_NAME_OF_PAGE);
};

/** A question someone asked on the page: 求一份…, …怎么写?. */
const isQuestion = (line: Line): boolean =>
  line.shadow.length <= 60 && (/\?$/u.test(line.shadow) || /^(?:求|跪求|急求|谁有|哪位|问[:])/u.test(line.shadow));

/** 填表人:… 审核:… — a line of a form's own places, little between them. */
const LONGEST_FORM_VALUE = 24;
const isForm = (line: Line): boolean => {
  if (line.shadow.length > LONGEST_SHORT * 2 || /[。;]/u.test(line.shadow)) return false;
  const labels = [...line.shadow.matchAll(FORM_LABEL)].length;
  const bare = line.shadow.replace(/\s+/gu, ' ');
  const begins = labels > 0 && (line.shadow.search(FORM_LABEL) === 0 || line.shadow.includes('|'));
  return (labels > 1 && bare.length <= labels * LONGEST_FORM_VALUE) || (begins && bare.length <= LONGEST_FORM_VALUE);
};

/** 我把我们的发你参考一下吧: one person of the page hands another a plan. */
const OFFERED =
  /(?:发|给|供|贴|借|传|留)[给]?[你您][^,。]{0,8}(?:参考|看看|借鉴|改改)|[你您](?:自己)?(?:参考|看看|改改|借鉴)(?:一下|下)?(?:吧|就)?/u;
/** A plan addresses no one: 你可以…, 给您一份… are words between people on the page. 你们 are those a paper goes to. */
const isTalk = (line: Line): boolean => {
  if (line.shadow.length > LONGEST_TALK || !/[你您]|楼主|照抄/u.test(line.shadow)) return false;

  const sentences = line.shadow.replace(/[“《"‘][^”》"’]{0,60}[”》"’]/gu, '').split(/[。!?](?=.)/u);
  return sentences.filter((sentence) => /[你您](?!们)|楼主|照抄/u.test(sentence)).length * 2 >= sentences.length;
};

/** 1. ….pdf in a list of enclosures; a title may end so too, but has no number. */
const ENCLOSED = /^[^。;]{2,80}\.(?:pdf|docx?|xlsx?|wps|zip|rar|ofd|pptx?)(?:\([^()]{1,20}\))?$/iu;

/** A notice of a file shelf: it tells of the page even where the line has a number. */
export const isNotice = (shadow: Shadow): boolean => PAGE_NOTICE.some((pattern) => pattern.test(shadow));

/** A line that belongs to the page, not to the document. */
export const isBoilerplate = (line: Line): boolean => {
  if (ONLY_STOP.test(line.shadow)) return false;
  if (isNoise(line)) return true;
  if (
    (line.shadow.length <= LONGEST_PAGE_LINE && isNotice(line.shadow)) ||
    PAPER_LINE.some((pattern) => pattern.test(line.shadow))
  )
    return true;
  if (line.shadow.length <= LONGEST_TALK && OFFERED.test(line.shadow)) return true;
  if (isMarked(line) && ENCLOSED.test(line.shadow)) return true;
  if (line.shadow.length > LONGEST_PAGE_LINE || isMarked(line)) return false;
  if (isTalk(line) || isForm(line) || (line.shadow.length <= LONGEST_PAPER_LINE && SIGNED.test(line.shadow)))
    return true;
  if (PAGE_TEXT.some((pattern) => pattern.test(line.shadow))) return true;
  const short = line.shadow.length <= LONGEST_SHORT && !/。$/u.test(line.shadow);
  const bare = line.shadow.replace(/^[•·●\-*▪] ?/u, '');
  return (
    (short && PAGE_LINE.some((pattern) => pattern.test(bare))) ||
    isLinks(line) ||
    isNavigation(line) ||
    isQuestion(line)
  );
};

/** A paragraph long enough that only a document has it. */
const SHORTEST_PROSE = 60;
const isContent = (line: Line): boolean =>
  isMarked(line) || monthLabel(line.shadow) > 0 || line.shadow.length >= SHORTEST_PROSE;

/** Lines of a document and which of them belong to the page: also what follows the document once the page has begun again. */
export const pageLines = (lines: readonly Line[]): boolean[] => {
  const verdicts = lines.map(isBoilerplate);
  markLinks(lines, verdicts);
  markEnclosures(lines, verdicts);
  const lastContent = lines.findLastIndex((line, i) => verdicts[i] === false && isContent(line));
  const pageBegins = verdicts.findIndex((verdict, i) => verdict && i > lastContent && !isPaperLine(lines[i]));
  const decided = verdicts.map(
    (verdict, i) =>
      verdict ||
      (lastContent >= 0 && pageBegins >= 0 && i > pageBegins) ||
      isSignature(lines, i) ||
      isMonthSigned(lines, i),
  );
  const last = decided.lastIndexOf(false);
  return decided.map((verdict, i) => verdict || (i === last && isSigner(lines, i)));
};

const FIRST_ENCLOSURE = /^附件 ?: ?1 ?[.、]/u;
const LONGEST_ENCLOSURE = 60;
/** 附件:1.… and the numbers that go on with it on the lines below. */
const markEnclosures = (lines: readonly Line[], verdicts: boolean[]): void => {
  let last = 0;
  lines.forEach((line, i) => {
    const mark = marksIn(line.shadow.slice(0, 8))[0];
    if (FIRST_ENCLOSURE.test(line.shadow)) last = 1;
    else if (last > 0 && mark?.from === 0 && mark.ordinal === last + 1 && isEnclosure(line)) {
      verdicts[i] = true;
      last += 1;
    } else last = 0;
  });
};
const isEnclosure = ({ shadow }: Line): boolean => shadow.length <= LONGEST_ENCLOSURE && !/[。;!]/u.test(shadow);

/** Titles listed under 相关推荐 and the like are links to other pages, numbered or not. */
const markLinks = (lines: readonly Line[], verdicts: boolean[]): void => {
  let inLinks = false;
  lines.forEach((line, i) => {
    if (isHeadOfLinks(line)) inLinks = true;
    else if (inLinks && (verdicts[i] || isLinkTitle(line))) verdicts[i] = true;
    else inLinks = false;
  });
};
/** 【水站计划】相关文章: — and not 【拓展阅读】述职报告(5篇), which is the link itself. */
const isHeadOfLinks = ({ shadow }: Line): boolean =>
  LINKS_FOLLOW.test(shadow) &&
  shadow.length <= LONGEST_LINK &&
  hanIn(shadow.slice(shadow.search(LINKS_FOLLOW)).replace(LINKS_FOLLOW, '')) <= LONGEST_BEHIND_HEAD;
const LONGEST_BEHIND_HEAD = 6;
/** 篇二:…工作计划 goes on with the document. */
const NEXT_PART = /^[【[(]?(?:篇|第|范文)[一二三四五六七八九十\d]{1,2}[篇:】\])]/u;
const isLinkTitle = (line: Line): boolean =>
  line.shadow.length <= LONGEST_LINK &&
  !NEXT_PART.test(line.shadow) &&
  (/^·[^。;]*$/u.test(line.shadow) ||
    DAY_BEHIND.test(line.shadow) ||
    isTitle({ ...line, ...withoutMark(line) }) ||
    isModelText(withoutMark(line).shadow));
/** 演讲稿三篇, 活动方案: what pages of model texts offer beside this one. */
const isModelText = (shadow: string): boolean =>
  /^(?!制[定订]|起草|编[制写印]|拟[定订]|撰写|修[订改]|完善|报送|上报)[^,。;:]{4,}(?:稿|范文|方案|心得|体会|致辞|发言|材料|倡议书|简报|申请书|总结|计划|报告|策划书?)(?:20\d\d年?|[\d一二三四五六七八九十]{1,3}篇|\(.{1,10}\))?$/u.test(
    shadow,
  );
/** Lists of links put the day of a page behind its title: 主持词 06-28, (2024-01-05). */
const DAY_BEHIND = /[\p{Script=Han}》”)!?] ?[([]?(?:20\d\d[-./])?\d{1,2}[-/]\d{1,2}[)\]]?$/u;
const withoutMark = (line: Line): { text: string; shadow: string } => {
  const mark = marksIn(line.shadow.slice(0, 16))[0];
  const from = mark && mark.from <= 1 ? mark.to : 0;
  const to = line.shadow.replace(/ ?(?:\d{2,4}-)?\d{1,2}-\d{1,2}$/u, '').length;
  return { text: line.text.slice(from, to), shadow: line.shadow.slice(from, to) };
};

/** A line of an official paper around the plan itself: an enclosure, who to ask, the day it was signed. */
export const isPaperLine = (line: Line | undefined): boolean =>
  line !== undefined && PAPER_LINE.some((pattern) => pattern.test(line.shadow));

/** An organisation, and not one of its offices, which a plan has sections of. */
const ORGANISATION =
  /(?:工会|委员会|联合会|妇联|团委|支部|总支|党委|公司|集团|[小中大]学|学[校院]|医院|幼儿园|卫生院|[^办公司]局|厂|街道|镇|乡|社区)$/u;
const SCHOOL = /^\p{Script=Han}{2,16}(?:[小中大]学|幼儿园)$/u;
/** Who made the plan, right under its title. */
export const isByline = (line: Line): boolean =>
  line.level === null &&
  line.shadow.length >= 4 &&
  ORGANISATION.test(line.shadow) &&
  (SCHOOL.test(line.shadow) || isName(line));

/** Who made the plan, under its last sentence. */
const isSigner = (lines: readonly Line[], at: number): boolean => {
  const [before, line] = [lines[at - 1], lines[at]];
  return before !== undefined && line !== undefined && /[。!]$/u.test(before.shadow) && isByline(line);
};

/** The name above the day a paper was signed. */
const isSignature = (lines: readonly Line[], at: number): boolean => {
  const [line, next] = [lines[at], lines[at + 1]];
  if (!line || !next || line.shadow.length > 25 || /[。;:,]/u.test(line.shadow) || isMarked(line) || at < 1)
    return false;
  return (
    !isTitle(line) && (PAPER_LINE[1]?.test(next.shadow) === true || (MONTH_SIGNED.test(next.shadow) && isName(line)))
  );
};
/** 2026.2, 2026年2月: a heading too, but not under the name of an office. */
const MONTH_SIGNED = /^20\d\d ?(?:[./-] ?\d{1,2}|年 ?\d{1,2} ?月)$/u;
const isName = (line: Line): boolean => isOffice(line.text) && isListOfNames(line.text);
const isMonthSigned = (lines: readonly Line[], at: number): boolean =>
  MONTH_SIGNED.test(lines[at]?.shadow ?? '') && isSignature(lines, at - 1);
