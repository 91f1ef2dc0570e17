import { createDraft, current, finishDraft, isDraft } from 'immer';

const isPlain = (value: object): boolean => {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** `value` with every draft in it replaced by a plain copy; the very same value where it holds none. */
const withoutDrafts = (value: unknown): unknown => {
  if (isDraft(value)) return current(value);
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (Array.isArray(value)) {
    const items: unknown[] = value.map(withoutDrafts);
    return items.some((item, index) => item !== value[index]) ? items : value;
  }
  if (!isPlain(value)) return value;
  const entries = Object.entries(value);
  const replaced = entries.map(([key, item]) => [key, withoutDrafts(item)] as const);
  return replaced.some(([, item], index) => item !== entries[index]?.[1]) ? Object.fromEntries(replaced) : value;
};

/**
 * Runs `change` on a draft of `before`, which stays as it is. `after` is frozen and shares with `before` what was not
 * changed; it is `before` itself when nothing was. `result` is safe to keep: parts of the draft in it are copied.
 * @throws whatever `change` throws, and TypeError when `change` is asynchronous: it would go on after the draft is closed
 */
export const applyChange = <State extends object, T>(
  before: State,
  change: (draft: State) => T,
): { after: State; result: T } => {
  const draft = createDraft(before) as State;
  const answer = change(draft);
  if (answer instanceof Promise) {
    answer.catch(() => undefined);
    throw new TypeError('a change of a workspace must not be asynchronous');
  }
  const result = withoutDrafts(answer) as T;
  return { after: finishDraft(draft) as State, result };
};
