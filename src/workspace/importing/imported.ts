import type { Refusal } from '../outcome.ts';
import type { Plan } from '../workspace.ts';
import type { ComparedTask } from './comparison.ts';
import type { Difference } from './differences.ts';
import type { Deed } from './ledger/ledger-draft.ts';

/** What became of one task that was there. */
export interface ImportedChange {
  number: number;
  differences: Difference[];
  restores: boolean;
  deeds: Deed[];
}

/** What a confirmed import wrote: numbers in order, and how many tasks were there already as the document has them. */
export interface Imported {
  from: 'plan' | 'ledger';
  /** Of a plan alone. */
  plans: Pick<Plan, 'title' | 'year'>[];
  added: number[];
  changed: ImportedChange[];
  cancelled: number[];
  known: number;
  /** Deeds of a ledger that could not be done. */
  refused: Refusal[];
  /** The importer became the group's first administrator with it. */
  madeAdministrator: boolean;
}

/** Of a compared task, what an import does to it; its deeds as far as they were `done`. */
export const importedChange = (
  { number, differences, restores }: ComparedTask,
  done: readonly Deed[] = [],
): ImportedChange => ({
  number: number ?? 0,
  differences: differences.filter(({ kept }) => kept === null),
  restores,
  deeds: [...done],
});
