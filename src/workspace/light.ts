import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { Task } from './task.ts';
import type { Workspace } from './workspace.ts';

export type Light = '🔴' | '🟡' | '🟢' | '⚪' | '✅';
export type LightName = '逾期' | '临期' | '正常' | '未到期' | '已办结' | '已取消';

/** 灯 with its name and the reason in one line. */
export interface LightState {
  light: Light;
  name: LightName;
  reason: string;
}

/** 已完成: a one-off task is closed; a recurring one when all its periods are. */
export type TaskState = 'open' | 'closed' | 'cancelled';

export declare function taskState(task: Task): TaskState;
/** The light of a task as a whole, or of one of its periods. */
export declare function lightOf(
  workspace: Workspace,
  task: Task,
  today: IsoDate,
  period?: PeriodKey | null,
): LightState;
/** The period a recurring task is about today, of `among` (default: all that count); null for a one-off task. */
export declare function periodInQuestion(task: Task, today: IsoDate, among?: PeriodKey[]): PeriodKey | null;
