import { addDays, type IsoDate, sayDay } from '../calendar/date.ts';
import type { Window } from '../calendar/window.ts';
import { type Light, lightOf } from '../workspace/light.ts';
import { planYearOf } from '../workspace/plan-year.ts';
import type { Task } from '../workspace/task.ts';
import { isOverdue, taskState, turnsOf } from '../workspace/task-state.ts';
import type { Workspace } from '../workspace/workspace.ts';

const NAMES: readonly (readonly [Light, string])[] = [
  ['✅', '已办结'],
  ['🔴', '逾期'],
  ['🟡', '临期'],
  ['🟢', '正常'],
  ['⚪', '未到期'],
];

/** A task with an overdue period is overdue here whatever light its running one shows: it stands in the digest's 逾期. */
const lightIn = (workspace: Workspace, task: Task, today: IsoDate): Light =>
  turnsOf(task).some((turn) => isOverdue(task, turn, today)) ? '🔴' : lightOf(workspace, task, today).light;

/** The plan year a digest tells of: that of its period; where there is no plan for it, the one people mean by then. */
export const yearTold = (workspace: Workspace, periodYear: number, today: IsoDate): number =>
  workspace.tasks.some(({ year }) => year === periodYear) ? periodYear : planYearOf(workspace, today);

/** `;往年未办结3项`: what stands in 逾期 beside the tasks of the year. */
const sayLeft = ({ tasks }: Workspace, year: number): string => {
  const left = tasks.filter((task) => task.year < year && taskState(task) === 'open').length;
  return left === 0 ? '' : `;往年未办结${left}项`;
};

/**
 * `全年120项:已办结34 · 逾期3 · 临期5 · 正常40 · 未到期38`, with `;往年未办结3项` where there are any. Of a period that is over as the morning after found it, and says
 * so: `到4月30日,全年…`.
 * @param workspace as it stood at the moment the digest tells of
 * @param over the period, when it is over
 */
export const countsLine = (
  workspace: Workspace,
  year: number,
  { today, over, asked }: { today: IsoDate; over: Window | null; asked: IsoDate },
): string => {
  const day = over === null ? today : addDays(over.end, 1);
  const lights = workspace.tasks
    .filter((task) => task.year === year && task.cancelled === null)
    .map((task) => lightIn(workspace, task, day));
  const counts = NAMES.map(([light, name]) => `${name}${lights.filter((each) => each === light).length}`);
  const until = over === null ? '' : `到${sayDay(over.end, asked)},`;
  return `${until}全年${lights.length}项:${counts.join(' · ')}${sayLeft(workspace, year)}`;
};
