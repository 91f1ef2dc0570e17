import { WORKSPACE_FORMAT } from './workspace.ts';

type Fields = Record<string, unknown>;

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Format 1 did not say which plan a task came with; both were written in the same moment. */
const planOfTask = (plans: Fields[], task: Fields): unknown =>
  plans.find(({ confirmedAt, year }) => confirmedAt === task.addedAt && year === task.year)?.id ?? null;

const fromFormat1 = (workspace: Fields): Fields => {
  const plans = listOf(workspace.plans);
  const withPlan = (task: unknown): unknown =>
    typeof task === 'object' && task !== null ? { ...task, plan: planOfTask(plans, task as Fields) } : task;
  const withEdits = (change: Fields): Fields => ({
    ...change,
    edits: listOf(change.edits).map((edit) =>
      edit.field === null && (edit.on as Fields | undefined)?.kind === 'task'
        ? { ...edit, before: withPlan(edit.before), after: withPlan(edit.after) }
        : edit,
    ),
  });
  return {
    ...workspace,
    format: 2,
    tasks: listOf(workspace.tasks).map(withPlan),
    history: listOf(workspace.history).map(withEdits),
  };
};

const STEPS: Record<number, (workspace: Fields) => Fields> = { 1: fromFormat1 };

/**
 * A stored workspace of an older format in the present one, step by step; anything else is given back as it is.
 * It checks nothing: what comes out still goes through the schema.
 */
export const upgraded = (stored: unknown): unknown => {
  let value = stored;
  while (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { format } = value as Fields;
    const step = typeof format === 'number' && format < WORKSPACE_FORMAT ? STEPS[format] : undefined;
    if (!step) break;
    value = step(value as Fields);
  }
  return value;
};
