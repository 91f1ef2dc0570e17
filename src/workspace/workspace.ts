import type { Instant, IsoDate } from '../calendar/date.ts';
import type { PlanReading } from '../plan/plan-draft.ts';
import type { Change } from './change.ts';
import type { FeedLinks } from './feed-links.ts';
import type { LedgerDraft } from './importing/ledger/ledger-draft.ts';
import type { Ledger } from './ledger.ts';
import type { Settings } from './settings.ts';
import type { MemberId, Task } from './task.ts';

/** `platform:chat`, e.g. `feishu:oc_5ad1…`. Case matters. */
export type WorkspaceId = string;

/**
 * 年度计划: what one document said for one year; its tasks are those of {@link Workspace.tasks} that name it. A revised
 * document keeps the plan: title, source and who confirmed it are then the latest.
 */
export interface Plan {
  id: string;
  title: string;
  year: number;
  /** File name, or 粘贴的文字. */
  source: string;
  confirmedBy: MemberId;
  confirmedAt: Instant;
}

/** A person of the group. `name` is what the platform calls them; `bound` the names of the plan they answer to (我是 张三). */
export interface Member {
  id: MemberId;
  name: string | null;
  bound: string[];
}

/** What waits to be confirmed: a plan as it was read, or what was changed in a ledger that came back. */
export type ImportContent = { kind: 'plan'; reading: PlanReading } | { kind: 'ledger'; ledger: LedgerDraft };

/** 导入 that waits for 确认导入 or 放弃. */
export interface ImportDraft {
  id: string;
  source: string;
  /** Dropped once settled: the plan has the tasks then. */
  content: ImportContent | null;
  by: MemberId;
  at: Instant;
  /** Null while it waits. Kept afterwards so that a late click hears who settled it. */
  settled: { as: 'confirmed' | 'discarded' | 'replaced'; by: MemberId; at: Instant } | null;
}

/** 请假: until the last day `deputy` acts for `absent`; both are names as the plan has them. */
export interface Leave {
  absent: string;
  deputy: string;
  from: IsoDate;
  until: IsoDate;
}

/** What an option of a {@link Question} stands for: the command it says. */
export interface QuestionOption {
  label: string;
  say: string;
}

/** The question the bot asked one person last; answered by a number, 第一个, 是/否, or an option's label, within 10 minutes. */
export interface Question {
  to: MemberId;
  options: QuestionOption[];
  askedAt: Instant;
}

/** 工作群: one chat with everything that must be true together. Read, locked and written as one. */
export interface Workspace {
  /** Version of this shape on disk. */
  format: 3;
  id: WorkspaceId;
  createdAt: Instant;
  plans: Plan[];
  /** In the order of their numbers. */
  tasks: Task[];
  nextNumber: number;
  members: Member[];
  administrators: MemberId[];
  /** 群主 as the platform tells; null where it does not, or nobody has been told yet. An administrator as long as they own it. */
  owner: MemberId | null;
  /** Past ones included; who acts for whom on a day is told by `from` and `until`. */
  leaves: Leave[];
  settings: Settings;
  /** 日历: links to subscribe to. */
  feeds: FeedLinks;
  history: Change[];
  imports: ImportDraft[];
  questions: Question[];
  ledger: Ledger;
}

/** The format this program writes; an older one is upgraded when it is read, a newer one refused. */
export const WORKSPACE_FORMAT = 3;
