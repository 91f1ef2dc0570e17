import { dateOf } from '../calendar/date.ts';
import { periodOf, previousPeriod } from '../calendar/period.ts';
import { noFeedLinks } from './feed-links.ts';
import { plainCopy } from './plain-data.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { WORKSPACE_FORMAT } from './workspace.ts';

type Fields = Record<string, unknown>;

const listOf = (value: unknown): Fields[] => (Array.isArray(value) ? (value as Fields[]) : []);

/** Format 1 did not say which plan a task came with; both were written in the same moment. */
const planOfTask = (plans: Fields[], task: Fields): unknown =>
  plans.find(({ confirmedAt, year }) => confirmedAt === task.addedAt && year === task.year)?.id ?? null;

const withoutCheck = (closing: unknown): unknown =>
  typeof closing === 'object' && closing !== null && !('check' in closing) ? { ...closing, check: null } : closing;

const NEW_DIGESTS = ['quarterly', 'halfyearly', 'yearly'] as const;

/**
 * Format 1 knew no 季报, 半年总结 and 年终总结. Those of periods that ended before it was last used count as settled: nobody was
 * promised them, so they are neither sent nor told as missed.
 */
const withNewDigestsSettled = (workspace: Fields): Fields => {
  const ledger = (workspace.ledger ?? {}) as Fields;
  const digests = listOf(ledger.digests);
  const moments = [
    ...listOf(workspace.history).map(({ at }) => at),
    ...digests.map(({ at }) => at),
    ...listOf(workspace.plans).map(({ confirmedAt }) => confirmedAt),
  ].filter((at) => typeof at === 'number');
  if (moments.length === 0) return ledger;
  const at = moments.reduce((last, moment) => Math.max(last, moment));
  const settled = NEW_DIGESTS.map((kind) => {
    const period = previousPeriod(periodOf(kind, dateOf(at)));
    return { slot: `${kind}:${period}`, outcome: 'missed', at, digest: null };
  });
  return { ...ledger, digests: [...digests, ...settled] };
};

/** Format 1 knew imports of plans alone, and kept an empty reading of what was settled. */
const withContent = ({ reading, ...draft }: Fields): Fields => ({
  ...draft,
  content: draft.settled === null ? { kind: 'plan', reading } : null,
});

/**
 * Format 2 knows a task's plan, where it was carried from, closings that are checked, rights, the group's owner, leaves,
 * calendar links, ledgers that come back and three digests more.
 */
const fromFormat1 = (workspace: Fields): Fields => {
  const plans = listOf(workspace.plans);
  const task = (value: unknown): unknown =>
    typeof value === 'object' && value !== null
      ? {
          ...value,
          plan: planOfTask(plans, value as Fields),
          carriedFrom: [],
          closings: listOf((value as Fields).closings).map(withoutCheck),
        }
      : value;
  const edit = ({ on, field, before, after, ...rest }: Fields): Fields => {
    const isTask = (on as Fields | undefined)?.kind === 'task';
    const isClosing = isTask && String(field).startsWith('closings[');
    const value = isTask && field === null ? task : isClosing ? withoutCheck : (same: unknown) => same;
    return { on, field, before: value(before), after: value(after), ...rest };
  };
  return {
    ...workspace,
    format: 2,
    owner: null,
    leaves: [],
    feeds: noFeedLinks(),
    settings: { ...plainCopy(DEFAULT_SETTINGS), ...(workspace.settings as Fields) },
    ledger: withNewDigestsSettled(workspace),
    tasks: listOf(workspace.tasks).map(task),
    imports: listOf(workspace.imports).map(withContent),
    history: listOf(workspace.history).map((change) => ({ ...change, edits: listOf(change.edits).map(edit) })),
  };
};

/** Format 3 seals the digests it keeps, which an older program would take for none and make anew; those kept before stay as they are. */
const fromFormat2 = (workspace: Fields): Fields => ({ ...workspace, format: 3 });

/** Format 2 came to know reminders, holidays and the way to the chat before it was first released: where they are missing they begin as everywhere. */
const withLateSettings = (workspace: Fields): Fields => {
  const settings = (workspace.settings ?? {}) as Fields;
  const ledger = (workspace.ledger ?? {}) as Fields;
  const isWhole =
    settings.reminders !== undefined &&
    settings.holidays !== undefined &&
    ledger.reminders !== undefined &&
    ledger.pushing !== undefined;
  if (isWhole) return workspace;
  return {
    ...workspace,
    settings: {
      ...plainCopy({ reminders: DEFAULT_SETTINGS.reminders, holidays: DEFAULT_SETTINGS.holidays }),
      ...settings,
    },
    ledger: { reminders: { days: [], told: [] }, pushing: { advised: false, goneSince: null }, ...ledger },
  };
};

const STEPS: Record<number, (workspace: Fields) => Fields> = { 1: fromFormat1, 2: fromFormat2 };

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
  const isPresent = typeof value === 'object' && value !== null && (value as Fields).format === WORKSPACE_FORMAT;
  return isPresent ? withLateSettings(value as Fields) : value;
};
