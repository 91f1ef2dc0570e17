import type { TaskDraft } from './plan-draft.ts';
import { readQuantities } from './read-quantities.ts';
import { readSchedule } from './read-schedule.ts';

/** One free sentence as a task, by the same rules as an item of a plan (新增). */
export const readTask = (text: string, year: number): TaskDraft => ({
  title: text.trim().slice(0, 40),
  text: text.trim(),
  section: [],
  schedule: readSchedule(text, year),
  targets: readQuantities(text),
  leaders: [],
  units: [],
  supportingUnits: [],
  owners: [],
});
