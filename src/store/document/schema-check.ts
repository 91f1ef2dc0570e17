import { z } from 'zod';

/** Where a value is not what its schema says, as `tasks.3.number: invalid_type`. Never the value itself: it is people's text. */
export type Complaint = string;

const complain = (error: z.ZodError, path: PropertyKey[]): Complaint => {
  const first = error.issues[0];
  return `${[...path, ...(first?.path ?? [])].join('.')}: ${first?.code ?? 'wrong'}`;
};

/** What is wrong with `value`, undefined when nothing is. */
export const checkAll = (schema: z.ZodType, value: unknown, path: PropertyKey[] = []): Complaint | undefined => {
  const checked = schema.safeParse(value);
  return checked.success ? undefined : complain(checked.error, path);
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const firstOf = <T>(items: Iterable<T>, check: (item: T, index: number) => Complaint | undefined) => {
  let index = 0;
  for (const item of items) {
    const complaint = check(item, index++);
    if (complaint !== undefined) return complaint;
  }
  return undefined;
};

/**
 * The same for what changed only: parts of `after` that are the very objects of `before` are taken as good. A change
 * touches one task of three hundred; checking the rest again would cost more than writing the file.
 */
export const checkChanged = (
  schema: z.ZodType,
  before: unknown,
  after: unknown,
  path: PropertyKey[] = [],
): Complaint | undefined => {
  if (before === after) return undefined;
  if (schema instanceof z.ZodObject && isRecord(before) && isRecord(after)) {
    return firstOf(Object.entries<z.ZodType>(schema.shape), ([key, part]) =>
      checkChanged(part, before[key], after[key], [...path, key]),
    );
  }
  if (schema instanceof z.ZodArray && Array.isArray(before) && Array.isArray(after)) {
    // Most lists grow at their end or change in one place: only what stands elsewhere now is looked for.
    let known: Set<unknown> | undefined;
    const isKnown = (item: unknown, index: number): boolean => {
      if (!isRecord(item)) return false;
      if (item === before[index]) return true;
      known ??= new Set<unknown>(before);
      return known.has(item);
    };
    const element = schema.element as z.ZodType;
    return firstOf<unknown>(after, (item, index) =>
      isKnown(item, index) ? undefined : checkAll(element, item, [...path, index]),
    );
  }
  return checkAll(schema, after, path);
};
