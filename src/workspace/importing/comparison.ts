import type { PlanDraft, PlanReading, TaskDraft } from '../../plan/plan-draft.ts';
import { readable } from '../plain-data.ts';
import type { Task } from '../task.ts';
import { plainTitle } from '../title-features.ts';
import type { Plan, Workspace } from '../workspace.ts';
import { type Difference, differencesOf, type Kept } from './differences.ts';
import type { Deed } from './ledger/ledger-draft.ts';
import { type Pairs, pairRevised, pairSameTexts } from './pairing.ts';
import { lastStated, type Stated } from './stated.ts';

/** A deed a ledger brings. `kept` is why the group's state stays instead; null: the import does it. */
export interface ComparedDeed {
  deed: Deed;
  kept: Kept | null;
}

/**
 * A line of a document against the ledger. `number` is its task's, null for a new one.
 * `restores`: a task that an earlier document had dropped is back. `deeds` come from ledgers alone.
 */
export interface ComparedTask {
  draft: TaskDraft;
  number: number | null;
  differences: Difference[];
  restores: boolean;
  deeds: ComparedDeed[];
}

/** A plan of a document against the ledger. */
export interface PlanComparison {
  title: string;
  year: number;
  /** The plan of the group it is a new version of: it covers at least half of it. */
  revises: Plan | null;
  /** The plan it only has some lines of: those change, nothing is gone, and what is new makes a plan of its own. */
  amends: Plan | null;
  /** In the document's order. */
  tasks: ComparedTask[];
  /** Open tasks of the plan it revises that are not in it any more, ascending. */
  gone: number[];
}

/** A document is about a plan when they have this share of their lines in common, counted on the shorter of the two. */
const COMMON_SHARE = 0.5;
/** With the plan's own title it takes less. */
const TITLED_SHARE = 0.25;
/** It is the plan's new version, which gives up what it does not have, when it covers this share of the plan. */
const COVERED_SHARE = 0.5;

/** Why a task was cancelled when a document no longer has it; also how it is known again when it comes back. */
export const GONE_REASON = '修订后的计划中没有这一项';

const isCarried = ({ carriedFrom }: Task): boolean => carriedFrom.length > 0;

/** The plan's own tasks. What was carried into its year never stood in its document: it says nothing of how alike they are. */
const tasksOfPlan = (tasks: Task[], plan: Plan): Task[] =>
  tasks.filter((task) => task.plan === plan.id && !isCarried(task));

/** Tasks the plan's year left unfinished to a later one: its document has them still. */
const carriedOn = (tasks: Task[], { year }: Pick<PlanDraft, 'year'>): Task[] =>
  tasks.filter((task) => task.year > year && task.carriedFrom.includes(year));

interface Related {
  plan: Plan;
  pairs: Pairs;
  covers: boolean;
}

/** The plan of the same year that a draft is about, with the lines they have in common. */
const relatedTo = ({ title, tasks: drafts, year }: PlanDraft, plans: Plan[], tasks: Task[]): Related | undefined => {
  const related = plans
    .filter((plan) => plan.year === year)
    .map((plan) => {
      const own = tasksOfPlan(tasks, plan);
      const pairs = pairRevised(drafts, [...own, ...carriedOn(tasks, plan)]);
      const left = [...pairs.values()].filter((task) => task.year > year).length;
      const size = own.length + left;
      const share = pairs.size / Math.max(1, Math.min(drafts.length, size));
      const least = plainTitle(plan.title) === plainTitle(title) ? TITLED_SHARE : COMMON_SHARE;
      return { plan, pairs, share, covers: pairs.size >= size * COVERED_SHARE, least };
    })
    .filter(({ share, least }) => share > 0 && share >= least);
  return related.sort((a, b) => b.share - a.share)[0];
};

const wasDropped = ({ cancelled }: Task): boolean => cancelled?.reason === GONE_REASON;

const compareTask = (draft: TaskDraft, task: Task | undefined, stated: Map<number, Stated>): ComparedTask => {
  if (!task) return { draft, number: null, differences: [], restores: false, deeds: [] };
  const { number } = task;
  return {
    draft,
    number,
    differences: differencesOf(draft, task, stated.get(number) ?? task),
    restores: wasDropped(task),
    deeds: [],
  };
};

/** Open tasks of the plan that its new version does not have; done work stays. */
const goneFrom = (own: Task[], pairs: Pairs): number[] => {
  const there = new Set(pairs.values());
  return own
    .filter((task) => !there.has(task) && task.cancelled === null && task.closings.length === 0)
    .map(({ number }) => number);
};

const comparePlan = (
  plan: PlanDraft,
  related: Related | undefined,
  free: Task[],
  stated: Map<number, Stated>,
): { comparison: PlanComparison; pairs: Pairs } => {
  const pairs: Pairs = new Map(related?.pairs);
  const rest = plan.tasks.filter((draft) => !pairs.has(draft));
  const taken = new Set(pairs.values());
  const others = [...free.filter((task) => task.year === plan.year), ...carriedOn(free, plan)].filter(
    (task) => !taken.has(task),
  );
  // What stands word for word in another plan of the year, was added by hand or carried, is not entered twice.
  for (const [draft, task] of pairSameTexts(rest, others)) pairs.set(draft, task);
  const revises = related?.covers ? related.plan : null;
  const comparison: PlanComparison = {
    title: plan.title,
    year: plan.year,
    revises,
    amends: related && !related.covers ? related.plan : null,
    tasks: plan.tasks.map((draft) => compareTask(draft, pairs.get(draft), stated)),
    gone: revises ? goneFrom(tasksOfPlan(free, revises), pairs) : [],
  };
  return { comparison, pairs };
};

/**
 * A reading against the ledger: what is new, what changed field by field, what is gone. Each task stands for one line of
 * the document, so a document read again brings nothing, and a line it has twice stays twice.
 */
export const comparisonOf = (workspace: Workspace, reading: PlanReading): PlanComparison[] => {
  const stated = lastStated(workspace);
  const plans = [...readable(workspace.plans)];
  let free = [...readable(workspace.tasks)];
  return reading.plans.map((plan) => {
    const related = relatedTo(plan, plans, free);
    if (related?.covers) plans.splice(plans.indexOf(related.plan), 1);
    const { comparison, pairs } = comparePlan(plan, related, free, stated);
    const taken = new Set(pairs.values());
    free = free.filter((task) => !taken.has(task));
    return comparison;
  });
};

export const isFresh = ({ number }: ComparedTask): boolean => number === null;
const partsOf = ({ differences, deeds }: ComparedTask): { kept: Kept | null }[] => [...differences, ...deeds];
/** The import changes something of a task that is there. */
export const isChanged = (task: ComparedTask): boolean =>
  task.number !== null && (task.restores || partsOf(task).some(({ kept }) => kept === null));
/** The document says something else, and the group's value stays. */
export const isContested = (task: ComparedTask): boolean => partsOf(task).some(({ kept }) => kept !== null);

/** Confirming it would write something. */
export const bringsSomething = ({ tasks, gone }: Pick<PlanComparison, 'tasks' | 'gone'>): boolean =>
  gone.length > 0 || tasks.some((task) => isFresh(task) || isChanged(task));
