import { FUTURE_LEAD_OF_ALL } from '../sorting/heading-words.ts';
import { isMonthHeading, monthLabel } from '../time/time-of.ts';
import { isDetail } from './detail.ts';
import { isFloating, rankOf } from './mark.ts';
import type { Node, NodeKind, Piece } from './node.ts';
import {
  FRAMED,
  isPlainHeading,
  LONGEST_PLAIN_HEADING,
  listBegins,
  monthsWithThemes,
  NAMES_A_PLAN,
  namesOfSections,
  tellsWhenOfItem,
} from './plain-headings.ts';
import { bodyOf, type Span } from './span.ts';

/** Between 第一部分 and nothing. */
const LEAD_OF_ALL = 0.5;
/** Month headings and headings without a mark stand above 1、 and below (一). */
const PLAIN_HEADING = 4.5;
/** 二季度工作计划 stands above its months. */
const PLAN_OF_MONTHS = 4.25;
const PARAGRAPH = 9.5;

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

  has(at: (node: Node) => boolean): boolean {
    return this.#path.some(at);
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
  // What a line says of who answers leads no list.
  if (span.opens) open.closeWhile((node) => node.kind === 'paragraph' && node.span !== null && isDetail(node.span));
  if (span.level !== null) {
    const { level } = span;
    open.closeWhile((node) => node.span?.level === null || node.span?.level === undefined || node.span.level >= level);
  } else if (
    !open.closeFrom((node) => kindOfMark(node) === mark.kind && node.span?.level === null) &&
    !isFloating(mark.kind)
  ) {
    // ● 抓好系列活动:①…;②… — what runs inside a line stands under the bullet the line begins with.
    const isLineOf = (node: Node): boolean =>
      !span.opens && mark.kind === 'circled' && kindOfMark(node) === 'bullet' && node.span?.opens === true;
    open.closeWhile((node) => node.span?.level === null && node.rank >= item.rank && !isLineOf(node));
  }
  open.add(item);
};

/** A sentence, not a name, that ends with a colon. */
const isLead = ({ shadow }: Span): boolean =>
  /:$/u.test(shadow) && (shadow.length > LONGEST_PLAIN_HEADING || shadow.includes(','));

/** 二季度工作计划 and 【第三季度】 stand above months; 【读书月】 under 3月 stands below it. */
const rankOfName = (open: Open, { shadow }: Span): number => {
  if (NAMES_A_PLAN.test(shadow)) return PLAN_OF_MONTHS;
  if (!FRAMED.test(shadow)) return PLAIN_HEADING;
  const isUnder = (at: (span: Span) => boolean): boolean =>
    open.has((node) => node.kind === 'heading' && node.span !== null && at(node.span));
  const isOfMonth = isUnder(namesMonth) && !isUnder((span) => FRAMED.test(span.shadow));
  return isOfMonth && !/[季年段期]/u.test(shadow) ? PLAIN_HEADING + 0.1 : PLAN_OF_MONTHS;
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
  const plain = rankOfName(open, span);
  const rank = Math.min(plain, begins && !isFloating(begins.kind) ? rankOf(begins.kind) - 0.5 : plain);
  // 5月:|建功当先锋 — what a month is about stands under the month it shares its line with.
  const isTheme = !span.opens && open.top.kind === 'heading';
  // 七月 with (一) and (二) under it gives way to 八月, whatever numbers stood between.
  if (namesMonth(span))
    open.closeFrom((node) => node.kind === 'heading' && node.span !== null && namesMonth(node.span));
  open.closeWhile((node) => node.span?.level === null && (isTheme ? node.rank > rank : node.rank >= rank));
  // Whole sentences with numbers are items and not names of sections; what is laid out by months stands beside them.
  if (NAMES_A_PLAN.test(span.shadow) || FRAMED.test(span.shadow)) open.closeWhile(isSentence);
  open.add(nodeOf('heading', rank, piece));
};
const MONTH_NAME =
  /^[【(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})(?: ?[-至到、] ?(?:\d{1,2}|[一二三四五六七八九十]{1,2}))? ?月/u;
const namesMonth = ({ shadow, level }: Span): boolean =>
  level === null && MONTH_NAME.test(shadow) && isMonthHeading(shadow, true);
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
const isNumberedItem = ({ mark, level }: Span): boolean =>
  level === null && mark !== null && mark.kind !== 'bullet' && rankOf(mark.kind) >= rankOf('number');
/** - **春季健步走**: the name of a deed and nothing else. */
const isBareName = ({ mark, shadow }: Span): boolean =>
  mark?.kind === 'bullet' && shadow.length <= LONGEST_PLAIN_HEADING && !/[。;:,]/u.test(shadow);
/** - 时间:… - 负责人:… below 1.…: the label tells what each says of the item, whatever sign stands before it. */
const asDetails = (pieces: readonly Piece[]): readonly Piece[] => {
  const bare = pieces.map((piece) =>
    piece.kind === 'span' && piece.span.mark?.kind === 'bullet'
      ? { kind: 'span' as const, span: { ...piece.span, ...bodyOf(piece.span), mark: null } }
      : null,
  );
  const isLabel = (at: number): boolean => bare[at] != null && isDetail(bare[at].span);
  let below = false;
  return pieces.map((piece, at) => {
    const before = pieces[at - 1];
    const isBelowName = before?.kind === 'span' && isBareName(before.span);
    const isBelowItem = isLabel(at - 1) ? below : before?.kind === 'span' && isNumberedItem(before.span);
    below = isBelowItem || isBelowName;
    const isOne = isBelowName || (below && (isLabel(at - 1) || isLabel(at + 1)));
    return isLabel(at) && isOne ? (bare[at] ?? piece) : piece;
  });
};

/** 下半年工作, 第二季度: */
const NAMES_A_STRETCH = /^(?:第?[一二三四]季度|[上下]半年)(?:工作|计划|安排|工作安排|工作计划|重点工作)?:?$/u;

/** The outline of one plan: every piece in its place under the heading it belongs to. */
export const outlineOf = (given: readonly Piece[]): Node => {
  const pieces = asDetails(given.map(withoutOrnament));
  const names = new Set([...namesOfSections(pieces), ...monthsWithThemes(pieces)]);
  const open = new Open();
  pieces.forEach((piece, at) => {
    const next = pieces[at + 1];
    if (piece.kind === 'table') {
      open.closeWhile((node) => node.kind === 'paragraph' || node.rank >= PARAGRAPH);
      open.add(nodeOf('table', PARAGRAPH + 1, piece));
      open.closeWhile((node) => node.kind === 'table');
    } else if (piece.span.mark !== null) placeItem(open, piece, piece.span);
    else if (isLead(piece.span) && listBegins(next) !== null) placeLead(open, piece, next);
    else if (names.has(piece) || (isPlainHeading(piece.span, next) && !tellsWhenOfItem(pieces[at - 1], piece, next)))
      placeHeading(open, piece, next);
    else placeParagraph(open, piece);
  });
  return open.root;
};
