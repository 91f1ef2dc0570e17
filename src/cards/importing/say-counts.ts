import { dateOf, type IsoDate, sayDay } from '../../calendar/date.ts';
import { isChanged, isContested, isFresh, type PlanComparison } from '../../workspace/importing/comparison.ts';
import type { LedgerComparison } from '../../workspace/importing/ledger/ledger-comparison.ts';
import type { LedgerDraft } from '../../workspace/importing/ledger/ledger-draft.ts';
import { shorten } from '../shorten.ts';

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

/** `台账(导出于5月12日)共20行:新增1项 · 修改3项 · 冲突1项 · 删去2行 · 未变14项`. */
export const sayLedgerCounts = ({ tasks, gone }: LedgerComparison, draft: LedgerDraft, today: IsoDate): string => {
  const fresh = tasks.filter(isFresh).length;
  const changed = tasks.filter(isChanged).length;
  const contested = tasks.filter(isContested).length;
  const parts = [
    `新增${fresh}项`,
    `修改${changed}项`,
    ...(contested > 0 ? [`冲突${contested}项`] : []),
    ...(gone.length > 0 ? [`删去${gone.length}行`] : []),
    `未变${Math.max(0, draft.rows - tasks.length)}项`,
  ];
  return `台账(导出于${sayDay(dateOf(draft.asOf), today)})共${draft.rows}行:${parts.join(' · ')}`;
};
