import type { PlanReading, TaskDraft } from '../plan/plan-draft.ts';
import type { Acting } from './acting.ts';
import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';
import type { MemberId } from './task.ts';
import type { ImportDraft, Plan, Workspace } from './workspace.ts';

/** One plan of a reading against the ledger: tasks that are new, and those there already under `number`. */
export interface PlanComparison {
  title: string;
  year: number;
  fresh: TaskDraft[];
  known: { draft: TaskDraft; number: number }[];
}

/** What a confirmed import wrote. `added` numbers in order; `known` tasks that were there already. */
export interface Imported {
  plans: Plan[];
  added: number[];
  known: number;
  /** The importer became the group's first administrator with it. */
  madeAdministrator: boolean;
}

/** 导入: the reading waits for 确认导入; an earlier draft of the same person is replaced. Nothing else is written. */
export declare function draftImport(
  workspace: Workspace,
  acting: Acting,
  source: string,
  reading: PlanReading,
): ImportDraft;
/** The same text in the same year's plan is there already, as many times as it is there. */
export declare function comparisonOf(workspace: Workspace, reading: PlanReading): PlanComparison[];
/** The draft a bare 确认导入 or 放弃 means: the speaker's own waiting one, else the only one waiting. */
export declare function waitingImport(workspace: Workspace, by: MemberId): ImportDraft | undefined;
/** 确认导入: the new tasks are added, numbered in order. */
export declare function confirmImport(open: OpenChange, importId: string): Outcome<Imported>;
/** 放弃: the draft is dropped. */
export declare function discardImport(
  workspace: Workspace,
  acting: Acting,
  importId: string,
): Outcome<{ source: string }>;
