import {
  addDays,
  dateOf,
  daysBetween,
  type Instant,
  type IsoDate,
  instantAt,
  sayDate,
  sayDay,
} from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Window } from '../calendar/window.ts';
import { FREQ_NAMES, sayPeriodShort } from '../cards/say-schedule.ts';
import { oneLine } from '../cards/shorten.ts';
import { closingOf, deadlineOf } from '../workspace/deadline.ts';
import type { Closing, Task } from '../workspace/task.ts';
import { turnsOf } from '../workspace/task-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Belonging, DigestRow } from './digest.ts';

/** One thing to do: a one-off task (`period` null), or one period of a recurring one. */
export interface Turn {
  task: Task;
  period: PeriodKey | null;
  deadline: IsoDate;
  closing: Closing | undefined;
}

/** Everything that is to be done in the workspace, by deadline, then number; cancelled tasks left out. */
export const turnsIn = (workspace: Workspace): Turn[] =>
  workspace.tasks
    .filter(({ cancelled }) => cancelled === null)
    .flatMap((task) =>
      turnsOf(task).map((period) => ({
        task,
        period,
        deadline: deadlineOf(task, period),
        closing: closingOf(task, period),
      })),
    )
    .sort((a, b) => (a.deadline === b.deadline ? a.task.number - b.task.number : a.deadline < b.deadline ? -1 : 1));

/** The last moment of a day. */
export const endOfDay = (date: IsoDate): Instant => instantAt(addDays(date, 1), '00:00') - 1;

/** True when something happened on a day of the window. */
export const happenedIn = (window: Window, at: Instant): boolean => {
  const date = dateOf(at);
  return window.start <= date && date <= window.end;
};

/** The turns of one task together, in the order the tasks come in. */
export const byTask = (turns: readonly Turn[]): Turn[][] => {
  const groups = new Map<number, Turn[]>();
  for (const turn of turns) {
    const group = groups.get(turn.task.number);
    if (group) group.push(turn);
    else groups.set(turn.task.number, [turn]);
  }
  return [...groups.values()];
};

/** Where a task stands in the plan and whose it is. */
export const belongingOf = (task: Task): Belonging => ({
  section: task.section[0] ?? '',
  leaders: [...task.leaders],
  units: [...task.units],
  owners: [...task.owners],
});

/** A row of a digest about a task. */
export const rowOf = (task: Task, told: Pick<DigestRow, 'light' | 'date' | 'note'>): DigestRow => ({
  number: task.number,
  title: oneLine(task.title),
  ...belongingOf(task),
  ...told,
});

/** `每月 4月`, or `每周 3期`: which turns of a recurring task a row is about; empty for a one-off task, 每年 alone for the year. */
export const sayTurns = (turns: readonly Turn[], today: IsoDate): string => {
  const [first] = turns;
  if (!first?.period || first.task.schedule.freq === null) return '';
  const name = FREQ_NAMES[first.task.schedule.freq];
  if (turns.length > 1) return `${name} ${turns.length}期`;
  return first.period === today.slice(0, 4) ? name : `${name} ${sayPeriodShort(first.period, today)}`;
};

/** In front of a day that is the first of several turns' only. */
export const earliest = (turns: readonly Turn[]): string => (turns.length > 1 ? '最早' : '');

/** `4月30日 周四`, or once it is over `4月20日 周一 · 逾期9天`; of several turns the earliest. */
export const sayDeadline = (turns: readonly Turn[], today: IsoDate): string => {
  const deadline = turns[0]?.deadline;
  if (deadline === undefined) return '';
  const over = daysBetween(deadline, today);
  return `${earliest(turns)}${sayDate(deadline, today)}${over > 0 ? ` · 逾期${over}天` : ''}`;
};

/** The parts that say something, set apart by a dot. */
export const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ');

const DAYS_NAMED = 3;

/** `4月3日`, `4月3日、10日、17日`, `4月3日、10日、17日等5天`: the days of closings, each once. */
const sayDays = (dates: IsoDate[], today: IsoDate): string => {
  const days = [...new Set(dates)].sort();
  const named = days.slice(0, DAYS_NAMED).map((date, index) => {
    const said = sayDay(date, today);
    const before = days[index - 1];
    return before?.slice(0, 7) === date.slice(0, 7) ? said.replace(/^.*月/, '') : said;
  });
  return `${named.join('、')}${days.length > DAYS_NAMED ? `等${days.length}天` : ''}`;
};

/** The remark a turn was closed with: `完成 12 已开展` writes both at one moment. */
const remarkOf = ({ task, closing }: Turn): string =>
  closing ? (task.progress.find(({ at }) => at === closing.at)?.text ?? '') : '';

/** What was closed in a window: one row per task, by the day of the first closing. */
export const closedRows = (turns: readonly Turn[], window: Window, today: IsoDate): DigestRow[] => {
  const closed = turns.filter(({ closing }) => closing !== undefined && happenedIn(window, closing.at));
  const when = (turn: Turn): Instant => turn.closing?.at ?? 0;
  return byTask(closed.toSorted((a, b) => when(a) - when(b) || a.task.number - b.task.number)).flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const late = group.some(({ closing }) => closing?.late) ? '逾期办结' : '';
    const remarks = [...new Set(group.map(remarkOf).map(oneLine))].filter((remark) => remark !== '');
    const date = sayDays(
      group.map((turn) => dateOf(when(turn))),
      today,
    );
    return [rowOf(first.task, { light: '✅', date, note: joined(sayTurns(group, today), late, remarks.join(';')) })];
  });
};
