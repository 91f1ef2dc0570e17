import type { IsoDate } from '../../calendar/date.ts';
import { isChanged, isContested, isFresh } from '../../workspace/importing/comparison.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { sayDifference, WHY_KEPT } from '../say-field.ts';
import type { ImportItem, ImportPreview } from './import-preview.ts';
import { itemTitle } from './item-title.ts';
import { sayDeed } from './say-deed.ts';

/** What a document calls itself where it says otherwise than the group. */
export type Source = '计划' | '台账';
export const sourceOf = (kind: ImportPreview['kind']): Source => (kind === 'plan' ? '计划' : '台账');

/** `#12《…》时限 5月31日前 → 6月30日前;责任单位 办公室 → 组织部`. */
export const sayItemChange = ({ number, draft, differences, restores, deeds }: ImportItem, today: IsoDate): string => {
  const said = [
    ...(restores ? ['恢复(上次修订时取消的)'] : []),
    ...differences.filter(({ kept }) => kept === null).map((each) => sayDifference(each, today)),
    ...deeds.filter(({ kept }) => kept === null).map(({ deed }) => sayDeed(deed, today)),
  ];
  return `#${number}《${itemTitle(draft)}》${said.join(';')}`;
};

/** What the document says otherwise and the group keeps. */
export const sayItemKept = (
  { number, draft, differences, deeds }: ImportItem,
  today: IsoDate,
  from: Source,
): string => {
  const said = [
    ...differences.filter(({ kept }) => kept !== null).map((each) => sayDifference(each, today, from)),
    ...deeds.flatMap(({ deed, kept }) => (kept === null ? [] : [`${sayDeed(deed, today)}(${WHY_KEPT[kept]},不写)`])),
  ];
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
