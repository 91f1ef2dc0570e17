import type { Instant } from '../calendar/date.ts';
import type { MemberId } from './task.ts';

/** What kind of thing happened, in the words of the commands. */
export type ChangeVerb =
  | 'close'
  | 'reopen'
  | 'progress'
  | 'report'
  | 'extend'
  | 'add'
  | 'import'
  | 'settings'
  | 'bind'
  | 'undo';

/**
 * One field's value before and after. `on` says whose field: a task by number, a plan by id, a member by id, or the
 * workspace itself (`settings`, `administrators`). `field` null means the whole thing: `before` null when it was made,
 * `after` null when it was taken away.
 */
export interface Edit {
  on:
    | { kind: 'task'; number: number }
    | { kind: 'plan'; id: string }
    | { kind: 'member'; id: MemberId }
    | { kind: 'workspace' };
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
