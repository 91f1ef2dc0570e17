import type { IsoDate } from '../../calendar/date.ts';
import type { MemberId } from '../../workspace/task.ts';
import type { Turn } from '../turns.ts';
import type { GroupReminder } from './group-reminder.ts';

/** A task somebody is reminded of, with its open turns. */
export interface OwnRow {
  turns: Turn[];
  /** Whose deputy they are; null for their own. */
  insteadOf: string | null;
  /** Told as 责任领导. */
  asLeader: boolean;
}

/** What one person hears in private: their own tasks only. */
export interface PersonReminder {
  id: MemberId;
  rows: OwnRow[];
}

/** All reminders of one day. `group` null: there is nothing to remind of. */
export interface DayReminders {
  day: IsoDate;
  /** Title of the plan, for the cards. */
  plan: string;
  group: GroupReminder | null;
  people: PersonReminder[];
}
