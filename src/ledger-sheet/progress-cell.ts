import { dateOf, type IsoDate, sayDay } from '../calendar/date.ts';
import { sayReached } from '../cards/say-quantity.ts';
import { oneLine } from '../cards/shorten.ts';
import { targetStates } from '../workspace/target-state.ts';
import type { Progress, Task } from '../workspace/task.ts';

/** Columns whose new words become lines of progress that begin with the column's name. */
export const REMARK_COLUMNS = ['存在问题', '下步措施', '备注'] as const;
export type RemarkColumn = (typeof REMARK_COLUMNS)[number];

const LINES_SHOWN = 5;

const opening = (column: RemarkColumn): string => `${column}:`;

const isRemark = ({ text }: Progress): boolean => REMARK_COLUMNS.some((column) => text.startsWith(opening(column)));

/** The last that was said under a column; empty when nothing was. */
export const lastRemark = (task: Task, column: RemarkColumn): string => {
  const last = task.progress.findLast(({ text }) => text.startsWith(opening(column)));
  return last ? oneLine(last.text.slice(opening(column).length)) : '';
};

/** A line of progress as a column's. */
export const asRemark = (column: RemarkColumn, words: string): string => `${opening(column)}${words}`;

const sayLine = ({ text, percent, at }: Progress, today: IsoDate): string => {
  const share = percent === undefined ? '' : `(${percent}%)`;
  return `${sayDay(dateOf(at), today)} ${oneLine(text)}${share}`;
};

const figuresOf = (task: Task, today: IsoDate): string[] =>
  targetStates(task, today)
    .filter(({ reported }) => reported)
    .map((state) => `${state.target.name} ${sayReached(state)}`.trim());

/** 进展情况: figures as reported, then the last lines of progress, oldest first. */
export const progressWords = (task: Task, today: IsoDate): string =>
  [
    ...figuresOf(task, today),
    ...task.progress
      .filter((line) => !isRemark(line))
      .slice(-LINES_SHOWN)
      .map((line) => sayLine(line, today)),
  ].join('\n');

const LINE_BREAK = /\n+/u;
const bare = (line: string): string => line.normalize('NFKC').replace(/\s+/gu, '');
const JOINT = /^[\s,\uff0c;\uff1b。.、]+/u;

/** What was written on behind a line that was there; the whole line when it was not. */
const newPart = (line: string, there: readonly string[]): string => {
  const begun = there
    .filter((known) => known !== '' && line.startsWith(known))
    .reduce((longest, known) => (known.length > longest.length ? known : longest), '');
  return line.slice(begun.length).replace(JOINT, '').trim();
};

/** Lines of a cell that came back which were not in it as it was handed out; lines taken out leave no trace. */
export const newLines = (then: string, came: string): string[] => {
  const there = then.split(LINE_BREAK).map((line) => line.trim());
  const known = new Set(there.map(bare));
  return came
    .split(LINE_BREAK)
    .filter((line) => !known.has(bare(line)))
    .map((line) => newPart(line.trim(), there))
    .filter((line) => line !== '');
};

/** True when lines of the cell as it was handed out are not in it any more, nor begin one of its lines. */
export const hasLostLines = (then: string, came: string): boolean => {
  const lines = came.split(LINE_BREAK).map(bare);
  return then
    .split(LINE_BREAK)
    .map(bare)
    .some((known) => known !== '' && !lines.some((line) => line.startsWith(known)));
};

const SHARE_AT_END = /^(?<text>.*?) ?\((?<share>\d{1,3})%\)$/u;
/** The same as typed, in either width. */
const SHARE_WRITTEN = / ?[(\uff08]?[\d\uff10-\uff19]{1,3}[%\uff05][)\uff09]?$/u;
const SHARE_ALONE = /^(?<share>\d{1,3})%$/u;

/** A line as progress: `场地已定(60%)` has a share, as the ledger itself writes it. */
export const readProgressLine = (line: string): { text: string; percent: number | null } => {
  const plain = line.normalize('NFKC').trim();
  const share = Number((SHARE_AT_END.exec(plain) ?? SHARE_ALONE.exec(plain))?.groups?.share ?? Number.NaN);
  if (!(share <= 100)) return { text: line, percent: null };
  return { text: line.trim().replace(SHARE_WRITTEN, ''), percent: share };
};
