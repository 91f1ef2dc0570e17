import type { Freq } from '../calendar/period.ts';

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

export interface Settings extends Record<DigestKind, DigestTime> {
  lights: LightLimits;
  rights: Rights;
  /** 设置 办结 需核实: a closing waits for 销号 by an administrator. */
  checksClosings: boolean;
}

const FIRST_WORKING_DAY: DigestTime = { on: true, day: 'first-working-day', time: '09:00' };

export const DEFAULT_SETTINGS: Settings = {
  weekly: { ...FIRST_WORKING_DAY },
  monthly: { ...FIRST_WORKING_DAY },
  quarterly: { ...FIRST_WORKING_DAY },
  halfyearly: { ...FIRST_WORKING_DAY },
  yearly: { ...FIRST_WORKING_DAY },
  lights: { soonDays: 7, behindPoints: 10 },
  rights: { close: 'everyone', import: 'everyone', settings: 'administrators' },
  checksClosings: false,
};
