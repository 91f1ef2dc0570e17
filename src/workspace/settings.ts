import type { Freq } from '../calendar/period.ts';
import type { HolidayYear } from '../calendar/working-days.ts';

/** Which digest: 周报 月报 季报 半年总结 年终总结, by the period it tells of. */
export type DigestKind = Freq;

/**
 * When a digest goes out. `day` is a weekday 1–7 of the week for weekly, else a day 1–31 of the first month after the
 * period; `'first-working-day'` is the default.
 */
export interface DigestTime {
  on: boolean;
  day: 'first-working-day' | number;
  /** `HH:mm`, Asia/Shanghai. */
  time: string;
}

/** Numbers behind the lights; see PRODUCT.md "Lights". */
export interface LightLimits {
  /** 🟡 when the end is at most this many days away. */
  soonDays: number;
  /** 🟡 when a target is more than this many percentage points behind the share of time gone. */
  behindPoints: number;
}

/** Who may do something: `owners` are 责任人 and 责任领导 of the task, or of any task where none is meant. Administrators always may. */
export type Right = 'everyone' | 'owners' | 'administrators';

/** 设置 办结 / 导入 / 设置: who may close tasks, import plans, change settings. */
export interface Rights {
  close: Right;
  import: Right;
  settings: Right;
}

/** 设置 提醒: when people are reminded of what is due, and who is told; PRODUCT.md "Digests", Reminders. */
export interface ReminderSettings {
  on: boolean;
  /** Days before the end, 0–30; 0: not before. */
  aheadDays: number;
  onTheDay: boolean;
  /** Every seven days while overdue. */
  weekly: boolean;
  /** `HH:mm`, 08:30–18:00. */
  time: string;
  /** Each person hears of their own tasks in private, where the platform can. */
  inPrivate: boolean;
  /** 点名: the group's message names and @-s them. */
  byName: boolean;
  /** After how many working days overdue (1–60) 责任领导 hears of it; null: never. */
  escalateAfter: number | null;
}

export interface Settings extends Record<DigestKind, DigestTime> {
  reminders: ReminderSettings;
  lights: LightLimits;
  rights: Rights;
  /** 设置 办结 需核实: a closing waits for 销号 by an administrator. */
  checksClosings: boolean;
  /** 放假安排 the group brought in itself, by year: for years the installation does not have. */
  holidays: HolidayYear[];
}

const FIRST_WORKING_DAY: DigestTime = { on: true, day: 'first-working-day', time: '09:00' };

/** How many working days 设置 提醒 升级 开 means when it names none. */
export const ESCALATION_DAYS = 5;

const DEFAULT_REMINDERS: ReminderSettings = {
  on: true,
  aheadDays: 3,
  onTheDay: true,
  weekly: true,
  time: '09:00',
  inPrivate: true,
  byName: false,
  escalateAfter: null,
};

export const DEFAULT_SETTINGS: Settings = {
  weekly: { ...FIRST_WORKING_DAY },
  monthly: { ...FIRST_WORKING_DAY },
  quarterly: { ...FIRST_WORKING_DAY },
  halfyearly: { ...FIRST_WORKING_DAY },
  yearly: { ...FIRST_WORKING_DAY },
  reminders: { ...DEFAULT_REMINDERS },
  lights: { soonDays: 7, behindPoints: 10 },
  rights: { close: 'everyone', import: 'everyone', settings: 'administrators' },
  checksClosings: false,
  holidays: [],
};
