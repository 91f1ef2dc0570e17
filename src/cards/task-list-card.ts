import type { IsoDate } from '../calendar/date.ts';
import type { Light } from '../workspace/light.ts';
import type { Row, Selection } from '../workspace/selection.ts';
import type { Task } from '../workspace/task.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { blocksOf, button, buttons, plain, quiet, taskRows } from './blocks.ts';
import type { Button, Card } from './card.ts';
import { pageOf, pagingButtons, sayPage } from './paging.ts';
import { rowOf, taskRow } from './task-row.ts';

/** A list to draw. */
export interface TaskList {
  /** `本月 · 办公室`. */
  title: string;
  /** `11月1日—11月30日`; empty when the list has no time. */
  span: string;
  /** The command that shows the list, page left off: `本月 办公室`. */
  say: string;
  selection: Selection;
  /** The page asked for, from 1. */
  page: number;
  /** What shows the overdue and unscheduled tasks counted at the foot, the filter kept; null where there is no foot. */
  elsewhere: { overdue: string; unscheduled: string } | null;
  /** What to say when there is nothing to list. */
  empty: string;
  today: IsoDate;
}

const LIGHTS: readonly Light[] = ['🔴', '🟡', '🟢', '⚪', '✅'];

/** `共23项 🔴2 🟡3 ✅5`: the lights that occur, worst first. */
const countsLine = (rows: readonly Row[]): string => {
  const counts = LIGHTS.flatMap((light) => {
    const count = rows.filter((row) => row.task.cancelled === null && row.light.light === light).length;
    return count === 0 ? [] : [`${light}${count}`];
  });
  return [`共${rows.length}项`, ...counts].join(' ');
};

const foot = ({ overdueElsewhere, unscheduled }: Selection): string => {
  const parts = [
    ...(overdueElsewhere > 0 ? [`逾期${overdueElsewhere}项`] : []),
    ...(unscheduled > 0 ? [`未排期${unscheduled}项`] : []),
  ];
  return parts.length === 0 ? '' : `另有${parts.join('、')}`;
};

const footButtons = ({ selection, elsewhere }: TaskList): Button[] =>
  elsewhere === null
    ? []
    : [
        ...(selection.overdueElsewhere > 0 ? [button('看逾期', elsewhere.overdue)] : []),
        ...(selection.unscheduled > 0 ? [button('看未排期', elsewhere.unscheduled)] : []),
      ];

/** Tasks, ten a page, each with its light, number, title, owner and deadline. */
export const taskListCard = (list: TaskList): Card => {
  const { selection, today } = list;
  const page = pageOf(selection.rows, list.page);
  const paged = page.pages > 1 ? ` · 第${page.page}/${page.pages}页` : '';
  return {
    title: list.title,
    subtitle: list.span,
    tone: selection.rows.some((row) => row.light.name === '逾期' && row.task.cancelled === null)
      ? 'warning'
      : 'neutral',
    view: sayPage(list.say, page.page),
    blocks: blocksOf(
      page.total === 0 ? plain(list.empty) : quiet(`${countsLine(selection.rows)}${paged}`),
      taskRows(page.items.map((row) => taskRow(row, today))),
      list.elsewhere === null ? null : quiet(foot(selection)),
      buttons([...pagingButtons(list.say, page), ...footButtons(list)]),
    ),
  };
};

/** A list of given tasks in the given order, outside any time: what was found, what was asked for by number. */
export const foundTasksCard = (
  workspace: Workspace,
  tasks: readonly Task[],
  list: Pick<TaskList, 'title' | 'span' | 'say' | 'page' | 'empty' | 'today'>,
): Card =>
  taskListCard({
    ...list,
    selection: { rows: tasks.map((task) => rowOf(workspace, task, list.today)), overdueElsewhere: 0, unscheduled: 0 },
    elsewhere: null,
  });
