import type { Instant, IsoDate } from '../calendar/date.ts';
import type { MemberId } from './task.ts';

/** Who does something, when, and in answer to which message. Every change takes one; the domain reads no clock. */
export interface Acting {
  by: MemberId;
  at: Instant;
  /** The date of `at` in Asia/Shanghai. */
  today: IsoDate;
  message: string;
}
