import { addDays, dateOf, dayOf, type Instant, type IsoDate, monthOf, yearOf } from '../calendar/date.ts';
import { type PeriodKey, periodWindow, sayPeriod } from '../calendar/period.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { oneLine } from '../cards/shorten.ts';
import { readable } from '../workspace/plain-data.ts';
import { sectionTallies } from '../workspace/statistics.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { countsLine, yearTold } from './counts.ts';
import { DIGEST_NAMES, type Digest, type DigestKind, type SectionCount } from './digest.ts';
import { workspaceAt } from './rewind.ts';
import { summaryOf } from './summary.ts';
import { endOfDay } from './turns.ts';
import { weeklyChapters } from './weekly.ts';

/** When and by which calendar a digest is compiled. */
export interface Compiling {
  /** 数据截至: now. */
  asOf: Instant;
  calendar: WorkingCalendar;
}

/**
 * `周报 第18周(4月27日—5月3日)`, `4月月报`, `二季度季报`, `上半年总结`, `2026年年终总结`; with the year when it is not that of
 * `today`.
 */
export const titleOf = (kind: DigestKind, period: PeriodKey, today: IsoDate): string => {
  const said = sayPeriod(period, yearOf(today));
  if (kind === 'weekly') return `${DIGEST_NAMES.weekly} ${said}`;
  return kind === 'halfyearly' ? `${said}总结` : `${said}${DIGEST_NAMES[kind]}`;
};

/** Titles of the plans of a year, each once (a plan may come in two parts); of all plans when that year has none. */
const planOf = ({ plans }: Workspace, told: number): string => {
  const ofYear = plans.filter(({ year }) => year === told);
  return [...new Set((ofYear.length > 0 ? ofYear : plans).map(({ title }) => oneLine(title)))].join('、');
};

const DECEMBER = 12;

/** True for the first digest of December: the 月报 of November, or where the group has none its first 周报. */
const isFirstOfDecember = (kind: DigestKind, today: IsoDate, { monthly }: Workspace['settings']): boolean =>
  monthOf(today) === DECEMBER && (monthly.on ? kind === 'monthly' : kind === 'weekly' && dayOf(today) <= 7);

/** What the reader must know of the calendar: that this year's is missing, or in December that next year's is. */
const notesOf = (
  kind: DigestKind,
  today: IsoDate,
  calendar: WorkingCalendar,
  settings: Workspace['settings'],
): string[] => {
  const [year, next] = [yearOf(today), yearOf(today) + 1];
  if (!calendar.knows(year)) return [`${year}年放假安排未收录,工作日暂按周一至周五计`];
  if (calendar.knows(next) || !isFirstOfDecember(kind, today, settings)) return [];
  return [`${next}年放假安排未收录,到时工作日暂按周一至周五计;通知公布后管理员发“放假安排 ${next}”并贴上文字`];
};

/** Counted as the line of counts is: of a period that is over as the morning after found it. */
const sectionsOf = (workspace: Workspace, year: number, day: IsoDate): SectionCount[] =>
  sectionTallies(workspace, year, day).map(({ name, total, closed, overdue }) => ({
    name: oneLine(name),
    total,
    closed,
    overdue,
  }));

/**
 * The digest of a period, from what the workspace knows; changes nothing. A period that is over is told as it stood at its
 * end, whenever it is printed; a running one as it stands at `asOf`. The order and the words are PRODUCT.md's, Digests.
 * @throws RangeError when `period` is no period
 */
export const compile = (
  workspace: Workspace,
  kind: DigestKind,
  period: PeriodKey,
  { asOf, calendar }: Compiling,
): Digest => {
  const now = readable(workspace);
  const window = periodWindow(period);
  const asked = dateOf(asOf);
  const running = asked <= window.end;
  const moment = running ? asOf : endOfDay(window.end);
  const today = dateOf(moment);
  const then = workspaceAt(now, moment);
  // The year of a week is that of its Thursday, as in its key.
  const year = yearTold(then, Number(period.slice(0, 4)), asked);
  const { chapters, notes } =
    kind === 'weekly'
      ? { chapters: weeklyChapters(then, window, { moment, today, asked, year, calendar }), notes: [] }
      : summaryOf({ kind, period, now, then, window, moment, running, year }, today, asked);
  return {
    format: 1,
    kind,
    period,
    title: titleOf(kind, period, asked),
    plan: planOf(now, year),
    asOf,
    late: false,
    running,
    chapters,
    counts: countsLine(then, year, { today, over: running ? null : window, asked }),
    ...(kind !== 'weekly' && { sections: sectionsOf(then, year, running ? today : addDays(window.end, 1)) }),
    notes: [...notes, ...notesOf(kind, asked, calendar, now.settings)],
  };
};
