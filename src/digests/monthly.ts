import {
  addDays,
  dateOf,
  dayOf,
  type Instant,
  type IsoDate,
  monthOf,
  sayDate,
  sayDay,
  yearOf,
} from '../calendar/date.ts';
import { contains, monthWindow, type Window } from '../calendar/window.ts';
import { FREQ_NAMES, sayWindow } from '../cards/say-schedule.ts';
import { extensionsOf } from '../workspace/deadline.ts';
import { type Row, select } from '../workspace/selection.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestChapter, DigestPart, DigestRow } from './digest.ts';
import { targetRows } from './target-rows.ts';
import {
  byTask,
  closedRows,
  earliest,
  endOfDay,
  happenedIn,
  joined,
  rowOf,
  sayTurns,
  type Turn,
  turnsIn,
} from './turns.ts';
import { sayProgress, whyNot } from './why-not.ts';

/** The month a 月报 sums up and what was known of it: at the end of the month, or at the moment of a running one. */
export interface Month {
  /** As it is now, for what became of things since. */
  now: Workspace;
  /** As it stood at `moment`. */
  then: Workspace;
  window: Window;
  moment: Instant;
  running: boolean;
  /** The plan year whose targets are told. */
  year: number;
}

const tasksPart = (
  heading: string,
  rows: DigestRow[],
  say: string,
  options: { none: string; owners?: boolean },
): DigestPart => ({ kind: 'tasks', heading, numbered: true, owners: false, rows, say, ...options });

/** The day a turn was to be done in the month, when an extension moved it out of the month since. */
const movedFrom = ({ task, period }: Turn, month: Window): IsoDate | undefined =>
  extensionsOf(task, period)
    .map(({ from }) => from)
    .find((from) => from !== null && contains(month, from)) ?? undefined;

const wasDue = (turn: Turn, month: Window): boolean =>
  turn.deadline <= month.end || movedFrom(turn, month) !== undefined;

/** Past its end when the digest is printed: in a month that is over everything that was due in it. */
const isOver = ({ deadline }: Turn, { window, running }: Month, today: IsoDate): boolean =>
  deadline < today || (!running && deadline <= window.end);

/**
 * `应于4月20日办结` once it is over, `原定4月20日` when it was moved out of the month, else `5月30日 周六到期`; of several
 * turns the earliest.
 */
const sayDue = (turns: readonly Turn[], month: Month, today: IsoDate): string => {
  const [first] = turns;
  if (!first) return '';
  const front = earliest(turns);
  if (isOver(first, month, today)) return `${front}应于${sayDay(first.deadline, today)}办结`;
  const from = first.deadline > month.window.end ? movedFrom(first, month.window) : undefined;
  return from === undefined ? `${front}${sayDate(first.deadline, today)}到期` : `原定${sayDay(from, today)}`;
};

/** What was due in the month itself first: a card has room for ten, and what was left before was told before. */
const byNews = (groups: Turn[][], { start }: Window): Turn[][] => {
  const isOld = (group: Turn[]) => Number(group.every(({ deadline }) => deadline < start));
  return groups.toSorted((a, b) => isOld(a) - isOld(b));
};

const unfinishedRows = (turns: readonly Turn[], month: Month, today: IsoDate): DigestRow[] => {
  const { now, window } = month;
  const tasks = new Map(now.tasks.map((task) => [task.number, task]));
  const open = turns.filter((turn) => turn.closing === undefined && wasDue(turn, window));
  return byNews(byTask(open), window).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const task = tasks.get(first.task.number) ?? first.task;
    const isMissed = isOver(first, month, today);
    const note = joined(sayTurns(group, today), sayDue(group, month, today), whyNot(task, group, isMissed, today));
    return [rowOf(first.task, { light: isMissed ? '🔴' : '🟡', date: '', note })];
  });
};

/** Work that is not due yet and went on this month: the last line of progress of each. */
const ongoingRows = ({ then, window }: Month, told: ReadonlySet<number>, today: IsoDate): DigestRow[] =>
  then.tasks
    .filter((task) => task.cancelled === null && !told.has(task.number))
    .flatMap((task) => {
      const last = task.progress.findLast(({ at }) => happenedIn(window, at));
      return last ? [rowOf(task, { light: '🟢', date: sayDay(dateOf(last.at), today), note: sayProgress(last) })] : [];
    });

