import type { IsoDate } from '../../calendar/date.ts';
import { isChanged, isContested, isFresh, type PlanComparison } from '../../workspace/importing/comparison.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { sayDifference } from '../say-field.ts';
import { shorten } from '../shorten.ts';
import { type ImportItem, itemTitle } from './import-preview.ts';

/** `《…》2026年:40项任务`; of a new version what it changes: `新增3项 · 修改5项 · 取消2项 · 未变30项`. */
export const sayPlanCounts = ({ title, year, revises, amends, tasks, gone }: PlanComparison): string => {
  const name = `《${shorten(title)}》${year}年`;
  const fresh = tasks.filter(isFresh).length;
  const changed = tasks.filter(isChanged).length;
  const same = tasks.length - fresh - changed;
  if (amends) {
    return `${name},是对本群已有计划的补充:新增${fresh}项 · 修改${changed}项 · 未变${same}项,其余任务不动`;
  }
  if (!revises) return `${name}:${tasks.length}项任务${same > 0 ? `,其中${same}项本群已有,不重复导入` : ''}`;
  const parts = [`新增${fresh}项`, `修改${changed}项`, `取消${gone.length}项`, `未变${same}项`];
  return `${name},是本群已有计划的修订:${parts.join(' · ')}`;
};

/** `#12《…》时限 5月31日前 → 6月30日前;责任单位 办公室 → 组织部`. */
export const sayItemChange = ({ number, draft, differences, restores }: ImportItem, today: IsoDate): string => {
  const said = differences.filter(({ kept }) => kept === null).map((each) => sayDifference(each, today));
  return `#${number}《${itemTitle(draft)}》${[...(restores ? ['恢复(上次修订时取消的)'] : []), ...said].join(';')}`;
};

/** What the document says otherwise and the group keeps. */
export const sayItemKept = ({ number, draft, differences }: ImportItem, today: IsoDate): string => {
  const said = differences.filter(({ kept }) => kept !== null).map((each) => sayDifference(each, today));
  return `#${number}《${itemTitle(draft)}》${said.join(';')}`;
};

/** `#12《…》`, and that somebody has worked on it. */
export const sayGone = (number: number, workspace: Workspace): string => {
  const task = taskOf(workspace, number);
  if (!task) return `#${number}`;
  const work = [
    ...(task.progress.length > 0 ? [`进展${task.progress.length}条`] : []),
    ...(task.reports.length > 0 ? [`上报${task.reports.length}次`] : []),
  ];
  return `#${number}《${itemTitle(task)}》${work.length > 0 ? `(已有${work.join('、')})` : ''}`;
};

/** What each line of a document comes to, in a word. */
export const sayFate = (item: ImportItem): string => {
  if (isFresh(item)) return '新增';
  if (isChanged(item)) return `修改 #${item.number}`;
  return isContested(item) ? `#${item.number} 保留群里的` : `与 #${item.number} 相同`;
};
