import { addDays, dateOf, dayOf, type Instant, type IsoDate, sayDate, sayDay, yearOf } from '../calendar/date.ts';
import { nextPeriod, type PeriodKey, periodWindow, sayPeriod } from '../calendar/period.ts';
import { contains, type Window } from '../calendar/window.ts';
import { FREQ_NAMES, sayPeriodShort, sayWindow } from '../cards/say-schedule.ts';
import { extensionsOf, isUnscheduled } from '../workspace/deadline.ts';
import { type Row, select } from '../workspace/selection.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestChapter, DigestKind, DigestPart, DigestRow } from './digest.ts';
import { targetNews, targetRows } from './target-rows.ts';
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

/** The month, quarter, half or year a digest sums up and what was known of it: at its end, or at the moment of a running one. */
export interface Told {
  kind: Exclude<DigestKind, 'weekly'>;
  period: PeriodKey;
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

/** The day a turn was to be done in the period, when an extension moved it out of the period since. */
const movedFrom = ({ task, period }: Turn, window: Window): IsoDate | undefined =>
  extensionsOf(task, period)
    .map(({ from }) => from)
    .find((from) => from !== null && contains(window, from)) ?? undefined;

const wasDue = (turn: Turn, window: Window): boolean =>
  turn.deadline <= window.end || movedFrom(turn, window) !== undefined;

/** Past its end when the digest is printed: in a period that is over everything that was due in it. */
const isOver = ({ deadline }: Turn, { window, running }: Told, today: IsoDate): boolean =>
  deadline < today || (!running && deadline <= window.end);

/**
 * `应于4月20日办结` once it is over, `原定4月20日` when it was moved out of the period, else `5月30日 周六到期`; of several
 * turns the earliest.
 */
const sayDue = (turns: readonly Turn[], told: Told, today: IsoDate): string => {
  const [first] = turns;
  if (!first) return '';
  const front = earliest(turns);
  if (isOver(first, told, today)) return `${front}应于${sayDay(first.deadline, today)}办结`;
  const from = first.deadline > told.window.end ? movedFrom(first, told.window) : undefined;
  return from === undefined ? `${front}${sayDate(first.deadline, today)}到期` : `原定${sayDay(from, today)}`;
};

/** What was due in the period itself first: a card has room for ten, and what was left before was told before. */
const byNews = (groups: Turn[][], { start }: Window): Turn[][] => {
  const isOld = (group: Turn[]) => Number(group.every(({ deadline }) => deadline < start));
  return groups.toSorted((a, b) => isOld(a) - isOld(b));
};

const unfinishedRows = (turns: readonly Turn[], told: Told, today: IsoDate): DigestRow[] => {
  const { now, window } = told;
  const tasks = new Map(now.tasks.map((task) => [task.number, task]));
  const open = turns.filter((turn) => turn.closing === undefined && wasDue(turn, window));
  return byNews(byTask(open), window).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const task = tasks.get(first.task.number) ?? first.task;
    const isMissed = isOver(first, told, today);
    const note = joined(sayTurns(group, today), sayDue(group, told, today), whyNot(task, group, isMissed, today));
    return [rowOf(first.task, { light: isMissed ? '🔴' : '🟡', date: '', note })];
  });
};

/** Work that is not due yet and went on in the period: the last line of progress of each. */
const ongoingRows = ({ then, window }: Told, named: ReadonlySet<number>, today: IsoDate): DigestRow[] =>
  then.tasks
    .filter((task) => task.cancelled === null && !named.has(task.number))
    .flatMap((task) => {
      const last = task.progress.findLast(({ at }) => happenedIn(window, at));
      return last ? [rowOf(task, { light: '🟢', date: sayDay(dateOf(last.at), today), note: sayProgress(last) })] : [];
    });

/** `6月10日 周三`, `6月1日—6月10日`, `6月30日 周二前`: the days of a task, its start where it lies in the period and says more. */
const sayDays = ({ task, deadline }: Row, next: Window, today: IsoDate): string => {
  const { start } = task.schedule;
  const isWhole = start === next.start && deadline === next.end;
  const begins = start !== null && contains(next, start) && !isWhole;
  return sayWindow(begins ? start : null, deadline, today);
};

const planNote = (row: Row, next: Window, today: IsoDate): string => {
  const { freq } = row.task.schedule;
  // 适时召开大会: that it is counted to the end of the year is no last day the paper could promise.
  if (isUnscheduled(row.task)) return '';
  if (freq === null) return sayDays(row, next, today);
  const { periods } = row;
  if (periods !== null && periods.total > 1) return `${FREQ_NAMES[freq]} ${periods.total}期`;
  return joined(FREQ_NAMES[freq], sayWindow(null, row.deadline, today));
};

