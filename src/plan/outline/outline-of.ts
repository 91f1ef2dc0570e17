import { isOwnerLine } from '../owners/owners-in.ts';
import { FUTURE_LEAD_OF_ALL } from '../sorting/heading-words.ts';
import { beginsWithMonth, isMonthHeading, monthLabel } from '../time/time-of.ts';
import { isFloating, rankOf } from './mark.ts';
import type { Node, NodeKind, Piece } from './node.ts';
import { bodyOf, type Span } from './span.ts';

/** Between 第一部分 and nothing. */
const LEAD_OF_ALL = 0.5;
/** Month headings and headings without a mark stand above 1、 and below (一). */
const PLAIN_HEADING = 4.5;
/** 二季度工作计划 stands above its months. */
const PLAN_OF_MONTHS = 4.25;
const PARAGRAPH = 9.5;
const LONGEST_PLAIN_HEADING = 30;

const nodeOf = (kind: NodeKind, rank: number, piece: Piece | null): Node => ({
  kind,
  rank,
  span: piece?.kind === 'span' ? piece.span : null,
  table: piece?.kind === 'table' ? piece.table : null,
  children: [],
});

/** The open nodes from the root down; the last is where the next one goes unless it stands higher. */
class Open {
  readonly root: Node = nodeOf('root', 0, null);
  #path: Node[] = [this.root];

  get top(): Node {
    return this.#path.at(-1) ?? this.root;
  }

  /** Closes everything from the lowest place where `at` holds. The root never closes. */
  closeFrom(at: (node: Node) => boolean): boolean {
    for (let i = this.#path.length - 1; i > 0; i--) {
      const node = this.#path[i];
      if (node && at(node)) {
        this.#path.length = i;
        return true;
      }
    }
    return false;
  }

