import { type Line, sliceOf } from '../text/line.ts';
import type { Shadow } from '../text/shadow.ts';
import { marksIn } from './marks-in.ts';

const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]|[一二三四五六七八九十])';
const TO = ' ?[-至到、]{1,3} ?';
/** When, as a page's plan by months puts it in front of what is to be done. */
const WHEN = `(?:20\\d\\d年)?(?:${MONTH} ?(?:月份?)?(?:${TO}${MONTH})? ?月份?(?:[上中下]旬|[初底末]|\\d{1,2}日)?(?:之?前)?|第?[一二三四]季度|[上下]半年|第?[\\d一二三四五六七八九十]{1,3}周)`;
/** `3月:`, `第二季度:`, or a month in front of the first item of its own list. */
const LABEL = new RegExp(
  `【${WHEN}】:?|(?<=^|[。;!?,)】\\s])\\(?${WHEN}\\)? ?(?::|(?=(?: ?1 ?[、.,](?!\\d)|\\( ?[1一] ?\\)|①|一、)))`,
  'gu',
);
const MONTH_WITH_LIST = new RegExp(`^${WHEN} ?:? ?(?:1 ?[、.](?!\\d)|\\( ?[1一] ?\\)|①)`, 'u');
/** A sentence, or a clause behind a semicolon, that begins with its time: 三月份,组织…。 */
const SENTENCE = new RegExp(`(?<=^|[。!?;] ?)${WHEN}(?=,|[\\p{Script=Han}“《])(?![的至到])`, 'gu');
const SENTENCE_STOP = /[。!?;](?=.)/gu;

/** So many labels on one line are a plan by months; fewer are the steps of one task. */
const FEWEST_LABELS = 3;
const FEWEST_SENTENCES = 4;
/** What may stand before the first label on a line that begins with a mark: the name of a section. */
const LONGEST_NAME = 24;
const SHORTEST_LINE = 20;

const cutAt = (line: Line, starts: readonly number[]): Line[] => {
  const from = starts[0] === 0 ? starts : [0, ...starts];
  return from.map((start, i) => sliceOf(line, start, from[i + 1] ?? line.text.length)).filter((one) => one.text !== '');
};

const startsOf = (shadow: Shadow, pattern: RegExp): number[] =>
  [...shadow.matchAll(pattern)].map((match) => match.index);

const NAMES_SECTION: ReadonlySet<string> = new Set(['part', 'chinese', 'chinese-bracket']);
/** Where the name of the section begins that a plan by months stands under, behind other items on its line; 0 without one. */
const sectionBefore = (shadow: Shadow, label: number): number => {
  const last = marksIn(shadow.slice(0, label)).at(-1);
  if (!last || !NAMES_SECTION.has(last.kind) || label - last.to > LONGEST_NAME) return 0;
  return /[。;]/u.test(shadow.slice(last.to, label)) || !/[。;!?\s]/u.test(shadow.charAt(last.from - 1))
    ? 0
    : last.from;
};

/**
 * A plan by months that lies on one line (2月:…;3月:…;4月:…), a line for each. Three labels with a colon make one; without
 * colons most of the sentences must begin with their time, and a numbered item with its dated steps is left whole.
 */
export const datedLines = (line: Line): Line[] => {
  const { shadow } = line;
  if (shadow.length < SHORTEST_LINE || line.level !== null || !/[月季年周]/u.test(shadow)) return [line];
  const mark = marksIn(shadow.slice(0, 24))[0];
  const marked = mark !== undefined && mark.from <= 1;
  // 2、四月份:1、…;2、… — the number of a page, or of the month in the list: the month has a list of its own.
  if (marked && mark.kind === 'number' && MONTH_WITH_LIST.test(shadow.slice(mark.to))) return [sliceOf(line, mark.to)];
  const labels = startsOf(shadow, LABEL);
  const [first = 0] = labels;
  if (labels.length >= FEWEST_LABELS) {
    const name = marked ? shadow.slice(mark.to, first) : '';
    if (name.length <= LONGEST_NAME && !/[。;]/u.test(name)) return cutAt(line, labels);
    const section = sectionBefore(shadow, first);
    return section > 0 ? [sliceOf(line, 0, section), ...datedLines(sliceOf(line, section))] : [line];
  }
  if (marked) return [line];
  const sentences = startsOf(shadow, SENTENCE);
  const all = startsOf(shadow, SENTENCE_STOP).length + 1;
  return sentences.length >= FEWEST_SENTENCES && sentences.length * 10 >= all * 7 ? cutAt(line, sentences) : [line];
};
