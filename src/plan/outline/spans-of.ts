import { FUTURE_LEAD, SECTION_NAME } from '../sorting/heading-words.ts';
import { closingFrom } from '../sorting/introduction.ts';
import { type Line, sliceOf } from '../text/line.ts';
import { numberOf } from '../text/numeral.ts';
import type { Shadow } from '../text/shadow.ts';
import { isMonthHeading, monthLabel } from '../time/time-of.ts';
import { LAST, type Mark, type MarkKind, rankOf } from './mark.ts';
import { marksIn } from './marks-in.ts';
import type { Span } from './span.ts';

/** A possible mark together with where it stands; all of a document in one list per kind, so that each can see the next. */
interface Candidate extends Mark {
  line: number;
}

/** How many candidates of a kind ahead the second item of a list is looked for; strays stand between. */
const LOOK_AHEAD = 8;
const LONGEST_GLUED_HEADING = 30;
/** What stands behind a month on its line and has lines under it is an item, not a paragraph. */
const LONGEST_MONTH_LINE = 60;
/** What a section's name runs into is a text, not the rest of a longer name. */
const SHORTEST_TEXT = 12;
const HARD_BOUNDARY = /[。;:!?)》”」』】\s]$/u;
/** Characters that make one word with a Chinese numeral behind them: 统一、 第一、 五一、. */
const WORD_WITH_NUMERAL =
  /[周期拜统唯单同专第之万不逐每另任某归如始仅这那哪初其零百千十一二三四五六七八九、.,(至到-]$/u;
const WORD_WITH_NUMBER = /[\dA-Za-z.+\-、,(件表图约至到第]$/u;

/** What stands behind a number in the middle of a line when it is a mark: a word, or a date. */
const BEGINS_ITEM =
  /^(?:[\p{L}“《【*]|\d{3,6}\p{Script=Han}{2}|\d{1,2}·\d{1,2}|(?:20[\dxX×_*]{2} ?年|\d{1,2} ?(?:月|[-~至到、]{1,2} ?\d{1,2} ?月)))/u;

const key = (kind: MarkKind): MarkKind => kind;

/** `七、八月份`, `一、二、三等奖`: numbers in a row before a unit of time, a class or a grade are no mark. */
const listsNumbers = (mark: Mark, shadow: Shadow): boolean => {
  const next =
    /^ ?([一二三四五六七八九十]{1,2}|\d{1,2})(?:、(?:[一二三四五六七八九十]{1,2}|\d{1,2})){0,3} ?(?:月|季度|年级|届|级|期|号|楼|班|类|等奖|车间|分厂|分会|支部|小组)/u.exec(
      shadow.slice(mark.to, mark.to + 16),
    );
  return next !== null && (numberOf(next[1] ?? '') ?? 0) === mark.ordinal + 1;
};

/** 一、二、三车间: in the middle of a line the next number right behind one, or the last right before it, names things. */
const isOneOfRow = (mark: Mark, shadow: Shadow): boolean => {
  const next = /^[一二三四五六七八九十]{1,2}/u.exec(shadow.slice(mark.to, mark.to + 2))?.[0];
  const last = /([一二三四五六七八九十]{1,2})、$/u.exec(shadow.slice(Math.max(0, mark.from - 3), mark.from))?.[1];
  return numberOf(next ?? '') === mark.ordinal + 1 || numberOf(last ?? '') === mark.ordinal - 1;
};

/** A word, not only signs, stands behind the mark. */
const hasContent = (shadow: Shadow, from: number, to: number): boolean =>
  /[\p{L}\d“《【(]/u.test(shadow.slice(from, to));

class Lists {
  readonly #last = new Map<MarkKind, number>();
  readonly #ahead = new Map<MarkKind, Candidate[]>();
  readonly #at = new Map<MarkKind, number>();

  constructor(candidates: readonly Candidate[]) {
    for (const candidate of candidates) {
      const list = this.#ahead.get(candidate.kind) ?? [];
      list.push(candidate);
      this.#ahead.set(candidate.kind, list);
    }
  }

  /** Moves to a candidate; what follows it is then ahead. Candidates must be visited in the document's order. */
  visit(candidate: Candidate): void {
    this.#at.set(candidate.kind, (this.#at.get(key(candidate.kind)) ?? 0) + 1);
  }

  /** The mark continues the list of its kind that is open. */
  continues(mark: Mark): boolean {
    const last = this.#last.get(mark.kind);
    return last !== undefined && (mark.ordinal === last + 1 || mark.ordinal === LAST);
  }

  /** A second item follows the first soon enough. */
  hasSecond(mark: Mark): boolean {
    const from = this.#at.get(mark.kind) ?? 0;
    const ahead = this.#ahead.get(mark.kind) ?? [];
    for (let i = from; i < Math.min(ahead.length, from + LOOK_AHEAD); i++) {
      const ordinal = ahead[i]?.ordinal;
      if (mark.kind === 'bullet' || ordinal === mark.ordinal + 1 || ordinal === LAST) return true;
    }
    return false;
  }

  /** 123. of a list whose beginning is on another page, or 4、 behind 2、: further on than the list is, and the next follows. */
  goesOnLater(mark: Mark): boolean {
    return mark.kind === 'number' && mark.ordinal > (this.#last.get(mark.kind) ?? 0) && this.hasSecond(mark);
  }

  accept(mark: Mark): void {
    this.#last.set(mark.kind, mark.ordinal);
  }
}

/** No word or number runs into it; a comma counts as a stop where the list it goes on with is sure: 1、…,2、…. */
const isApart = (before: string, mark: Mark, shadow: Shadow, lists: Lists): boolean =>
  !WORD_WITH_NUMBER.test(before) ||
  (/\p{Script=Han},$/u.test(before) && shadow.slice(mark.from, mark.to).includes('、') && lists.continues(mark));

/** …强基一是…。二是…: nothing parts the first from the words that lead to it, and a second follows. */
const beginsInSentence = (mark: Mark, before: string, lists: Lists): boolean =>
  mark.ordinal === 1 && lists.hasSecond(mark) && !WORD_WITH_NUMERAL.test(before);

/** Is a possible mark in the middle of a line one? By what stands before it and the list it belongs to. */
const isInlineMark = (mark: Mark, shadow: Shadow, lists: Lists, underHeading: boolean): boolean => {
  const before = shadow.slice(Math.max(0, mark.from - 3), mark.from);
  const hard = HARD_BOUNDARY.test(before);
  if (mark.kind === 'bullet' && shadow.charAt(mark.from) === '-') return lists.hasSecond(mark);
  if (mark.kind === 'bullet')
    return '•●■◆▪◦'.includes(shadow.charAt(mark.from)) && hasContent(shadow, mark.to, mark.to + 2);
  if (mark.kind === 'circled')
    return hasContent(shadow, mark.to, mark.to + 4) && (lists.continues(mark) || mark.ordinal === 1);
  // …验收。3、4月召开… in a list that stands at 2 is its third item.
  if (listsNumbers(mark, shadow) && !(hard && lists.continues(mark))) return false;
  const known =
    mark.ordinal === 1
      ? lists.hasSecond(mark) || underHeading
      : lists.continues(mark) || (hard && lists.goesOnLater(mark));
  if (!known) return false;
  switch (mark.kind) {
    case 'is':
      return hard || before.endsWith(',') || beginsInSentence(mark, before, lists);
    case 'first':
      return /[。;!?:\s]$/u.test(before) || beginsInSentence(mark, before, lists);
    case 'chinese':
      return !WORD_WITH_NUMERAL.test(before) && !/^\d/u.test(shadow.slice(mark.to)) && !isOneOfRow(mark, shadow);
    case 'number':
      return isApart(before, mark, shadow, lists) && BEGINS_ITEM.test(shadow.slice(mark.to, mark.to + 12));
    case 'chinese-bracket':
      return hard || ((mark.ordinal > 1 || underHeading) && !/(?:计划|方案|总结|范文|要点|安排|篇)$/u.test(before));
    case 'letter':
      return hard;
    case 'number-bracket':
      return BEGINS_ITEM.test(shadow.slice(mark.to, mark.to + 12)) && !/[A-Za-z\d]$/u.test(before);
    default:
      return false;
  }
};

/** A mark at the head of a line is one unless it begins a list of months or classes. */
const isOpeningMark = (mark: Mark, line: Line, lists: Lists): boolean => {
  if (!hasContent(line.shadow, mark.to, line.shadow.length)) return false;
  if (mark.kind === 'is') return lists.continues(mark) || lists.hasSecond(mark);
  // 4.5月底前 is the fourth item or half of the fifth month; the list before it tells.
  const doubtful =
    listsNumbers(mark, line.shadow) ||
    (/\.$/u.test(line.shadow.slice(0, mark.to)) && /^\d/u.test(line.shadow.slice(mark.to)));
  return !doubtful || lists.continues(mark) || (mark.ordinal === 1 && lists.hasSecond(mark));
};

/** Right behind a heading's few words (三、工作措施1、…) a list begins even if its second item is not there to see. */
const isUnderHeading = (mark: Mark, previous: Mark | undefined, shadow: Shadow): boolean =>
  previous !== undefined &&
  rankOf(mark.kind) > rankOf(previous.kind) &&
  mark.from - previous.to <= LONGEST_GLUED_HEADING &&
  !/[。;!?]/u.test(shadow.slice(previous.to, mark.from));

const marksOf = (line: Line, candidates: readonly Candidate[], lists: Lists): Mark[] => {
  const marks: Mark[] = [];
  for (const candidate of candidates) {
    lists.visit(candidate);
    const previous = marks.at(-1);
    if (previous && candidate.from < previous.to) continue;
    // An item of nothing, as in `( 1 )( 2 )`, is no item.
    if (previous && !hasContent(line.shadow, previous.to, candidate.from)) continue;
    const opens = !hasContent(line.shadow, 0, candidate.from) && marks.length === 0;
    if (
      !(opens
        ? isOpeningMark(candidate, line, lists)
        : isInlineMark(candidate, line.shadow, lists, isUnderHeading(candidate, previous, line.shadow)))
    )
      continue;
    lists.accept(candidate);
    marks.push(candidate);
  }
  return marks;
};

const cutAt = (line: Line, marks: readonly Mark[]): Span[] => {
  const spans: Span[] = [];
  const first = marks[0]?.from ?? line.text.length;
  const lead = sliceOf(line, 0, first);
  if (hasContent(lead.shadow, 0, lead.shadow.length) || marks.length === 0)
    spans.push({ ...lead, mark: null, opens: true });
  marks.forEach((mark, i) => {
    const from = i === 0 && spans.length === 0 ? 0 : mark.from;
    const piece = sliceOf(line, from, marks[i + 1]?.from ?? line.text.length);
    spans.push({
      ...piece,
      spaced: line.spaced && spans.length === 0,
      mark: { ...mark, from: mark.from - from, to: mark.to - from },
      opens: spans.length === 0,
    });
  });
  return spans;
};

/** A sentence that looks ahead and opens a list stands apart from what was told before it on the same line. */
const withoutLead = (span: Span): Span[] => {
  if (!/:$/u.test(span.shadow)) return [span];
  const from = span.shadow.slice(0, -1).search(/[^。!?]*$/u);
  const lead = sliceOf(span, from);
  if (from <= (span.mark?.to ?? 0) || !FUTURE_LEAD.test(lead.shadow)) return [span];
  return [
    { ...sliceOf(span, 0, from), mark: span.mark, opens: span.opens },
    { ...lead, mark: null, opens: false },
  ];
};

/** The closing words of a plan behind its last item, on the item's line. */
const withoutClosing = (span: Span): Span[] => {
  const from = span.mark === null ? -1 : closingFrom(span.shadow);
  if (from <= (span.mark?.to ?? 0)) return [span];
  return [
    { ...sliceOf(span, 0, from), mark: span.mark, opens: span.opens },
    { ...sliceOf(span, from), mark: null, opens: false },
  ];
};

/** 一、工作目标2024年,… — a section's usual name run together with its text. */
const withoutSectionName = (span: Span): Span[] => {
  if (span.mark === null || rankOf(span.mark.kind) > rankOf('number')) return [span];
  const name = SECTION_NAME.exec(span.shadow.slice(span.mark.to, span.mark.to + 24));
  const to = span.mark.to + (name?.[0].length ?? 0);
  if (!name || span.shadow.length - to < SHORTEST_TEXT || /^[的与和及、,]/u.test(span.shadow.slice(to))) return [span];
  return [
    { ...sliceOf(span, 0, to), mark: span.mark, opens: span.opens },
    { ...sliceOf(span, to), mark: null, opens: false },
  ];
};

/** `九月份:开学典礼` with more lines under it: the month is their heading and the rest the first of them. */
const withoutMonth = (span: Span, next: Line | undefined): Span[] => {
  if (span.mark !== null || !span.opens || span.level !== null || !next || marksIn(next.shadow)[0]?.from === 0)
    return [span];
  const month = span.shadow.startsWith('【') ? 0 : monthLabel(span.shadow);
  const nextIsMonth = monthLabel(next.shadow) > 0 || isMonthHeading(next.shadow, true);
  if (month === 0 || nextIsMonth || span.shadow.length > LONGEST_MONTH_LINE) return [span];
  return [
    { ...sliceOf(span, 0, month), mark: null, opens: true },
    { ...sliceOf(span, month), mark: null, opens: false },
  ];
};

/** The last of months that each take one line: what stands behind it is no more of it. */
const endsMonths = (lines: readonly Line[], at: number): boolean =>
  at >= LINES_OF_MONTHS &&
  lines.slice(at - LINES_OF_MONTHS, at).every((line) => monthLabel(line.shadow) > 0) &&
  !lines
    .slice(at + 1, at + 1 + LINES_AHEAD)
    .some((line) => monthLabel(line.shadow) > 0 || isMonthHeading(line.shadow, true));
const LINES_OF_MONTHS = 3;
const LINES_AHEAD = 12;

/** Cuts every line at its numbering marks. */
export const spansOf = (lines: readonly Line[]): Span[] => {
  const perLine = lines.map((line, number) => marksIn(line.shadow).map((mark) => ({ ...mark, line: number })));
  const lists = new Lists(perLine.flat());
  return lines.flatMap((line, number) =>
    cutAt(line, marksOf(line, perLine[number] ?? [], lists))
      .flatMap(withoutLead)
      .flatMap(withoutClosing)
      .flatMap(withoutSectionName)
      .flatMap((span) => (endsMonths(lines, number) ? [span] : withoutMonth(span, lines[number + 1]))),
  );
};
