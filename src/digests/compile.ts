import type { Instant } from '../calendar/date.ts';
import type { PeriodKey } from '../calendar/period.ts';
import type { WorkingCalendar } from '../calendar/working-days.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Digest, DigestKind } from './digest.ts';

/** When and by which calendar a digest is compiled. */
export interface Compiling {
  /** 数据截至: now. */
  asOf: Instant;
  calendar: WorkingCalendar;
}

/** The digest of a period, from what the workspace knows. Changes nothing. */
export declare function compile(
  workspace: Workspace,
  kind: DigestKind,
  period: PeriodKey,
  compiling: Compiling,
): Digest;
