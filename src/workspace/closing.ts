import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';

/** What a closing or reopening came to. `deadline` is the end that counted; `late` when it was closed after it. */
export interface Closed {
  number: number;
  title: string;
  period: PeriodKey | null;
  deadline: IsoDate;
  late: boolean;
}

/** 完成. A recurring task closes the running period unless `period` names another. A `remark` becomes a progress line. */
export declare function closeTask(
  open: OpenChange,
  number: number,
  options?: { period?: PeriodKey | undefined; remark?: string | undefined },
): Outcome<Closed>;
/** 重开. Without `period` the running period, else the only one closed. */
export declare function reopenTask(
  open: OpenChange,
  number: number,
  options?: { period?: PeriodKey | undefined },
): Outcome<Closed>;
