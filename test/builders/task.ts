import type { Schedule, TargetDraft, TaskDraft } from '../../src/plan/plan-draft.ts';
import type { Target, Task } from '../../src/workspace/task.ts';
import { instant } from './acting.ts';

/** A schedule; nothing stated unless overridden. */
export const aSchedule = (overrides: Partial<Schedule> = {}): Schedule => ({
  start: null,
  end: null,
  freq: null,
  stated: '',
  ...overrides,
});

export const aTargetDraft = (overrides: Partial<TargetDraft> = {}): TargetDraft => ({
  name: '会员',
  value: 500,
  unit: '人',
  op: '>=',
  kind: 'increase',
  ...overrides,
});

export const aTarget = (overrides: Partial<Target> = {}): Target => ({ id: 't1', ...aTargetDraft(), ...overrides });

/** A task as a document gives it. `text` follows `title` unless given. */
export const aTaskDraft = (overrides: Partial<TaskDraft> = {}): TaskDraft => ({
  title: '召开一次职工代表大会',
  text: overrides.title ?? '召开一次职工代表大会',
  section: [],
  schedule: aSchedule(),
  targets: [],
  leaders: [],
  units: [],
  supportingUnits: [],
  owners: [],
  ...overrides,
});

/** A task of the ledger: #1 of 2026, imported on 4 January, not scheduled, unless overridden. Shares nothing with the overrides. */
export const aTask = (overrides: Partial<Task> = {}): Task =>
  structuredClone({
    ...aTaskDraft(overrides.title === undefined ? {} : { title: overrides.title }),
    number: 1,
    year: 2026,
    carriedFrom: [],
    plan: null,
    targets: [],
    reports: [],
    progress: [],
    closings: [],
    extensions: [],
    cancelled: null,
    addedBy: 'u1',
    addedAt: instant('2026-01-04', '09:00'),
    ...overrides,
  });
