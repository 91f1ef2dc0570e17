import type { IsoDate } from '../../calendar/date.ts';
import { type Doubted, type DoubtReason, doubtsOf } from '../../plan/doubts.ts';
import type { PlanReading, SkipReason, TaskDraft } from '../../plan/plan-draft.ts';
import { type ComparedTask, comparisonOf, type PlanComparison } from '../../workspace/importing/comparison.ts';
import type { ImportDraft, Workspace } from '../../workspace/workspace.ts';
import { shorten } from '../shorten.ts';

/** A line of the document, by its number in the reading. */
export interface ImportItem extends ComparedTask {
  at: number;
}

/** Everything the cards about a waiting import tell: what was read, beside what the group has. */
export interface ImportPreview {
  /** `i3`. */
  id: string;
  /** File name, or 粘贴的文字. */
  source: string;
  reading: PlanReading;
  plans: PlanComparison[];
  /** All lines of all plans, in order. */
  items: ImportItem[];
  doubts: Doubted[];
  workspace: Workspace;
  today: IsoDate;
}

/** A draft seen against the workspace as it is now. */
export const importPreview = (
  workspace: Workspace,
  { id, source, reading }: Pick<ImportDraft, 'id' | 'source' | 'reading'>,
  today: IsoDate,
): ImportPreview => {
  const plans = comparisonOf(workspace, reading);
  const items = plans.flatMap(({ tasks }) => tasks).map((task, index) => ({ ...task, at: index + 1 }));
  return { id, source, reading, plans, items, doubts: doubtsOf(reading, today), workspace, today };
};

/** Why a span of a document became no task. */
export const SKIP_NAMES: Record<SkipReason, string> = {
  boilerplate: '套话',
  heading: '标题',
  introduction: '引言',
  'past-work': '往年工作',
  duplicate: '重复',
  hidden: '隐藏内容',
};

/** What a doubt is about, in front of the document's words. */
export const DOUBT_NAMES: Record<DoubtReason, string> = {
  'other-year': '时间不在计划年度',
  'vague-time': '时间没有写明',
  'odd-name': '责任人像是读错了',
  twice: '文中出现两次',
  kind: '指标没说新增还是累计',
  long: '一项很长,可能是几项',
  over: '时间已经过去',
};

const TITLE_LIMIT = 24;

/** A line's title where it is one of many. */
export const itemTitle = (task: Pick<TaskDraft, 'title'>): string => shorten(task.title, TITLE_LIMIT);

export const hasTime = ({ schedule }: TaskDraft): boolean =>
  schedule.start !== null || schedule.end !== null || schedule.freq !== null;
export const hasOwner = (task: TaskDraft): boolean =>
  task.leaders.length + task.units.length + task.supportingUnits.length + task.owners.length > 0;
