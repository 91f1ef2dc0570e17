/** Where in a state something is: names of fields and places in lists, from the top. */
type Path = readonly (string | number)[];

/**
 * One step from a state to a later one. JSON holds it as it is.
 *
 * - `set`    the value at `path` is this now, a field of its own or an item of a list
 * - `drop`   the field at `path` is gone
 * - `splice` in the list at `path`, `remove` items from `from` on gave way to `items`
 */
type Step =
  | { kind: 'set'; path: Path; value: unknown }
  | { kind: 'drop'; path: Path }
  | { kind: 'splice'; path: Path; from: number; remove: number; items: readonly unknown[] };

/** The steps from one state to another, in order. */
export type Delta = readonly Step[];

type Fields = Record<string, unknown>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys JSON would write. */
const isWritten = (value: unknown): boolean =>
  value !== undefined && typeof value !== 'function' && typeof value !== 'symbol';

/** A field of its own: `__proto__` of fields that have none leads elsewhere. */
const fieldOf = (fields: Fields, name: string | number): unknown =>
  Object.hasOwn(fields, name) ? fields[name] : undefined;

const ofFields = (before: Fields, after: Fields, path: Path, steps: Step[]): void => {
  for (const name of Object.keys(before)) {
    if (isWritten(before[name]) && !isWritten(fieldOf(after, name)))
      steps.push({ kind: 'drop', path: [...path, name] });
  }
  for (const name of Object.keys(after)) {
    const [was, is] = [fieldOf(before, name), after[name]];
    if (!isWritten(is)) continue;
    if (isWritten(was)) add(was, is, [...path, name], steps);
    else steps.push({ kind: 'set', path: [...path, name], value: is });
  }
};

/** Most lists grow at their end, lose their beginning, or change in one place: what is the same in front and behind stays. */
const ofLists = (before: readonly unknown[], after: readonly unknown[], path: Path, steps: Step[]): void => {
  const shorter = Math.min(before.length, after.length);
  let front = 0;
  while (front < shorter && before[front] === after[front]) front += 1;
  let back = 0;
  while (back < shorter - front && before[before.length - 1 - back] === after[after.length - 1 - back]) back += 1;
  const [was, is] = [before.length - front - back, after.length - front - back];
  if (was === is) {
    for (let index = front; index < front + is; index += 1) add(before[index], after[index], [...path, index], steps);
  } else {
    steps.push({ kind: 'splice', path, from: front, remove: was, items: after.slice(front, front + is) });
  }
};

const add = (before: unknown, after: unknown, path: Path, steps: Step[]): void => {
  if (Object.is(before, after)) return;
  if (isFields(before) && isFields(after)) ofFields(before, after, path, steps);
  else if (Array.isArray(before) && Array.isArray(after)) ofLists(before, after, path, steps);
  else steps.push({ kind: 'set', path, value: after });
};

/** What turned `before` into `after`. Parts that are the very same objects are not looked into, so it costs what changed. */
export const deltaOf = (before: object, after: object): Delta => {
  const steps: Step[] = [];
  add(before, after, [], steps);
  return steps;
};

const valueAt = (state: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (at, part) => (typeof at === 'object' && at !== null ? fieldOf(at as Fields, part) : undefined),
    state,
  );

/** The list or the fields `path` leads through, without its last part. @throws TypeError where it leads nowhere */
const holderOf = (state: unknown, path: Path): Fields => {
  const holder = valueAt(state, path.slice(0, -1));
  if (typeof holder !== 'object' || holder === null) throw new TypeError('a step that leads nowhere');
  return holder as Fields;
};

const applyStep = (state: object, step: Step): void => {
  if (step.kind === 'splice') {
    const list = valueAt(state, step.path);
    if (!Array.isArray(list)) throw new TypeError('a step for a list that is none');
    list.splice(step.from, step.remove, ...step.items);
    return;
  }
  const [last] = step.path.slice(-1);
  const holder = holderOf(state, step.path);
  if (last === undefined) throw new TypeError('a step for the whole');
  if (step.kind === 'drop') Reflect.deleteProperty(holder, last);
  // Not by assignment: `__proto__` would be no field then.
  else Object.defineProperty(holder, last, { value: step.value, configurable: true, enumerable: true, writable: true });
};

/** Takes a state, as JSON gave it, along the steps. It is changed in place. @throws TypeError for steps of another state */
export const applyDelta = (state: object, delta: Delta): void => {
  for (const step of delta) applyStep(state, step);
};
