import type { IsoDate } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { OpenChange } from './history.ts';
import type { Outcome } from './outcome.ts';

/** `from` null when the plan stated no end. `late`: 逾期申请. `count` extensions so far, this one included; `original` end as first stated. */
export interface Extended {
  number: number;
  title: string;
  period: PeriodKey | null;
  from: IsoDate | null;
  to: IsoDate;
  late: boolean;
  count: number;
  original: IsoDate | null;
}

/** 延期. A recurring task extends its running period unless `period` names another. */
export declare function extendTask(
  open: OpenChange,
  number: number,
  to: IsoDate,
  reason: string,
  options?: { period?: PeriodKey | undefined },
): Outcome<Extended>;
