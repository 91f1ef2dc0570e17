import type { Instant, IsoDate } from '../../src/calendar/date.ts';
import type { Acting } from '../../src/workspace/acting.ts';

/** Shanghai wall-clock time as milliseconds; written without the calendar so that a fault there shows. */
export const instant = (date: IsoDate, time = '09:00'): Instant => Date.parse(`${date}T${time}:00+08:00`);

/** u1 acts on 12 May 2026 (a Tuesday) at 10:00, unless overridden. `at` follows `today` and `time`. */
export const anActing = (overrides: Partial<Acting> & { time?: string } = {}): Acting => {
  const { time = '10:00', ...rest } = overrides;
  const today = rest.today ?? '2026-05-12';
  return { by: 'u1', at: instant(today, time), today, message: 'm1', ...rest };
};