/** `6月10日 周三`, `6月1日—6月10日`, `6月30日 周二前`: the days of a task, its start where it lies in the month and says more. */
const sayDays = ({ task, deadline }: Row, month: Window, today: IsoDate): string => {
  const { start } = task.schedule;
  const isWholeMonth = start === month.start && deadline === month.end;
  const begins = start !== null && contains(month, start) && !isWholeMonth;
  return sayWindow(begins ? start : null, deadline, today);
};

const planNote = (row: Row, month: Window, today: IsoDate): string => {
  const { freq } = row.task.schedule;
  if (freq === null) return sayDays(row, month, today);
  const { periods } = row;
  if (periods !== null && periods.total > 1) return `${FREQ_NAMES[freq]} ${periods.total}期`;
  return joined(FREQ_NAMES[freq], sayWindow(null, row.deadline, today));
};

const planRows = ({ then }: Month, next: Window, today: IsoDate): DigestRow[] =>
  select(then, { window: next, filters: [{ kind: 'open' }] }, { today, me: '' }).rows.map((row) =>
    rowOf(row.task, { light: row.light.light, date: '', note: planNote(row, next, today) }),
  );

/** `4月`, with the year in front when it is not that of `today`. */
const sayMonth = (window: Window, today: IsoDate): string =>
  `${yearOf(window.start) === yearOf(today) ? '' : `${yearOf(window.start)}年`}${monthOf(window.start)}月`;

const monthAfter = (window: Window): Window => {
  const start = addDays(window.end, 1);
  return monthWindow(yearOf(start), monthOf(start));
};

/** What the month came to: closed, not closed and why, what went on, targets. */
const summaryParts = (month: Month, today: IsoDate, asked: IsoDate): DigestPart[] => {
  const { then, window, moment, running, year } = month;
  const name = sayMonth(window, today);
  const say = sayMonth(window, asked);
  const turns = turnsIn(then);
  const closed = closedRows(turns, window, today);
  const unfinished = unfinishedRows(turns, month, today);
  const ongoing = ongoingRows(month, new Set([...closed, ...unfinished].map(({ number }) => number)), today);
  const wasAnyDue = turns.some(({ deadline }) => contains(window, deadline));
  const span = { label: '本月新增', from: endOfDay(addDays(window.start, -1)), until: moment };
  return [
    tasksPart('已办结', closed, `${say} 已完成`, { none: `${name}没有办结的任务` }),
    // Once the month is over what it left open is overdue, whatever month it was due in.
    tasksPart('未办结及原因', unfinished, running ? `${say} 未完成` : '逾期', {
      none: wasAnyDue ? '应办的都已办结' : `没有应在${name}办结的任务`,
    }),
    ...(ongoing.length > 0 ? [tasksPart('推进中', ongoing, `${say} 未完成`, { none: '' })] : []),
    {
      kind: 'targets',
      heading: '指标完成情况',
      rows: targetRows(then, year, [span]),
      unlisted: 0,
      say: '指标',
      none: '计划中没有量化指标',
    },
  ];
};

/**
 * `X月份工作总结` — and `Y月份工作安排` with leaders and units.
 * @param today the day the facts end with  @param asked the day it is printed, from which a list's `4月` is understood
 */
export const monthlyChapters = (month: Month, today: IsoDate, asked: IsoDate): DigestChapter[] => {
  const { window, running } = month;
  const next = monthAfter(window);
  const plan = tasksPart('', planRows(month, next, today), sayMonth(next, asked), {
    none: `没有排到${sayMonth(next, today)}的任务`,
    owners: true,
  });
  return [
    {
      title: `${sayMonth(window, today)}份工作总结${running ? `(截至${dayOf(today)}日)` : ''}`,
      parts: summaryParts(month, today, asked),
    },
    { title: `${sayMonth(next, today)}份工作安排`, parts: [plan] },
  ];
};
