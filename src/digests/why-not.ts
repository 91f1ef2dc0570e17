import { dateOf, type IsoDate, sayDay } from '../calendar/date.ts';
import { sayNumber } from '../cards/say-quantity.ts';
import { oneLine } from '../cards/shorten.ts';
import { closingOf, extensionsOf } from '../workspace/deadline.ts';
import type { Progress, Task } from '../workspace/task.ts';
import { joined, type Turn } from './turns.ts';

/** `完成两个园区的摸底(60%)`: a line of progress with its share. */
export const sayProgress = ({ text, percent }: Pick<Progress, 'text' | 'percent'>): string => {
  const share = percent === undefined ? '' : `${percent}%`;
  const words = oneLine(text);
  return words === '' || words === share ? share : `${words}${share === '' ? '' : `(${share})`}`;
};

/** `11月28日上报3家`: the last figure reported. */
const sayLastReport = ({ targets, reports }: Task, today: IsoDate): string => {
  const last = reports.at(-1);
  const unit = targets.find(({ id }) => id === last?.target)?.unit ?? '';
  return last
    ? `${sayDay(dateOf(last.at), today)}上报${last.mode === 'total' ? '累计' : ''}${sayNumber(last.value)}${unit}`
    : '';
};

/** The last line of progress, else the last figure. What a period was closed with tells nothing of one that is open. */
const sayLastProgress = (task: Task, today: IsoDate): string => {
  const last = task.progress.findLast(({ at }) => !task.closings.some((closing) => closing.at === at));
  if (last) return `${sayDay(dateOf(last.at), today)}进展:${sayProgress(last)}`;
  return sayLastReport(task, today) || '无进展记录';
};

/**
 * Why something is not closed, from what is known of it now: cancelled or closed since, moved, its last progress or figure,
 * or nothing at all. An
 * extension that ran out as well (`isMissed`) is no reason, but is told.
 */
export const whyNot = (task: Task, turns: readonly Turn[], isMissed: boolean, today: IsoDate): string => {
  if (task.cancelled) {
    const { reason, at } = task.cancelled;
    return `已于${sayDay(dateOf(at), today)}取消${reason === '' ? '' : `:${oneLine(reason)}`}`;
  }
  const closings = turns.map(({ period }) => closingOf(task, period)).filter((closing) => closing !== undefined);
  const last = closings.at(-1);
  if (last && closings.length === turns.length) return `已于${sayDay(dateOf(last.at), today)}办结`;
  const moves = turns.flatMap(({ period }) => extensionsOf(task, period));
  const move = moves.at(-1);
  if (!move) return sayLastProgress(task, today);
  if (isMissed && turns.every(({ deadline }) => move.to <= deadline)) {
    return joined(`已延期${moves.length}次`, sayLastProgress(task, today));
  }
  return `已延期至${sayDay(move.to, today)}${move.reason === '' ? '' : `:${oneLine(move.reason)}`}`;
};
