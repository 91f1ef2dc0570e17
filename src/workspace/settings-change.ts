import { isTimeOfDay } from '../calendar/date.ts';
import { faultsOf } from '../calendar/holiday-check.ts';
import type { HolidayYear } from '../calendar/working-days.ts';
import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { plainCopy } from './plain-data.ts';
import { mayChangeSettings } from './rights.ts';
import type { DigestKind, DigestTime, LightLimits, ReminderSettings, Rights, Settings } from './settings.ts';

/** What is to be different; the rest stays. */
export interface SettingsPatch extends Partial<Record<DigestKind, Partial<DigestTime>>> {
  reminders?: Partial<ReminderSettings>;
  lights?: Partial<LightLimits>;
  rights?: Partial<Rights>;
  checksClosings?: boolean;
  holidays?: HolidayYear[];
}

type Key = keyof SettingsPatch;

const wholeIn = (value: number, low: number, high: number): boolean =>
  Number.isInteger(value) && value >= low && value <= high;

const goodTime = ({ day, time }: DigestTime, lastDay: number): boolean =>
  (day === 'first-working-day' || wholeIn(day, 1, lastDay)) && isTimeOfDay(time);

const goodDayOfMonth = (value: DigestTime): boolean => goodTime(value, 31);

/** Nobody is disturbed before and after these hours (HH:mm, both included). */
export const REMINDING_HOURS = { first: '08:30', last: '18:00' } as const;

const goodReminders = ({ aheadDays, time, escalateAfter }: ReminderSettings): boolean =>
  wholeIn(aheadDays, 0, 30) &&
  isTimeOfDay(time) &&
  REMINDING_HOURS.first <= time &&
  time <= REMINDING_HOURS.last &&
  (escalateAfter === null || wholeIn(escalateAfter, 1, 60));

/** Years of holidays a group may bring in. */
const MOST_HOLIDAY_YEARS = 10;

/** What each setting may be: a weekday, a day of the month, days and percentage points. */
const GOOD: { [K in Key]: (value: Settings[K]) => boolean } = {
  weekly: (value) => goodTime(value, 7),
  monthly: goodDayOfMonth,
  quarterly: goodDayOfMonth,
  halfyearly: goodDayOfMonth,
  yearly: goodDayOfMonth,
  reminders: goodReminders,
  lights: ({ soonDays, behindPoints }) => wholeIn(soonDays, 0, 60) && wholeIn(behindPoints, 0, 100),
  rights: () => true,
  checksClosings: () => true,
  holidays: (value) => value.length <= MOST_HOLIDAY_YEARS && value.every((year) => faultsOf(year).length === 0),
};

const KEYS = Object.keys(GOOD) as Key[];

const isGood = <K extends Key>(key: K, value: Settings[K]): boolean => GOOD[key](value);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The settings with a patch laid over them. */
export const patched = (settings: Settings, patch: SettingsPatch): Settings => ({
  weekly: { ...settings.weekly, ...patch.weekly },
  monthly: { ...settings.monthly, ...patch.monthly },
  quarterly: { ...settings.quarterly, ...patch.quarterly },
  halfyearly: { ...settings.halfyearly, ...patch.halfyearly },
  yearly: { ...settings.yearly, ...patch.yearly },
  reminders: { ...settings.reminders, ...patch.reminders },
  lights: { ...settings.lights, ...patch.lights },
  rights: { ...settings.rights, ...patch.rights },
  checksClosings: patch.checksClosings ?? settings.checksClosings,
  holidays: patch.holidays ?? settings.holidays,
});

/** 设置, by administrators (by anybody while there are none). All of the patch is taken or none of it. */
export const changeSettings = (
  open: OpenChange,
  patch: SettingsPatch,
): Outcome<{ before: Settings; after: Settings }> => {
  const { workspace, acting } = open;
  const may = mayChangeSettings(workspace, acting);
  if (!may.ok) return may;
  const before = plainCopy(workspace.settings);
  const after = patched(before, patch);
  const changed = KEYS.filter((key) => !same(before[key], after[key]));
  if (changed.length === 0) return refuse({ reason: 'unchanged' });
  const bad = changed.find((key) => !isGood(key, after[key]));
  if (bad !== undefined) return refuse({ reason: 'bad-setting', setting: bad });
  for (const key of changed) {
    makeEdit(open, { on: { kind: 'workspace' }, field: `settings.${key}`, before: before[key], after: after[key] });
  }
  return { ok: true, before, after };
};
