import { marksIn } from '../outline/marks-in.ts';
import { joinedLines, type Line, sliceOf } from './line.ts';

/** How a line that is whole ends. */
const ENDS = /[。;!?:.)》”」』】>…]$/u;
/** …。责任科室:质控科、医务科 — names behind their label end an item without a stop. */
const ENDS_WITH_OWNER =
  /(?:责任|牵头|主办|承办|主责|负责|配合|协办|协助|分管|主管|经办|落实|完成|办结)(?:单位|部门|科室|处室|股室|院领导|领导|人|人员|时限|时间|期限)人?:[^。;:!?]{1,60}(?<![、,和及])$/u;
const LONGEST_OWNER = 80;
const HAS_STOP = /[。;!?]/u;
/** A preview page of a file shelf holds at least so much. */
const SHORTEST_PAGE = 120;
/** How far back from its end a line is asked for an earlier stop. */
const LONGEST_SENTENCE = 400;
const FEWEST_PAGES = 3;
/** Sentences cut by the numbers of sheets. */
const FEWEST_CUTS = 2;
/** 一、加强…,夯实…: a heading of two clauses is no longer. */
const LONGEST_HEADING = 36;
/** Lines cut at a margin are about equally long. */
const MARGIN_SLACK = 3;
const SHORTEST_MARGIN = 20;
/** How far back in a paragraph put together so far an earlier stop is looked for. */
const LINES_LOOKED_BACK = 20;

const numberMark = (line: Line) => {
  const first = marksIn(line.shadow.slice(0, 8))[0];
  return first?.from === 0 && first.kind === 'number' ? first : undefined;
};
const isMarked = (line: Line): boolean => {
  const first = marksIn(line.shadow.slice(0, 16))[0];
  return first !== undefined && first.from === 0;
};

/** A paragraph of several sentences that stops in the middle of one. The last item of a list on one line need not end with a stop. */
const isCut = (line: Line): boolean => {
  if (ENDS.test(line.shadow)) return false;
  const tail = line.shadow.slice(-LONGEST_SENTENCE);
  const last = marksIn(tail).at(-1);
  return HAS_STOP.test(last && last.from > 0 ? tail.slice(last.to) : tail);
};

/**
 * Numbers that a file shelf put before each page of its preview: long paragraphs 1、 2、 3、 … of which nearly all stop
 * in the middle of a sentence. They are no items; the pages are one text.
 */
const previewPages = (lines: readonly Line[]): Set<number> => {
  const pages = lines.flatMap((line, at) => {
    const mark = numberMark(line);
    return mark && line.shadow.length >= SHORTEST_PAGE
      ? [{ at, ordinal: mark.ordinal, cut: isCut(line) || holdsHeadings(line, mark.to) }]
      : [];
  });
  const run = pages.filter((page, i) => page.ordinal === i + 1);
  const cut = run.filter((page) => page.cut).length;
  if (run.length < FEWEST_PAGES || cut * 3 < run.length * 2) return new Set();
  const last = run.at(-1);
  // The last page may be a short one.
  const end = lines.findIndex(
    (line, at) => at > (last?.at ?? 0) && numberMark(line)?.ordinal === (last?.ordinal ?? 0) + 1,
  );
  return new Set([...run.map((page) => page.at), ...(end < 0 ? [] : [end])]);
};

/** A sentence that stops without its end; a heading has none to lack. */
const isBroken = (line: Line | undefined): boolean =>
  line !== undefined &&
  line.shadow.length >= SHORTEST_MARGIN &&
  !ENDS.test(line.shadow) &&
  (!isHeadingMark(line) || line.shadow.length > LONGEST_HEADING || HAS_STOP.test(line.shadow));

/** Above the numbers of items in a list. */
const isHeadingMark = (line: Line): boolean => {
  const first = marksIn(line.shadow.slice(0, 8))[0];
  return first?.from === 0 && (first.kind === 'chinese' || first.kind === 'chinese-bracket');
};

