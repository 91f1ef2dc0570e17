import type { Instant } from '../calendar/date.ts';
import type { MemberId } from './task.ts';

/** What kind of thing happened, in the words of the commands. */
export const CHANGE_VERBS = [
  'close',
  'verify',
  'reopen',
  'progress',
  'report',
  'extend',
  'assign',
  'edit',
  'cancel',
  'add',
  'import',
  'ledger',
  'carry',
  'settings',
  'bind',
  'hand-over',
  'leave',
  'undo',
] as const;
export type ChangeVerb = (typeof CHANGE_VERBS)[number];

/** What an edit is about: a task by number, a plan by id, a member by id, or the workspace itself. */
export type Subject =
  | { kind: 'task'; number: number }
  | { kind: 'plan'; id: string }
  | { kind: 'member'; id: MemberId }
  | { kind: 'workspace' };

/**
 * One place's value before and after.
 *
 * `field` is
 * - null: the whole thing; `before` null when it was made, `after` null when it was taken away
 * - a name: `cancelled`, `settings.weekly`; the value was replaced
 * - a place in a list: `reports[4]`; `before` null when the element was put in there, `after` null when it was taken out
 *
 * Lists are edited by element so that a year of reports costs the history one report each, not the list each time.
 */
export interface Edit {
  on: Subject;
  field: string | null;
  before: unknown;
  after: unknown;
}

/** One change: one message's worth of edits, in order. `撤销` takes back a whole change. */
export interface Change {
  /** `c1`, `c2`…, unique in the workspace. */
  id: string;
  verb: ChangeVerb;
  by: MemberId;
  at: Instant;
  /** The message it came from. */
  message: string;
  /** One Chinese line for 记录: `办结 #12 …`. */
  summary: string;
  edits: Edit[];
  /** The change that took this one back. */
  undoneBy: string | null;
}
