import { beginsWithMonth, isMonthHeading, monthLabel } from '../time/time-of.ts';
import { isDetail } from './detail.ts';
import type { Piece } from './node.ts';
import type { Span } from './span.ts';

/** A longer line without a mark is a sentence. */
export const LONGEST_PLAIN_HEADING = 30;

/** 各乡镇人民政府,县直各部门: — who a paper is sent to. */
const SALUTATION =
  /^(?:各|全体|机关|县直|市直|院属|公司|局属|全县|全市|全校|亲爱的|尊敬的).{0,60}(?:单位|部门|科室|政府|中心|支部|分会|公司|学院|乡镇|街道|社区|车间|班级|同志|职工|党委|总支|党支部|工会|学校|医院|机构|会员|小组|员工|教职工|教师|成员|们):$/u;

/** The mark the next piece begins with, when it begins a list. */
export const listBegins = (next: Piece | undefined) => {
  const mark = next?.kind === 'span' ? next.span.mark : null;
  return mark && (mark.ordinal === 1 || mark.kind === 'bullet') ? mark : null;
};

/** 第三周(3.2-3.6) */
const WEEK =
  /^第?[\d一二三四五六七八九十]{1,3}(?: ?[-至到、] ?第?[\d一二三四五六七八九十]{1,3})?周 ?(?:\([^()]{1,24}\))?:?$/u;
/** 二季度工作计划, 全年活动日程 above the first of its months. */
export const NAMES_A_PLAN =
  /^(?:第?[一二三四]季度|[上下]半年|第?[一二]学期|本?学[期年]|全年|年度|本年|分月|各月|每月|逐月|月度|具体|时间|主要|日程|活动|工作)\p{Script=Han}{0,8}(?:计划|安排|要点|任务|日程|活动|[历表])$/u;
const opensMonth = (next: Piece | undefined): boolean =>
  next?.kind === 'span' && next.span.mark === null && isMonthHeading(next.span.shadow, false);

/** 【第三季度】服务一线, 【重点活动安排】 — set in a frame, what names no month, week or day. */
export const FRAMED =
  /^【(?![^】]{0,8}[\d一二三四五六七八九十] ?[月日号周])[^【】:,。;!?]{2,16}】(?<tail>[^,。;:!?【】]{0,20})$/u;
const NAMES_STRETCH = /^【[^】]*(?:季度|半年|阶段|学期)[^】]*】/u;
const SHORTEST_BELOW = 40;
const isSpan = (piece: Piece | undefined): piece is Piece & { kind: 'span' } => piece?.kind === 'span';
const isListOrMonth = (next: Piece): boolean =>
  listBegins(next) !== null ||
  (next.kind === 'span' && (monthLabel(next.span.shadow) > 0 || isMonthHeading(next.span.shadow, true)));
/**
 * A framed name above what it names. 【送清凉】慰问一线 is a deed under its name, and 【送清凉】 with 时间:… below it another: only
 * a stretch of the year has more words behind it, and then a list, months or a text below.
 */
const isFramed = ({ shadow }: Span, next: Piece | undefined): boolean => {
  const tail = FRAMED.exec(shadow)?.groups?.tail;
  if (tail === undefined || next === undefined) return false;
  if (isSpan(next) && (FRAMED.test(next.span.shadow) || isDetail(next.span))) return false;
  if (tail.trim() === '') return true;
  return (
    NAMES_STRETCH.test(shadow) &&
    (next.kind === 'table' || isListOrMonth(next) || next.span.shadow.length >= SHORTEST_BELOW)
  );
};

/** A record written place by place: 3月主题党日 above 主题:… 内容:… 责任人:… says when it is. */
const isRecord = (next: Piece | undefined): boolean =>
  next?.kind === 'table' && next.table.rows.some(({ written }) => written !== undefined);