/**
 * The same where each page keeps its lines: 1、 2、 3、 … count on over the document's own 一、 and (一), and each but the
 * first stands where a sentence was cut. A list under a heading begins anew and behind a stop.
 */
const sheetNumbers = (lines: readonly Line[]): Set<number> => {
  const numbered = lines.flatMap((line, at) => {
    const ordinal = numberMark(line)?.ordinal;
    return ordinal === undefined ? [] : [{ at, ordinal }];
  });
  const sheets = numbered.filter(({ ordinal }, i) => ordinal === i + 1);
  const cuts = sheets.filter(
    ({ at }, i) => i > 0 && isBroken(lines[at - 1]) && lines.slice(sheets[i - 1]?.at ?? 0, at).some(isHeadingMark),
  );
  return cuts.length >= FEWEST_CUTS && cuts.at(-1)?.at === sheets[cuts.length]?.at
    ? new Set(sheets.slice(0, cuts.length + 1).map(({ at }) => at))
    : new Set();
};
/** 一、 or (一) stands in the middle of it, which is never so in an item 1、. */
const holdsHeadings = (line: Line, from: number): boolean =>
  marksIn(line.shadow.slice(from)).some(
    (mark) =>
      mark.from > 0 &&
      /[。;:)\s]$/u.test(line.shadow.slice(0, from + mark.from)) &&
      (mark.kind === 'chinese' || mark.kind === 'chinese-bracket'),
  );

/** What takes half the room of a Chinese character. Signs and quotation marks of both forms are drawn wide in a Chinese text. */
const NARROW = /[\u0020-\u007e\u00a0-\u024f]/gu;
/** How wide a line is, in Chinese characters: a margin is a width, and a line with figures in it holds more of them. */
const widthOf = ({ text }: Line): number => Math.ceil(text.length - (text.match(NARROW)?.length ?? 0) / 2);

/** The width at which lines were broken, when many break there; otherwise none. */
const marginOf = (lines: readonly Line[]): number | undefined => {
  const open = lines
    .filter((line) => !ENDS.test(line.shadow) && line.shadow.length >= SHORTEST_MARGIN)
    .map(widthOf)
    .sort((a, b) => b - a);
  if (open.length < FEWEST_WIDE) return undefined;
  const widths = lines.map(widthOf);
  // A title, or a line the page put around the text, may be longer.
  for (const margin of new Set(open.slice(0, MOST_LONGER + 1))) {
    const near = open.filter((length) => length <= margin && margin - length <= MARGIN_SLACK).length;
    const longer = widths.filter((width) => width > margin).length;
    const isMargin = near >= FEWEST_AT_MARGIN && near * 2 >= open.length && longer <= MOST_LONGER;
    if (isMargin && (longer === 0 || runsOn(lines))) return margin;
  }
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  return isWideMargin(lines, widest) ? widest : undefined;
};
/** Sentences end inside lines and go on in the next: a list of lines that are about as long has no stop at all. */
const runsOn = (lines: readonly Line[]): boolean =>
  lines.filter(({ shadow }) => /[。;](?=.)/u.test(shadow) && !ENDS.test(shadow)).length >= FEWEST_RUNNING;
const FEWEST_RUNNING = 3;
const FEWEST_AT_MARGIN = 4;
const MOST_LONGER = 2;

/** Shorter lines may be labels of a form. */
const SHORTEST_BROKEN = 16;
/** No sentence and no name of a task ends with these, unless they are the end of a word: 方向, 参与, 应对. */
const BINDS =
  /(?:的|(?<!参)与|(?<![调饱缓总温])和|(?<![普涉])及|或|把|被|将|(?<![核应结比校])对|(?<![行作人])为|(?<![服听])从|(?<![方意动走导取])向|以|(?<![存所现实内])在|(?<!合)并)$/u;
