import { current, type Draft, isDraft } from 'immer';

/**
 * A read-only view of a value of the workspace without a proxy per object: inside a change, the state so far; else the
 * value itself. Reading three hundred tasks through their drafts costs more than anything done with them.
 */
export const readable = <T>(value: T): T => (isDraft(value) ? (current(value as Draft<T>) as T) : value);

/** A copy that shares nothing a later edit could reach. Workspace values are JSON all through. */
export const plainCopy = <T>(value: T): T =>
  value === null || typeof value !== 'object' ? value : (JSON.parse(JSON.stringify(value)) as T);