  closeWhile(below: (node: Node) => boolean): void {
    while (this.#path.length > 1 && below(this.top)) this.#path.pop();
  }

  add(node: Node): void {
    // A child always ranks below its parent, so that a floating list can stand under anything.
    node.rank = Math.max(node.rank, this.top.rank + 0.01);
    this.top.children.push(node);
    this.#path.push(node);
  }
}

const kindOfMark = (node: Node) => node.span?.mark?.kind;

const placeItem = (open: Open, piece: Piece & { kind: 'span' }, span: Span): void => {
  const mark = span.mark;
  if (!mark) return;
  const item = nodeOf('item', rankOf(mark.kind), piece);
  if (span.level !== null) {
    const { level } = span;
    open.closeWhile((node) => node.span?.level === null || node.span?.level === undefined || node.span.level >= level);
  } else if (
    !open.closeFrom((node) => kindOfMark(node) === mark.kind && node.span?.level === null) &&
    !isFloating(mark.kind)
  ) {
    open.closeWhile((node) => node.span?.level === null && node.rank >= item.rank);
  }
  open.add(item);
};

/** 活动时间:…, 地点:…, 参加人员:… — a line that tells more of the item above it. */
const DETAIL =
  /^(?:\(|【)?(?:活动|具体|实施|开展|工作|完成|主要|预期)?(?:时间|日期|地点|对象|时限|期限|形式|方式|内容|主题|措施|步骤|参加人员|参加人|参与人员|参加对象|参与对象|人员|范围|要求|经费|预算|载体|目的|目标|效果|标准|考核|成果|主办|承办)[】)]? ?: ?\S/u;
export const isDetail = (span: Span): boolean =>
  span.mark === null && (DETAIL.test(span.shadow) || isOwnerLine(span.text, span.shadow));

/** 各乡镇人民政府,县直各部门: — who a paper is sent to. */
const SALUTATION =
  /^(?:各|全体|机关|县直|市直|院属|公司|局属|全县|全市|全校|亲爱的|尊敬的).{0,60}(?:单位|部门|科室|政府|中心|支部|分会|公司|学院|乡镇|街道|社区|车间|班级|同志|职工|党委|总支|党支部|工会|学校|医院|机构|会员|小组|员工|教职工|教师|成员|们):$/u;

/** The mark the next piece begins with, when it begins a list. */
const listBegins = (next: Piece | undefined) => {
  const mark = next?.kind === 'span' ? next.span.mark : null;
  return mark && (mark.ordinal === 1 || mark.kind === 'bullet') ? mark : null;
};

/** A sentence, not a name, that ends with a colon. */
const isLead = ({ shadow }: Span): boolean =>
  /:$/u.test(shadow) && (shadow.length > LONGEST_PLAIN_HEADING || shadow.includes(','));

/** 第三周(3.2-3.6) */
const WEEK =
  /^第?[\d一二三四五六七八九十]{1,3}(?: ?[-至到、] ?第?[\d一二三四五六七八九十]{1,3})?周 ?(?:\([^()]{1,24}\))?:?$/u;
/** 二季度工作计划, 全年活动日程 above the first of its months. */
const NAMES_A_PLAN =
  /^(?:第?[一二三四]季度|[上下]半年|第?[一二]学期|本?学[期年]|全年|年度|本年|分月|各月|每月|逐月|月度|具体|时间|主要|日程|活动|工作)\p{Script=Han}{0,8}(?:计划|安排|要点|任务|日程|活动|[历表])$/u;
const opensMonth = (next: Piece | undefined): boolean =>
  next?.kind === 'span' && next.span.mark === null && isMonthHeading(next.span.shadow, false);

/** 【第三季度】服务一线, 【重点活动安排】 — set in a frame, what names no month, week or day and holds no sentence names what follows. */
const FRAMED = /^【(?![^】]{0,8}[\d一二三四五六七八九十] ?[月日号周])[^【】:,。;!?]{2,16}】[^,。;:!?【】]{0,20}$/u;
const isFramed = (span: Span, next: Piece | undefined): boolean =>
  FRAMED.test(span.shadow) && (next?.kind === 'table' || (next !== undefined && !FRAMED.test(next.span.shadow)));

/** A record written place by place: 3月主题党日 above 主题:… 内容:… 责任人:… says when it is. */
const isRecord = (next: Piece | undefined): boolean =>
  next?.kind === 'table' && next.table.rows.some(({ written }) => written !== undefined);

/** A heading without a mark: short, no sentence, and something stands under it. */
const isPlainHeading = (span: Span, next: Piece | undefined): boolean => {
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

const placeHeading = (open: Open, piece: Piece & { kind: 'span' }, next: Piece | undefined): void => {
  const { span } = piece;
  if (span.level !== null) {
    const { level } = span;
    open.closeWhile((node) => (node.span?.level ?? Number.POSITIVE_INFINITY) >= level);
    open.add(nodeOf('heading', level / 100, piece));
    return;
  }
  const begins = listBegins(next);
  const plain = NAMES_A_PLAN.test(span.shadow) || FRAMED.test(span.shadow) ? PLAN_OF_MONTHS : PLAIN_HEADING;
  const rank = Math.min(plain, begins && !isFloating(begins.kind) ? rankOf(begins.kind) - 0.5 : plain);
  open.closeWhile((node) => node.span?.level === null && node.rank >= rank);
  // Whole sentences with numbers are items and not names of sections; what is laid out by months stands beside them.
  if (NAMES_A_PLAN.test(span.shadow)) open.closeWhile(isSentence);
  open.add(nodeOf('heading', rank, piece));
};
const isSentence = (node: Node): boolean =>
  node.kind === 'item' && node.span !== null && /[。;.]$/u.test(node.span.shadow.slice(-400));

/** A sentence that opens a list: 主要做好以下工作:1.…2.… */
const placeLead = (open: Open, piece: Piece & { kind: 'span' }, next: Piece | undefined): void => {
  const begins = listBegins(next);
  const ofAll = FUTURE_LEAD_OF_ALL.test(piece.span.shadow);
  const rank = ofAll ? LEAD_OF_ALL : begins && !isFloating(begins.kind) ? rankOf(begins.kind) - 0.25 : PARAGRAPH;
  open.closeWhile((node) => node.span?.level === null && node.rank >= rank);
  open.add(nodeOf('lead', rank, piece));
};

const placeParagraph = (open: Open, piece: Piece & { kind: 'span' }): void => {
  const detail = isDetail(piece.span);
  // 【四月】… stands beside the headings of the other months, whatever items are open.
  if (FRAMED_MONTH.test(piece.span.shadow) && monthLabel(piece.span.shadow) > 0)
    open.closeWhile((node) => node.span?.level === null && node.rank >= PLAIN_HEADING);
  else if (detail) open.closeWhile((node) => node.kind === 'paragraph' && node.span !== null && isDetail(node.span));
  else {
    // A new paragraph ends the one before, what was told of it below, and the lists that run inside it.
    while (open.closeFrom((node) => node.kind === 'paragraph'));
    open.closeWhile(
      (node) => node.span?.mark !== null && node.span?.opens === false && isFloating(node.span.mark.kind),
    );
  }
  open.add(nodeOf('paragraph', PARAGRAPH, piece));
};

const FRAMED_MONTH = /^【[^】]{1,12}】/u;

/** ■ 3月份 — a bullet in front of a month is an ornament of a heading. */
const withoutOrnament = (piece: Piece): Piece => {
  if (piece.kind !== 'span' || piece.span.mark?.kind !== 'bullet') return piece;
  const body = bodyOf(piece.span);
  return isMonthHeading(body.shadow, false) || NAMES_A_STRETCH.test(body.shadow)
    ? { kind: 'span', span: { ...piece.span, ...body, mark: null } }
    : piece;
};
/** 下半年工作, 第二季度: */
const NAMES_A_STRETCH = /^(?:第?[一二三四]季度|[上下]半年)(?:工作|计划|安排|工作安排|工作计划|重点工作)?:?$/u;

/** The outline of one plan: every piece in its place under the heading it belongs to. */
export const outlineOf = (given: readonly Piece[]): Node => {
  const pieces = given.map(withoutOrnament);
  const open = new Open();
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    if (piece.kind === 'table') {
      open.closeWhile((node) => node.kind === 'paragraph' || node.rank >= PARAGRAPH);
      open.add(nodeOf('table', PARAGRAPH + 1, piece));
      open.closeWhile((node) => node.kind === 'table');
    } else if (piece.span.mark !== null) placeItem(open, piece, piece.span);
    else if (isLead(piece.span) && listBegins(next) !== null) placeLead(open, piece, next);
    else if (isPlainHeading(piece.span, next)) placeHeading(open, piece, next);
    else placeParagraph(open, piece);
  });
  return open.root;
};