/** A heading without a mark: short, no sentence, and something stands under it. */
export const isPlainHeading = (span: Span, next: Piece | undefined): boolean => {
  const { shadow } = span;
  if (span.level !== null) return true;
  if (
    span.mark !== null ||
    shadow.length > LONGEST_PLAIN_HEADING ||
    /[。;!?]/u.test(shadow) ||
    isDetail(span) ||
    SALUTATION.test(shadow)
  )
    return false;
  if (isMonthHeading(shadow, listBegins(next) !== null || isRecord(next)) || WEEK.test(shadow)) return true;
  if ((NAMES_A_PLAN.test(shadow) && opensMonth(next)) || isFramed(span, next)) return true;
  if (next === undefined || /[,]/u.test(shadow) || beginsWithMonth(shadow.replace(/^[【(]/u, ''))) return false;
  if (next.kind === 'table' || listBegins(next) !== null) return true;
  if (/:$/u.test(shadow)) return true;
  return (
    shadow.length <= 20 &&
    next.kind === 'span' &&
    next.span.mark === null &&
    /[。;]/u.test(next.span.shadow) &&
    !isDetail(next.span)
  );
};

/** 强化思想引领,带好读书人的队伍 above a paragraph: two clauses without a stop, and no time or figure. */
const NAME_OF_TWO =
  /^(?!组织|举办|开展|召开|举行|参加|慰问|走访|邀请)[^,。;:!?\d()【】]{3,14},[^,。;:!?\d()【】]{3,14}$/u;
const SHORTEST_TEXT = 40;
const SHORTEST_LEAD = 16;
const FEWEST_NAMES = 3;
const isNameOfTwo = (piece: Piece, next: Piece | undefined): boolean =>
  piece.kind === 'span' &&
  piece.span.mark === null &&
  NAME_OF_TWO.test(piece.span.shadow) &&
  next?.kind === 'span' &&
  next.span.mark === null &&
  next.span.shadow.length >= SHORTEST_LEAD;
const isAboveText = (next: Piece | undefined): boolean =>
  next?.kind === 'span' && next.span.shadow.length >= SHORTEST_TEXT && /[。!]$/u.test(next.span.shadow);

/** …安排如下:, or a list that runs inside its line: what leads on is below a name, however short it is. */
const isLeadBelow = (next: Piece | undefined, afterNext: Piece | undefined): boolean =>
  isSpan(next) && (/:$/u.test(next.span.shadow) || (isSpan(afterNext) && !afterNext.span.opens));

/** The names of sections that have neither a number nor a sign: such lines of one plan, several of them above a text. */
export const namesOfSections = (pieces: readonly Piece[]): ReadonlySet<Piece> => {
  const names = pieces.flatMap((piece, at) => (isNameOfTwo(piece, pieces[at + 1]) ? [{ piece, at }] : []));
  const aboveText = names.filter(({ at }) => isAboveText(pieces[at + 1]));
  if (aboveText.length < FEWEST_NAMES) return new Set();
  const others = names.filter(({ at }) => isLeadBelow(pieces[at + 1], pieces[at + 2]));
  return new Set([...aboveText, ...others].map(({ piece }) => piece));
};

/** 四月 缅怀英烈 above a sentence: a month and what it is about. */
const MONTH_AND_THEME = /^(?:1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份? (?!.*[,。;:!?\d])\S{2,12}$/u;
const FEWEST_THEMES = 2;
const isMonthAndTheme = (piece: Piece): boolean =>
  isSpan(piece) && piece.span.mark === null && MONTH_AND_THEME.test(piece.span.shadow);
const isSentenceBelow = (next: Piece | undefined): boolean =>
  isSpan(next) && next.span.mark === null && /[。;]$/u.test(next.span.shadow) && !beginsWithMonth(next.span.shadow);
/** Months with their themes, each of them above a sentence: where one stands alone, they are deeds. */
export const monthsWithThemes = (pieces: readonly Piece[]): ReadonlySet<Piece> => {
  const months = pieces.flatMap((piece, at) => (isMonthAndTheme(piece) ? [{ piece, at }] : []));
  const all = months.length >= FEWEST_THEMES && months.every(({ at }) => isSentenceBelow(pieces[at + 1]));
  return new Set(all ? months.map(({ piece }) => piece) : []);
};

/** ▶ 技能比武, and 5月至9月 on the line below: when the item is, and no heading of what follows. */
export const tellsWhenOfItem = (
  before: Piece | undefined,
  { span }: Piece & { kind: 'span' },
  next: Piece | undefined,
): boolean =>
  before?.kind === 'span' &&
  before.span.mark?.kind === 'bullet' &&
  !/[。;:]$/u.test(before.span.shadow) &&
  isMonthHeading(span.shadow, false) &&
  next?.kind === 'span' &&
  next.span.mark === null &&
  !isMonthHeading(next.span.shadow, false);
