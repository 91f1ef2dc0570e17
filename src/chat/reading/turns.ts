import type { PeriodKey } from '../../calendar/period.ts';
import type { Context, Said } from '../command.ts';
import { rawFrom } from '../normalise.ts';
import type { Deed } from './deed.ts';
import { readPeriods } from './deed-periods.ts';
import { skipSeparators } from './scan.ts';
import { recurs } from './tasks.ts';

/** Which turns of recurring tasks a deed is about, and the remark without them. */
export interface Turns {
  /** Empty when none was named. */
  periods: PeriodKey[];
  /** A time was named that is no one period. */
  span: boolean;
  remark: string;
}

/**
 * Periods named beside the task, or first behind the command word (`完成 2 一季度,已报送`). Behind a task that does not
 * recur a time with more words, or a day, is part of the remark (`完成 12 4月 已开展`, `完成 12 4月28日`).
 */
export const readTurns = (deed: Deed, said: Said, context: Context): Turns => {
  if (deed.periods.length > 0 || deed.span) return { periods: deed.periods, span: deed.span, remark: deed.remark };
  const times = readPeriods(deed.rest, context.today);
  const isRemark = !recurs(deed, context) && (times.length < deed.rest.length || times.periods.length === 0);
  if (times.length === 0 || isRemark) return { periods: [], span: false, remark: deed.remark };
  const from = skipSeparators(said.text, deed.from + times.length);
  const remark = from < said.text.length ? rawFrom(said, from) : '';
  return { periods: [...new Set(times.periods)], span: times.span, remark };
};
