import { type IsoDate, sayDay } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import { oneLine } from '../cards/shorten.ts';
import type { LedgerColumn } from '../plan/ledger/ledger-columns.ts';
import { closingOf, extensionsOf } from '../workspace/deadline.ts';
import { type LightName, lightOf } from '../workspace/light.ts';
import { type TargetState, targetStates } from '../workspace/target-state.ts';
import type { Task } from '../workspace/task.ts';
import { taskOf } from '../workspace/task-lookup.ts';
import { isClosed, periodInQuestion } from '../workspace/task-state.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { carryingsOf, taskInYear, type YearView } from '../workspace/year-view.ts';
import { cellWords, type LedgerCell } from './cell.ts';
import { lastRemark, progressWords } from './progress-cell.ts';
import { targetsWords } from './target-cell.ts';
import {
  closedCell,
  deadlineCell,
  extensionsCell,
  originalCell,
  periodsShare,
  sayCarried,
  sayLate,
  sayTurnOf,
  verifiedCell,
} from './time-cells.ts';
import { workOf } from './work-cell.ts';

/** A task as a row of the 督办台账, and how it looks. */
export interface LedgerRow extends YearView {
  /** The period the row is about, of a recurring task. */
  period: PeriodKey | null;
  light: LightName;
  cells: Record<LedgerColumn, LedgerCell>;
}

const lines = (...parts: (string | string[])[]): string =>
  parts
    .flat()
    .filter((part) => part !== '')
    .join('\n');

/** A share beyond this is a slip of a target, and no program shows it as one. */
const MOST_SHARE = 10_000;

/** A target alone as its share; several by name; without any, what was said last or that it is done. */
const shareCell = (task: Task, period: PeriodKey | null, today: IsoDate): LedgerCell => {
  if (task.schedule.freq !== null) return periodsShare(task);
  const states = targetStates(task, today).filter(({ reported }) => reported);
  const [only] = states;
  const share = (value: number): LedgerCell => (value < MOST_SHARE ? { share: Math.round(value * 100) / 100 } : null);
  if (only && task.targets.length === 1) {
    // A rate is no share of another: what was reached stands for itself.
    return share(only.target.unit === '%' ? only.cumulative / 100 : only.share);
  }
  const ofTarget = ({ target, share: reached }: TargetState): string =>
    `${target.name} ${Math.round(reached * 100)}%`.trim();
  if (only) return cellWords(lines(states.map(ofTarget)));
  if (isClosed(task, period)) return share(1);
  const said = task.progress.findLast(({ percent }) => percent !== undefined)?.percent;
  return said === undefined ? null : share(said / 100);
};

/** What is known to stand in the way: what somebody wrote, that it is late or behind, why it was extended. Nothing is invented. */
const problemWords = (
  workspace: Workspace,
  { task, period, light }: Omit<LedgerRow, 'cells'>,
  today: IsoDate,
): string => {
  const written = lastRemark(task, '存在问题');
  if (task.cancelled || closingOf(task, period)) return written;
  const state = lightOf(workspace, task, today);
  const isBehind = light === '逾期' || state.reason.includes('序时');
  const reason = extensionsOf(task, period).at(-1)?.reason ?? '';
  return lines(written, isBehind ? state.reason : '', reason === '' ? '' : `延期原因:${oneLine(reason)}`);
};

const nextWords = ({ task, period }: Omit<LedgerRow, 'cells'>): string => {
  const written = lastRemark(task, '下步措施');
  if (task.cancelled || closingOf(task, period)) return written;
  const move = extensionsOf(task, period).at(-1);
  return lines(written, move ? `延至${sayDay(move.to, `${task.year}-01-01`)}完成` : '');
};

const noteWords = ({ task, carriedTo, period }: Omit<LedgerRow, 'cells'>): string =>
  lines(
    lastRemark(task, '备注'),
    task.cancelled ? `已取消${task.cancelled.reason === '' ? '' : `:${oneLine(task.cancelled.reason)}`}` : '',
    sayTurnOf(task, period),
    sayLate(task, period),
    sayCarried(task, carriedTo),
  );

const names = (list: readonly string[]): string => list.map(oneLine).join('、');

const ledgerRow = (workspace: Workspace, view: YearView, index: number, today: IsoDate): LedgerRow => {
  const { task } = view;
  const period = periodInQuestion(task, today);
  const row = { ...view, period, light: lightOf(workspace, task, today).name };
  const words = (text: string): LedgerCell => cellWords(text) || null;
  return {
    ...row,
    cells: {
      序号: index,
      任务编号: task.number,
      板块: words(task.section.map(oneLine)[0] ?? ''),
      工作任务: words(workOf(task)),
      量化目标: words(targetsWords(task.targets)),
      责任领导: words(names(task.leaders)),
      责任单位: words(names(task.units)),
      配合单位: words(names(task.supportingUnits)),
      责任人: words(names(task.owners)),
      完成时限: deadlineCell(task),
      原定时限: originalCell(task, period),
      延期次数: extensionsCell(task, period),
      进展情况: words(progressWords(task, today)),
      完成率: shareCell(task, period, today),
      存在问题: words(problemWords(workspace, row, today)),
      下步措施: words(nextWords(row)),
      状态灯: row.light,
      办结日期: closedCell(task, period),
      销号日期: verifiedCell(workspace, task, period),
      备注: words(noteWords(row)),
    },
  };
};

/**
 * Rows by the number of their task, as the ledger of a plan year has them: what was carried on stands there as it was left.
 * `index` is the row's 序号, from 1.
 */
export const ledgerRows = (
  workspace: Workspace,
  year: number,
  today: IsoDate,
): ((number: number, index: number) => LedgerRow | undefined) => {
  const carryings = carryingsOf(workspace);
  return (number, index) => {
    const task = taskOf(workspace, number);
    if (!task) return undefined;
    const view = taskInYear(task, year, carryings) ?? { task, carriedTo: null };
    return ledgerRow(workspace, view, index, today);
  };
};
