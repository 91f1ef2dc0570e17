import type { MemberId } from '../../workspace/task.ts';

/** People @-ed in the group (设置 提醒 点名 开) with what is theirs: `#12《…》今天到期`. */
export interface NamedLine {
  people: { id: MemberId; name: string }[];
  text: string;
}

/** What the group hears of a day's reminders: counts, and names only where it asked for them. Plain JSON, kept with a digest that told it. */
export interface GroupReminder {
  /** Tasks that end today. */
  dueToday: number;
  /** Tasks that end within `soonDays` days after today. */
  soon: number;
  soonDays: number;
  overdue: number;
  /** Tasks 责任领导 was told of today, and after how many working days. */
  escalated: number;
  escalateAfter: number;
  /** People who are told in private. */
  told: number;
  /** Tasks of today nobody could be told of: their people are bound to nobody. 0 where nobody is told in private. */
  unbound: number;
  /** Commands that list what ends soon: 本周 未完成. */
  soonLists: string[];
  named: NamedLine[];
  /** People left out of `named`. */
  unnamed: number;
}
