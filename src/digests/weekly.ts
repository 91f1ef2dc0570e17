import { addDays, daysBetween, type Instant, type IsoDate, instantAt, sayDay } from '../calendar/date.ts';
import { type Window, weekWindow } from '../calendar/window.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { lightOf } from '../workspace/light.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DigestChapter, DigestPart, DigestRow, DigestTarget } from './digest.ts';
import { hasMoved, targetRows } from './target-rows.ts';
import { byTask, closedRows, endOfDay, joined, rowOf, sayDeadline, sayTurns, type Turn, turnsIn } from './turns.ts';

/** Weeks in a row without a working day that a 周报 looks back over; the longest holiday there was is nine days. */
const MOST_HOLIDAY_WEEKS = 4;
/** Targets that did not move are told while there are fewer rows than this; the rest is a count. */
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
    const note = joined(sayTurns(group, today), sayDeadline(first.deadline, today));
    const { light } = lightOf(workspace, first.task, today, first.period);
    return [rowOf(first.task, { light, date: '', note })];
  });

const tasksPart = (heading: string, rows: DigestRow[], say: string): DigestPart => ({
  kind: 'tasks',
  heading,
  numbered: false,
  owners: false,
  rows,
  say,
  none: '无',
});

const targetsPart = (rows: DigestTarget[]): DigestPart => {
  const moved = rows.filter(hasMoved);
  const told = [...moved, ...rows.filter((row) => !hasMoved(row)).slice(0, Math.max(0, TARGETS_TOLD - moved.length))];
  return {
    kind: 'targets',
    heading: '指标',
    rows: told,
    unlisted: rows.length - told.length,
    say: '统计',
    none: '计划中没有量化指标',
  };
};

const sayWindow = ({ start, end }: Window, today: IsoDate): string => `${sayDay(start, today)}—${sayDay(end, today)}`;

/**
 * 上周办结 · 本周应办 · 逾期 · 临期(下周) · 指标. Each open turn stands in one part only: what is past its end in 逾期.
 * A week that is under way or over also tells what was closed in it.
 * @param workspace as it stood at `moment`, the last one the digest tells about
 */
export const weeklyChapters = (
  workspace: Workspace,
  week: Window,
  { moment, today, calendar }: { moment: Instant; today: IsoDate; calendar: WorkingCalendar },
): DigestChapter[] => {
  const before = weekBefore(week, calendar);
  const next = { start: addDays(week.end, 1), end: addDays(week.end, 7) };
  const turns = turnsIn(workspace);
  const open = turns.filter(({ closing }) => closing === undefined);
  const within = ({ start, end }: Window) => open.filter(({ deadline }) => start <= deadline && deadline <= end);
  const ahead = { start: today > week.start ? today : week.start, end: week.end };
  const thisWeek = closedRows(turns, week, today);
  const label = daysBetween(before.start, before.end) > 6 ? '前几周' : '上周';
  const spans = [
    { label, from: endOfDay(addDays(before.start, -1)), until: instantAt(week.start, '00:00') - 1 },
    { label: '本周', from: instantAt(week.start, '00:00') - 1, until: moment },
  ];
  const parts = [
    tasksPart(`上周办结(${sayWindow(before, today)})`, closedRows(turns, before, today), '上周 已完成'),
    ...(thisWeek.length > 0 ? [tasksPart('本周办结', thisWeek, '本周 已完成')] : []),
    tasksPart('本周应办', openRows(workspace, within(ahead), today), '本周 未完成'),
    tasksPart(
      '逾期',
      openRows(
        workspace,
        open.filter(({ deadline }) => deadline < today),
        today,
      ),
      '逾期',
    ),
    tasksPart('临期(下周)', openRows(workspace, within(next), today), '下周 未完成'),
    targetsPart(targetRows(workspace, spans)),
  ];
  return [{ title: '', parts }];
};
