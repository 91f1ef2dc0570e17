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
import { FREQ_NAMES } from '../cards/say-schedule.ts';
import { oneLine } from '../cards/shorten.ts';
import { closingOf, extensionsOf } from '../workspace/deadline.ts';
import { type Row, select } from '../workspace/selection.ts';
import type { Task } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestChapter, DigestPart, DigestRow } from './digest.ts';
import { targetRows } from './target-rows.ts';
import { byTask, closedRows, endOfDay, happenedIn, joined, rowOf, sayTurns, type Turn, turnsIn } from './turns.ts';

/** The month a 月报 sums up and what was known of it: at the end of the month, or at the moment of a running one. */
export interface Month {
  /** As it is now, for what became of things since. */
  now: Workspace;
  /** As it stood at `moment`. */
  then: Workspace;
  window: Window;
  moment: Instant;
  running: boolean;
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

/** `应于4月20日办结` once it is over, `原定4月20日` when it was moved out of the month, else `5月30日 周六到期`. */
const sayDue = (turn: Turn, month: Month, today: IsoDate): string => {
  if (isOver(turn, month, today)) return `应于${sayDay(turn.deadline, today)}办结`;
  const from = turn.deadline > month.window.end ? movedFrom(turn, month.window) : undefined;
  return from === undefined ? `${sayDate(turn.deadline, today)}到期` : `原定${sayDay(from, today)}`;
};

/** Why something is not closed, from what is known of it now: closed since, moved, its last progress, or nothing at all. */
const whyNot = (task: Task, turns: readonly Turn[], today: IsoDate): string => {
  const closings = turns.map(({ period }) => closingOf(task, period)).filter((closing) => closing !== undefined);
  const last = closings.at(-1);
  if (last && closings.length === turns.length) return `已于${sayDay(dateOf(last.at), today)}办结`;
  const moved = turns.flatMap(({ period }) => extensionsOf(task, period)).at(-1);
  if (moved) return `已延期至${sayDay(moved.to, today)}${moved.reason === '' ? '' : `:${oneLine(moved.reason)}`}`;
  const progress = task.progress.at(-1);
  if (!progress) return '无进展记录';
  return `${sayDay(dateOf(progress.at), today)}进展:${sayProgress(progress)}`;
};

const sayProgress = ({ text, percent }: { text: string; percent?: number }): string => {
  const share = percent === undefined ? '' : `${percent}%`;
  const words = oneLine(text);
  return words === '' || words === share ? share : `${words}${share === '' ? '' : `(${share})`}`;
};

const unfinishedRows = (turns: readonly Turn[], month: Month, today: IsoDate): DigestRow[] => {
  const { now, window } = month;
  const tasks = new Map(now.tasks.map((task) => [task.number, task]));
  return byTask(turns.filter((turn) => turn.closing === undefined && wasDue(turn, window))).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const task = tasks.get(first.task.number) ?? first.task;
    const note = joined(sayTurns(group, today), sayDue(first, month, today), whyNot(task, group, today));
    return [rowOf(first.task, { light: isOver(first, month, today) ? '🔴' : '🟡', date: '', note })];
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

const planNote = ({ task, periods, deadline }: Row, today: IsoDate): string => {
  const { freq } = task.schedule;
  if (freq !== null && periods !== null && periods.total > 1) return `${FREQ_NAMES[freq]} ${periods.total}期`;
  return joined(freq === null ? '' : FREQ_NAMES[freq], `${sayDate(deadline, today)}前`);
};

const planRows = ({ then }: Month, next: Window, today: IsoDate): DigestRow[] =>
  select(then, { window: next, filters: [{ kind: 'open' }] }, { today, me: '' }).rows.map((row) =>
    rowOf(row.task, { light: row.light.light, date: '', note: planNote(row, today) }),
  );

/** `4月`, with the year in front when it is not that of `today`. */
const sayMonth = (window: Window, today: IsoDate): string =>
  `${yearOf(window.start) === yearOf(today) ? '' : `${yearOf(window.start)}年`}${monthOf(window.start)}月`;

const monthAfter = (window: Window): Window => {
  const start = addDays(window.end, 1);
  return monthWindow(yearOf(start), monthOf(start));
};

/**
 * `X月份工作总结`: closed, not closed and why, what went on, targets — and `Y月份工作安排` with leaders and units.
 * @param today the day the facts end with  @param asked the day it is printed, from which a list's `4月` is understood
 */
export const monthlyChapters = (month: Month, today: IsoDate, asked: IsoDate): DigestChapter[] => {
  const { then, window, moment, running } = month;
  const next = monthAfter(window);
  const [name, nextName] = [sayMonth(window, today), sayMonth(next, today)];
  const say = sayMonth(window, asked);
  const turns = turnsIn(then);
  const closed = closedRows(turns, window, today);
  const unfinished = unfinishedRows(turns, month, today);
  const ongoing = ongoingRows(month, new Set([...closed, ...unfinished].map(({ number }) => number)), today);
  const targets = targetRows(then, [{ label: '本月新增', from: endOfDay(addDays(window.start, -1)), until: moment }]);
  return [
    {
      title: `${name}份工作总结${running ? `(截至${dayOf(today)}日)` : ''}`,
      parts: [
        tasksPart('已办结', closed, `${say} 已完成`, { none: '本月没有办结的任务' }),
        tasksPart('未办结及原因', unfinished, `${say} 未完成`, { none: '应办的都已办结' }),
        ...(ongoing.length > 0 ? [tasksPart('推进中', ongoing, `${say} 未完成`, { none: '' })] : []),
        {
          kind: 'targets',
          heading: '指标完成情况',
          rows: targets,
          unlisted: 0,
          say: '统计',
          none: '计划中没有量化指标',
        },
      ],
    },
    {
      title: `${nextName}份工作安排`,
      parts: [
        tasksPart('', planRows(month, next, today), sayMonth(next, asked), {
          none: '没有排到这个月的任务',
          owners: true,
        }),
      ],
    },
  ];
};