const planRows = ({ then }: Told, next: Window, today: IsoDate): DigestRow[] =>
  select(then, { window: next, filters: [{ kind: 'open' }] }, { today, me: '' }).rows.map((row) =>
    rowOf(row.task, { light: row.light.light, date: '', note: planNote(row, next, today) }),
  );

/** `4月份`, `二季度`, `上半年`, `2026年`; with the year in front when it is not that of `today`. */
const sayTitled = (kind: DigestKind, period: PeriodKey, today: IsoDate): string =>
  `${sayPeriod(period, yearOf(today))}${kind === 'monthly' ? '份' : ''}`;

/** `本月新增`: the change of a target is told as that of the period. */
const changeLabel = ({ kind, period }: Told): string =>
  `${{ monthly: '本月', quarterly: '本季度', halfyearly: sayPeriod(period), yearly: '本年' }[kind]}新增`;

/** What the period came to: closed, not closed and why, what went on, targets. */
const summaryParts = (told: Told, today: IsoDate, asked: IsoDate): DigestPart[] => {
  const { then, period, window, moment, running, year } = told;
  const name = sayPeriodShort(period, today);
  const say = sayPeriodShort(period, asked);
  const turns = turnsIn(then);
  const closed = closedRows(turns, window, today);
  const unfinished = unfinishedRows(turns, told, today);
  const ongoing = ongoingRows(told, new Set([...closed, ...unfinished].map(({ number }) => number)), today);
  const wasAnyDue = turns.some(({ deadline }) => contains(window, deadline));
  const span = { label: changeLabel(told), from: endOfDay(addDays(window.start, -1)), until: moment };
  return [
    tasksPart('已办结', closed, `${say} 已完成`, { none: `${name}没有办结的任务` }),
    // Once the period is over what it left open is overdue, whatever period it was due in.
    tasksPart('未办结及原因', unfinished, running ? `${say} 未完成` : '逾期', {
      none: wasAnyDue ? '应办的都已办结' : `没有应在${name}办结的任务`,
    }),
    ...(ongoing.length > 0 ? [tasksPart('推进中', ongoing, `${say} 未完成`, { none: '' })] : []),
    {
      kind: 'targets',
      heading: '指标完成情况',
      rows: targetRows(targetNews(then, year, [span]), [span]),
      unlisted: 0,
      say: '指标',
      none: '计划中没有量化指标',
    },
  ];
};

/** The year whose plan the next period needs, when the group has none of it yet. */
const yearWithoutPlan = ({ then, period }: Told): number | undefined => {
  const year = yearOf(periodWindow(nextPeriod(period)).start);
  return then.tasks.some((task) => task.year === year) ? undefined : year;
};

/** `Y月份工作安排`. */
const planChapter = (told: Told, today: IsoDate, asked: IsoDate): DigestChapter => {
  const { kind, period } = told;
  const next = nextPeriod(period);
  const without = yearWithoutPlan(told);
  const plan = tasksPart('', planRows(told, periodWindow(next), today), sayPeriodShort(next, asked), {
    none: without === undefined ? `没有排到${sayPeriodShort(next, today)}的任务` : `${without}年的计划还没有导入`,
    owners: true,
  });
  return { title: `${sayTitled(kind, next, today)}工作安排`, parts: [plan] };
};

const sayUntil = (kind: DigestKind, today: IsoDate): string =>
  `(截至${kind === 'monthly' ? `${dayOf(today)}日` : sayDay(today)})`;

/**
 * `X月份工作总结` — and `Y月份工作安排` with leaders and units. A 季报 or longer says so in a note instead when the plan of
 * the next year is not there yet: a summary of the year is handed in without it.
 * @param today the day the facts end with  @param asked the day it is printed, from which a list's `4月` is understood
 */
export const summaryOf = (
  told: Told,
  today: IsoDate,
  asked: IsoDate,
): { chapters: DigestChapter[]; notes: string[] } => {
  const { kind, period, running } = told;
  const plan = planChapter(told, today, asked);
  const without = kind === 'monthly' ? undefined : yearWithoutPlan(told);
  const summary = {
    title: `${sayTitled(kind, period, today)}工作总结${running ? sayUntil(kind, today) : ''}`,
    parts: summaryParts(told, today, asked),
  };
  return without === undefined
    ? { chapters: [summary, plan], notes: [] }
    : { chapters: [summary], notes: [`${without}年的计划还没有导入,${plan.title}待导入后再列`] };
};
