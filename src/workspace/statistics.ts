import type { Light } from './light.ts';
import type { Filter, Looking } from './selection.ts';
import type { TargetState } from './target-state.ts';
import type { Workspace } from './workspace.ts';

/** Counts of things to do: a one-off task is one, a recurring task one per period. `rate` is closed ÷ total, 0–1. */
export interface Tally {
  total: number;
  closed: number;
  overdue: number;
  open: number;
  rate: number;
}

export interface NamedTally extends Tally {
  name: string;
}

export interface Statistics {
  year: number;
  /** Tasks in the ledger, whatever number of periods they have. */
  tasks: number;
  cancelled: number;
  all: Tally;
  /** By outermost heading, in the order of the plan. */
  sections: NamedTally[];
  /** By 责任单位, most first; a task of two units counts in both. */
  units: NamedTally[];
  /** Tasks by the light they show as a whole. */
  lights: Record<Light, number>;
  targets: TargetState[];
}

/** 统计 of the tasks that meet the filters; without a year filter, of the plan year. */
export declare function statisticsOf(workspace: Workspace, filters: Filter[], looking: Looking): Statistics;