/** Straight quotation marks go in pairs. */
const hasOpenQuote = (tail: string): boolean => tail.split('"').length % 2 === 0;
/** (责任单位:康复部、辅具 — a bracket of names that goes on in the next line. */
const hasOpenNames = (line: Line): boolean => {
  const tail = line.shadow.slice(-LONGEST_OWNER);
  return /\([^()]{0,40}:[^()]*$/u.test(tail);
};

/** Few lines are as long as the longest, and behind each of them another goes on without a mark. */
const isWideMargin = (lines: readonly Line[], widest: number): boolean => {
  if (widest < SHORTEST_WIDE_MARGIN || widest > LONGEST_WIDE_MARGIN) return false;
  const near = lines.flatMap((line, at) => (widest - widthOf(line) <= MARGIN_SLACK ? [at] : []));
  return (
    near.length >= FEWEST_WIDE &&
    near.every((at) => {
      const [line, next] = [lines[at], lines[at + 1]];
      return line && next && !ENDS.test(line.shadow) && !isMarked(next) && widthOf(next) <= widest;
    })
  );
};
const SHORTEST_WIDE_MARGIN = 36;
const LONGEST_WIDE_MARGIN = 60;
const FEWEST_WIDE = 3;

/** Signs that a line goes on in the next whatever the margin: an open quotation or bracket, a comma, a word that binds. */
const goesOn = (line: Line): boolean => {
  const tail = line.shadow.slice(-80);
  if (/[、,(《“+]$/u.test(tail)) return true;
  return (
    tail.lastIndexOf('《') > tail.lastIndexOf('》') ||
    (tail.lastIndexOf('“') > tail.lastIndexOf('”') && tail.lastIndexOf('“') > 0) ||
    (line.shadow.length >= SHORTEST_BROKEN && (BINDS.test(tail) || hasOpenQuote(tail)))
  );
};

/** The rest of a bracket that another line opened. */
const CLOSES = /^[^(]{0,80}\)/u;

/** A line that cannot begin a sentence: it opens with a sign that closes. */
const goesBack = (line: Line): boolean => /^[,。、;)》”」』】%]/u.test(line.shadow);

export interface Mended {
  lines: Line[];
  /** Numbers of preview pages that were taken out. */
  cut: Line[];
}

/**
 * Puts together what a page break, a margin or a preview cut apart. `stands` tells lines that stand alone whatever comes
 * before them (titles, owner lines).
 */
export const mended = (lines: readonly Line[], stands: (line: Line) => boolean): Mended => {
  const preview = previewPages(lines);
  const pages = preview.size > 0 ? preview : sheetNumbers(lines);
  const margin = marginOf(lines);
  const paragraphs: Line[][] = [];
  const cut: Line[] = [];
  lines.forEach((line, at) => {
    const mark = pages.has(at) ? numberMark(line) : undefined;
    const whole = mark ? sliceOf(line, mark.to) : line;
    if (mark) cut.push(sliceOf(line, 0, mark.to));
    const paragraph = paragraphs.at(-1);
    const page = mark !== undefined && mark.ordinal > 1;
    if (paragraph && joins(paragraph, whole, { page, margin, stands })) paragraph.push(whole);
    else paragraphs.push([whole]);
  });
  return { lines: paragraphs.map(joinedLines), cut };
};

const joins = (
  paragraph: readonly Line[],
  line: Line,
  how: { page: boolean; margin: number | undefined; stands: (line: Line) => boolean },
): boolean => {
  const last = paragraph.at(-1);
  if (!last) return false;
  if (how.page) return !ENDS.test(last.shadow);
  if (last.level !== null || line.level !== null || isMarked(line) || how.stands(line) || how.stands(last))
    return false;
  if (goesBack(line) || (hasOpenNames(last) && CLOSES.test(line.shadow))) return true;
  const isAtMargin = how.margin !== undefined && !line.spaced && Math.abs(widthOf(last) - how.margin) <= MARGIN_SLACK;
  if (ENDS.test(last.shadow)) return false;
  if (ENDS_WITH_OWNER.test(last.shadow.slice(-LONGEST_OWNER))) return isAtMargin;
  if (isCut(last) || goesOn(last) || paragraph.slice(-LINES_LOOKED_BACK, -1).some((one) => HAS_STOP.test(one.shadow)))
    return true;
  return isAtMargin;
};
