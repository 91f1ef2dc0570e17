import { z } from 'zod';
import { CHANGE_VERBS } from '../../workspace/change.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** What belongs to other rooms. JSON leaves out a key whose value is undefined, so it may be missing in the file. */
const opaque = z.unknown().optional() as unknown as z.ZodUnknown;
const instant = z.number();
const isoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/);
const names = z.array(z.string());

const schedule = z.object({
  start: isoDate.nullable(),
  end: isoDate.nullable(),
  freq: z.enum(['weekly', 'monthly', 'quarterly', 'halfyearly', 'yearly']).nullable(),
  stated: z.string(),
});

const ownership = { leaders: names, units: names, supportingUnits: names, owners: names };

const targetDraft = {
  name: z.string(),
  value: z.number(),
  unit: z.string(),
  op: z.enum(['>=', '=', 'approx']),
  kind: z.enum(['increase', 'level']).nullable(),
};

const taskDraft = {
  ...ownership,
  title: z.string(),
  text: z.string(),
  section: names,
  schedule,
};

const closing = z.object({
  period: z.string().nullable(),
  late: z.boolean(),
  check: z.union([z.null(), z.literal('waiting'), z.object({ by: z.string(), at: instant })]),
  by: z.string(),
  at: instant,
});

const task = z.object({
  ...taskDraft,
  number: z.number().int().positive(),
  year: z.number().int(),
  carriedFrom: z.array(z.number().int()),
  plan: z.string().nullable(),
  targets: z.array(z.object({ ...targetDraft, id: z.string() })),
  reports: z.array(
    z.object({
      target: z.string(),
      value: z.number(),
      mode: z.enum(['add', 'total']),
      corrects: z.literal(true).exactOptional(),
      by: z.string(),
      at: instant,
    }),
  ),
  progress: z.array(z.object({ text: z.string(), percent: z.number().exactOptional(), by: z.string(), at: instant })),
  closings: z.array(closing),
  extensions: z.array(
    z.object({
      period: z.string().nullable(),
      from: isoDate.nullable(),
      to: isoDate,
      reason: z.string(),
      late: z.boolean(),
      by: z.string(),
      at: instant,
    }),
  ),
  cancelled: z.object({ reason: z.string(), by: z.string(), at: instant }).nullable(),
  addedBy: z.string(),
  addedAt: instant,
});

const reading = z.object({
  plans: z.array(
    z.object({
      title: z.string(),
      year: z.number().int(),
      tasks: z.array(z.object({ ...taskDraft, targets: z.array(z.object(targetDraft)) })),
    }),
  ),
  skipped: z.array(
    z.object({
      text: z.string(),
      reason: z.enum(['boilerplate', 'heading', 'introduction', 'past-work', 'duplicate', 'hidden']),
    }),
  ),
});

const targets = z.array(z.object(targetDraft));
const statedFields = z.object({
  title: z.string().exactOptional(),
  text: z.string().exactOptional(),
  section: names.exactOptional(),
  schedule: schedule.exactOptional(),
  targets: targets.exactOptional(),
  leaders: names.exactOptional(),
  units: names.exactOptional(),
  supportingUnits: names.exactOptional(),
  owners: names.exactOptional(),
});

const deed = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), text: z.string(), percent: z.number().nullable() }),
  z.object({ kind: z.literal('close'), period: z.string().nullable(), on: isoDate }),
  z.object({ kind: z.literal('extend'), from: isoDate, to: isoDate }),
]);

const ledgerDraft = z.object({
  year: z.number().int(),
  asOf: instant,
  changes: z.array(
    z.object({ number: z.number().int(), before: statedFields, after: statedFields, deeds: z.array(deed) }),
  ),
  fresh: z.array(z.object({ ...taskDraft, targets })),
  gone: z.array(z.number().int()),
  rows: z.number().int(),
  handedOut: z.number().int(),
  leftOut: names,
});

const content = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('plan'), reading }),
  z.object({ kind: z.literal('ledger'), ledger: ledgerDraft }),
]);

const settled = z.object({ as: z.enum(['confirmed', 'discarded', 'replaced']), by: z.string(), at: instant });

