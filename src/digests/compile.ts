import { dateOf, type Instant, type IsoDate, yearOf } from '../calendar/date.ts';
import { type PeriodKey, periodWindow, sayPeriod } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import { oneLine } from '../cards/shorten.ts';
import { readable } from '../workspace/plain-data.ts';
import { statisticsOf } from '../workspace/statistics.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { DIGEST_NAMES, type Digest, type DigestKind } from './digest.ts';
import { monthlyChapters } from './monthly.ts';
import { workspaceAt } from './rewind.ts';
import { endOfDay } from './turns.ts';
import { weeklyChapters } from './weekly.ts';

/** When and by which calendar a digest is compiled. */
export interface Compiling {
  /** 数据截至: now. */
  asOf: Instant;
  calendar: WorkingCalendar;
}

/** `周报 第18周(4月27日—5月3日)`, `4月月报`; with the year when it is not that of `today`. */
export const titleOf = (kind: DigestKind, period: PeriodKey, today: IsoDate): string =>
  kind === 'weekly'
    ? `${DIGEST_NAMES.weekly} ${sayPeriod(period, yearOf(today))}`
    : `${sayPeriod(period, yearOf(today))}${DIGEST_NAMES.monthly}`;

/** Titles of the plans of the period's year; of all plans when that year has none. */
const planOf = ({ plans }: Workspace, { end }: Window): string => {
  const ofYear = plans.filter(({ year }) => year === yearOf(end));
  return (ofYear.length > 0 ? ofYear : plans).map(({ title }) => oneLine(title)).join('、');
};

/** `全年120项:已办结34 · 逾期3 · 临期5 · 正常40 · 未到期38`. */
const countsOf = (workspace: Workspace, today: IsoDate): string => {
  const { tasks, lights } = statisticsOf(workspace, [], { today, me: '' });
  const counts = [
    `已办结${lights['✅']}`,
    `逾期${lights['🔴']}`,
    `临期${lights['🟡']}`,
    `正常${lights['🟢']}`,
    `未到期${lights['⚪']}`,
  ];
  return `全年${tasks}项:${counts.join(' · ')}`;
};

const notesOf = (today: IsoDate, calendar: WorkingCalendar): string[] =>
  calendar.knows(yearOf(today)) ? [] : [`${yearOf(today)}年放假安排未收录,工作日暂按周一至周五计`];

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
  const running = dateOf(asOf) <= window.end;
  const moment = running ? asOf : endOfDay(window.end);
  const today = dateOf(moment);
  const then = workspaceAt(now, moment);
  return {
    format: 1,
    kind,
    period,
    title: titleOf(kind, period, dateOf(asOf)),
    plan: planOf(now, window),
    asOf,
    late: false,
    running,
    chapters:
      kind === 'weekly'
        ? weeklyChapters(then, window, { moment, today, calendar })
        : monthlyChapters({ now, then, window, moment, running }, today, dateOf(asOf)),
    counts: countsOf(now, dateOf(asOf)),
    notes: notesOf(dateOf(asOf), calendar),
  };
};
