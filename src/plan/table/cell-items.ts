import { rankOf } from '../outline/mark.ts';
import { spansOf } from '../outline/spans-of.ts';
import { lineOf } from '../text/line.ts';
import { shadowOf } from '../text/shadow.ts';
import { LEADS_IN } from './dealt-cells.ts';

/** `3月:`, `4-6月底前:`, `第一季度:` at the head of a line or behind a stop: the label of a dated step. */
const STEP =
  /(?<=^|[\n。;, ])(?:(?:20\d{2}年)?(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])(?:月份?)?(?: ?[-至到、]{1,3} ?(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]))?月(?:份)?(?:[上中下]旬|[初底末]|\d{1,2}日)?(?:之?前)?|第?[一二三四]季度|[上下]半年|全年):/gu;

/** `1月20日前完成…`, `二季度启动…`: a clause that begins with its time. */
const DATED_CLAUSE =
  /^(?:(?:20\d{2}年)?(?:(?:1[0-2]|[1-9]) ?[-至到] ?)?(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十]) ?月(?:份|[上中下]旬|[初底末]|\d{1,2}日)?(?:之?[前起])?|第?[一二三四]季度|[上下]半年|年[底末中]前?)(?=[\p{Script=Han}“《,])(?!的|至|到)/u;
/** ①3月…;②4月…. */
const NUMBER_OF_STEP = /^(?:[①-⑳]|\(\d{1,2}\)|\d{1,2}、) ?/u;
/** Clauses that each begin with their time, and there are no others. */
const datedClauses = (cell: string): string[] => {
  const clauses = cell.split(/(?<=[;；。\n])/u).filter((clause) => /\p{L}/u.test(clause));
  const dated = clauses.every((clause) => DATED_CLAUSE.test(shadowOf(clause.trim()).replace(NUMBER_OF_STEP, '')));
  return clauses.length > 1 && dated ? clauses.map((clause) => clause.trim().replace(/[;；]$/u, '')) : [];
};

/**
 * The dated steps of a cell (`3月:… 4月:…`, `3月底前完成…;5月启动…`), each with its time; none unless there are two.
 */
export const stepsOfCell = (cell: string): string[] => {
  const labels = [...shadowOf(cell).matchAll(STEP)].map((label) => label.index);
  if (labels.length < 2) return datedClauses(cell);
  return labels.map((from, i) =>
    cell
      .slice(from, labels[i + 1] ?? cell.length)
      .trim()
      .replace(/[;；]$/u, ''),
  );
};

/** A numbered item of a cell: its words with the mark, how long that is, and the items of the cell it stands under. */
export interface CellItem {
  text: string;
  mark: number;
  section: string[];
}

/** The numbered items of a cell; none unless there are two. One that others stand under (一、…:1、…2、…) is their section. */
export const itemsOfCell = (cell: string): CellItem[] => {
  const lines = cell
    .split('\n')
    .map((line) => lineOf(line, null, false))
    .filter((line) => line.text !== '');
  const items: (Omit<CellItem, 'section'> & { rank: number; ordinal: number })[] = [];
  for (const span of spansOf(lines)) {
    const last = items.at(-1);
    if (span.mark) {
      const { to: mark, kind, ordinal } = span.mark;
      items.push({ text: span.text, mark, rank: rankOf(kind), ordinal });
    }
    // A line without a number goes on with the item above it.
    else if (last) last.text = `${last.text}${span.text}`;
  }
  if (items.length < 2) return [];
  const open: { rank: number; text: string }[] = [];
  return items.flatMap(({ text, mark, rank }, at) => {
    while ((open.at(-1)?.rank ?? 0) >= rank) open.pop();
    const next = items[at + 1];
    const leads = next !== undefined && next.rank > rank && next.ordinal === 1 && LEADS_IN.test(shadowOf(text));
    const section = open.map((lead) => lead.text);
    if (leads) open.push({ rank, text });
    return leads ? [] : [{ text, mark, section }];
  });
};

/** A line so short goes on with the one before it. */
const SHORTEST_LINE = 4;
const isOpen = (line: string): boolean => {
  const shadow = shadowOf(line);
  const count = (mark: string): number => shadow.split(mark).length;
  return (
    /[、,(“《和及与]$/u.test(shadow) || count('(') > count(')') || count('“') > count('”') || count('《') > count('》')
  );
};

/**
 * The activities of a month's cell where nothing but line breaks keeps them apart; none unless there are two. A line that
 * breaks off, or the short end of one, belongs to the line beside it.
 */
export const linesOfCell = (cell: string): string[] => {
  const lines: string[] = [];
  for (const line of cell.split('\n').map((each) => each.trim())) {
    const last = lines.at(-1);
    const goesOn =
      last !== undefined && (isOpen(last) || line.length <= SHORTEST_LINE || /^[)”》,、;。]/u.test(shadowOf(line)));
    if (goesOn) lines[lines.length - 1] = `${last}${line}`;
    else if (line !== '') lines.push(line);
  }
  return lines.length > 1 ? lines : [];
};

/** Names of activities set apart by a space, none with a stop in it: 春节联欢会 登塔比赛 秋游. */
const SPACED_NAME = /^[^。;；,，:：]*\p{Script=Han}[^。;；,，:：]*\p{Script=Han}[^。;；,，:：]*$/u;
const FEWEST_SPACED_NAMES = 3;
const namesApart = (cell: string): string[] => {
  const names = cell.split(/[ \u3000]+/u).filter((name) => name !== '');
  return names.every((name) => SPACED_NAME.test(name)) ? names : [];
};

/** Whether a page kept the lines of its months' cells apart by spaces: one cell of two words may only be badly typed. */
export const isSpacedOut = (cells: readonly string[]): boolean =>
  cells.filter((cell) => namesApart(cell).length >= FEWEST_SPACED_NAMES).length > 1;

/** The activities of a month's cell in a table of which {@link isSpacedOut} holds; none unless there are two. */
export const spacedItemsOf = (cell: string): string[] => {
  const names = namesApart(cell);
  return names.length > 1 ? names : [];
};

/** 宣传月;趣味运动会 — activities of a month's cell with semicolons between, and no sentences; none unless there are two. */
export const clausesOfCell = (cell: string): string[] => {
  const clauses = cell
    .split(/[;；]/u)
    .map((clause) => clause.trim())
    .filter((clause) => clause !== '');
  const named = clauses.every((clause) => /\p{Script=Han}{2}/u.test(clause) && !/[。!！]/u.test(clause));
  return clauses.length > 1 && named ? clauses : [];
};