const edit = z.object({
  on: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('task'), number: z.number().int() }),
    z.object({ kind: z.literal('plan'), id: z.string() }),
    z.object({ kind: z.literal('member'), id: z.string() }),
    z.object({ kind: z.literal('workspace') }),
  ]),
  field: z.string().nullable(),
  before: opaque,
  after: opaque,
});

const change = z.object({
  id: z.string(),
  verb: z.enum(CHANGE_VERBS),
  by: z.string(),
  at: instant,
  message: z.string(),
  summary: z.string(),
  edits: z.array(edit),
  undoneBy: z.string().nullable(),
});

const right = z.enum(['everyone', 'owners', 'administrators']);

const digestTime = z.object({
  on: z.boolean(),
  day: z.union([z.literal('first-working-day'), z.number().int()]),
  time: z.string(),
});

const ledger = z.object({
  seen: z.array(z.object({ id: z.string(), at: instant, answer: opaque })),
  outbox: z.array(
    z.object({
      key: z.string(),
      reply: opaque,
      since: instant,
      to: z.string().exactOptional(),
      until: instant.exactOptional(),
    }),
  ),
  digests: z.array(
    z.object({
      slot: z.string(),
      outcome: z.enum(['sent', 'sent-late', 'missed', 'printed']),
      at: instant,
      digest: opaque,
    }),
  ),
  reminders: z.object({
    days: z.array(isoDate),
    told: z.array(
      z.object({
        turn: z.string(),
        deadline: isoDate,
        stage: z.number().int().nullable(),
        escalated: z.boolean(),
        on: isoDate,
      }),
    ),
  }),
  missesToTell: names,
  pushing: z.object({ advised: z.boolean(), goneSince: instant.nullable() }),
});

/** The shape of a workspace's file. It says what a field may hold, not whether the fields agree with each other. */
export const workspaceSchema = z.object({
  format: z.literal(3),
  id: z.string(),
  createdAt: instant,
  plans: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      year: z.number().int(),
      source: z.string(),
      confirmedBy: z.string(),
      confirmedAt: instant,
    }),
  ),
  tasks: z.array(task),
  nextNumber: z.number().int().positive(),
  members: z.array(z.object({ id: z.string(), name: z.string().nullable(), bound: names })),
  administrators: names,
  owner: z.string().nullable(),
  leaves: z.array(z.object({ absent: z.string(), deputy: z.string(), from: isoDate, until: isoDate })),
  settings: z.object({
    weekly: digestTime,
    monthly: digestTime,
    quarterly: digestTime,
    halfyearly: digestTime,
    yearly: digestTime,
    reminders: z.object({
      on: z.boolean(),
      aheadDays: z.number().int(),
      onTheDay: z.boolean(),
      weekly: z.boolean(),
      time: z.string(),
      inPrivate: z.boolean(),
      byName: z.boolean(),
      escalateAfter: z.number().int().nullable(),
    }),
    lights: z.object({ soonDays: z.number(), behindPoints: z.number() }),
    rights: z.object({ close: right, import: right, settings: right }),
    checksClosings: z.boolean(),
    holidays: z.array(
      z.object({
        year: z.number().int(),
        source: z.string(),
        holidays: z.array(z.object({ name: z.string(), start: isoDate, end: isoDate, workingDays: z.array(isoDate) })),
      }),
    ),
  }),
  feeds: z.object({
    on: z.boolean(),
    shared: z.string().nullable(),
    own: z.array(z.object({ member: z.string(), secret: z.string() })),
  }),
  history: z.array(change),
  imports: z.array(
    z.object({
      id: z.string(),
      source: z.string(),
      content: content.nullable(),
      by: z.string(),
      at: instant,
      settled: settled.nullable(),
    }),
  ),
  questions: z.array(
    z.object({
      to: z.string(),
      options: z.array(z.object({ label: z.string(), say: z.string() })),
      askedAt: instant,
    }),
  ),
  ledger,
}) satisfies z.ZodType<Workspace>;

type Covered<Shape extends z.output<typeof workspaceSchema>> = Shape;
/** The workspace, known to hold nothing that the schema would refuse: `satisfies` above checks the other direction only. */
export type StoredWorkspace = Covered<Workspace>;
