import type { IsoDate } from '../../calendar/date.ts';
import { freqOf, type PeriodKey } from '../../calendar/period.ts';
import { runningPeriod, windowOfPeriod } from '../../workspace/deadline.ts';
import type { Task } from '../../workspace/task.ts';
import { taskOf } from '../../workspace/task-lookup.ts';
import type { Context, Said } from '../command.ts';
import { rawFrom } from '../normalise.ts';
import type { Deed } from './deed.ts';
import { type PeriodsSaid, readPeriods } from './deed-periods.ts';
import { readTime } from './periods.ts';
import { skipSeparators } from './scan.ts';

/** Which turns of recurring tasks a deed is about, and the remark without them. */
export interface Turns {
  /** Empty when none was named. */
  periods: PeriodKey[];
  /** A time was named that is no one period. */
  span: boolean;
  remark: string;
}

const recurringOf = ({ tasks }: Deed, { workspace }: Context): Task | undefined =>
  tasks.kind === 'numbers'
    ? tasks.numbers.map((number) => taskOf(workspace, number)).find((task) => (task?.schedule.freq ?? null) !== null)
    : undefined;

/** 本期, 这一期: the running one, which is meant anyway. */
const THIS_TURN = /^(?:本|这|这一|当)[期次](?=$|[ ,、。;:])/;
/** 前三个月, 1-2季度, 每月, 第一期, 全部: turns, but which ones has to be asked. */
const TURNS_ALONE =
  /^(?:第|前|后|上|下|这|每|各|所有|全部|[\d一二三四五六七八九十两几]|[-~到至、和与及,. ]|个|半|月份?|周|季度?|年|期|次)+$/;
const NAMES_TURNS = /[月周季年期]|全部|所有/;

/** True for a time that is neither a turn of the task nor within the running one: it cannot be a remark on that. */
const isOtherTime = (text: string, task: Task, today: IsoDate): boolean => {
  if (TURNS_ALONE.test(text) && NAMES_TURNS.test(text)) return true;
  const time = readTime(text, today);
  if (!time) return false;
  const running = runningPeriod(task, today);
  const window = running === undefined ? undefined : windowOfPeriod(task, running);
  return window === undefined || time.window.start < window.start || time.window.end > window.end;
};

const areOf = ({ periods, span }: PeriodsSaid, task: Task): boolean =>
  periods.length > 0 && !span && periods.every((period) => freqOf(period) === task.schedule.freq);

/**
 * Periods named beside the task, or first behind the command word (`完成 2 一季度,已报送`, `完成 3 4月已报`). Behind a task that
 * does not recur a time with more words, or a day, is part of the remark (`完成 12 4月 已开展`, `完成 12 4月28日`).
 */
export const readTurns = (deed: Deed, said: Said, context: Context): Turns => {
  const { rest, remark } = deed;
  const { today } = context;
  if (deed.periods.length > 0 || deed.span) return { periods: deed.periods, span: deed.span, remark };
  const behind = ({ periods, span, length }: PeriodsSaid): Turns => {
    const from = skipSeparators(said.text, deed.from + length);
    return { periods: [...new Set(periods)], span, remark: from < said.text.length ? rawFrom(said, from) : '' };
  };
  const task = recurringOf(deed, context);
  const times = readPeriods(rest, today);
  if (task) {
    const loose = readPeriods(rest, today, true);
    if (areOf(loose, task)) return behind(loose);
    if (times.length > 0) return behind(times);
    const running = THIS_TURN.exec(rest)?.[0].length ?? 0;
    if (running > 0) return behind({ periods: [], span: false, length: running });
    return { periods: [], span: isOtherTime(rest, task, today), remark };
  }
  const isTurn = times.length === rest.length && times.periods.length > 0;
  return isTurn ? behind(times) : { periods: [], span: false, remark };
};
