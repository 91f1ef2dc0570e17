import { addDays, daysBetween, type Instant, type IsoDate, instantAt, sayDay } from '../calendar/date.ts';
import { periodOf } from '../calendar/period.ts';
import { type Window, weekWindow } from '../calendar/window.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { sayPeriodShort } from '../cards/say-schedule.ts';
import { lightOf } from '../workspace/light.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestChapter, DigestPart, DigestRow } from './digest.ts';
import { hasMoved, type Span, targetNews, targetRows } from './target-rows.ts';
import { byTask, closedRows, endOfDay, joined, rowOf, sayDeadline, sayTurns, type Turn, turnsIn } from './turns.ts';

/** Weeks in a row without a working day that a 周报 looks back over; the longest holiday there was is nine days. */
const MOST_HOLIDAY_WEEKS = 4;
/** Targets that were reported but did not move are told while there are fewer rows than this; the rest is a count. */
const TARGETS_TOLD = 10;

/** What was closed since the week of the last 周报: last week, and weeks before it that had none because nobody worked. */
const weekBefore = (week: Window, calendar: WorkingCalendar): Window => {
  let start = addDays(week.start, -7);
  for (let back = 1; back < MOST_HOLIDAY_WEEKS && !calendar.firstWorkingDay(weekWindow(start)); back += 1) {
    start = addDays(start, -7);
  }
  return { start, end: addDays(week.start, -1) };
};

/** Open turns, one row per task, told by their deadline and which turns they are. */
const openRows = (workspace: Workspace, turns: readonly Turn[], today: IsoDate): DigestRow[] =>
  byTask(turns).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const note = joined(sayTurns(group, today), sayDeadline(group, today));
    const { light } = lightOf(workspace, first.task, today, first.period);
    return [rowOf(first.task, { light, date: '', note })];
  });

const tasksPart = (heading: string, rows: DigestRow[], say: string, none = '无'): DigestPart => ({
  kind: 'tasks',
  heading,
  numbered: false,
  owners: false,
  rows,
  say,
  none,
});

/** What moved, and as much of what was reported before as there is room for; the rest is a count. */
const targetsPart = (workspace: Workspace, year: number, spans: readonly Span[]): DigestPart => {
  const news = targetNews(workspace, year, spans);
  const moved = news.filter(hasMoved).length;
  const told = news.slice(0, Math.max(moved, TARGETS_TOLD)).filter(({ reported }) => reported);
  return {
    kind: 'targets',
    heading: '指标',
    rows: targetRows(told, spans),
    unlisted: news.length - told.length,
    say: '指标',
    none: '计划中没有量化指标',
  };
};

const sayWindow = ({ start, end }: Window, today: IsoDate): string => `${sayDay(start, today)}—${sayDay(end, today)}`;

/** `第18周`: named by its number, so that a list asked for weeks later is of that week still. */
const sayWeek = ({ start }: Window, asked: IsoDate): string => sayPeriodShort(periodOf('weekly', start), asked);

/** A week, and what is known of it at which moment. */
interface Week {
  /** The last moment the digest tells about. */
  moment: Instant;
  /** The date of `moment`. */
  today: IsoDate;
  /** The day it is printed. */
  asked: IsoDate;
  /** The plan year whose targets are told. */
  year: number;
  calendar: WorkingCalendar;
}

/** Open turns by where they stand in the digest. A week that is over left nothing to do in it: what was due and open is overdue. */
const openParts = (
  workspace: Workspace,
  turns: readonly Turn[],
  week: Window,
  { today, asked }: Week,
): DigestPart[] => {
  const isOver = asked > week.end;
  const now = isOver ? addDays(week.end, 1) : today;
  const open = turns.filter(({ closing }) => closing === undefined);
  const within = (start: IsoDate, end: IsoDate) =>
    openRows(
      workspace,
      open.filter(({ deadline }) => start <= deadline && deadline <= end),
      now,
    );
  const next = { start: addDays(week.end, 1), end: addDays(week.end, 7) };
  const none = isOver ? '本周到期的都已办结,或列在逾期' : '无';
  return [
    tasksPart('本周应办', within(now, week.end), `${sayWeek(week, asked)} 未完成`, none),
    tasksPart('逾期', within('', addDays(now, -1)), '逾期'),
    tasksPart('临期(下周)', within(next.start, next.end), `${sayWeek(next, asked)} 未完成`),
  ];
};

/**
 * 上周办结 · 本周应办 · 逾期 · 临期(下周) · 指标. Each open turn stands in one part only: what is past its end in 逾期.
 * A week that is under way or over also tells what was closed in it.
 * @param workspace as it stood at `moment`, the last one the digest tells about
 */
export const weeklyChapters = (workspace: Workspace, week: Window, told: Week): DigestChapter[] => {
  const { moment, today, asked, year, calendar } = told;
  const before = weekBefore(week, calendar);
  const turns = turnsIn(workspace);
  const thisWeek = closedRows(turns, week, today);
  const label = daysBetween(before.start, before.end) > 6 ? '前几周' : '上周';
  const spans = [
    { label, from: endOfDay(addDays(before.start, -1)), until: instantAt(week.start, '00:00') - 1 },
    { label: '本周', from: instantAt(week.start, '00:00') - 1, until: moment },
  ];
  const parts = [
    tasksPart(
      `上周办结(${sayWindow(before, today)})`,
      closedRows(turns, before, today),
      `${sayWeek(weekWindow(before.end), asked)} 已完成`,
    ),
    ...(thisWeek.length > 0 ? [tasksPart('本周办结', thisWeek, `${sayWeek(week, asked)} 已完成`)] : []),
    ...openParts(workspace, turns, week, told),
    targetsPart(workspace, year, spans),
  ];
  return [{ title: '', parts }];
};
