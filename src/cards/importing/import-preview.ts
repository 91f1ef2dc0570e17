import type { IsoDate } from '../../calendar/date.ts';
import { type Doubted, type DoubtReason, doubtsOf } from '../../plan/doubts.ts';
import type { PlanReading, SkipReason, TaskDraft } from '../../plan/plan-draft.ts';
import { type ComparedTask, comparisonOf, isFresh } from '../../workspace/importing/comparison.ts';
import { ledgerComparisonOf } from '../../workspace/importing/ledger/ledger-comparison.ts';
import type { LedgerDraft } from '../../workspace/importing/ledger/ledger-draft.ts';
import type { ImportContent, ImportDraft, Workspace } from '../../workspace/workspace.ts';
import { shorten } from '../shorten.ts';
import { sayLedgerCounts, sayPlanCounts } from './say-counts.ts';

/** A line of the document, by its number in the reading. */
export interface ImportItem extends ComparedTask {
  at: number;
}

/** Why a span of a document became no task. */
export const SKIP_NAMES: Record<SkipReason, string> = {
  boilerplate: '套话',
  heading: '标题',
  introduction: '引言',
  'past-work': '往年工作',
  duplicate: '重复',
  hidden: '隐藏内容',
};

/** What of a document is not taken: why, and its words; or a sentence that says both. */
export interface LeftOutSpan {
  reason: string;
  text: string;
}

/** Everything the cards about a waiting import tell: what was read, beside what the group has. */
export interface ImportPreview {
  /** `i3`. */
  id: string;
  /** File name, or 粘贴的文字. */
  source: string;
  kind: ImportContent['kind'];
  /** What it comes to as a whole, a line each. */
  counts: string[];
  /** All lines of all plans, or what a ledger brings, in order. */
  items: ImportItem[];
  /** Tasks that are not in it any more, and would be cancelled. */
  gone: number[];
  doubts: Doubted[];
  leftOut: LeftOutSpan[];
  workspace: Workspace;
  today: IsoDate;
}

const numbered = (tasks: readonly ComparedTask[]): ImportItem[] =>
  tasks.map((task, index) => ({ ...task, at: index + 1 }));

type Seen = Omit<ImportPreview, 'id' | 'source' | 'kind' | 'workspace' | 'today'>;

const planSeen = (workspace: Workspace, reading: PlanReading, today: IsoDate): Seen => {
  const plans = comparisonOf(workspace, reading);
  return {
    counts: plans.map(sayPlanCounts),
    items: numbered(plans.flatMap(({ tasks }) => tasks)),
    gone: plans.flatMap(({ gone }) => gone),
    doubts: doubtsOf(reading, today),
    leftOut: reading.skipped.map(({ text, reason }) => ({ reason: SKIP_NAMES[reason], text })),
  };
};

const ledgerSeen = (workspace: Workspace, ledger: LedgerDraft, today: IsoDate): Seen => {
  const compared = ledgerComparisonOf(workspace, ledger);
  const fresh = compared.tasks.filter(isFresh).map(({ draft }) => draft);
  return {
    counts: [sayLedgerCounts(compared, ledger, today)],
    items: numbered(compared.tasks),
    gone: compared.gone,
    // New rows come first, so that their numbers are those of the items.
    doubts: doubtsOf({ plans: [{ title: '', year: ledger.year, tasks: fresh }], skipped: [] }, today),
    leftOut: [
      ...ledger.leftOut.map((text) => ({ reason: '', text })),
      ...compared.lost.map((number) => ({ reason: '', text: `本群已没有 #${number},它的改动没有读` })),
    ],
  };
};

/** A draft seen against the workspace as it is now. */
export const importPreview = (
  workspace: Workspace,
  { id, source }: Pick<ImportDraft, 'id' | 'source'>,
  content: ImportContent,
  today: IsoDate,
): ImportPreview => {
  const seen =
    content.kind === 'plan'
      ? planSeen(workspace, content.reading, today)
      : ledgerSeen(workspace, content.ledger, today);
  return { id, source, kind: content.kind, ...seen, workspace, today };
};

/** `套话:下载次数:20`. */
export const sayLeftOut = ({ reason, text }: LeftOutSpan, limit: number): string =>
  reason === '' ? shorten(text, limit) : `${reason}:${shorten(text, limit)}`;

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

export const hasTime = ({ schedule }: TaskDraft): boolean =>
  schedule.start !== null || schedule.end !== null || schedule.freq !== null;
export const hasOwner = (task: TaskDraft): boolean =>
  task.leaders.length + task.units.length + task.supportingUnits.length + task.owners.length > 0;
