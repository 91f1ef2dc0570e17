import { addDays, dateOf, daysBetween, type Instant, type IsoDate, sayDay } from '../calendar/date.ts';
import { type PeriodKey, sayPeriod } from '../calendar/period.ts';
import { oneLine } from '../cards/shorten.ts';
import { deadlineOf, isUnscheduled, windowOf } from '../workspace/deadline.ts';
import { taskTest } from '../workspace/filter.ts';
import { taskNumbersOf } from '../workspace/history.ts';
import type { MemberId, Task } from '../workspace/task.ts';
import { isClosed, turnsOf } from '../workspace/task-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { placeOf } from './token.ts';

/** One thing to do, on the day it is due. Texts are as typed, on one line. */
export interface FeedEvent {
  /** The same for ever: `task-12-2026-Q2@…`. */
  uid: string;
  /** Rises with every change of the task. */
  sequence: number;
  /** The task's last change, or when it came into the ledger. */
  changed: Instant;
  day: IsoDate;
  title: string;
  lines: string[];
  cancelled: boolean;
}

/** For how long a cancelled task is told as such, so that every subscriber takes it off, in days. */
const CANCELLED_FOR = 60;
/** What was due longer ago, in days, is history; a calendar looks ahead. */
const PAST_DAYS = 400;
/** A plan of thousands of weekly tasks would be no calendar; those nearest to today are kept. */
const MOST_EVENTS = 3_000;

/** How often each task was changed, and when last. */
const changesByTask = ({ history }: Workspace): Map<number, { count: number; last: Instant }> => {
  const changes = new Map<number, { count: number; last: Instant }>();
  for (const change of history) {
    for (const number of taskNumbersOf(change)) {
      changes.set(number, { count: (changes.get(number)?.count ?? 0) + 1, last: change.at });
    }
  }
  return changes;
};

/** `时间:5月1日—5月31日` where the task has a beginning of its own, else nothing: the day says when it ends. */
const sayTime = (task: Task, turn: PeriodKey | null, year: number): string => {
  const { start, end } = windowOf(task, turn);
  if (turn === null && task.schedule.start === null) return '';
  return start === end ? '' : `时间:${sayDay(start, `${year}-01-01`)}—${sayDay(end, `${year}-01-01`)}`;
};

const sayNames = (label: string, names: readonly string[]): string =>
  names.length === 0 ? '' : `${label}:${names.map(oneLine).join('、')}`;

const titleOf = (task: Task, turn: PeriodKey | null): string => {
  const title = `#${task.number} ${oneLine(task.title)}`;
  return `${isClosed(task, turn) ? '✅ ' : ''}${title}${turn === null ? '' : `(${sayPeriod(turn, task.year).replace(/\(.*\)$/u, '')})`}`;
};

const isTold = ({ cancelled }: Task, today: IsoDate): boolean =>
  cancelled === null || daysBetween(dateOf(cancelled.at), today) <= CANCELLED_FOR;

/** As many as have a place, the nearest to today, in the order they came. */
const nearest = (events: FeedEvent[], today: IsoDate): FeedEvent[] => {
  if (events.length <= MOST_EVENTS) return events;
  const away = ({ day }: FeedEvent): number => Math.abs(daysBetween(today, day));
  const kept = new Set(events.toSorted((a, b) => away(a) - away(b)).slice(0, MOST_EVENTS));
  return events.filter((event) => kept.has(event));
};

/**
 * Every turn of the tasks with a time, on the day it is due: of the whole group, or of one `member` (责任人 or 责任领导). Titles,
 * units and owners stand in it, and nothing else people wrote.
 */
export const feedEvents = (workspace: Workspace, member: MemberId | null, today: IsoDate): FeedEvent[] => {
  const changes = changesByTask(workspace);
  const place = placeOf(workspace.id);
  const isTheirs = taskTest(workspace, member === null ? [] : [{ kind: 'mine' }], { today, me: member ?? '' });
  const earliest = addDays(today, -PAST_DAYS);
  const events = workspace.tasks
    .filter((task) => !isUnscheduled(task) && isTold(task, today) && isTheirs(task))
    .flatMap((task) => {
      const change = changes.get(task.number);
      return turnsOf(task).map(
        (turn): FeedEvent => ({
          uid: `task-${task.number}${turn === null ? '' : `-${turn}`}@${place}`,
          sequence: change?.count ?? 0,
          changed: Math.max(change?.last ?? 0, task.addedAt),
          day: deadlineOf(task, turn),
          title: titleOf(task, turn),
          lines: [
            sayNames('责任单位', task.units),
            sayNames('责任人', task.owners),
            sayTime(task, turn, task.year),
          ].filter((line) => line !== ''),
          cancelled: task.cancelled !== null,
        }),
      );
    })
    .filter(({ day }) => day >= earliest);
  return nearest(events, today);
};
